// How the dictionary is made: hunspell.h, draft.h, lists.h, table.h.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "common/store/files.h"
#include "common/text/lexicon.h"
#include "common/text/lexicon/draft.h"
#include "common/text/lexicon/hunspell.h"
#include "common/text/lexicon/lists.h"
#include "common/text/lexicon/table.h"
#include "common/text/lexicon/table_format.h"
#include "common/text/word_hash.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;

namespace fs = std::filesystem;

constexpr const char* kLists[] = {"roots.txt",          "function_words.txt", "names.txt",
                                  "derived.txt",        "compounds.txt",      "bound_forms.txt",
                                  "reduplications.txt", "spellings.txt"};

std::vector<HunspellEntry> Hunspell(const std::string& text) {
  std::istringstream in(text);
  return ReadHunspell(in);
}

// Lines of a list that stands in `list:1`, `list:2`, ...
std::vector<ListLine> Lines(const std::vector<std::vector<std::string>>& fields) {
  std::vector<ListLine> lines;
  lines.reserve(fields.size());
  for (const auto& words : fields) {
    lines.push_back({words, "list:" + std::to_string(lines.size() + 1)});
  }
  return lines;
}

const DraftEntry& EntryOf(const Draft& draft, const std::string& word) {
  return draft.entries().at(word);
}

// What went wrong, as a person is told it.
std::string MessageOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "nothing";
}

// hunspell.h

// "word flags licence" for each entry.
std::string ShowHunspell(std::string_view text) {
  std::string shown;
  for (const HunspellEntry& entry : Hunspell(std::string(text))) {
    shown += shown.empty() ? "" : " | ";
    shown += entry.word + ' ' + std::to_string(entry.flags) + ' ' + std::to_string(entry.licence);
  }
  return shown;
}

TEST(ReadHunspell, EntriesWithTheirFlags) {
  // The cases only point at their texts.
  const std::string ajar = "ajar 3 " + std::to_string(kLicenceMe | kLicenceBer | kLicencePeAn);
  const std::string tahu = "tahu 2 " + std::to_string(kLicenceKeI | kLicenceTer | kLicenceI);
  const TextCase cases[] = {
      {"", ""},
      {"meja\n", "meja 0 0"},
      {"ajar/M0B0Pa\n", ajar},
      {"tahu/KiTi", tahu},
      {"ajar/M0B0Pa\r\n", ajar},
      {"Jakarta\n", "jakarta 0 0"},
      {"kupu-kupu\n", "kupu-kupu 0 0"},
      {"meja\nmeja/M0\n", "meja 0 0 | meja 1 1"},
      {"kata/\n", "kata 0 0"},
      {"kata/??\n", "kata 1 0"},  // a flag that stands for no affix
      {"kata/M\n", "kata 0 0"},   // half a flag
  };
  for (const auto& c : cases) EXPECT_EQ(ShowHunspell(c.input), c.shown) << c.input;
}

TEST(ReadHunspell, LinesThatHoldNoWord) {
  constexpr TextCase kCases[] = {
      {"31090\n", ""},  // the first line of a word list: how many there are
      {"meta-\n", ""},      {"-isme\n", ""}, {"caf\xC3\xA9\n", ""}, {"jum'at\n", ""},
      {"kerja sama\n", ""}, {"\n\n", ""},    {"/M0\n", ""},         {"-\n", ""},
  };
  ExpectShown(kCases, ShowHunspell);
}

// draft.h

TEST(Draft, EntriesThatStandSeveralTimesAreOne) {
  Draft draft;
  draft.AddHunspell(Hunspell("meja/M0\nmeja/B0Pa\n"));
  EXPECT_EQ(EntryOf(draft, "meja").flags, 3);
  EXPECT_EQ(EntryOf(draft, "meja").licence, kLicenceMe | kLicenceBer | kLicencePeAn);
}

TEST(Draft, ADoubledWordIsAUnitWhereItsHalvesAreNoWords) {
  Draft draft;
  draft.AddHunspell(Hunspell("kupu-kupu\nanak-anak\nanak\nsayur-mayur\nsayur\na-b-c\n"));
  EXPECT_EQ(EntryOf(draft, "kupu-kupu").traits, LexiconEntry::kUnit);
  EXPECT_FALSE(draft.entries().contains("anak-anak"));
  EXPECT_FALSE(draft.entries().contains("sayur-mayur"));
  EXPECT_FALSE(draft.entries().contains("a-b-c"));
}

