#include "common/text/lexicon.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "common/text/fold.h"
#include "common/text/lexicon/hunspell.h"
#include "common/text/lexicon/table_format.h"
#include "common/text/stem.h"
#include "tests/unit/random.h"
#include "tests/unit/word_list.h"

namespace warta {
namespace {

constexpr const char* kLists[] = {"roots.txt",          "function_words.txt", "names.txt",
                                  "derived.txt",        "compounds.txt",      "bound_forms.txt",
                                  "reduplications.txt", "spellings.txt"};

// The stems under which a text is found: those of its words and variants, without those of parts.
std::set<std::string> StemsOf(std::string_view text) {
  static Analyser analyser;
  std::set<std::string> stems;
  for (const Token& token : analyser.Analyse(text)) {
    if (token.kind != Token::Kind::kPart) stems.emplace(token.stem);
  }
  return stems;
}

// Whether two texts find each other: all that is asked for one of them is found in the other.
bool Meet(std::string_view a, std::string_view b) {
  const std::set<std::string> left = StemsOf(a);
  const std::set<std::string> right = StemsOf(b);
  return std::any_of(left.begin(), left.end(),
                     [&](const std::string& stem) { return right.contains(stem); });
}

// Whether a variant token of the text has this form.
bool HasVariant(std::string_view text, std::string_view form) {
  Analyser analyser;
  const auto tokens = analyser.Analyse(text);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind == Token::Kind::kVariant && token.surface == form;
  });
}

bool Has(std::string_view word, std::uint8_t trait) {
  const LexiconEntry* entry = FindEntry(word);
  return entry != nullptr && (entry->traits & trait) != 0;
}

std::vector<const LexiconEntry*> AllEntries() {
  std::vector<const LexiconEntry*> entries;
  for (const std::uint32_t slot : kLexiconSlotTable) {
    if (slot != 0) entries.push_back(&kLexiconEntries[(slot >> 16U) - 1]);
  }
  return entries;
}

// The table.

