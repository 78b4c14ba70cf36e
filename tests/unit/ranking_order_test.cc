// In which order a search gives its articles, over small databases (common/ranking_model.h).

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/date.h"
#include "common/ranking_model.h"
#include "searcher/search/search.h"
#include "tests/unit/article_writer.h"
#include "tests/unit/random.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const char* NameOf(Closeness closeness) {
  constexpr const char* kNames[] = {"apart", "near", "in order", "any form", "phrase", "title"};
  return kNames[static_cast<std::size_t>(closeness)];
}

std::string Repeated(std::string_view words, std::size_t times) {
  std::string text;
  for (; times > 0; --times) text.append(words).append(" ");
  return text;
}

class RankingOrderTest : public TempDirectoryTest {
 protected:
  void Add(const std::string& id, const std::string& title, const std::string& body,
           std::optional<Date> date = std::nullopt) {
    Article article;
    article.id = id;
    article.path = "/berita/" + id;
    article.title = title;
    article.body = body;
    article.date = date;
    if (date) article.date_source = DateSource::kField;
    articles_.push_back(std::move(article));
  }

  // The articles so far, each `every`-th from `first` on, as a database of that name.
  std::string Index(const std::string& name = "db", std::size_t first = 0, std::size_t every = 1) {
    ArticleWriter writer(Path(name), false);
    for (std::size_t i = first; i < articles_.size(); i += every) writer.Put(articles_[i], false);
    writer.Finish();
    return Path(name);
  }

  static SearchOptions All() {
    SearchOptions options;
    options.limit = kMostOnAPage;
    options.fold_copies = false;
    options.suggest = false;
    return options;
  }

  // "id", in their order.
  static std::vector<std::string> IdsOf(const ResultPage& page) {
    std::vector<std::string> ids;
    for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
    return ids;
  }

  // "id: closeness", in their order.
  static std::vector<std::string> ShownOf(const ResultPage& page) {
    std::vector<std::string> shown;
    for (const Hit& hit : page.hits) {
      shown.push_back(hit.article.id + ": " + NameOf(hit.closeness));
    }
    return shown;
  }

  static std::map<std::string, double> ScoresOf(const ResultPage& page) {
    std::map<std::string, double> scores;
    for (const Hit& hit : page.hits) scores[hit.article.id] = hit.score;
    return scores;
  }

  // What holds of every page that is sorted by relevance.
  static void ExpectInOrder(const ResultPage& page, std::size_t offset = 0) {
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      const Hit& hit = page.hits[i];
      EXPECT_EQ(hit.rank, offset + i + 1);
      if (i == 0) continue;
      const Hit& before = page.hits[i - 1];
      EXPECT_GE(before.order, hit.order) << page.query << ": " << hit.rank;
      EXPECT_GE(before.all_words, hit.all_words) << page.query << ": " << hit.rank;
      if (before.all_words != hit.all_words) continue;
      EXPECT_GE(before.closeness, hit.closeness) << page.query << ": " << hit.rank;
      if (before.closeness == hit.closeness) {
        EXPECT_GE(before.score, hit.score) << page.query << ": " << hit.rank;
      }
    }
  }

  static constexpr std::size_t kMostOnAPage = 5000;

  std::vector<Article> articles_;
};

// The less the words say together, the more often each of them stands there.
TEST_F(RankingOrderTest, WhatStandsCloserIsFirstWhateverTheScores) {
  const std::string padding = Repeated("lain", 60);
  Add("some", "", Repeated("harga", 30));
  Add("apart", "", Repeated("harga", 20) + Repeated("tarif", 10) + Repeated("beras", 20));
  Add("near", "", Repeated("lain", 10) + "beras, harga " + Repeated("lain", 10));
  Add("in order", "", Repeated("lain", 20) + "harga bahan beras " + Repeated("lain", 20));
  Add("any form", "", padding + "harganya beras " + Repeated("lain", 40));
  Add("phrase", "", padding + padding + "harga beras " + padding);
  Add("title", "Harga Beras!", padding + padding + padding + padding + padding + padding);
  Add("none", "Gempa", "bumi");
  Searcher searcher({Index()});
  const ResultPage page = searcher.Search("harga beras", All());
  EXPECT_THAT(ShownOf(page),
              ElementsAre("title: title", "phrase: phrase", "any form: any form",
                          "in order: in order", "near: near", "apart: apart", "some: apart"));
  ExpectInOrder(page);
  std::map<std::string, double> scores = ScoresOf(page);
  EXPECT_GT(scores["apart"], scores["near"]);
  EXPECT_GT(scores["apart"], scores["in order"]);
  EXPECT_GT(scores["in order"], scores["phrase"]);
  EXPECT_GT(scores["near"], scores["phrase"]);
  EXPECT_EQ(page.matches_all_words, 6U);
}

TEST_F(RankingOrderTest, AllKeywordsInTheTitleAreInOrder) {
  Add("often", "", Repeated("harga", 20) + Repeated("tarif", 10) + Repeated("beras", 20));
  Add("title", "Beras a b c d e f g h i naik, harga", Repeated("lain", 300));
  Searcher searcher({Index()});
  EXPECT_THAT(ShownOf(searcher.Search("harga beras", All())),
              ElementsAre("title: in order", "often: apart"));
}

