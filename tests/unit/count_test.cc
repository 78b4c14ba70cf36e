#include "searcher/search/count.h"

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/unit/random.h"

namespace warta {
namespace {

using Xapian::Query;

constexpr std::string_view kTerms[] = {"beras", "harga", "naik", "pasar", "tidakada"};

// Articles of random words, with gaps in their numbers.
Xapian::WritableDatabase RandomDatabase(Random& random, std::size_t articles) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (std::size_t i = 0; i < articles; ++i) {
    Xapian::Document document;
    for (std::size_t word = 0; word < 4; ++word) {
      if (random.Below(2) == 0) document.add_posting(std::string(kTerms[word]), 1);
    }
    database.add_document(document);
  }
  for (Xapian::docid document = 3; document <= articles; document += 7) {
    database.delete_document(document);
  }
  return database;
}

Query RandomQuery(Random& random, int depth) {
  // OP_AND_MAYBE must not stand in exclusions: Xapian 1.4 then excludes too little.
  constexpr Query::op kOperations[] = {Query::OP_OR, Query::OP_AND, Query::OP_AND_NOT,
                                       Query::OP_SYNONYM, Query::OP_FILTER};
  if (depth == 0 || random.Below(4) == 0) {
    return random.Below(10) == 0 ? Query::MatchAll : Query(std::string(random.Pick(kTerms)));
  }
  const Query left = RandomQuery(random, depth - 1);
  const Query right = RandomQuery(random, depth - 1);
  if (random.Below(6) == 0) return Query(Query::OP_SCALE_WEIGHT, left, 0.5);
  return Query(kOperations[random.Below(std::size(kOperations))], left, right);
}

std::uint64_t CountByMatching(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, database.get_doccount()).size();
}

TEST(CountByPostings, CountsWhatXapianFinds) {
  Random random(41);
  for (const std::size_t articles : {0U, 1U, 63U, 64U, 65U, 200U}) {
    const Xapian::WritableDatabase database = RandomDatabase(random, articles);
    for (int round = 0; round < 300; ++round) {
      Query query = RandomQuery(random, 3);
      if (round % 2 == 0) query = Query(Query::OP_AND_MAYBE, query, RandomQuery(random, 2));
      ASSERT_EQ(CountByPostings(database, query), CountByMatching(database, query))
          << query.get_description() << " in " << articles;
    }
  }
}

TEST(CountByPostings, LeavesPositionsAndValuesToXapian) {
  Random random(42);
  const Xapian::WritableDatabase database = RandomDatabase(random, 20);
  const std::vector<std::string> words{"harga", "beras"};
  const Query phrase(Query::OP_PHRASE, words.begin(), words.end());
  EXPECT_EQ(CountByPostings(database, phrase), std::nullopt);
  EXPECT_EQ(CountByPostings(database, Query("naik") | phrase), std::nullopt);
  EXPECT_EQ(CountByPostings(database, Query(Query::OP_VALUE_RANGE, 0, "2020", "2021")),
            std::nullopt);
}

}  // namespace
}  // namespace warta
