#include "searcher/expand/abbreviations.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/store/open_database.h"
#include "searcher/query/parse.h"
#include "searcher/search/search.h"
#include "tests/unit/article_writer.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class ExpandTest : public TempDirectoryTest {
 protected:
  // Indexes one article more; the title is what searches show of it.
  void Add(const std::string& title, const std::string& body) {
    ArticleWriter writer(Path("db"), false);
    Article article;
    article.id = title;
    article.path = "/berita/" + title;
    article.title = title;
    article.body = body;
    writer.Put(article, false);
    writer.Finish();
  }

  void AddTimes(int times, const std::string& body) {
    for (int i = 0; i < times; ++i) Add("Lain" + std::to_string(++others_), body);
  }

  // The alternatives of each word of the query, "KPK: komisi pemberantasan korupsi | ...".
  std::string Expanded(std::string_view query) {
    Analyser analyser;
    std::optional<QueryNode> root = ParseQuery(query, analyser).root;
    if (!root) return "nothing";
    const std::string before = ToString(*root);
    AddAbbreviations(*root, OpenForReading(Path("db")));
    EXPECT_EQ(ToString(*root), before);
    std::string shown;
    Show(*root, shown);
    return shown;
  }

  // "typed: one, two; ..."
  std::string Notes(std::string_view query) {
    Analyser analyser;
    std::optional<QueryNode> root = ParseQuery(query, analyser).root;
    if (!root) return "nothing";
    std::string shown;
    for (const Expansion& one : AddAbbreviations(*root, OpenForReading(Path("db")))) {
      shown.append(shown.empty() ? "" : "; ").append(one.typed).append(":");
      for (const std::string& form : one.also) shown.append(" ").append(form);
    }
    return shown;
  }

  // Titles, best first.
  std::vector<std::string> Found(const std::string& query) {
    std::vector<std::string> titles;
    SearchOptions options;
    options.limit = 100;
    for (const Hit& hit : Searcher({Path("db")}).Search(query, options).hits) {
      titles.push_back(hit.article.title);
    }
    return titles;
  }

 private:
  static void Show(const QueryNode& node, std::string& shown) {
    for (const QueryNode& child : node.children) Show(child, shown);
    if (!node.children.empty()) return;
    shown.append(shown.empty() ? "" : " | ");
    for (const QueryTerm& term : node.terms) {
      EXPECT_EQ(term.acronym, "");
      if (term.kind == Token::Kind::kAcronym) shown += '=';
      shown.append(term.surface).append(1, ' ');
    }
    for (const Alternative& one : node.alternatives) {
      shown.append("/ ");
      if (one.terms.front().kind == Token::Kind::kAcronym) shown += '=';
      shown.append(one.text).append(" ");
    }
    shown.pop_back();
  }

  int others_ = 0;
};

TEST_F(ExpandTest, NothingIsLearnedWhereNothingIsDefined) {
  Add("Satu", "KPK memeriksa komisi pemberantasan korupsi.");
  EXPECT_EQ(Expanded("KPK"), "kpk");
  EXPECT_EQ(Expanded("komisi pemberantasan korupsi"), "komisi | pemberantasan | korupsi");
}

TEST_F(ExpandTest, OneArticleTeachesNothing) {
  Add("Satu", "Komisi Pemberantasan Korupsi (KPK). Komisi Pemberantasan Korupsi (KPK).");
  EXPECT_EQ(Expanded("KPK"), "kpk");
  Add("Dua", "KPK (Komisi Pemberantasan Korupsi)");
  EXPECT_EQ(Expanded("KPK"), "kpk / komisi pemberantasan korupsi");
}

TEST_F(ExpandTest, WhatHardlyAnyArticleMeansIsNotAsked) {
  AddTimes(2, "Pengadilan Tinggi (PT) memutus, kata Partai Golongan Karya (Golkar)");
  EXPECT_EQ(Expanded("PT"), "pt / pengadilan tinggi");
  AddTimes(static_cast<int>(kArticlesPerDefinition), "PT Pembangunan dan Golkar");
  EXPECT_EQ(Expanded("PT"), "pt");
  EXPECT_EQ(Expanded("golkar"), "golkar / golongan karya");  // a word by now
}