TEST_F(RankingOrderTest, ATitleIsTheQueryWithoutSignsInThisForm) {
  const std::string body = "Soal gempa bumi. " + Repeated("lain", 20);
  Add("more", "Gempa bumi besar", body);
  Add("other form", "Gempanya bumi", body);
  Add("same", "GEMPA BUMI", body + Repeated("lain", 50));
  Add("sign", "Gempa, bumi?", body + Repeated("lain", 60));
  Add("swapped", "Bumi gempa", body);
  Searcher searcher({Index()});
  const std::vector<std::string> shown = ShownOf(searcher.Search("gempa bumi", All()));
  ASSERT_EQ(shown.size(), 5U);
  EXPECT_THAT(std::vector(shown.begin(), shown.begin() + 2),
              ElementsAre("same: title", "sign: title"));
  EXPECT_EQ(shown[2], "more: phrase");
  EXPECT_EQ(std::count_if(shown.begin(), shown.end(),
                          [](const std::string& hit) { return hit.ends_with(": title"); }),
            2);
}

TEST_F(RankingOrderTest, ATitleOfOneWordIsTheQuery) {
  Add("often", "Soal gempa", Repeated("gempa", 30));
  Add("title", "Gempa", Repeated("lain", 100));
  Searcher searcher({Index()});
  for (const char* query : {"gempa", "Gempa", "gempa -tsunami"}) {
    EXPECT_THAT(ShownOf(searcher.Search(query, All())), ElementsAre("title: title", "often: apart"))
        << query;
  }
  // Another form of it is another title.
  EXPECT_THAT(ShownOf(searcher.Search("gempanya", All())),
              ElementsAre("often: apart", "title: apart"));
}

TEST_F(RankingOrderTest, FunctionWordsBelongToPhrasesAndTitlesAsTyped) {
  Add("often", "", Repeated("harga", 20) + Repeated("tarif", 10) + Repeated("pasar", 20));
  Add("without", "", "harga pasar " + Repeated("lain", 20));
  Add("with", "", "harga di pasar " + Repeated("lain", 80));
  Add("title", "Harga di Pasar", Repeated("lain", 300));
  Searcher searcher({Index()});
  EXPECT_THAT(ShownOf(searcher.Search("harga di pasar", All())),
              ElementsAre("title: title", "with: phrase", "without: any form", "often: apart"));
  const std::vector<std::string> shown = ShownOf(searcher.Search("harga pasar", All()));
  ASSERT_EQ(shown.size(), 4U);
  EXPECT_EQ(shown[0], "without: phrase");
  EXPECT_EQ(shown[3], "often: apart");
}

TEST_F(RankingOrderTest, ADoubledWordIsTheWordWithAHyphen) {
  Add("eye", "Mata", Repeated("mata kiri", 20));
  Add("spaced", "Polisi", "Seorang mata mata ditangkap. " + Repeated("lain", 60));
  Add("spy", "Polisi", "Seorang mata-mata ditangkap. " + Repeated("lain", 30));
  Add("title", "Mata-mata", Repeated("lain", 30));
  Searcher searcher({Index()});
  EXPECT_THAT(ShownOf(searcher.Search("mata mata", All())),
              ElementsAre("title: title", "spy: apart", "spaced: apart"));
}

TEST_F(RankingOrderTest, ANameOfADoubledWordIsAPhraseInEitherSpelling) {
  Add("often", "", "ayu lain " + Repeated("ting lain", 20));
  Add("apart", "", "Ayu Ting Ting menyanyi. " + Repeated("lain", 90));
  Add("joined", "", "Ayu Ting-Ting menyanyi. " + Repeated("lain", 90));
  Add("title", "Ayu Ting Ting", Repeated("lain", 300));
  Searcher searcher({Index()});
  for (const char* query : {"ayu ting ting", "ayu ting-ting"}) {
    EXPECT_THAT(ShownOf(searcher.Search(query, All())),
                ElementsAre("title: title", "joined: phrase", "apart: phrase", "often: in order"))
        << query;
  }
}

TEST_F(RankingOrderTest, WhereDatesDecideThoseWithAllWordsComeFirstWhateverTheLength) {
  Add("some", "", "satu", *MakeDate(2022, 2, 9));
  Add("old", "", "satu dua tiga empat lima enam", *MakeDate(2022, 2, 7));
  Add("new", "", "satu dua tiga empat lima enam", *MakeDate(2022, 2, 8));
  Searcher searcher({Index()});
  SearchOptions options = All();
  options.sort = SortOrder::kNewest;
  for (const char* query : {"satu dua tiga empat lima enam", "siapa satu dua"}) {
    EXPECT_THAT(IdsOf(searcher.Search(query, options)), ElementsAre("new", "old", "some")) << query;
  }
}

TEST_F(RankingOrderTest, AlternativesAreOneWordOfTheQuery) {
  Add("all", "", "satu dua " + Repeated("lain", 90));
  Add("some", "", Repeated("satu", 20));
  Searcher searcher({Index()});
  const ResultPage page =
      searcher.Search("satu (dua OR tiga OR empat OR lima OR enam OR tujuh)", All());
  EXPECT_THAT(IdsOf(page), ElementsAre("all", "some"));
  EXPECT_TRUE(page.all_words_first);
}