TEST(Draft, RootsCountAsProductive) {
  Draft draft;
  draft.AddHunspell(Hunspell("lama/M0B0PaTiKaSe\n"));
  draft.AddRoots(Lines({{"viral"}, {"siber", "ber-", "ke-an"}, {"lama", "-an"}}));
  EXPECT_EQ(EntryOf(draft, "viral").flags, 3);
  EXPECT_EQ(EntryOf(draft, "viral").licence, 0U);
  EXPECT_EQ(EntryOf(draft, "siber").flags, 5);
  EXPECT_EQ(EntryOf(draft, "siber").licence, kLicenceBer | kLicenceKeAn);
  EXPECT_EQ(EntryOf(draft, "lama").flags, 6);
  EXPECT_NE(EntryOf(draft, "lama").licence & kLicenceAn, 0U);
}

TEST(Draft, EveryAffixOfTheListOfRoots) {
  struct AffixCase {
    const char* affix;
    Licence licence;
  };
  constexpr AffixCase kCases[] = {
      {"meN-", kLicenceMe},      {"di-", kLicenceMe},      {"ber-", kLicenceBer},
      {"ter-", kLicenceTer},     {"pe-", kLicencePe},      {"se-", kLicenceSe},
      {"-an", kLicenceAn},       {"-kan", kLicenceKan},    {"-i", kLicenceI},
      {"ke-an", kLicenceKeAn},   {"pe-an", kLicencePeAn},  {"per-an", kLicencePerAn},
      {"ber-an", kLicenceBerAn}, {"per-", kLicenceMemper},
  };
  for (const AffixCase& c : kCases) {
    Draft draft;
    draft.AddRoots(Lines({{"kata", c.affix}}));
    EXPECT_EQ(EntryOf(draft, "kata").licence, c.licence) << c.affix;
  }
}

TEST(Draft, DerivedWordsMakeTheirRootAnEntry) {
  Draft draft;
  draft.AddDerived(Lines({{"pelajar", "ajar"}}));
  EXPECT_EQ(EntryOf(draft, "pelajar").root, "ajar");
  EXPECT_EQ(EntryOf(draft, "ajar").root, "");
}

TEST(Draft, CompoundsMentionTheirWords) {
  Draft draft;
  draft.AddHunspell(Hunspell("kerja/B0\n"));
  draft.AddUnits(Lines({{"bolak-balik"}}));
  draft.AddCompounds(Lines({{"kerja", "sama"}, {"bolak", "balik"}, {"di", "atas"}}));
  EXPECT_EQ(EntryOf(draft, "kerjasama").first, 5U);
  EXPECT_EQ(EntryOf(draft, "kerja").traits, LexiconEntry::kFirst);
  EXPECT_EQ(EntryOf(draft, "sama").traits, LexiconEntry::kSecond | LexiconEntry::kMention);
  EXPECT_EQ(EntryOf(draft, "bolakbalik").root, "bolak-balik");
  EXPECT_EQ(EntryOf(draft, "diatas").root, "atas");
  EXPECT_EQ(EntryOf(draft, "diatas").first, 0U);
}

TEST(Draft, ASpellingTakesWhatTheStandardOneIsListedFor) {
  Draft draft;
  draft.AddHunspell(Hunspell("izin/MkRa\nhimbau/M0\nimbau/Pa\n"));
  draft.AddSpellings(Lines({{"ijin", "izin"}, {"himbau", "imbau"}, {"yg", "yang"}}));
  EXPECT_EQ(EntryOf(draft, "ijin").variant, "izin");
  EXPECT_EQ(EntryOf(draft, "ijin").licence, kLicenceKan | kLicencePerAn);
  EXPECT_EQ(EntryOf(draft, "ijin").traits, LexiconEntry::kMention);
  EXPECT_EQ(EntryOf(draft, "himbau").licence, kLicenceMe);  // an entry has its own
  EXPECT_EQ(EntryOf(draft, "himbau").traits, 0);
  EXPECT_EQ(EntryOf(draft, "yang").traits, LexiconEntry::kMention);
}

TEST(Draft, BoundForms) {
  Draft draft;
  draft.AddBoundForms(Lines({{"antar", "apart"}, {"dwi"}}));
  EXPECT_EQ(EntryOf(draft, "antar").traits, LexiconEntry::kBoundForm | LexiconEntry::kApart);
  EXPECT_EQ(EntryOf(draft, "dwi").traits, LexiconEntry::kBoundForm);
}

// A list that cannot be: which list, its lines, and what must be said.
struct BrokenCase {
  const char* name;
  void (Draft::*add)(const std::vector<ListLine>&);
  std::vector<std::vector<std::string>> lines;
  std::string_view message;
};

