#include "searcher/expand/vocabulary.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/expand/edit_distance.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

// A database of terms, no articles of ours.
class VocabularyTest : public TempDirectoryTest {
 protected:
  void SetUp() override {
    TempDirectoryTest::SetUp();
    database_ = Xapian::WritableDatabase(Path("db"), Xapian::DB_CREATE);
  }

  // So many documents have the term.
  void Add(const std::string& term, int documents = 1) {
    for (int i = 0; i < documents; ++i) {
      Xapian::Document document;
      document.add_term(term);
      database_.add_document(document);
    }
  }

  static std::string Show(const VocabularyForms& found) {
    std::string shown;
    for (const VocabularyForm& one : found.forms) {
      shown.append(one.form).append(" ").append(std::to_string(one.articles)).append(", ");
    }
    return shown + "of " + std::to_string(found.all);
  }

  std::string Beginning(std::string_view prefix, std::size_t most = kMostForms) const {
    return Show(FormsBeginning(database_, prefix, most));
  }

  std::string Near(std::string_view word, std::size_t most = kMostForms) const {
    return Show(FormsNear(database_, word, most));
  }

  Xapian::WritableDatabase database_;
};

TEST_F(VocabularyTest, AnEmptyDatabaseHasNoForms) {
  EXPECT_EQ(Beginning("a"), "of 0");
  EXPECT_EQ(Near("beras"), "of 0");
  EXPECT_TRUE(FormsOfStem(database_, "beras").empty());
}

TEST_F(VocabularyTest, FormsThatBeginSoStandMostFrequentFirst) {
  Add("strategi", 3);
  Add("strategis", 5);
  Add("strategisnya", 3);
  Add("stra");
  Add("strb", 9);
  Add("str", 9);
  Add("Sstrategi", 9);
  EXPECT_EQ(Beginning("stra"), "strategis 5, strategi 3, strategisnya 3, stra 1, of 4");
  EXPECT_EQ(Beginning("stra", 2), "strategis 5, strategi 3, of 4");
  EXPECT_EQ(Beginning("stra", 0), "of 4");
  EXPECT_EQ(Beginning("strategisn"), "strategisnya 3, of 1");
  EXPECT_EQ(Beginning("x"), "of 0");
}

TEST_F(VocabularyTest, OfEquallyFrequentFormsTheFirstOfTheAlphabetAreKept) {
  for (const char* form : {"kad", "kab", "kac", "kaa", "kae"}) Add(form);
  EXPECT_EQ(Beginning("ka", 3), "kaa 1, kab 1, kac 1, of 5");
}

TEST_F(VocabularyTest, TermsWithPrefixesAreNoForms) {
  for (const char* term : {"Zberas", "ZSberas", "Aas", "Lkpk=komisi", "A", "AAs"}) Add(term, 3);
  EXPECT_EQ(Beginning("Z"), "of 0");
  EXPECT_EQ(Beginning(""), "of 0");
  EXPECT_EQ(Near("Aas"), "of 0");
  EXPECT_EQ(Near("aas"), "of 0");  // Aas is one edit away
  EXPECT_TRUE(FormsOfStem(database_, "Zberas").empty());
  EXPECT_TRUE(FormsOfStem(database_, "").empty());
}

TEST(Vocabulary, AllowedEdits) {
  const std::vector<std::size_t> allowed = {0, 0, 0, 1, 1, 1, 2, 2};
  for (std::size_t length = 0; length < allowed.size(); ++length) {
    EXPECT_EQ(AllowedEdits(length), allowed[length]) << length;
  }
  EXPECT_EQ(AllowedEdits(64), 2U);
}

TEST_F(VocabularyTest, OneEditMayBeAnywhere) {
  Add("putri", 7);
  Add("putin", 4);
  Add("putni");
  Add("utni");
  Add("uptni");
  Add("9putni");
  Add("kutni");
  Add("éputni");
  Add("日utni");
  Add("putnis");
  Add("patri", 9);  // two edits
  EXPECT_EQ(Near("putni"),
            "putri 7, putin 4, 9putni 1, kutni 1, putni 1, putnis 1, uptni 1, utni 1, éputni 1, "
            "日utni 1, of 10");
  EXPECT_EQ(Near("putni", 2), "putri 7, putin 4, of 10");
}