TEST_F(RankingOrderTest, NearWordsDoNotLiftWhatIsAboutSomethingElse) {
  Add("about", "", Repeated("harga", 8) + Repeated("lain", 20) + Repeated("beras", 8));
  Add("by chance", "", "harga dan beras " + Repeated("lain", 900));
  for (int i = 0; i < 30; ++i) Add("lain" + std::to_string(i), "", "lain");
  Searcher searcher({Index()});
  EXPECT_THAT(IdsOf(searcher.Search("beras harga", All())), ElementsAre("about", "by chance"));
}

TEST_F(RankingOrderTest, ALongTitleThatIsTheQueryIsFirstToo) {
  const std::string title = "Imam kedua yang jadi tersangka di kantor pusat";
  Add("other", "Imam kedua jadi tersangka", Repeated("imam kedua tersangka kantor pusat", 9));
  Add("title", title, "lain");
  Searcher searcher({Index()});
  EXPECT_THAT(ShownOf(searcher.Search(title, All())), ElementsAre("title: title", "other: apart"));
}

TEST_F(RankingOrderTest, FiltersAndExclusionsLeaveTheOrder) {
  const Date day = *MakeDate(2022, 2, 7);
  Add("often", "", Repeated("harga", 20) + Repeated("tarif", 10) + Repeated("beras", 20), day);
  Add("phrase", "", "harga beras " + Repeated("lain", 80), day);
  Add("title", "Harga beras", Repeated("lain", 300), day);
  Add("early", "Harga beras", "lama", *MakeDate(2021, 2, 7));
  Searcher searcher({Index()});
  const auto expected = ElementsAre("title: title", "phrase: phrase", "often: apart");
  for (const char* query : {"harga beras tanggal:2022", "harga beras -lama",
                            "tanggal:2022 harga beras -lama -gandum"}) {
    EXPECT_THAT(ShownOf(searcher.Search(query, All())), expected) << query;
  }
  SearchOptions options = All();
  options.published = DateRange{*MakeDate(2022, 1, 1), *MakeDate(2022, 12, 31)};
  EXPECT_THAT(ShownOf(searcher.Search("harga beras", options)), expected);
}

TEST_F(RankingOrderTest, OfQuestionsOnlyWordsSideBySideCount) {
  Add("apart", "", Repeated("presiden", 3) + Repeated("lain", 20) + Repeated("prancis", 3));
  Add("beside", "",
      Repeated("presiden", 2) + Repeated("lain", 10) + "presiden prancis " + Repeated("lain", 10) +
          Repeated("prancis", 2));
  Add("typed", "Siapa presiden Prancis", Repeated("lain", 900));
  Searcher searcher({Index()});
  const ResultPage page = searcher.Search("siapa presiden Prancis", All());
  // A short question may be a title, too.
  EXPECT_EQ(page.hits.front().article.id, "typed");
  for (const Hit& hit : page.hits) {
    const bool typed = hit.article.id == "typed";
    EXPECT_EQ(hit.closeness, typed ? Closeness::kTitle : Closeness::kApart) << hit.article.id;
  }
  EXPECT_EQ(page.matches_all_words, std::nullopt);
  ExpectInOrder(page);
  std::map<std::string, double> scores = ScoresOf(page);
  EXPECT_GT(scores["beside"], scores["apart"]);
  // The same as keywords.
  EXPECT_EQ(searcher.Search("presiden Prancis", All()).hits.front().closeness, Closeness::kPhrase);
}

TEST_F(RankingOrderTest, KeywordsAreInTiersAndLongerQueriesAreNot) {
  Add("some", "Satu dua", Repeated("satu dua tiga empat", 10));
  Add("all", "",
      "satu " + Repeated("lain", 90) + "lima dua " + Repeated("lain", 90) + "empat " +
          Repeated("lain", 90) + "tiga enam");
  // So that the words that some lacks are frequent ones.
  for (int i = 0; i < 20; ++i)
    Add("one" + std::to_string(i), "", "lima enam " + Repeated("lain", 90));
  Searcher searcher({Index()});
  SearchOptions options = All();
  options.limit = 2;
  const ResultPage five = searcher.Search("satu dua tiga empat lima", options);
  EXPECT_THAT(IdsOf(five), ElementsAre("all", "some"));
  EXPECT_EQ(five.matches_all_words, 1U);
  EXPECT_TRUE(five.hits[0].all_words);
  EXPECT_FALSE(five.hits[1].all_words);
  EXPECT_LT(five.hits[0].score, five.hits[1].score);
  ExpectInOrder(five);
  // Function words are none of the five.
  EXPECT_THAT(IdsOf(searcher.Search("satu dan dua di tiga yang empat lima", options)),
              ElementsAre("all", "some"));
  const ResultPage six = searcher.Search("satu dua tiga empat lima enam", options);
  EXPECT_THAT(IdsOf(six), ElementsAre("some", "all"));
  EXPECT_EQ(six.matches_all_words, 1U);
  EXPECT_TRUE(five.all_words_first);
  EXPECT_FALSE(six.all_words_first);
  EXPECT_FALSE(six.hits[0].all_words);
  EXPECT_TRUE(six.hits[1].all_words);
  EXPECT_GE(six.hits[0].order, six.hits[1].order);
  EXPECT_THAT(IdsOf(searcher.Search("berapa satu dua tiga empat lima", options)),
              ElementsAre("some", "all"));
}

