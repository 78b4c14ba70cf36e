#include "searcher/expand/synonym_file.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

using Words = std::vector<std::vector<std::string>>;

// "2 words: kendaraan listrik, EV" for what the list has for the words, given as a text.
std::string Found(const SynonymList& list, std::string_view text) {
  Analyser analyser;
  Words words;
  for (const Token& token : analyser.Analyse(text)) {
    if (token.kind == Token::Kind::kWord) words.push_back({std::string(token.stem)});
    if (token.kind == Token::Kind::kAcronym) words.back() = {std::string(token.stem)};
  }
  const SynonymList::Found found = list.Find(words, analyser);
  std::string shown = std::to_string(found.words) + " words:";
  for (const SynonymEntry& entry : found.synonyms) shown.append(" ").append(entry.text).append(",");
  shown.pop_back();
  return shown;
}

SynonymList Parsed(const std::string& text) {
  Analyser analyser;
  Result<SynonymList> list = SynonymList::Parse(text, "daftar.txt", analyser);
  EXPECT_TRUE(list.ok()) << list.error().message;
  return list.ok() ? list.value() : SynonymList();
}

struct LookUp {
  std::string list;
  std::string words;
  std::string found;
};

void PrintTo(const LookUp& one, std::ostream* out) {
  *out << one.list << " | " << one.words;
}

class SynonymListTest : public ::testing::TestWithParam<LookUp> {};

TEST_P(SynonymListTest, Finds) {
  EXPECT_EQ(Found(Parsed(GetParam().list), GetParam().words), GetParam().found);
}

constexpr const char* kCars = "mobil listrik, kendaraan listrik, EV";
constexpr const char* kVirus = "covid => korona, corona";

INSTANTIATE_TEST_SUITE_P(
    Lines, SynonymListTest,
    ::testing::Values(
        LookUp{kCars, "mobil listrik", "2 words: kendaraan listrik, EV"},
        LookUp{kCars, "kendaraan listrik", "2 words: mobil listrik, EV"},
        LookUp{kCars, "ev", "1 words: mobil listrik, kendaraan listrik"},
        LookUp{kCars, "EV", "1 words: mobil listrik, kendaraan listrik"},
        LookUp{kCars, "mobil", "0 words"}, LookUp{kCars, "listrik mobil", "0 words"},
        LookUp{kCars, "mobil listrik murah", "2 words: kendaraan listrik, EV"},
        LookUp{kCars, "kendaraan-kendaraan listriknya", "2 words: mobil listrik, EV"},
        LookUp{kVirus, "covid", "1 words: korona, corona"}, LookUp{kVirus, "korona", "0 words"},
        LookUp{"covid, virus korona=>corona", "virus korona", "2 words: corona"},
        // The longest entry counts; several lines with it add up, what is known is not added.
        LookUp{"mobil, otomobil\nmobil listrik, EV\nmobil listrik, EV, elektromobil",
               "mobil listrik", "2 words: EV, elektromobil"},
        LookUp{"mobil, otomobil\nmobil listrik, EV", "mobil bekas", "1 words: otomobil"},
        // Itself in another form is no synonym.
        LookUp{"mitra, kemitraan", "mitra", "1 words"},
        // Acronyms that are ordinary words too.
        LookUp{"AS, Amerika Serikat", "AS", "1 words: Amerika Serikat"},
        LookUp{"AS, Amerika Serikat", "as", "0 words"},
        LookUp{"AS, Amerika Serikat", "amerika serikat", "2 words: AS"},
        LookUp{"as, poros", "as", "1 words: poros"}, LookUp{"as, poros", "AS", "0 words"},
        LookUp{"AS Roma, Giallorossi", "as roma", "2 words: Giallorossi"},
        LookUp{"AS Roma, Giallorossi", "AS Roma", "2 words: Giallorossi"},
        // How files are written.
        LookUp{"", "covid", "0 words"}, LookUp{"\n\n# covid, korona\n", "covid", "0 words"},
        LookUp{"\xEF\xBB\xBF"
               "covid, korona\r\nflu => influenza\r\n",
               "covid", "1 words: korona"},
        LookUp{"covid, korona\r\nflu => influenza\r\n", "flu", "1 words: influenza"},
        LookUp{"  covid ,\tkorona  # sejak 2020", "covid", "1 words: korona"},
        LookUp{"\"covid\", korona", "covid", "1 words: korona"},
        LookUp{"-- covid, korona", "covid", "1 words: korona"},
        LookUp{"Covid-19, korona", "covid 19", "2 words: korona"},
        LookUp{"日本, Jepang", "jepang", "1 words: 日本"}));

