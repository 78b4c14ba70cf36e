#include "indexer/document.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/ranking_model.h"
#include "common/store/schema.h"
#include "common/text/stem.h"
#include "tests/line_fields.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

Article Of(std::string title, std::string body) {
  Article article;
  article.id = "a.txt";
  article.title = std::move(title);
  article.body = std::move(body);
  return article;
}

// "wdf@position,position" of a term; "none" where the document has no such term.
std::string Show(const Document& document, const std::string& term) {
  const auto found = std::find_if(document.terms.begin(), document.terms.end(),
                                  [&](const DocumentTerm& t) { return t.term == term; });
  if (found == document.terms.end()) return "none";
  std::string shown = std::to_string(found->wdf) + '@';
  for (const std::uint32_t position : found->positions) {
    if (shown.back() != '@') shown += ',';
    shown += std::to_string(position);
  }
  return shown;
}

std::string ZStem(std::string_view word) {
  return std::string(kStemPrefix) + Stem(word);
}

TEST(DocumentBuilder, PositionsCountFromOneWithAGapBeforeTheBody) {
  DocumentBuilder builder;
  const Document document = builder.Build(Of("Harga beras", "Beras naik. Harga naik."));
  // Title 1 to 2, then 100 positions without a word, then the body from 103.
  EXPECT_EQ(Show(document, "harga"), "5@1,105");
  EXPECT_EQ(Show(document, "beras"), "5@2,103");
  EXPECT_EQ(Show(document, "naik"), "4@104,106");
}

TEST(DocumentBuilder, WhatChangesADocumentIsNotIndexedAlike) {
  const auto shown = [](const Article& article) {
    DocumentBuilder builder;
    const Document document = builder.Build(article);
    std::string all;
    for (const DocumentTerm& term : document.terms) all += term.term + ' ';
    for (const auto& [slot, value] : document.values) all += std::to_string(slot) + value + ' ';
    return all;
  };
  const Article before = Of("Harga beras", "Beras naik.");
  for (const auto line : kLineFields) {
    if (line == &Article::id) continue;  // the same in both, as it says
    Article after = before;
    after.*line += " cabai";
    EXPECT_EQ(IsIndexedAlike(before, after), shown(before) == shown(after)) << after.*line;
  }
}

TEST(DocumentBuilder, WithoutATitleTheGapStaysTheSame) {
  DocumentBuilder builder;
  EXPECT_EQ(Show(builder.Build(Of("", "Beras naik.")), "beras"), "2@101");
  EXPECT_EQ(Show(builder.Build(Of("Beras naik", "")), "naik"), "3@2");
}

TEST(DocumentBuilder, TitleWordsWeighMoreAndHaveTermsOfTheirOwn) {
  DocumentBuilder builder;
  const Document document = builder.Build(Of("Beras beras", "Beras."));
  // Two in the title, kTitleWeight each, and one in the lead of the body, kLeadWeight.
  EXPECT_EQ(Show(document, "beras"), "8@1,2,103");
  EXPECT_EQ(Show(document, ZStem("beras")), "8@");
  EXPECT_EQ(Show(document, "Sberas"), "2@1,2");
  EXPECT_EQ(Show(document, "ZS" + Stem("beras")), "2@");
  EXPECT_EQ(Show(builder.Build(Of("", "Beras.")), "Sberas"), "none");
}

// So many words, none of which is any of ours.
std::string Padding(std::uint32_t words) {
  std::string text;
  for (std::uint32_t i = 0; i < words; ++i) text += "x ";
  return text;
}

TEST(DocumentBuilder, TheFirstWordsOfTheBodyWeighMore) {
  DocumentBuilder builder;
  struct Case {
    std::string body;
    std::string form;
    std::string stem;
  };
  const Case cases[] = {
      {Padding(kLeadWords - 1) + "dibaca", "2@140", "2@"},  // the last one
      {Padding(kLeadWords) + "dibaca", "1@141", "1@"},
      {Padding(kLeadWords - 1) + "dibaca dibaca", "3@140,141", "3@"},
      // Words are counted, not tokens: what stands beside one has its position.
      {"e-KTP " + Padding(kLeadWords - 3) + "dibaca", "2@140", "2@"},
      {"e-KTP " + Padding(kLeadWords - 2) + "dibaca", "1@141", "1@"},
  };
  for (const Case& c : cases) {
    const Document document = builder.Build(Of("", c.body));
    EXPECT_EQ(Show(document, "dibaca"), c.form) << c.body;
    EXPECT_EQ(Show(document, ZStem("baca")), c.stem) << c.body;
  }
  // The title is none of the lead, nor does it take from it.
  const Document document = builder.Build(Of("Satu dua", Padding(kLeadWords - 1) + "AS AS"));
  EXPECT_EQ(Show(document, "Aas"), "3@");
  EXPECT_EQ(Show(document, "as"), "3@142,143");
}