TEST_F(VocabularyTest, TwoEditsKeepTheFirstLetter) {
  Add("presiden", 7);
  Add("persidne", 2);
  Add("residne");
  Add("residen", 2);
  Add("presidenn", 2);
  EXPECT_EQ(Near("presiden"), "presiden 7, persidne 2, presidenn 2, residen 2, of 4");
}

TEST_F(VocabularyTest, WordsOfTwoLettersStandForThemselves) {
  Add("di", 5);
  Add("do", 5);
  EXPECT_EQ(Near("di"), "di 5, of 1");
  EXPECT_EQ(Near("de"), "of 0");
  EXPECT_EQ(Near(""), "of 0");
}

TEST_F(VocabularyTest, LettersAreCodePoints) {
  Add("日本", 2);
  Add("日曜日", 2);
  Add("日曜", 1);
  EXPECT_EQ(Near("日本"), "日本 2, of 1");
  EXPECT_EQ(Near("日曜日"), "日曜日 2, 日曜 1, of 2");
}

TEST_F(VocabularyTest, SeveralDatabasesAreOne) {
  Add("beras", 2);
  Add("berat");
  database_.commit();
  Xapian::WritableDatabase other(Path("lain"), Xapian::DB_CREATE);
  for (const char* term : {"beras", "seras", "beras-beras"}) {
    Xapian::Document document;
    document.add_term(term);
    other.add_document(document);
  }
  other.add_synonym("beras", "beras-beras");
  other.commit();
  Xapian::Database both(Path("db"));
  both.add_database(Xapian::Database(Path("lain")));
  EXPECT_EQ(Show(FormsNear(both, "beras")), "beras 3, berat 1, seras 1, of 3");
  EXPECT_EQ(Show(FormsBeginning(both, "bera")), "beras 3, beras-beras 1, berat 1, of 3");
  EXPECT_EQ(FormsOfStem(both, "beras"), (std::vector<std::string>{"beras", "beras-beras"}));
}

// Whatever words there are, the forms found are those that a look at every one of them finds.
TEST_F(VocabularyTest, NothingNearIsMissed) {
  std::mt19937 random(3);
  static const std::vector<std::string> kLetters = {"a", "b", "c", "0", "é", "日"};
  std::vector<std::string> words;
  for (int i = 0; i < 1500; ++i) {
    std::string word;
    for (std::size_t left = 1 + random() % 8; left > 0; --left) {
      word += kLetters[random() % kLetters.size()];
    }
    Add(word);
    words.push_back(word);
  }
  for (std::size_t at = 0; at < words.size(); at += 10) {
    const std::string& word = words[at];
    const std::size_t edits = AllowedEdits(CodePointCount(word));
    EditDistance distance(word, edits);
    std::size_t first = 0;
    NextCodePoint(word, first);
    std::vector<std::string> near;
    for (auto it = database_.allterms_begin(); it != database_.allterms_end(); ++it) {
      const std::optional<std::size_t> found = distance.To(*it);
      const bool same_initial = (*it).compare(0, first, word, 0, first) == 0;
      if (found && (*found <= 1 || same_initial)) near.push_back(*it);
    }
    const VocabularyForms found = FormsNear(database_, word, words.size());
    EXPECT_EQ(found.all, near.size()) << word;
    std::vector<std::string> forms;
    for (const VocabularyForm& one : found.forms) forms.push_back(one.form);
    std::sort(forms.begin(), forms.end());
    EXPECT_EQ(forms, near) << word;
  }
}

TEST_F(VocabularyTest, FormsOfAStemAreThoseThatArticlesStillHave) {
  Add("mitra", 2);
  Add("kemitraan");
  Add("bermitra");
  database_.add_synonym("mitra", "kemitraan");
  database_.add_synonym("mitra", "bermitra");
  database_.add_synonym("mitra", "mitranya");
  database_.add_synonym("ajar", "pelajar");
  Add("pelajar");
  EXPECT_EQ(FormsOfStem(database_, "mitra"),
            (std::vector<std::string>{"bermitra", "kemitraan", "mitra"}));
  EXPECT_EQ(FormsOfStem(database_, "ajar"), (std::vector<std::string>{"pelajar"}));
  EXPECT_EQ(FormsOfStem(database_, "kemitraan"), (std::vector<std::string>{"kemitraan"}));
}

}  // namespace
}  // namespace warta
