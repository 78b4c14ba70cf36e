#include "indexer/occurrences.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/random.h"

namespace warta {
namespace {

// "term wdf@position,position" of each.
std::vector<std::string> Show(const std::vector<DocumentTerm>& terms) {
  std::vector<std::string> shown;
  for (const DocumentTerm& term : terms) {
    std::string one = term.term + ' ' + std::to_string(term.wdf) + '@';
    for (const std::uint32_t position : term.positions) {
      if (one.back() != '@') one += ',';
      one += std::to_string(position);
    }
    shown.push_back(one);
  }
  return shown;
}

using Lines = std::vector<std::string>;

TEST(Occurrences, AreGroupedByTerm) {
  Occurrences occurrences;
  occurrences.Add("", "beras", 1, 2);
  occurrences.Add("Z", "beras", 0, 1);
  occurrences.Add("", "naik", 2, 1);
  occurrences.Add("", "beras", 7, 1);
  occurrences.Add("Z", "beras", 0, 1);
  occurrences.Add("Q1", "", 0, 0);
  EXPECT_EQ(Show(occurrences.TakeTerms()),
            (Lines{"Q1 0@", "Zberas 2@", "beras 3@1,7", "naik 1@2"}));
}

TEST(Occurrences, ATermIsTheSameHoweverItIsCut) {
  Occurrences occurrences;
  const std::string text = "abcdefghijklmnopqrstuvwxyz";
  for (const std::size_t size : {1U, 15U, 16U, 17U, 26U}) {
    const std::string_view term = std::string_view(text).substr(0, size);
    for (std::size_t cut = 0; cut <= size; ++cut) {
      occurrences.Add(term.substr(0, cut), term.substr(cut), 0, 1);
    }
    EXPECT_EQ(Show(occurrences.TakeTerms()),
              (Lines{std::string(term) + ' ' + std::to_string(size + 1) + '@'}));
  }
}

TEST(Occurrences, OneDocumentLeavesNothingToTheNext) {
  Occurrences occurrences;
  EXPECT_TRUE(occurrences.TakeTerms().empty());
  occurrences.Add("", "satu", 1, 1);
  EXPECT_EQ(Show(occurrences.TakeTerms()), (Lines{"satu 1@1"}));
  occurrences.Add("", "dua", 1, 1);
  EXPECT_EQ(Show(occurrences.TakeTerms()), (Lines{"dua 1@1"}));
}

TEST(Occurrences, PositionsAreAscendingAndStandOnce) {
  Occurrences occurrences;
  for (const std::uint32_t position : {5U, 5U, 3U, 9U, 3U}) occurrences.Add("", "x", position, 1);
  EXPECT_EQ(Show(occurrences.TakeTerms()), (Lines{"x 5@3,5,9"}));
}

constexpr std::string_view kZero("\0", 1);
constexpr std::string_view kLetters[] = {"a", "b", kZero, "\xFF"};

// Short terms and long ones, many of which begin alike, some with zero bytes.
std::string RandomTerm(Random& random) {
  std::string term = random.Below(2) == 0 ? "" : "bersama-sama-sek";
  const std::size_t size = 1 + random.Below(4);
  for (std::size_t i = 0; i < size; ++i) term += random.Pick(kLetters);
  return term;
}

TEST(Occurrences, AreAsAMapOfThem) {
  Random random(17);
  Occurrences occurrences;
  for (const std::size_t count : {10U, 100'000U, 1000U}) {
    std::map<std::string, std::pair<std::uint32_t, std::set<std::uint32_t>>> expected;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string term = RandomTerm(random) + (count > 1000 ? std::to_string(i / 3) : "");
      const auto position = static_cast<std::uint32_t>(random.Below(3) == 0 ? 0 : i);
      occurrences.Add(term.substr(0, 1), term.substr(1), position, 2);
      expected[term].first += 2;
      if (position > 0) expected[term].second.insert(position);
    }
    const std::vector<DocumentTerm> terms = occurrences.TakeTerms();
    ASSERT_EQ(terms.size(), expected.size());
    auto at = terms.begin();
    for (const auto& [term, facts] : expected) {
      EXPECT_EQ(at->term, term);
      EXPECT_EQ(at->wdf, facts.first);
      EXPECT_EQ(std::set<std::uint32_t>(at->positions.begin(), at->positions.end()), facts.second);
      ++at;
    }
  }
}

}  // namespace
}  // namespace warta