TEST(DocumentBuilder, TheWholeTitleIsATermWithoutFrequency) {
  DocumentBuilder builder;
  struct Case {
    std::string title;
    std::string term;
  };
  const Case cases[] = {
      {"Harga Beras Naik!", "Tharga beras naik"},
      {"Menteri dan AS", "Tmenteri dan as"},
      {"Urus e-KTP: ijin baru", "Turus e ktp ijin baru"},  // as written, not its other ways
      {"Mata-mata", "Tmata-mata"},
      {"Jum'at, 5%", "Tjumat 5 persen"},
  };
  for (const Case& c : cases) {
    const Document document = builder.Build(Of(c.title, "Isi"));
    EXPECT_EQ(Show(document, c.term), "0@") << c.title;
    const auto is_title = [](const DocumentTerm& term) {
      return term.term.starts_with(kWholeTitlePrefix);
    };
    EXPECT_EQ(std::count_if(document.terms.begin(), document.terms.end(), is_title), 1);
  }
  for (const char* no_word : {"", "!", "..."}) {
    const Document document = builder.Build(Of(no_word, "Isi"));
    for (const DocumentTerm& term : document.terms) EXPECT_NE(term.term[0], 'T') << no_word;
  }
}

TEST(DocumentBuilder, VeryFrequentWordsThatFollowEachOtherAreAPair) {
  DocumentBuilder builder;
  const Document document =
      builder.Build(Of("Yang tidak", "Ada. Hal ini (saat\nini), kata beras, di AS."));
  EXPECT_EQ(Show(document, PairTerm("yang", "tidak")), "0@");
  EXPECT_EQ(Show(document, "Nada hal"), "0@");
  EXPECT_EQ(Show(document, "Nini saat"), "0@");
  EXPECT_EQ(Show(document, "Nsaat ini"), "0@");
  EXPECT_EQ(Show(document, "Nini kata"), "0@");
  EXPECT_EQ(Show(document, "Ntidak ada"), "none");  // the one in the title, the other in the body
  EXPECT_EQ(Show(document, "Nkata di"), "none");    // another word between them
  const auto is_pair = [](const DocumentTerm& term) { return term.term.starts_with(kPairPrefix); };
  EXPECT_EQ(std::count_if(document.terms.begin(), document.terms.end(), is_pair), 6);
}

TEST(DocumentBuilder, RelativesShareTheStemTerm) {
  DocumentBuilder builder;
  const Document document = builder.Build(Of("", "membaca dibaca"));
  EXPECT_EQ(Show(document, ZStem("baca")), "4@");
  EXPECT_EQ(Show(document, "membaca"), "2@101");
  EXPECT_EQ(Show(document, "baca"), "none");
}

TEST(DocumentBuilder, WhatStandsBesideAWordIsFoundInAnyFormOnly) {
  DocumentBuilder builder;
  const Document document = builder.Build(Of("Ijin", "Urus e-KTP baru, nonkekerasan"));
  EXPECT_EQ(Show(document, "e"), "2@103");
  EXPECT_EQ(Show(document, "ektp"), "none");
  EXPECT_EQ(Show(document, "Zektp"), "2@");
  EXPECT_EQ(Show(document, "izin"), "none");
  EXPECT_EQ(Show(document, "Sizin"), "none");
  EXPECT_EQ(Show(document, "ZSizin"), "1@");
  EXPECT_EQ(Show(document, "kekerasan"), "none");
  EXPECT_EQ(Show(document, "Zkeras"), "2@");
  EXPECT_EQ(Show(document, "ktp"), "2@104");
  EXPECT_EQ(Show(document, "baru"), "2@105");
}

TEST(DocumentBuilder, AcronymsHaveTermsOfTheirOwnWithoutPositions) {
  DocumentBuilder builder;
  const Document document = builder.Build(Of("AS", "as AS As"));
  EXPECT_EQ(Show(document, "Aas"), "5@");
  EXPECT_EQ(Show(document, "SAas"), "1@");
  EXPECT_EQ(Show(document, "as"), "9@1,102,103,104");
  EXPECT_EQ(Show(document, "Sas"), "1@1");
  EXPECT_EQ(Show(document, "AS"), "none");
  EXPECT_EQ(Show(builder.Build(Of("as", "as")), "Aas"), "none");
}

TEST(DocumentBuilder, DefinitionsOfTitleAndBodyAreTermsWithoutFrequency) {
  DocumentBuilder builder;
  const Document document =
      builder.Build(Of("Polisi Republik Indonesia (Polri)",
                       "Amerika Serikat (AS). AS (Amerika Serikat) dan Perang Dunia (II)"));
  EXPECT_EQ(Show(document, "Lpolri=polisi republik indonesia"), "0@");
  EXPECT_EQ(Show(document, "Mpolisi republik indonesia=Polri"), "0@");
  EXPECT_EQ(Show(document, "Las=amerika serikat"), "0@");
  EXPECT_EQ(Show(document, "Mamerika serikat=AS"), "0@");
  EXPECT_EQ(std::count_if(document.terms.begin(), document.terms.end(),
                          [](const DocumentTerm& t) { return t.term[0] == 'L'; }),
            2);
}