// So many of the best are read.
TEST_F(RankingOrderTest, NearWordsCountAmongTheFirstOthersOnly) {
  for (const std::size_t better : {kMostRead - 1, kMostRead}) {
    articles_.clear();
    for (std::size_t i = 0; i < better; ++i) {
      Add("apart" + std::to_string(i), "",
          Repeated("harga", 5) + Repeated("lain", 8) + Repeated("beras", 5));
    }
    Add("near", "", "beras, harga " + Repeated("lain", 12));
    Searcher searcher({Index("near" + std::to_string(better))});
    const ResultPage page = searcher.Search("harga beras", All());
    const bool is_read = better < kMostRead;
    EXPECT_EQ((is_read ? page.hits.front() : page.hits.back()).article.id, "near");
    EXPECT_EQ((is_read ? page.hits.front() : page.hits.back()).closeness,
              is_read ? Closeness::kNear : Closeness::kApart);
    ExpectInOrder(page);
    // Those that stand before in any case are none of them.
    for (int i = 0; i < 15; ++i) {
      Add("phrase" + std::to_string(i), "", "soal harga beras " + Repeated("lain", 6));
      Add("title" + std::to_string(i), "Harga beras", Repeated("lain", 6));
    }
    Searcher with_phrases({Index("phrase" + std::to_string(better))});
    const ResultPage longer = with_phrases.Search("harga beras", All());
    ASSERT_EQ(longer.hits.size(), better + 31);
    for (std::size_t i = 0; i < 30; ++i) {
      EXPECT_EQ(longer.hits[i].closeness, i < 15 ? Closeness::kTitle : Closeness::kPhrase);
    }
    EXPECT_EQ((is_read ? longer.hits[30] : longer.hits.back()).article.id, "near");
    ExpectInOrder(longer);
  }
}

// Among so many of the best phrases and titles are looked up.
TEST_F(RankingOrderTest, PhrasesAndTitlesCountAmongTheBestOnly) {
  for (std::size_t i = 0; i < kMostLookedUp - 2; ++i) {
    Add("apart" + std::to_string(i), "",
        Repeated("harga", 3) + Repeated("lain", 8) + Repeated("beras", 3));
  }
  Add("phrase", "", Repeated("lain", 50) + "harga beras " + Repeated("lain", 50));
  Add("title", "Harga beras", Repeated("lain", 900));
  const auto first_of = [&](const std::string& name) {
    Searcher searcher({Index(name)});
    const ResultPage page = searcher.Search("harga beras", All());
    EXPECT_EQ(page.hits.size(), articles_.size());
    ExpectInOrder(page);
    const auto shown = ShownOf(page);
    return std::vector(shown.begin(), shown.begin() + 2);
  };
  EXPECT_THAT(first_of("all"), ElementsAre("title: title", "phrase: phrase"));
  const auto apart = [&](const std::string& id) {
    Add(id, "", Repeated("harga", 3) + Repeated("lain", 8) + Repeated("beras", 3));
  };
  apart("one more");
  EXPECT_THAT(first_of("one"), ElementsAre("phrase: phrase", "apart0: apart"));
  apart("two more");
  EXPECT_THAT(first_of("two"), ElementsAre("apart0: apart", "apart1: apart"));
}

// What stands beside the sum of what the words weigh.
TEST_F(RankingOrderTest, BonusesForTheTitleAndForWordsSideBySide) {
  const std::string apart = "harga " + Repeated("lain", 20) + "beras";
  Add("title", "Beras dan harganya", apart);
  Add("half title", "Harga", apart);
  Add("beside", "Kabar", "Soal harganya beras itu");
  Add("swapped", "Kabar", "Soal beras harga itu");
  Add("title and beside", "Harganya beras", apart);
  Add("phrase", "Kabar", "Soal harga beras itu");
  Add("phrase in title", "Soal harga beras", apart);
  Add("apart", "Kabar", apart);
  const std::size_t both = articles_.size();
  for (int i = 0; i < 5; ++i) Add("harga" + std::to_string(i), "", "harga");
  for (int i = 0; i < 60; ++i) Add("lain" + std::to_string(i), "", "lain");
  const auto weight = [&](std::size_t having_it) {
    const auto articles = static_cast<double>(articles_.size());
    const auto having = static_cast<double>(having_it);
    return std::log((articles - having + 0.5) / (having + 0.5));
  };
  const double title = kTitleBonus * (weight(both + 5) + weight(both));
  const double beside = kAdjacencyWeight * weight(both + 5);  // of the less telling one
  Searcher searcher({Index()});
  SearchOptions options = All();
  options.limit = 100;
  options.match = MatchMode::kAll;
  options.explain = true;
  const auto bonuses = [&](const std::string& query) {
    std::map<std::string, double> found;
    for (const Hit& hit : searcher.Search(query, options).hits) {
      double sum = 0;
      for (const LeafExplanation& leaf : hit.explanation) sum += leaf.score;
      found[hit.article.id] = hit.score - sum;
    }
    return found;
  };
  const auto near = [](double bonus) { return ::testing::DoubleNear(bonus, 1e-6); };
  using ::testing::Pair;
  using ::testing::UnorderedElementsAre;
  // What phrases and titles are looked up for is not read.
  EXPECT_THAT(
      bonuses("harga beras"),
      UnorderedElementsAre(Pair("title", near(title)), Pair("half title", near(0)),
                           Pair("beside", near(beside)), Pair("swapped", near(0)),
                           Pair("title and beside", near(title + beside)), Pair("phrase", near(0)),
                           Pair("phrase in title", near(title)), Pair("apart", near(0))));
  // Of a question the title says no more than another place.
  EXPECT_THAT(
      bonuses("berapa harga beras"),
      UnorderedElementsAre(Pair("title", near(0)), Pair("half title", near(0)),
                           Pair("beside", near(beside)), Pair("swapped", near(0)),
                           Pair("title and beside", near(beside)), Pair("phrase", near(beside)),
                           Pair("phrase in title", near(beside)), Pair("apart", near(0))));
  // Nor is there anything for what is wanted side by side.
  for (const auto& [id, bonus] : bonuses("\"harga beras\"")) EXPECT_NEAR(bonus, 0, 1e-6) << id;
}

