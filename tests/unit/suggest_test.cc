#include "searcher/expand/suggest.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/store/open_database.h"
#include "searcher/query/parse.h"
#include "tests/unit/article_writer.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SuggestTest : public TempDirectoryTest {
 protected:
  // So many articles say it.
  void Add(const std::string& text, int articles = 1) { texts_.emplace_back(text, articles); }

  std::vector<std::string> Suggested(std::string_view query) {
    WriteOnce();
    Analyser analyser;
    const std::optional<QueryNode> root = ParseQuery(query, analyser).root;
    if (!root) return {"nothing"};
    return SuggestQueries(query, *root, OpenForReading(Path("db")), analyser);
  }

  // The best suggestion, or nothing.
  std::string First(std::string_view query) {
    const std::vector<std::string> suggested = Suggested(query);
    return suggested.empty() ? "" : suggested.front();
  }

 private:
  void WriteOnce() {
    if (texts_.empty()) return;
    ArticleWriter writer(Path("db"), false);
    for (const auto& [text, articles] : std::exchange(texts_, {})) {
      for (int i = 0; i < articles; ++i) {
        Article article;
        article.id = std::to_string(++number_);
        article.path = "/berita/" + article.id;
        article.title = "Judul";
        article.body = text;
        writer.Put(article, false);
      }
    }
    writer.Finish();
  }

  std::vector<std::pair<std::string, int>> texts_;
  int number_ = 0;
};

TEST_F(SuggestTest, AWordThatNoArticleHasIsCorrected) {
  Add("Kemitraan strategis presiden Jokowi di Surabaya.", 4);
  for (const auto& [typed, meant] : std::vector<std::pair<std::string, std::string>>{
           {"kemitran", "kemitraan"},
           {"kmeitraan", "kemitraan"},
           {"persidne", "presiden"},
           {"strategsi", "strategis"},
           {"stratejis", "strategis"},
           {"jokwi", "jokowi"},
           {"Jokwi", "jokowi"},
           {"SURABYA", "surabaya"},
           {"surabayaa", "surabaya"},
           {"surabya kemitran", "surabaya kemitraan"}}) {
    EXPECT_EQ(First(typed), meant) << typed;
  }
}

TEST_F(SuggestTest, WhatArticlesHaveOrNothingIsNearIsLeftAlone) {
  Add("Kemitraan strategis presiden Jokowi di Surabaya, 1945.", 4);
  for (const char* query : {"kemitraan", "mitra bermitra", "surabaya", "zulkifli", "1954", "jkw",
                            "di", "judul jkwi2"}) {
    EXPECT_THAT(Suggested(query), IsEmpty()) << query;
  }
}

TEST_F(SuggestTest, WordsOfTheDictionaryAreNoTypingErrors) {
  Add("Harga beras naik.", 50);
  EXPECT_THAT(Suggested("berat"), IsEmpty());
  EXPECT_THAT(Suggested("keras"), IsEmpty());
  EXPECT_EQ(First("beraz"), "beras");
}

TEST_F(SuggestTest, EditsAreWeighed) {
  Add("pasutri", 5);
  Add("pasti", 100);
  EXPECT_EQ(First("pasutir"), "pasutri");
  Add("karya Tantowi", 6);
  Add("karya Tantawi", 5);
  EXPECT_EQ(First("tantwi"), "tantowi");
  EXPECT_THAT(Suggested("tantwi"), ElementsAre("tantowi", "tantawi"));
}

TEST_F(SuggestTest, RareNamesStay) {
  Add("Pemerintah dan Prabowo", 60);
  Add("Pribowo dan Prabu, Pranowo");
  for (const char* query : {"Pribowo", "prabu", "pranowo"}) {
    EXPECT_THAT(Suggested(query), IsEmpty()) << query;
  }
}

TEST_F(SuggestTest, ASlipInARareWordIsCorrectedWhereTheOtherIsFarMoreFrequent) {
  Add("Pemerintah", 200);
  Add("Pemeritah");
  EXPECT_EQ(First("pemeritah"), "pemerintah");
  Add("Pemeritah", 3);
  EXPECT_THAT(Suggested("pemeritah"), IsEmpty());
}