TEST(SynonymList, TermsAreWordsOrOneAcronym) {
  Analyser analyser;
  const SynonymList list = Parsed("Amerika, Negara-Negara Serikat, AS, US$, AS Roma");
  const SynonymList::Found found = list.Find(Words{{"amerika"}}, analyser);
  ASSERT_EQ(found.synonyms.size(), 4U);
  EXPECT_EQ(found.synonyms[0].terms,
            (std::vector<QueryTerm>{{"negara-negara", "negara"}, {"serikat", "serikat"}}));
  EXPECT_EQ(found.synonyms[1].terms, (std::vector<QueryTerm>{{"AS", "AS", Token::Kind::kAcronym}}));
  EXPECT_EQ(found.synonyms[2].terms.size(), 1U);
  EXPECT_EQ(found.synonyms[3].terms, (std::vector<QueryTerm>{{"as", "as"}, {"roma", "roma"}}));
}

TEST(SynonymList, PartsOfAWordAreNoEntry) {
  Analyser analyser;
  const SynonymList list = Parsed("prabowo, menhan\nprabowo gibran, koalisi");
  EXPECT_EQ(list.Find(Words{{"prabowo", "gibran"}}, analyser).words, 1U);
  EXPECT_EQ(list.Find(Words{{"prabowo", "hatta"}}, analyser).words, 0U);
  EXPECT_EQ(list.Find(Words{}, analyser).words, 0U);
  EXPECT_EQ(list.Find(Words{{}}, analyser).words, 0U);
}

TEST(SynonymList, LongLinesAreCut) {
  std::string line = "nol";
  for (std::size_t i = 0; i < kMostSynonyms + 5; ++i) line += ", kata" + std::to_string(i);
  Analyser analyser;
  const SynonymList list = Parsed(line);
  EXPECT_EQ(list.Find(Words{{"nol"}}, analyser).synonyms.size(), kMostSynonyms);
}

struct Mistake {
  std::string list;
  std::string message;
};

void PrintTo(const Mistake& one, std::ostream* out) {
  *out << one.list;
}

class SynonymMistakeTest : public ::testing::TestWithParam<Mistake> {};

TEST_P(SynonymMistakeTest, IsNamedWithItsPlace) {
  Analyser analyser;
  const Result<SynonymList> list = SynonymList::Parse(GetParam().list, "daftar.txt", analyser);
  ASSERT_FALSE(list.ok());
  EXPECT_EQ(list.error().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, SynonymMistakeTest,
    ::testing::Values(Mistake{"covid", "daftar.txt:1: neither a comma nor => between synonyms"},
                      Mistake{"a, b\n\nmobil listrik\n",
                              "daftar.txt:3: neither a comma nor => between synonyms"},
                      Mistake{"a, b\nc, !!!\n", "daftar.txt:2: an entry without a word"},
                      Mistake{"a, b,", "daftar.txt:1: an entry without a word"},
                      Mistake{"a,, b", "daftar.txt:1: an entry without a word"},
                      Mistake{"=> b", "daftar.txt:1: an entry without a word"},
                      Mistake{"a =>", "daftar.txt:1: an entry without a word"},
                      Mistake{"a => # b", "daftar.txt:1: an entry without a word"},
                      Mistake{"a => b, -", "daftar.txt:1: an entry without a word"},
                      Mistake{"a => b => c", "daftar.txt:1: more than one =>"},
                      Mistake{"a, b\r\nc, \xE9\r\n", "daftar.txt:2: not UTF-8"},
                      Mistake{"# \xE9\na, b", "daftar.txt:1: not UTF-8"}));

class SynonymFileTest : public TempDirectoryTest {};

TEST_F(SynonymFileTest, IsRead) {
  Analyser analyser;
  const auto list = ReadSynonymFile(Write("daftar.txt", "covid, korona\n"), analyser);
  ASSERT_TRUE(list.ok());
  EXPECT_FALSE(list.value().empty());
  EXPECT_EQ(Found(list.value(), "covid"), "1 words: korona");
}

TEST_F(SynonymFileTest, CannotBeRead) {
  Analyser analyser;
  for (const std::string& path : {Path("tidak-ada.txt"), directory()}) {
    const auto list = ReadSynonymFile(path, analyser);
    ASSERT_FALSE(list.ok());
    EXPECT_NE(list.error().message.find(path), std::string::npos) << list.error().message;
  }
}

}  // namespace
}  // namespace warta