TEST_F(ExpandTest, WhatWasReplacedIsForgotten) {
  Add("Satu", "Komisi Pemberantasan Korupsi (KPK)");
  Add("Dua", "Komisi Pemberantasan Korupsi (KPK)");
  Add("Dua", "Kosong.");
  EXPECT_EQ(Expanded("KPK"), "kpk");
}

TEST_F(ExpandTest, BothWaysAndInGroups) {
  AddTimes(2, "Komisi Pemberantasan Korupsi (KPK), Badan Pengawas Pemilu (Bawaslu)");
  EXPECT_EQ(Expanded("kpk"), "kpk / komisi pemberantasan korupsi");
  EXPECT_EQ(Expanded("Komisi Pemberantasan Korupsi"),
            "komisi / KPK | pemberantasan / KPK | korupsi / KPK");
  EXPECT_EQ(Expanded("komisi AND pemberantasan AND korupsi"),
            "komisi / KPK | pemberantasan / KPK | korupsi / KPK");
  EXPECT_EQ(Expanded("ketua (badan pengawas pemilu) -kpk"),
            "ketua | badan / Bawaslu | pengawas / Bawaslu | pemilu / Bawaslu"
            " | kpk / komisi pemberantasan korupsi");
  EXPECT_EQ(Notes("KPK bawaslu KPK badan pengawas pemilu"),
            "KPK: komisi pemberantasan korupsi; bawaslu: badan pengawas pemilu; "
            "badan pengawas pemilu: Bawaslu");
}

TEST_F(ExpandTest, WordsApartAreNoName) {
  AddTimes(2, "Komisi Pemberantasan Korupsi (KPK)");
  for (const char* query :
       {"komisi OR pemberantasan OR korupsi", "komisi \"pemberantasan\" korupsi",
        "komisi pemberantasan", "korupsi pemberantasan komisi", "\"komisi pemberantasan korupsi\"",
        "komisi =pemberantasan korupsi", "komisi (pemberantasan korupsi)", "-komisi -korupsi"}) {
    EXPECT_EQ(Notes(query), "") << query;
  }
}

TEST_F(ExpandTest, ExactFormsHaveNoAlternatives) {
  AddTimes(2, "Komisi Pemberantasan Korupsi (KPK)");
  EXPECT_EQ(Expanded("=KPK"), "kpk");
  EXPECT_EQ(Expanded("=\"KPK\""), "kpk");
  EXPECT_EQ(Expanded("\"KPK\""), "kpk");
}

TEST_F(ExpandTest, TheLongestNameAtAPlaceCounts) {
  AddTimes(2, "Dewan Perwakilan Rakyat (DPR)");
  AddTimes(2, "Dewan Perwakilan Rakyat Daerah (DPRD)");
  EXPECT_EQ(Notes("dewan perwakilan rakyat daerah"), "dewan perwakilan rakyat daerah: DPRD");
  EXPECT_EQ(Notes("dewan perwakilan rakyat desa"), "dewan perwakilan rakyat: DPR");
}

TEST_F(ExpandTest, RareMeaningsAreLeftOut) {
  AddTimes(20, "Perserikatan Bangsa-Bangsa (PBB)");
  AddTimes(6, "Partai Bulan Bintang (PBB)");
  AddTimes(2, "Pajak Bumi dan Bangunan (PBB)");
  EXPECT_EQ(Notes("PBB"), "PBB: perserikatan bangsa-bangsa partai bulan bintang");
  EXPECT_EQ(Notes("perserikatan bangsa-bangsa"), "perserikatan bangsa-bangsa: PBB");
  EXPECT_EQ(Notes("partai bulan bintang"), "");
  EXPECT_EQ(Notes("pajak bumi dan bangunan"), "");
}

TEST_F(ExpandTest, SpellingsOfOneAbbreviationCountTogether) {
  Add("Satu", "Kementerian Kesehatan (KEMENKES)");
  Add("Dua", "Kementerian Kesehatan (Kemenkes)");
  EXPECT_EQ(Notes("kementerian kesehatan"), "kementerian kesehatan: KEMENKES");
}

TEST_F(ExpandTest, AWordInCapitalsIsTheAcronymWhereTheArchiveWritesItSo) {
  AddTimes(2, "Menteri AS dan as roda.");
  AddTimes(8, "Bus dengan as roda patah.");
  EXPECT_EQ(Expanded("AS"), "=AS");
  EXPECT_EQ(Expanded("as"), "as");
  EXPECT_EQ(Expanded("\"AS\""), "as");
  EXPECT_EQ(Expanded("=AS"), "=AS");
}