TEST_F(SuggestTest, SignsAndOperatorsStay) {
  Add("Presiden Jokowi bicara ekonomi dan gempa di Surabaya, kata Reuters.", 4);
  for (const auto& [typed, meant] : std::vector<std::pair<std::string, std::string>>{
           {"presdien AND (jokwi OR ekonmi)", "presiden AND (jokowi OR ekonomi)"},
           {"\"presdien jokwi\"", "\"presiden jokowi\""},
           {"  jokwi,  gempa!", "  jokowi,  gempa!"},
           {"Jokwi-gempa", "jokowi-gempa"},
           {"jokwi -surabya", "jokowi -surabya"},
           {"jokwi -(surabya ekonmi)", "jokowi -(surabya ekonmi)"},
           {"jokwi =ekonmi", "jokowi =ekonmi"},
           {"\xE2\x80\x9Cjokwi\xE2\x80\x9D", "\xE2\x80\x9Cjokowi\xE2\x80\x9D"}}) {
    EXPECT_EQ(First(typed), meant) << typed;
  }
  // Where the same form is also fixed, nothing says which one stands where.
  EXPECT_THAT(Suggested("jokwi -jokwi"), IsEmpty());
}

// As the parser gives them where their signs are read.
TEST_F(SuggestTest, PrefixesInexactWordsAndMetadataStay) {
  Add("Presiden Jokowi", 4);
  Analyser analyser;
  QueryNode leaf = *ParseQuery("jokwi", analyser).root;
  EXPECT_EQ(First("jokwi"), "jokowi");
  for (const QueryNode::Kind kind : {QueryNode::Kind::kPrefix, QueryNode::Kind::kFuzzy,
                                     QueryNode::Kind::kMetadata, QueryNode::Kind::kExact}) {
    leaf.kind = kind;
    EXPECT_THAT(SuggestQueries("jokwi", leaf, OpenForReading(Path("db")), analyser), IsEmpty());
  }
  leaf.kind = QueryNode::Kind::kPhrase;
  leaf.terms.front().prefix = true;
  EXPECT_THAT(SuggestQueries("jokwi", leaf, OpenForReading(Path("db")), analyser), IsEmpty());
}

TEST_F(SuggestTest, WordsRunTogetherAreSplit) {
  Add("Harga beras di Jakarta", 4);
  EXPECT_EQ(First("hargaberas"), "harga beras");
  EXPECT_THAT(Suggested("dijakarta"), IsEmpty());  // has the stem jakarta
  EXPECT_THAT(Suggested("berasharga"), IsEmpty());
  EXPECT_THAT(Suggested("berasdi jakarta"), ElementsAre("beras di jakarta"));
  Add("Hargaberas");
  Add("Harga beras", 10);
  EXPECT_THAT(Suggested("hargaberas"), IsEmpty());  // a name that one article has
}

TEST_F(SuggestTest, WordsOfTheDictionaryAreSplitWhereArticlesHaveBoth) {
  Add("Ekonomi membaik berkat kerja keras pemerintah.", 29);
  EXPECT_THAT(Suggested("pemerintahekonomi"), IsEmpty());
  Add("Ekonomi menjadi urusan pemerintah.");
  EXPECT_EQ(First("pemerintahekonomi"), "pemerintah ekonomi");
}

TEST_F(SuggestTest, WordsTornApartAreJoined) {
  Add("Kebetulan Indonesia juara di kota.", 30);
  EXPECT_EQ(First("ke betulan"), "kebetulan");
  EXPECT_EQ(First("juara indo nesia lagi"), "juara indonesia lagi");
  EXPECT_THAT(Suggested("ke, betulan"), IsEmpty());
  EXPECT_THAT(Suggested("ke AND betulan"), IsEmpty());
  EXPECT_THAT(Suggested("di kota"), IsEmpty());
  Add("Ia pergi ke betulan.", 2);
  EXPECT_THAT(Suggested("ke betulan"), IsEmpty());
}

TEST_F(SuggestTest, AWordTypedTwiceIsCorrectedTwice) {
  Add("Presiden Jokowi", 4);
  EXPECT_EQ(First("jokwi jokwi"), "jokowi jokowi");
}

TEST_F(SuggestTest, LongQueriesAreLookedUpInPart) {
  Add("Presiden Jokowi", 4);
  std::string typed;
  std::string meant;
  // With another word between them: side by side they would be one, doubled.
  for (int i = 0; i < 12; ++i) {
    typed += "jokwi presiden ";
    meant += i < 8 ? "jokowi presiden " : "jokwi presiden ";
  }
  EXPECT_EQ(First(typed), meant);
}

TEST_F(SuggestTest, AtMostThree) {
  Add("tantowi tantiwi tantuwi tantewi", 5);
  EXPECT_EQ(Suggested("tantwi").size(), kMostSuggestions);
}

}  // namespace
}  // namespace warta