TEST_F(RankingOrderTest, SortedByDateNothingElseCounts) {
  Add("title", "Harga beras", "harga beras", *MakeDate(2020, 1, 1));
  Add("apart", "", "harga " + Repeated("lain", 50) + "beras", *MakeDate(2022, 1, 1));
  Add("phrase", "", "harga beras", *MakeDate(2021, 1, 1));
  Add("undated", "Harga beras", "harga beras");
  Searcher searcher({Index()});
  SearchOptions options = All();
  options.prefer_recent = 30;
  options.sort = SortOrder::kNewest;
  EXPECT_THAT(IdsOf(searcher.Search("harga beras", options)),
              ElementsAre("apart", "phrase", "title", "undated"));
  options.sort = SortOrder::kOldest;
  EXPECT_THAT(IdsOf(searcher.Search("harga beras", options)),
              ElementsAre("title", "phrase", "apart", "undated"));
}

class PreferRecentTest : public RankingOrderTest {
 protected:
  static Date DaysAgo(int days) { return *AddDays(Today(), -days); }

  static SearchOptions Recent(double half_life) {
    SearchOptions options = All();
    options.prefer_recent = half_life;
    return options;
  }
};

TEST_F(PreferRecentTest, TheNewerOfEqualArticlesIsFirstIfThatIsWanted) {
  Add("old", "Soal", "kopi lain", DaysAgo(400));
  Add("month", "Soal", "kopi lain", DaysAgo(30));
  Add("undated", "Soal", "kopi lain");
  Add("today", "Soal", "kopi lain", DaysAgo(0));
  Add("tomorrow", "Soal", "kopi lain", DaysAgo(-1));
  Searcher searcher({Index()});
  const ResultPage page = searcher.Search("kopi", All());
  EXPECT_THAT(IdsOf(page), ElementsAre("old", "month", "undated", "today", "tomorrow"));
  std::map<std::string, double> plain = ScoresOf(page);
  const ResultPage recent = searcher.Search("kopi", Recent(30));
  EXPECT_THAT(IdsOf(recent), ElementsAre("today", "tomorrow", "month", "old", "undated"));
  ExpectInOrder(recent);
  std::map<std::string, double> scores = ScoresOf(recent);
  EXPECT_DOUBLE_EQ(scores["today"], plain["today"] * (1 + kRecencyGain));
  EXPECT_DOUBLE_EQ(scores["tomorrow"], scores["today"]);
  EXPECT_DOUBLE_EQ(scores["month"], plain["month"] * (1 + kRecencyGain / 2));
  EXPECT_GT(scores["old"], plain["old"]);
  EXPECT_DOUBLE_EQ(scores["undated"], plain["undated"]);
  // The wish does not outlive the search.
  EXPECT_EQ(IdsOf(searcher.Search("kopi", All())), IdsOf(page));
}

TEST_F(PreferRecentTest, TheHalfLifeIsWhatIsAskedFor) {
  Add("today", "Soal", "kopi lain", DaysAgo(0));
  Add("week", "Soal", "kopi lain", DaysAgo(7));
  Searcher searcher({Index()});
  for (const double half_life : {0.5, 7.0, 3650.0}) {
    std::map<std::string, double> scores = ScoresOf(searcher.Search("kopi", Recent(half_life)));
    EXPECT_DOUBLE_EQ(scores["week"] / scores["today"],
                     (1 + kRecencyGain * std::exp2(-7 / half_life)) / (1 + kRecencyGain))
        << half_life;
  }
}

TEST_F(PreferRecentTest, ItChangesNoClosenessAndNoTier) {
  Add("some", "Soal", "harga tarif", DaysAgo(0));
  Add("apart", "", "harga " + Repeated("lain", 20) + "beras", DaysAgo(0));
  Add("old phrase", "", "soal harga beras " + Repeated("lain", 20), DaysAgo(3000));
  Add("new phrase", "", "soal harga beras " + Repeated("lain", 30), DaysAgo(0));
  Add("title", "Harga beras", Repeated("lain", 200), DaysAgo(5000));
  Searcher searcher({Index()});
  EXPECT_THAT(ShownOf(searcher.Search("harga beras", All())),
              ElementsAre("title: title", "old phrase: phrase", "new phrase: phrase",
                          "apart: apart", "some: apart"));
  const ResultPage page = searcher.Search("harga beras", Recent(30));
  EXPECT_THAT(ShownOf(page), ElementsAre("title: title", "new phrase: phrase", "old phrase: phrase",
                                         "apart: apart", "some: apart"));
  ExpectInOrder(page);
}