TEST(Draft, BrokenLinesAreNamed) {
  const std::string_view count = "not the number of words that this list wants";
  const BrokenCase cases[] = {
      {"unknown affix", &Draft::AddRoots, {{"viral"}, {"siber", "bel-"}}, "unknown affix 'bel-'"},
      {"no stem", &Draft::AddDerived, {{"pelajar", "ajar"}, {"pemuda"}}, count},
      {"two stems", &Draft::AddDerived, {{"pelajar", "ajar"}, {"a", "b", "c"}}, count},
      {"two names", &Draft::AddFixed, {{"bali"}, {"kota", "batu"}}, count},
      {"three words", &Draft::AddUnits, {{"mata-mata"}, {"a-a", "b", "c"}}, count},
      {"half a pair", &Draft::AddCompounds, {{"kerja", "sama"}, {"tanggung"}}, count},
      {"a triple", &Draft::AddCompounds, {{"kerja", "sama"}, {"a", "b", "c"}}, count},
      {"not apart", &Draft::AddBoundForms, {{"antar", "apart"}, {"dwi", "fused"}}, "not `apart`"},
      {"a capital", &Draft::AddFixed, {{"bali"}, {"Jakarta"}}, "'Jakarta' is no folded word"},
      {"no standard", &Draft::AddSpellings, {{"ijin", "izin"}, {"himbau"}}, count},
  };
  for (const BrokenCase& c : cases) {
    Draft draft;
    const std::string message = MessageOf([&] { (draft.*c.add)(Lines(c.lines)); });
    EXPECT_EQ(message, "list:2: " + std::string(c.message)) << c.name;
  }
}

// table.h

TEST(LexiconTable, AWordWhoseRootLeadsBackToItself) {
  Draft draft;
  draft.AddDerived(Lines({{"telur", "ayam"}, {"ayam", "telur"}}));
  EXPECT_THAT(MessageOf([&] { MakeLexiconTable(draft); }), EndsWith("leads in a circle"));
}

TEST(LexiconTable, ARootThatIsDerivedItselfLeadsToTheLastOne) {
  Draft draft;
  draft.AddDerived(Lines({{"c", "b"}, {"b", "a"}}));
  const LexiconTable table = MakeLexiconTable(draft);
  ASSERT_EQ(table.text, "abc");
  EXPECT_EQ(table.entries[2].root, 0);
  EXPECT_EQ(table.entries[0].root, 0);
}

TEST(LexiconTable, AWordTooLongForAnEntry) {
  Draft draft;
  draft.AddRoots(Lines({{std::string(256, 'a')}}));
  EXPECT_THAT(MessageOf([&] { MakeLexiconTable(draft); }), HasSubstr("too long for an entry"));
}

// Another word for each number.
std::string Letters(int number) {
  std::string word = "kata";
  for (int left = number; left > 0; left /= 26) word += static_cast<char>('a' + left % 26);
  return word + 'x';
}

TEST(LexiconTable, MoreEntriesThanTheTableTakes) {
  Draft draft;
  constexpr int kCount = 60'001;
  std::vector<ListLine> lines;
  lines.reserve(kCount);
  for (int i = 0; i < kCount; ++i) lines.push_back({{Letters(i)}, "list"});
  draft.AddRoots(lines);
  EXPECT_THAT(MessageOf([&] { MakeLexiconTable(draft); }), HasSubstr("too many entries"));
}

TEST(LexiconTable, EverySlotLeadsToItsEntry) {
  Draft draft;
  draft.AddRoots(Lines({{"satu"}, {"dua"}, {"tiga"}}));
  const LexiconTable table = MakeLexiconTable(draft);
  ASSERT_EQ(table.slots.size(), kLexiconSlots);
  for (const std::string_view word : {"satu", "dua", "tiga"}) {
    const std::uint64_t hash = HashWord(word);
    const std::uint32_t slot = table.slots[LexiconSlotOf(hash)];
    ASSERT_NE(slot, 0U) << word;
    EXPECT_EQ(slot & 0xFFFFU, LexiconFingerprint(hash)) << word;
    const LexiconEntry& entry = table.entries[(slot >> 16U) - 1];
    EXPECT_EQ(table.text.substr(entry.text_at, entry.length), word);
  }
}

TEST(LexiconTable, IsWrittenAsSource) {
  Draft draft;
  draft.AddRoots(Lines({{"siber", "ber-"}}));
  const LexiconTable table = MakeLexiconTable(draft);
  std::ostringstream out;
  WriteLexiconTable(table, out);
  EXPECT_THAT(out.str(), AllOf(HasSubstr("kLexiconHash[] = \"" + IdentityOf(table) + "\";"),
                               HasSubstr("\n    \"siber\";"), HasSubstr("{0,64,0,0,5,4,0,0},")));
}