TEST(Lexicon, EveryEntryIsFoundOnce) {
  const std::vector<const LexiconEntry*> entries = AllEntries();
  std::set<std::string_view> words;
  for (const LexiconEntry* entry : entries) {
    EXPECT_TRUE(words.insert(TextOf(*entry)).second) << TextOf(*entry);
    ASSERT_EQ(FindEntry(TextOf(*entry)), entry) << TextOf(*entry);
    const bool mention = (entry->traits & LexiconEntry::kMention) != 0;
    EXPECT_EQ(FindWord(TextOf(*entry)), mention ? nullptr : entry) << TextOf(*entry);
  }
  EXPECT_GT(entries.size(), 30'000U);
  EXPECT_LT(entries.size(), kLexiconSlots / 2 + kLexiconSlots / 8);  // or looking up gets slow
}

TEST(Lexicon, NothingElseIsFound) {
  std::set<std::string_view> words;
  for (const LexiconEntry* entry : AllEntries()) words.insert(TextOf(*entry));
  Random random(0x1E);
  for (const std::string_view word : words) {
    std::string other(word);
    other[random.Below(other.size())] = static_cast<char>('a' + random.Below(26));
    ASSERT_EQ(FindEntry(other) != nullptr, words.contains(other)) << other;
    other = std::string(word) + static_cast<char>('a' + random.Below(26));
    ASSERT_EQ(FindEntry(other) != nullptr, words.contains(other)) << other;
    other = std::string(word.substr(1));
    ASSERT_EQ(FindEntry(other) != nullptr, words.contains(other)) << other;
  }
  // Among so many, some have the place and the fingerprint of an entry (8 expected).
  for (int i = 0; i < 2'000'000; ++i) {
    std::string other(6, 'a');
    for (char& c : other) c = static_cast<char>('a' + random.Below(26));
    const LexiconEntry* entry = FindEntry(other);
    ASSERT_TRUE(entry == nullptr || TextOf(*entry) == other) << other;
  }
  EXPECT_EQ(FindEntry(""), nullptr);
  EXPECT_EQ(FindEntry(std::string(1000, 'a')), nullptr);
  EXPECT_EQ(FindEntry(std::string_view("a\0", 2)), nullptr);
  EXPECT_EQ(FindEntry("\xFF\xFE"), nullptr);
}

TEST(Lexicon, ARootIsItsOwnRootAndAStandardSpellingIsNoVariant) {
  for (const LexiconEntry* entry : AllEntries()) {
    const LexiconEntry& root = RootOf(*entry);
    EXPECT_EQ(&RootOf(root), &root) << TextOf(*entry);
    const LexiconEntry& standard = StandardOf(*entry);
    EXPECT_EQ(&StandardOf(standard), &standard) << TextOf(*entry);
  }
}

TEST(Lexicon, AnEntryIsStemmedToItsRoot) {
  for (const LexiconEntry* entry : AllEntries()) {
    const std::string_view word = TextOf(*entry);
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a'; });
    if (FindWord(word) == nullptr || word.size() < 4 || !plain) continue;
    ASSERT_EQ(Stem(word), TextOf(RootOf(*entry))) << word;
  }
}

TEST(Lexicon, HoldsTheWordsOfHunspell) {
  std::ifstream file(WARTA_HUNSPELL);
  ASSERT_TRUE(file);
  for (const HunspellEntry& hunspell : ReadHunspell(file)) {
    if (hunspell.word.find('-') != std::string::npos) continue;  // left to the lists, or units
    const LexiconEntry* entry = FindWord(hunspell.word);
    ASSERT_NE(entry, nullptr) << hunspell.word;
    EXPECT_EQ(entry->licence & hunspell.licence, hunspell.licence) << hunspell.word;
    EXPECT_GE(entry->flags, hunspell.flags) << hunspell.word;
  }
}

TEST(Lexicon, TheIdentityIsSixteenHexadecimalDigits) {
  EXPECT_EQ(LexiconIdentity().size(), 16U);
  EXPECT_EQ(LexiconIdentity().find_first_not_of("0123456789abcdef"), std::string_view::npos);
}

// The lists, line by line: each does what its head says.

TEST(LexiconLists, WordsStandThereAsTheyAreFolded) {
  for (const char* list : kLists) {
    for (const auto& fields : ReadWordList(list)) {
      std::string word = fields.front();
      const auto hyphens = std::erase(word, '-');
      EXPECT_EQ(hyphens > 0, list == std::string_view("reduplications.txt")) << fields.front();
      EXPECT_EQ(FoldAscii(word), word) << list;
    }
  }
}

TEST(LexiconLists, Roots) {
  for (const auto& fields : ReadWordList("roots.txt")) {
    const LexiconEntry* entry = FindWord(fields.front());
    ASSERT_NE(entry, nullptr) << fields.front();
    EXPECT_TRUE(entry->licence != 0 || fields.size() == 1) << fields.front();
    EXPECT_GE(entry->flags, 2 + fields.size()) << fields.front();
  }
}

TEST(LexiconLists, DerivedWordsHaveTheStemOfTheirRoot) {
  for (const auto& fields : ReadWordList("derived.txt")) {
    EXPECT_EQ(Stem(fields[0]), Stem(fields[1])) << fields[0];
    EXPECT_NE(Stem(fields[0]), fields[0]) << fields[0];
  }
}

TEST(LexiconLists, FunctionWordsAndNamesStayAndAreNoRoots) {
  for (const char* list : {"function_words.txt", "names.txt"}) {
    for (const auto& fields : ReadWordList(list)) {
      const std::string& word = fields.front();
      EXPECT_EQ(Stem(word), word);
      EXPECT_TRUE(Has(word, LexiconEntry::kFixed)) << word;
      EXPECT_NE(Stem("ber" + word), word);
      EXPECT_EQ(Stem(word + "nya"), word);
    }
  }
}

TEST(LexiconLists, UnitsStayOrGoToTheirStem) {
  for (const auto& fields : ReadWordList("reduplications.txt")) {
    EXPECT_TRUE(Has(fields[0], LexiconEntry::kUnit)) << fields[0];
    const std::string stem(TextOf(RootOf(*FindEntry(fields.back()))));
    EXPECT_EQ(StemsOf(fields[0]), std::set<std::string>{stem}) << fields[0];
  }
}

TEST(LexiconLists, CompoundsMeetApartAndTogether) {
  for (const auto& fields : ReadWordList("compounds.txt")) {
    const std::string apart = fields[0] + ' ' + fields[1];
    const std::string together = fields[0] + fields[1];
    EXPECT_TRUE(Meet(apart, together)) << apart;
    EXPECT_FALSE(HasVariant(fields[0] + ", " + fields[1], together)) << apart;
    const std::string clitic = fields[1] + "nya";
    if (Stem(clitic) != fields[1]) continue;  // foreign words of three letters: roll on bagnya
    EXPECT_TRUE(Meet(fields[0] + ' ' + clitic, together)) << apart;
  }
}

TEST(LexiconLists, BoundFormsMeetApartHyphenatedAndTogether) {
  for (const auto& fields : ReadWordList("bound_forms.txt")) {
    EXPECT_TRUE(Has(fields[0], LexiconEntry::kBoundForm)) << fields[0];
    EXPECT_EQ(Has(fields[0], LexiconEntry::kApart), fields.size() == 2) << fields[0];
    for (const std::string word : {"dagang", "negara", "kerajaan"}) {
      EXPECT_TRUE(Meet(fields[0] + '-' + word, fields[0] + word)) << fields[0] << word;
      EXPECT_TRUE(Meet(fields[0] + '-' + word, word)) << fields[0] << word;
      const bool apart = Meet(fields[0] + ' ' + word, fields[0] + word);
      EXPECT_EQ(apart, fields.size() == 2) << fields[0] << word;
    }
  }
}

TEST(LexiconLists, SpellingsMeetTheStandardOne) {
  for (const auto& fields : ReadWordList("spellings.txt")) {
    EXPECT_TRUE(Meet(fields[0], fields[1])) << fields[0];
  }
}

}  // namespace
}  // namespace warta