TEST_F(PreferRecentTest, QuestionsAndPhrasesToo) {
  Add("old", "Soal", "harga beras lain", DaysAgo(3000));
  Add("new", "Soal", "harga beras lain", DaysAgo(0));
  Searcher searcher({Index()});
  for (const char* query : {"harga beras", "berapa harga beras", "\"harga beras\"", "harg*",
                            "harga OR beras", "harga NEAR beras", "judul:soal"}) {
    EXPECT_THAT(IdsOf(searcher.Search(query, All())), ElementsAre("old", "new")) << query;
    EXPECT_THAT(IdsOf(searcher.Search(query, Recent(30))), ElementsAre("new", "old")) << query;
  }
}

// Articles of few words, so that every closeness, equal scores and equal titles are frequent.
class RankingPropertyTest : public RankingOrderTest {
 protected:
  void AddRandom(Random& random, std::size_t articles) {
    for (; articles > 0; --articles) {
      std::optional<Date> date;
      if (random.Below(3) > 0) date = *AddDays(Today(), -static_cast<int>(random.Below(100)));
      Add("a" + std::to_string(articles_.size()), Text(random, 3), Text(random, 25), date);
    }
  }

  static std::string Text(Random& random, std::size_t most) {
    constexpr std::string_view kWords[] = {"harga", "beras", "kopi", "di",   "harganya",
                                           "lain",  "lain",  "lain", "baru", "baru"};
    std::string text;
    for (std::size_t words = random.Below(most + 1); words > 0; --words) {
      text.append(text.empty() ? "" : " ").append(random.Pick(kWords));
    }
    return text;
  }

  static std::vector<std::string> Queries() {
    return {"harga",          "harga beras",
            "beras di harga", "harga beras kopi",
            "siapa kopi",     "berapa harga beras",
            "harga AND kopi", "harga beras -kopi",
            "kopi garam",     "\"harga beras\"",
            "harga OR garam", "harga beras kopi di baru garam teh",
            "baru",           "harga beras tanggal:2000.."};
  }
};

TEST_F(RankingPropertyTest, PagesFollowEachOtherWithoutGapOrRepetition) {
  Random random(73);
  std::size_t number = 0;
  // The last has more articles than are looked up.
  for (const std::size_t articles : {7U, 60U, 400U, 1500U}) {
    articles_.clear();
    AddRandom(random, articles);
    Searcher searcher({Index("pages" + std::to_string(++number))});
    for (const std::string& query : Queries()) {
      for (const double prefer_recent : {0.0, 10.0}) {
        SearchOptions options = All();
        options.excerpts = false;
        options.prefer_recent = prefer_recent;
        const ResultPage all = searcher.Search(query, options);
        const std::vector<std::string> whole = ShownOf(all);
        for (const std::size_t size : {std::size_t{3}, std::size_t{100}}) {
          std::vector<std::string> together;
          options.limit = size;
          const std::size_t most =
              size == 3 ? std::min<std::size_t>(whole.size(), 60) : whole.size();
          for (options.offset = 0; options.offset < most; options.offset += size) {
            const ResultPage page = searcher.Search(query, options);
            const std::vector<std::string> shown = ShownOf(page);
            ASSERT_EQ(page.hits.front().rank, options.offset + 1);
            together.insert(together.end(), shown.begin(), shown.end());
          }
          const std::size_t seen = std::min(together.size(), whole.size());
          ASSERT_GE(together.size(), most);
          EXPECT_EQ(together,
                    std::vector(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(seen)))
              << query << " in pages of " << size << " of " << articles;
          if (size == 3) continue;
          EXPECT_EQ(together.size(), whole.size());
          std::sort(together.begin(), together.end());
          EXPECT_EQ(std::adjacent_find(together.begin(), together.end()), together.end()) << query;
        }
        options.limit = kNoLimit;
        options.offset = 0;
        EXPECT_EQ(ShownOf(searcher.Search(query, options)), whole) << query;
      }
    }
  }
}

TEST_F(RankingPropertyTest, PagesOfFoldedCopiesToo) {
  Random random(77);
  for (int i = 0; i < 50; ++i) {
    std::string body = Text(random, 20) + ' ';
    for (int word = 0; word < 80; ++word) body += "kata" + std::to_string(random.Below(5000)) + ' ';
    const std::string title = Text(random, 3);
    for (std::size_t copies = 1 + random.Below(3); copies > 0; --copies) {
      Add("a" + std::to_string(articles_.size()), title, body);
    }
  }
  Searcher searcher({Index()});
  for (const char* query : {"harga beras", "harga", "beras di harga", "siapa kopi"}) {
    SearchOptions options = All();
    options.excerpts = false;
    const std::size_t unfolded = searcher.Search(query, options).hits.size();
    options.fold_copies = true;
    const ResultPage all = searcher.Search(query, options);
    const std::vector<std::string> whole = ShownOf(all);
    std::vector<std::string> articles;
    for (const Hit& hit : all.hits) {
      articles.push_back(hit.article.id);
      for (const Article& copy : hit.copies) articles.push_back(copy.id);
    }
    EXPECT_EQ(articles.size(), unfolded) << query;
    EXPECT_LT(whole.size(), unfolded) << query;
    std::sort(articles.begin(), articles.end());
    EXPECT_EQ(std::adjacent_find(articles.begin(), articles.end()), articles.end()) << query;
    std::vector<std::string> together;
    options.limit = 3;
    for (; options.offset < whole.size(); options.offset += options.limit) {
      const std::vector<std::string> shown = ShownOf(searcher.Search(query, options));
      together.insert(together.end(), shown.begin(), shown.end());
    }
    EXPECT_EQ(together, whole) << query;
  }
}