// lists.h, on a copy of the real lists in a folder of its own.
class ReadListsTest : public TempDirectoryTest {
 protected:
  void SetUp() override {
    TempDirectoryTest::SetUp();
    for (const char* list : kLists) fs::copy_file(fs::path(WARTA_LISTS) / list, Path(list));
  }

  void Append(std::string_view list, std::string_view line) const {
    std::ofstream(Path(list), std::ios::app) << line << '\n';
  }

  std::string Identity() const {
    return IdentityOf(MakeLexiconTable(ReadLists(WARTA_HUNSPELL, directory())));
  }
};

TEST_F(ReadListsTest, TheRealListsMakeTheBuiltInDictionary) {
  EXPECT_EQ(Identity(), LexiconIdentity());
}

TEST_F(ReadListsTest, CommentsChangeNothing) {
  for (const char* list : kLists) Append(list, "  # a comment\n\n");
  EXPECT_EQ(Identity(), LexiconIdentity());
}

TEST_F(ReadListsTest, ALineMoreInAnyListChangesTheIdentity) {
  std::string before = Identity();
  for (const char* list : kLists) {
    const std::string name = list;
    const bool pairs = name == "derived.txt" || name == "compounds.txt" || name == "spellings.txt";
    Append(list, pairs ? "qwertyu asdfgh" + name.substr(0, 3) : "zxcvb-" + name.substr(0, 3));
    const std::string after = Identity();
    EXPECT_NE(after, before) << list;
    before = after;
  }
}

TEST_F(ReadListsTest, AnAffixMoreChangesTheIdentity) {
  Append("roots.txt", "meja ber-");
  const std::string before = Identity();
  EXPECT_NE(before, LexiconIdentity());
  Append("roots.txt", "meja ter-");
  EXPECT_NE(Identity(), before);
}

TEST_F(ReadListsTest, AMessageHasTheFileAndTheLine) {
  Write("derived.txt", "# a comment\n\npelajar ajar\npemuda  # of what?\n");
  EXPECT_THAT(
      MessageOf([&] { Identity(); }),
      AllOf(::testing::StartsWith(Path("derived.txt") + ":4: "), HasSubstr("number of words")));
}

TEST_F(ReadListsTest, AMissingListIsNamed) {
  fs::remove(Path("names.txt"));
  EXPECT_EQ(MessageOf([&] { Identity(); }), "cannot read " + Path("names.txt"));
}

// The program of the build.
class CompileLexiconTest : public ReadListsTest {
 protected:
  // Its exit code; what it says on stderr is in `said`.
  int Compile(const std::string& arguments) const {
    const std::string command = WARTA_COMPILE_LEXICON " " + arguments + " 2>" + Path("said");
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string Said() const { return ReadSmallFile(Path("said")); }
};

TEST_F(CompileLexiconTest, WritesTheTableOfTheLists) {
  const std::string target = Path("tabel.cc");
  ASSERT_EQ(Compile(WARTA_HUNSPELL " " + directory() + ' ' + target), 0) << Said();
  std::ostringstream expected;
  WriteLexiconTable(MakeLexiconTable(ReadLists(WARTA_HUNSPELL, directory())), expected);
  EXPECT_EQ(ReadSmallFile(target), expected.str());
}

TEST_F(CompileLexiconTest, StopsWhereALineOrTheDiskIsWrong) {
  EXPECT_EQ(Compile(WARTA_HUNSPELL " " + directory() + " /dev/full"), 1);
  EXPECT_EQ(Said(), "compile_lexicon: cannot write /dev/full\n");
  Append("roots.txt", "meja bel-");
  EXPECT_EQ(Compile(WARTA_HUNSPELL " " + directory() + ' ' + Path("tabel.cc")), 1);
  EXPECT_THAT(Said(), AllOf(::testing::StartsWith("compile_lexicon: " + Path("roots.txt")),
                            HasSubstr("unknown affix 'bel-'")));
  EXPECT_FALSE(fs::exists(Path("tabel.cc")));
}

TEST_F(CompileLexiconTest, SaysHowItIsCalled) {
  EXPECT_EQ(Compile(WARTA_HUNSPELL), 64);
  EXPECT_THAT(Said(), ::testing::StartsWith("usage: compile_lexicon "));
}

}  // namespace
}  // namespace warta