TEST(DocumentBuilder, NoNameSpansTitleAndBody) {
  DocumentBuilder builder;
  EXPECT_EQ(Show(builder.Build(Of("Amerika", "Serikat (AS)")), "Las=amerika serikat"), "none");
}

TEST(DocumentBuilder, TheIdIsATermWithoutFrequency) {
  DocumentBuilder builder;
  EXPECT_EQ(Show(builder.Build(Of("x", "y")), "Qa.txt"), "0@");
}

TEST(DocumentBuilder, ValuesOfWhatIsKnown) {
  DocumentBuilder builder;
  Article article = Of("x", "y");
  EXPECT_TRUE(builder.Build(article).values.empty());
  article.date = MakeDate(2022, 2, 7);
  article.source = "Warta";
  article.category = "Ekonomi";
  const std::vector<std::pair<unsigned, std::string>> expected = {
      {kDateSlot, "20220207"}, {kSourceSlot, "Warta"}, {kCategorySlot, "Ekonomi"}};
  EXPECT_EQ(builder.Build(article).values, expected);
}

TEST(DocumentBuilder, WhatIsKnownHasPositionsAndNoFrequency) {
  DocumentBuilder builder;
  Article article = Of("", "Beras naik.");
  article.source = "CNN Indonesia";
  EXPECT_EQ(Show(builder.Build(article), std::string(kSourcePrefix) + "cnn"), "0@1");
  EXPECT_EQ(Show(builder.Build(article), std::string(kSourcePrefix) + "indonesia"), "0@2");
}

// To Xapian's check a document of length 0 has no terms, so that it must not have positions.
TEST(DocumentBuilder, WithoutWordsInTheTextWhatIsKnownMakesItsLength) {
  DocumentBuilder builder;
  Article article = Of("", "!");
  article.source = "CNN Indonesia";
  EXPECT_EQ(Show(builder.Build(article), std::string(kSourcePrefix) + "cnn"), "1@1");
}

TEST(DocumentBuilder, CountsWordsTooLongOfTitleAndBody) {
  DocumentBuilder builder;
  const std::string over(kMaxTokenCodePoints + 1, 'x');
  const Document document = builder.Build(Of("satu " + over, over + " dua " + over));
  EXPECT_EQ(builder.overlong(), 3U);
  EXPECT_EQ(Show(document, over), "none");
  EXPECT_EQ(Show(document, "dua"), "2@102");
  static_cast<void>(builder.Build(Of("pendek", "")));
  EXPECT_EQ(builder.overlong(), 0U);
}

TEST(DocumentBuilder, FormsOfAStemAreToldOnce) {
  DocumentBuilder builder;
  const std::string stem = Stem("membaca");
  EXPECT_EQ(builder.Build(Of("Membaca", "dibaca membaca baca")).forms,
            (std::vector<StemmedForm>{{stem, "dibaca"}, {stem, "membaca"}}));
  EXPECT_EQ(builder.Build(Of("Terbaca", "membaca")).forms,
            (std::vector<StemmedForm>{{stem, "terbaca"}}));
}

TEST(DocumentBuilder, AnEmptyArticleHasItsIdAndPlaceOnly) {
  DocumentBuilder builder;
  EXPECT_EQ(builder.Build(Of("", "")).terms.size(), 2U);
}

// A name of a few long words with an abbreviation of it.
std::string LongNames(Random& random) {
  std::string name;
  std::string initials;
  for (std::size_t words = 1 + random.Below(9); words > 0; --words) {
    const char initial = static_cast<char>('a' + random.Below(26));
    name += std::string(1 + random.Below(60), initial) + ' ';
    initials += static_cast<char>(initial - 'a' + 'A');
  }
  return name + '(' + initials + ')';
}

TEST(DocumentProperty, TermsAscendOnceAndFitXapianWithAscendingPositions) {
  constexpr std::size_t kLongestTerm = 245;
  Random random(31);
  DocumentBuilder builder;
  for (int round = 0; round < 1000; ++round) {
    Article article = Of(random.Utf8(20), random.Utf8(100));
    if (round % 2 == 0) article.body += LongNames(random);
    article.id = random.Bytes(300);
    const Document document = builder.Build(article);
    for (std::size_t i = 0; i < document.terms.size(); ++i) {
      const DocumentTerm& term = document.terms[i];
      ASSERT_FALSE(term.term.empty());
      ASSERT_LE(term.term.size(), kLongestTerm);
      ASSERT_TRUE(i == 0 || document.terms[i - 1].term < term.term);
      ASSERT_TRUE(std::is_sorted(term.positions.begin(), term.positions.end()));
      ASSERT_EQ(std::adjacent_find(term.positions.begin(), term.positions.end()),
                term.positions.end());
      const bool is_form = term.term[0] < 'A' || term.term[0] > 'Z';
      ASSERT_TRUE(!is_form || !term.positions.empty());
    }
  }
}

}  // namespace
}  // namespace warta