TEST_F(RankingPropertyTest, TheOrderNeverRises) {
  Random random(74);
  for (const std::size_t articles : {30U, 1300U}) {
    articles_.clear();
    AddRandom(random, articles);
    Searcher searcher({Index("order" + std::to_string(articles))});
    for (const std::string& query : Queries()) {
      for (const double prefer_recent : {0.0, 10.0}) {
        SearchOptions options = All();
        options.prefer_recent = prefer_recent;
        const ResultPage page = searcher.Search(query, options);
        EXPECT_FALSE(page.hits.empty()) << query;
        for (std::size_t i = 1; i < page.hits.size(); ++i) {
          ASSERT_GE(page.hits[i - 1].order, page.hits[i].order) << query << " at " << i;
        }
      }
    }
  }
}

// Where no more match than are looked up, all titles and phrases are found, and nothing else.
TEST_F(RankingPropertyTest, TitlesAndPhrasesAreThoseOfTheTexts) {
  Random random(75);
  AddRandom(random, 900);
  Searcher searcher({Index()});
  std::size_t titles = 0;
  std::size_t phrases = 0;
  for (const std::string query :
       {"harga beras", "beras di harga", "kopi baru", "harga beras kopi"}) {
    const ResultPage page = searcher.Search(query, All());
    ExpectInOrder(page);
    std::size_t read = 0;
    for (const Hit& hit : page.hits) {
      const std::size_t number = std::stoul(hit.article.id.substr(1));
      const Article& article = articles_[number];
      const auto has = [&](const std::string& text) {
        return (' ' + text + ' ').find(' ' + query + ' ') != std::string::npos;
      };
      const bool is_title = article.title == query;
      const bool is_phrase = !is_title && (has(article.title) || has(article.body));
      EXPECT_EQ(hit.closeness == Closeness::kTitle, is_title) << query << ": " << article.id;
      EXPECT_EQ(hit.closeness == Closeness::kPhrase, is_phrase) << query << ": " << article.id;
      titles += is_title ? 1 : 0;
      phrases += is_phrase ? 1 : 0;
      read += hit.closeness > Closeness::kApart && !is_title && !is_phrase ? 1 : 0;
    }
    EXPECT_LE(read, kMostRead) << query;
    EXPECT_GT(read, 0U) << query;
  }
  EXPECT_GT(titles, 3U);
  EXPECT_GT(phrases, 100U);
}

TEST_F(RankingPropertyTest, SeveralDatabasesAnswerAsOneDoes) {
  Random random(76);
  AddRandom(random, 300);
  Searcher one({Index("one")});
  // Dealt out like that, the articles have the same numbers in the whole.
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < 3; ++i) paths.push_back(Index("third" + std::to_string(i), i, 3));
  Searcher three(paths);
  // Of different sizes: even numbers, and of the others every third and the rest.
  std::vector<Article> articles = articles_;
  std::vector<std::string> uneven;
  for (const std::size_t begin : {0U, 20U, 250U}) {
    const std::size_t end = begin == 0 ? 20 : begin == 20 ? 250 : 300;
    articles_.assign(articles.begin() + static_cast<std::ptrdiff_t>(begin),
                     articles.begin() + static_cast<std::ptrdiff_t>(end));
    uneven.push_back(Index("from" + std::to_string(begin)));
  }
  Searcher apart(uneven);
  for (const std::string& query : Queries()) {
    for (const double prefer_recent : {0.0, 10.0}) {
      SearchOptions options = All();
      options.prefer_recent = prefer_recent;
      const ResultPage whole = one.Search(query, options);
      const ResultPage dealt = three.Search(query, options);
      EXPECT_EQ(ShownOf(dealt), ShownOf(whole)) << query;
      const ResultPage other = apart.Search(query, options);
      ASSERT_EQ(other.hits.size(), whole.hits.size()) << query;
      EXPECT_EQ(other.matches_all_words, whole.matches_all_words) << query;
      for (std::size_t i = 1; i < other.hits.size(); ++i) {
        ASSERT_GE(other.hits[i - 1].order, other.hits[i].order) << query << " at " << i;
      }
      // Titles and phrases do not depend on which of equal articles are among those read.
      for (std::size_t i = 0; i < whole.hits.size(); ++i) {
        if (whole.hits[i].closeness < Closeness::kPhrase) break;
        EXPECT_EQ(other.hits[i].closeness, whole.hits[i].closeness) << query << " at " << i;
        EXPECT_NEAR(other.hits[i].score, whole.hits[i].score, 1e-9) << query << " at " << i;
      }
    }
  }
}

