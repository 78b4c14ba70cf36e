#include "searcher/search/scored_match.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "searcher/search/lower.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

using Xapian::Query;
using Scores = std::vector<std::pair<Xapian::docid, double>>;

constexpr std::string_view kTerms[] = {"beras", "harga", "naik", "pasar", "tidakada"};

// Articles of random words, some rarer than others, with gaps in their numbers.
Xapian::WritableDatabase RandomDatabase(Random& random, std::size_t articles) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < articles; ++i) {
    Xapian::Document document;
    Xapian::termpos position = 0;
    for (std::size_t words = random.Below(12); words > 0; --words) {
      const std::size_t word = std::min(random.Below(4), random.Below(4));
      document.add_posting(std::string(kTerms[word]), ++position);
    }
    database.add_document(document);
  }
  for (Xapian::docid document = 3; document <= articles; document += 7) {
    database.delete_document(document);
  }
  return database;
}

Query RandomPhrase(Random& random) {
  const std::string words[] = {std::string(random.Pick(kTerms)), std::string(random.Pick(kTerms))};
  return Query(Query::OP_PHRASE, std::begin(words), std::end(words));
}

Query RandomQuery(Random& random, int depth, bool phrases = true) {
  // OP_AND_MAYBE must not stand in exclusions: Xapian 1.4 then excludes too little.
  constexpr Query::op kOperations[] = {Query::OP_OR, Query::OP_AND, Query::OP_AND_NOT,
                                       Query::OP_SYNONYM, Query::OP_FILTER};
  if (depth == 0 || random.Below(4) == 0) {
    const std::size_t kind = random.Below(10);
    if (kind == 0) return Query::MatchAll;
    if (kind == 1 && phrases) return RandomPhrase(random);
    return Query(std::string(random.Pick(kTerms)));
  }
  const Query left = RandomQuery(random, depth - 1, phrases);
  const Query right = RandomQuery(random, depth - 1, phrases);
  if (random.Below(6) == 0) return Query(Query::OP_SCALE_WEIGHT, left, 0.3);
  return Query(kOperations[random.Below(std::size(kOperations))], left, right);
}

Scores Match(const Xapian::Database& database, const Query& query, const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weight);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  Scores scores;
  for (auto it = found.begin(); it != found.end(); ++it) scores.emplace_back(*it, it.get_weight());
  return scores;
}

TEST(CountByPostings, CountsWhatXapianFinds) {
  Random random(41);
  for (const std::size_t articles : {1U, 63U, 64U, 65U, 200U}) {
    const Xapian::WritableDatabase database = RandomDatabase(random, articles);
    PostingLists lists(database);
    for (int round = 0; round < 300; ++round) {
      Query query = RandomQuery(random, 3);
      if (round % 2 == 0) query = Query(Query::OP_AND_MAYBE, query, RandomQuery(random, 2));
      ASSERT_EQ(CountByPostings(lists, query), Match(database, query, Xapian::BoolWeight()).size())
          << query.get_description() << " in " << articles;
    }
  }
}

TEST(CountByPostings, CountsOverSeveralDatabases) {
  Random random(42);
  Xapian::Database both = RandomDatabase(random, 30);
  both.add_database(RandomDatabase(random, 50));
  PostingLists lists(both);
  const Query query = Query("harga") & (Query("beras") | RandomPhrase(random));
  EXPECT_EQ(CountByPostings(lists, query), Match(both, query, Xapian::BoolWeight()).size());
  EXPECT_FALSE(ScoreByPostings(lists, Query("harga"), 0));
}

TEST(CountByPostings, LeavesValuesAndDistancesToXapian) {
  Random random(43);
  PostingLists lists(RandomDatabase(random, 20));
  const std::string words[] = {"harga", "beras"};
  const Query near(Query::OP_NEAR, std::begin(words), std::end(words), 5);
  EXPECT_EQ(CountByPostings(lists, Query("naik") | near), std::nullopt);
  EXPECT_EQ(CountByPostings(lists, Query(Query::OP_VALUE_RANGE, 0, "2020", "2021")), std::nullopt);
}

TEST(CountByPostings, FindsNothingInNothing) {
  PostingLists lists(Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY));
  EXPECT_EQ(CountByPostings(lists, Query("harga")).value_or(0), 0U);
  EXPECT_FALSE(ScoreByPostings(lists, Query("harga"), 0));
}

TEST(FilterByPostings, KeepsWhatXapianFinds) {
  Random random(45);
  const Xapian::WritableDatabase database = RandomDatabase(random, 200);
  PostingLists lists(database);
  EXPECT_FALSE(FilterByPostings(lists, Query("harga"), {1, 2}));
  for (int round = 0; round < 300; ++round) {
    const Query query = RandomQuery(random, 3);
    ASSERT_TRUE(CountByPostings(lists, query));
    std::vector<Xapian::docid> some;
    for (Xapian::docid document = 1; document <= 210; ++document) {
      if (random.Below(3) == 0) some.push_back(document);
    }
    std::vector<Xapian::docid> expected;
    for (const auto& [document, weight] : Match(database, query, Xapian::BoolWeight())) {
      if (std::binary_search(some.begin(), some.end(), document)) expected.push_back(document);
    }
    ASSERT_EQ(FilterByPostings(lists, query, some), expected) << query.get_description();
  }
}

TEST(ScoreByPostings, GivesTheWeightsOfXapianToTheLastBit) {
  Random random(44);
  std::size_t answered = 0;
  for (const std::size_t articles : {5U, 64U, 300U}) {
    const Xapian::WritableDatabase database = RandomDatabase(random, articles);
    PostingLists lists(database);
    for (int round = 0; round < 500; ++round) {
      Query query = RandomQuery(random, 3);
      // Xapian 1.4 gives wrong weights to phrases that only add some.
      if (round % 2 == 0) query = Query(Query::OP_AND_MAYBE, query, RandomQuery(random, 2, false));
      const auto scored = ScoreByPostings(lists, query, articles + 1);
      if (!scored) continue;
      ++answered;
      const Scores all = Match(database, query, RankingModel());
      ASSERT_EQ(scored->Best(articles + 1), all) << query.get_description() << " in " << articles;
      ASSERT_EQ(scored->size(), all.size());
      const std::size_t some = random.Below(all.size() + 1);
      ASSERT_EQ(scored->Best(some),
                Scores(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(some)));
    }
  }
  EXPECT_GT(answered, 1000U);
}

}  // namespace
}  // namespace warta