TEST_F(ExpandTest, AQueryInCapitalsIsOneOfWords) {
  Add("Satu", "HARGA AS NAIK");
  AddTimes(12, "Harga as roda naik.");
  EXPECT_EQ(Expanded("HARGA AS"), "harga | as");
}

TEST_F(ExpandTest, ADefinedAcronymIsMeantHoweverRare) {
  AddTimes(2, "Amerika Serikat (AS)");
  AddTimes(30, "Bus dengan as roda patah.");
  EXPECT_EQ(Expanded("AS"), "=AS / amerika serikat");
  EXPECT_EQ(Expanded("as"), "as");  // the axle
  EXPECT_EQ(Expanded("amerika serikat"), "amerika / =AS | serikat / =AS");
}

TEST_F(ExpandTest, AWordThatIsNearlyAlwaysTheAcronymStandsForIt) {
  AddTimes(19, "Amerika Serikat (AS)");
  Add("Bus", "as roda");
  EXPECT_EQ(Expanded("as"), "as / amerika serikat");
}

TEST_F(ExpandTest, SearchesFindTheOtherForm) {
  AddTimes(3, "Komisi Pemberantasan Korupsi (KPK)");
  Add("Pendek", "Rapat KPK hari ini kemarin pagi.");
  Add("Panjang", "Rapat Komisi Pemberantasan Korupsi hari ini.");
  AddTimes(20, "Harga beras naik.");
  for (const char* query : {"rapat AND KPK", "rapat AND (komisi pemberantasan korupsi)",
                            "rapat AND komisi AND pemberantasan AND korupsi"}) {
    EXPECT_EQ(Found(query).size(), 2U) << query;
  }
  // The form as typed first.
  EXPECT_EQ(Found("rapat AND KPK"), (std::vector<std::string>{"Pendek", "Panjang"}));
  EXPECT_EQ(Found("rapat AND (komisi pemberantasan korupsi)"),
            (std::vector<std::string>{"Panjang", "Pendek"}));
  EXPECT_EQ(Found("rapat AND =KPK"), (std::vector<std::string>{"Pendek"}));
  EXPECT_EQ(Found("rapat -KPK"), (std::vector<std::string>{}));
}

TEST_F(ExpandTest, AnArticleWithBothFormsStandsFirst) {
  AddTimes(3, "Komisi Pemberantasan Korupsi (KPK)");
  Add("Pendek", "Rapat KPK hari ini kemarin pagi sekali.");
  Add("Panjang", "Rapat Komisi Pemberantasan Korupsi hari ini sekali.");
  Add("Keduanya", "Rapat KPK Komisi Pemberantasan Korupsi hari ini.");
  AddTimes(20, "Harga beras naik.");
  EXPECT_EQ(Found("rapat AND KPK"), (std::vector<std::string>{"Keduanya", "Pendek", "Panjang"}));
}

// All branches of a word that end at once, with others that still go on.
TEST_F(ExpandTest, ManyWordsWithAlternativesAndFewHits) {
  AddTimes(40, "Komisi Pemberantasan Korupsi (KPK) dan Badan Pengawas Pemilu (Bawaslu)");
  AddTimes(60, "Harga beras naik lagi, kata menteri.");
  SearchOptions options;
  options.limit = 3;
  for (const char* query : {"KPK bawaslu harga beras", "komisi pemberantasan korupsi harga",
                            "harga KPK OR (menteri AND bawaslu)", "harga -KPK", "-KPK -bawaslu"}) {
    EXPECT_EQ(Searcher({Path("db")}).Search(query, options).hits.size(), 3U) << query;
  }
}

TEST_F(ExpandTest, LongQueriesAndWordsInEveryArticle) {
  AddTimes(3, "Komisi Pemberantasan Korupsi (KPK)");
  std::string query;
  for (int i = 0; i < 80; ++i) query += "komisi pemberantasan korupsi ";
  EXPECT_EQ(Notes(query), "komisi pemberantasan korupsi: KPK");
  EXPECT_EQ(Found(query).size(), 3U);
}

}  // namespace
}  // namespace warta