class DamagedCandidateTest : public RankingOrderTest {
 protected:
  // Puts another record in the place of the stored article of a document.
  static void Store(const std::string& database, Xapian::docid number, const std::string& record) {
    Xapian::WritableDatabase writable(database + "/gen-000001", Xapian::DB_OPEN);
    Xapian::Document document = writable.get_document(number);
    document.set_data(record);
    writable.replace_document(number, document);
    writable.commit();
  }
};

TEST_F(DamagedCandidateTest, ItIsLeftOutAndNamedAndTheOthersKeepTheirOrder) {
  for (const std::string record : {"", "rusak"}) {
    articles_.clear();
    Add("apart", "", "harga " + Repeated("lain", 20) + "beras");
    Add("damaged", "", "beras dan harga");
    Add("near", "", "harga bahan beras " + Repeated("lain", 20));
    Add("phrase", "", "soal harga beras " + Repeated("lain", 20));
    Add("damaged too", "", "harga beras");
    const std::string path = Index("db" + std::to_string(record.size()));
    Store(path, 2, record);
    Store(path, 5, record);
    Searcher searcher({path});
    const ResultPage page = searcher.Search("harga beras", All());
    EXPECT_THAT(ShownOf(page), ElementsAre("phrase: phrase", "near: in order", "apart: apart"));
    EXPECT_EQ(page.matches, 5U);
    EXPECT_THAT(page.damage,
                testing::UnorderedElementsAre(HasSubstr("document 2 "), HasSubstr("document 5 ")));
  }
}

// A part of the table that Xapian cannot read.
TEST_F(DamagedCandidateTest, WhatTheDiskHasLostIsLeftOutToo) {
  for (std::size_t i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i);
    Add("a" + number, "Kabar", "harga lain beras " + Repeated("kata" + number, 40));
  }
  const std::string path = Index();
  {
    std::fstream table(path + "/gen-000001/docdata.glass",
                       std::ios::in | std::ios::out | std::ios::binary);
    table << std::string(8192, '\xff');  // the first block, which is no root
  }
  SearchOptions options = All();
  options.limit = 10;
  for (const char* query : {"harga", "siapa harga", "harga beras", "siapa harga beras"}) {
    Searcher searcher({path});
    ResultPage page;
    EXPECT_NO_THROW(page = searcher.Search(query, options)) << query;
    EXPECT_EQ(page.damage.size() + page.hits.size(), 10U) << query;
    EXPECT_THAT(page.damage, Not(IsEmpty())) << query;
  }
}

TEST_F(RankingOrderTest, AnAcronymIsInTheTitleOnlyIfItIs) {
  Add("without", "Ekonomi", "Kata AS " + Repeated("lain", 20) + "itu");
  Add("with", "Ekonomi AS", "Kata itu " + Repeated("lain", 20));
  for (int i = 0; i < 20; ++i) Add("as" + std::to_string(i), "Gempa", "bumi AS");
  for (int i = 0; i < 20; ++i) Add("x" + std::to_string(i), "Gempa", "bumi");
  Searcher searcher({Index()});
  SearchOptions options = All();
  options.limit = 100;
  options.match = MatchMode::kAll;
  options.explain = true;
  const ResultPage page = searcher.Search("AS ekonomi", options);
  ASSERT_EQ(IdsOf(page), (std::vector<std::string>{"with", "without"}));
  const auto bonus = [&](std::size_t hit) {
    double sum = 0;
    for (const LeafExplanation& leaf : page.hits[hit].explanation) sum += leaf.score;
    return page.hits[hit].score - sum;
  };
  EXPECT_NEAR(bonus(1), 0, 1e-9);
  // At most so much: AS is in half of the articles, ekonomi in two.
  EXPECT_GT(bonus(0), 0);
  EXPECT_LT(bonus(0), kTitleBonus * (std::log(1.5) + std::log(40.5 / 2.5)) + 0.1);
}

TEST_F(RankingOrderTest, ADoubledNameWithoutAHyphenIsAsTyped) {
  Add("often", "Soal", Repeated("duran lain", 30));
  Add("phrase", "Konser", "Konser duran duran " + Repeated("lain", 60));
  Add("title", "Duran Duran", Repeated("lain", 90));
  Searcher searcher({Index()});
  const std::vector<std::string> shown = ShownOf(searcher.Search("duran duran", All()));
  ASSERT_FALSE(shown.empty());
  EXPECT_EQ(shown.front(), "title: title");
  EXPECT_EQ(ShownOf(searcher.Search("konser duran duran", All())).front(), "phrase: phrase");
}

TEST_F(RankingOrderTest, TheOrderNeverRisesWhereDatesDecide) {
  Add("title", "Harga beras", "harga beras", *MakeDate(2020, 1, 1));
  Add("apart", "", "harga " + Repeated("lain", 50) + "beras", *MakeDate(2022, 1, 1));
  Searcher searcher({Index()});
  SearchOptions options = All();
  options.sort = SortOrder::kNewest;
  const ResultPage page = searcher.Search("harga beras", options);
  ASSERT_EQ(IdsOf(page), (std::vector<std::string>{"apart", "title"}));
  EXPECT_GE(page.hits[0].order, page.hits[1].order);
}

}  // namespace
}  // namespace warta
