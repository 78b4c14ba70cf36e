#include "searcher/search/closeness.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/ranking_model.h"
#include "common/text/analyser.h"
#include "searcher/expand/user_synonyms.h"
#include "searcher/query/filters.h"
#include "searcher/query/function_words.h"
#include "searcher/query/parse.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// Ways to say something, as abbreviations that the archive defines are ways too.
constexpr const char* kSynonyms =
    "KPK, komisi pemberantasan korupsi\n"
    "mobil, kendaraan roda empat\n";

QueryNode Completed(std::string_view query) {
  Analyser analyser;
  const ParsedQuery parsed = ParseQuery(query, analyser);
  EXPECT_TRUE(parsed.root) << query;
  if (!parsed.root) return {};
  QueryNode root = *parsed.root;
  const Result<SynonymList> list = SynonymList::Parse(kSynonyms, "daftar.txt", analyser);
  EXPECT_TRUE(list.ok());
  if (list.ok()) AddUserSynonyms(root, list.value(), analyser);
  return root;
}

std::string ShowWords(const std::vector<QueryNode>& words) {
  std::string shown;
  for (const QueryNode& word : words) {
    shown.append(shown.empty() ? "" : " ").append(ToString(word));
  }
  return shown;
}

std::string ShowRun(const WordRun& run) {
  if (run.empty()) return run.typed.empty() && !run.keywords ? "none" : "none, but not empty";
  std::string shown = ShowWords(run.typed);
  if (const std::string content = ShowWords(run.content); content != shown) {
    shown.append(" / ").append(content);
  }
  return shown.append(run.keywords ? "" : " [not keywords]");
}

// "typed / content", the latter where it differs.
std::string ShowRunOf(std::string_view query) {
  return ShowRun(WordRunOf(Completed(query)));
}

TEST(WordRunOf, WordsSideBySideNotThoseWithAnd) {
  constexpr TextCase kCases[] = {
      {"beras", "beras"},
      {"harga beras", "harga beras"},
      {"harga AND beras", "none"},
      {"Prabowo-Gibran menang", "Prabowo-Gibran menang"},
      {"harga beras di pasar", "harga beras di pasar / harga beras pasar"},
      {"di Surabaya", "di Surabaya / Surabaya"},
      {"harga AND di AND pasar", "none"},
      {"yang di dalam", "yang di dalam"},
      {"mata mata polisi", "mata-mata polisi"},
  };
  ExpectShown(kCases, ShowRunOf);
}

TEST(WordRunOf, FiltersAndExclusionsStandAside) {
  constexpr TextCase kCases[] = {
      {"harga beras sumber:reuters", "harga beras"},
      {"harga beras tanggal:2022", "harga beras"},
      {"sumber:reuters harga beras kategori:ekonomi tanggal:2022", "harga beras"},
      {"harga beras sumber:reuters sumber:antara", "harga beras"},
      {"sumber:reuters AND beras", "beras"},
      {"harga beras -gandum", "harga beras"},
      {"harga beras -gandum -\"harga naik\"", "harga beras"},
      {"beras -gandum sumber:reuters", "beras"},
      {"beras AND NOT gandum", "beras"},
      {"harga beras -(gandum OR siapa)", "harga beras"},
  };
  ExpectShown(kCases, ShowRunOf);
}

TEST(WordRunOf, OtherQueriesHaveNone) {
  constexpr TextCase kCases[] = {
      {"\"harga beras\"", "none"},
      {"harga \"beras naik\"", "none"},
      {"~\"harga beras\"", "none"},
      {"=harga beras", "none"},
      {"harga beras*", "none"},
      {"harga beras~", "none"},
      {"harga OR beras", "none"},
      {"(harga OR tarif) beras", "none"},
      {"harga NEAR beras", "none"},
      {"harga (beras AND naik)", "none"},
      {"judul:beras", "none"},
      {"judul:(harga beras)", "none"},
      {"isi:(harga beras)", "none"},
      {"harga judul:beras", "none"},
      {"sumber:reuters", "none"},
      {"tanggal:2022", "none"},
      {"sumber:reuters tanggal:2022", "none"},
      {"-beras", "none"},
      {"-beras sumber:reuters", "none"},
      {"(harga beras) AND (kopi teh)", "none"},
      {"harga AND \"beras naik\"", "none"},
  };
  ExpectShown(kCases, ShowRunOf);
}

TEST(WordRunOf, AFilterThatAnOptionAdds) {
  Analyser analyser;
  std::optional<QueryNode> root = Completed("harga beras");
  RequirePeriod(root, {*MakeDate(2022, 1, 1), *MakeDate(2022, 12, 31)});
  EXPECT_EQ(ShowRun(WordRunOf(*root)), "harga beras");
  root = Completed("harga beras");
  RequireMetadata(root, MetadataField::kSource, "Reuters", analyser);
  EXPECT_EQ(ShowRun(WordRunOf(*root)), "harga beras");
}

TEST(WordRunOf, KeywordsAreFewAndAskNothing) {
  constexpr TextCase kCases[] = {
      {"satu dua tiga empat lima", "satu dua tiga empat lima"},
      {"satu dua tiga empat lima enam", "satu dua tiga empat lima enam [not keywords]"},
      {"satu dua yang tiga empat di lima",
       "satu dua yang tiga empat di lima / satu dua tiga empat lima"},
      {"siapa presiden", "siapa presiden / presiden [not keywords]"},
      {"presiden -siapa", "presiden"},
      {"siapa", "siapa [not keywords]"},
  };
  ExpectShown(kCases, ShowRunOf);
}

// Beyond that the work for a text would grow with the query.
TEST(WordRunOf, VeryManyWordsAreNone) {
  std::string query;
  for (int i = 0; i < 32; ++i) query += "w" + std::to_string(i) + " ";
  const WordRun run = WordRunOf(Completed(query));
  EXPECT_EQ(run.content.size(), 32U);
  EXPECT_FALSE(run.keywords);
  EXPECT_EQ(ShowRunOf(query + "w32"), "none");
}

const char* NameOf(Closeness closeness) {
  constexpr const char* kNames[] = {"apart", "near", "in order", "any form", "phrase", "title"};
  return kNames[static_cast<std::size_t>(closeness)];
}

// The closeness and, for each two words in a row, + where they stand side by side.
std::string ShowCloseness(const WordRun& run, std::string_view title, std::string_view body) {
  if (run.empty()) return "none";
  Analyser title_analyser;
  Analyser body_analyser;
  const TextCloseness found =
      ClosenessIn(run, title_analyser.Analyse(title), body_analyser.Analyse(body));
  EXPECT_EQ(found.adjacent.size(), run.content.size() - 1);
  std::string shown = NameOf(found.closeness);
  if (!found.adjacent.empty()) shown += ' ';
  for (const bool adjacent : found.adjacent) shown += adjacent ? '+' : '-';
  return shown;
}

struct ClosenessCase {
  std::string_view query;
  std::string_view title;
  std::string_view body;
  std::string_view shown;
};
void PrintTo(const ClosenessCase& c, std::ostream* out) {
  *out << "for query " << ::testing::PrintToString(c.query) << " over "
       << ::testing::PrintToString(c.title) << " / " << ::testing::PrintToString(c.body);
}

template <class Cases>
void ExpectCloseness(const Cases& cases) {
  for (const ClosenessCase& c : cases) {
    EXPECT_EQ(ShowCloseness(WordRunOf(Completed(c.query)), c.title, c.body), c.shown)
        << ::testing::PrintToString(c);
  }
}

TEST(ClosenessIn, PhrasesInAnyForm) {
  constexpr ClosenessCase kCases[] = {
      {"harga beras", "", "Soal harga beras lagi.", "any form +"},
      {"harga beras", "", "Harganya, beras itu.", "any form +"},
      {"baca buku", "", "Ia membaca buku.", "any form +"},
      {"harga beras", "Harga beras", "Lain.", "any form +"},
      {"harga beras", "Soal harganya beras", "Lain.", "any form +"},
      {"harga beras naik", "", "harga beras naik", "any form ++"},
      {"harga beras naik", "", "harga naik harga beras naik", "any form ++"},
      {"anak-anak jalanan", "", "anak jalanan", "any form +"},
      {"mata mata polisi", "", "mata-mata polisi", "any form +"},
      {"Prabowo-Gibran menang", "", "Prabowo-Gibran menang", "any form +"},
      {"Prabowo-Gibran menang", "", "Prabowo Gibran menang", "any form +"},
      // No phrase spans title and body.
      {"harga beras", "Soal harga", "beras", "apart -"},
      {"harga beras naik", "Harga beras", "naik", "apart +-"},
  };
  ExpectCloseness(kCases);
}

TEST(ClosenessIn, FunctionWordsBelongToThePhraseOnly) {
  constexpr ClosenessCase kCases[] = {
      {"harga di pasar", "", "harga di pasar", "any form -"},
      {"harga di pasar", "", "harga pasar", "any form +"},
      {"harga di pasar", "", "harga dalam pasar", "in order -"},
      {"harga di pasar", "", "pasar di harga", "near -"},
      {"gempa bumi di Jawa", "", "gempa bumi di Jawa", "any form +-"},
      {"gempa bumi di Jawa", "Gempa bumi Jawa", "", "any form ++"},
      // Who did it and whom it was done to do not change places.
      {"anak dibunuh ayah", "", "anak bunuh ayah", "in order ++"},
      {"anak bunuh ayah", "", "anak dibunuh ayah", "in order ++"},
      {"anak dibunuh ayah", "", "anak-anak dibunuhi ayahnya", "any form ++"},
      {"anak membunuh ayah", "", "anak bunuh ayah", "any form ++"},
  };
  ExpectCloseness(kCases);
}

TEST(ClosenessIn, OtherWritingsStandForTheWords) {
  constexpr ClosenessCase kCases[] = {
      {"kerja sama", "", "Soal kerjasama itu.", "any form +"},
      {"kerja sama", "", "Mereka bekerja sama.", "any form +"},
      {"kerja sama ekonomi", "", "kerjasama ekonomi", "any form ++"},
      {"kerja sama ekonomi", "", "kerja sama ekonomi", "any form ++"},
      {"kerja sama ekonomi", "", "ekonomi kerjasama", "near +-"},
      {"kerja sama ekonomi", "", "kerjasama di bidang ekonomi", "in order +-"},
      {"kerjasama ekonomi", "", "kerja sama ekonomi", "any form +"},
      {"kerjasama ekonomi", "", "kerja sama bidang ekonomi", "in order -"},
      {"kerjasama ekonomi", "", "ekonomi kerja sama", "near -"},
      {"ijin usaha", "", "izin usaha", "any form +"},
      {"ektp baru", "", "e-KTP baru", "any form +"},
      {"e-KTP baru", "", "ektp baru", "any form +"},
      {"naik 5%", "", "naik 5 persen", "any form +"},
  };
  ExpectCloseness(kCases);
}

TEST(ClosenessIn, AnAbbreviationStandsForAllItsWords) {
  constexpr ClosenessCase kCases[] = {
      {"komisi pemberantasan korupsi", "", "Kata KPK kemarin.", "any form ++"},
      {"komisi pemberantasan korupsi", "KPK", "", "any form ++"},
      {"ketua komisi pemberantasan korupsi", "", "ketua KPK", "any form +++"},
      {"ketua komisi pemberantasan korupsi", "", "ketua baru KPK", "in order -++"},
      {"ketua komisi pemberantasan korupsi", "", "KPK: ketua", "near -++"},
      {"ketua komisi pemberantasan korupsi", "Ketua baru KPK", "", "in order -++"},
      {"ketua KPK", "", "ketua komisi pemberantasan korupsi", "any form +"},
      {"ketua KPK", "", "ketua baru komisi pemberantasan korupsi", "in order -"},
      {"ketua KPK", "", "komisi pemberantasan korupsi, ketua", "near -"},
      {"ketua KPK", "", "ketua komisi korupsi", "apart -"},
      {"mobil baru", "", "kendaraan roda empat baru", "any form +"},
      // Words of it that stand alone stand for nothing.
      {"mobil baru", "", "roda empat baru", "apart -"},
  };
  ExpectCloseness(kCases);
}

std::string Others(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "lain ";
  return text;
}

TEST(ClosenessIn, AtMostSoManyOtherWordsBetweenAllInAll) {
  const auto shown = [](std::string_view query, const std::string& body) {
    return ShowCloseness(WordRunOf(Completed(query)), "", body);
  };
  const std::string most = Others(kMostBetween);
  const std::string more = Others(kMostBetween + 1);
  EXPECT_EQ(shown("harga beras", "harga " + most + "beras"), "in order -");
  EXPECT_EQ(shown("harga beras", "harga " + more + "beras"), "apart -");
  EXPECT_EQ(shown("harga beras", "beras " + most + "harga"), "near -");
  EXPECT_EQ(shown("harga beras", "beras " + more + "harga"), "apart -");
  for (std::size_t first = 0; first <= kMostBetween; ++first) {
    const std::string left = Others(first);
    const std::string right = Others(kMostBetween - first);
    const std::string adjacent =
        std::string(first == 0 ? "+" : "-") + (first == kMostBetween ? '+' : '-');
    const std::string swapped = first == kMostBetween ? "+-" : "--";
    EXPECT_EQ(shown("harga beras naik", "harga " + left + "beras " + right + "naik"),
              "in order " + adjacent);
    EXPECT_EQ(shown("harga beras naik", "naik " + left + "harga " + right + "beras"),
              "near " + swapped);
    EXPECT_EQ(
        shown("harga beras naik", "harga " + left + "beras " + right + "lain naik").substr(0, 5),
        "apart");
    EXPECT_EQ(
        shown("harga beras naik", "naik lain " + left + "harga " + right + "beras").substr(0, 5),
        "apart");
  }
  // What stands for one word with several is none of the others.
  EXPECT_EQ(shown("mobil baru", "kendaraan roda empat " + most + "baru"), "in order -");
  EXPECT_EQ(shown("mobil baru", "kendaraan roda empat " + more + "baru"), "apart -");
  EXPECT_EQ(shown("mobil baru", "baru " + most + "kendaraan roda empat"), "near -");
  EXPECT_EQ(shown("mobil baru", "baru " + more + "kendaraan roda empat"), "apart -");
  EXPECT_EQ(shown("kerjasama baru", "kerja sama " + most + "baru"), "in order -");
  EXPECT_EQ(shown("kerjasama baru", "kerja sama " + more + "baru"), "apart -");
  EXPECT_EQ(shown("kerjasama baru", "baru " + most + "kerja sama"), "near -");
  EXPECT_EQ(shown("kerjasama baru", "baru " + more + "kerja sama"), "apart -");
}

TEST(ClosenessIn, TitleAndBody) {
  constexpr ClosenessCase kCases[] = {
      // In the title they are near however many stand between.
      {"harga beras", "Harga a b c d e f g h i beras", "", "in order -"},
      {"harga beras", "Beras a b c d e f g h i harga", "", "in order -"},
      {"harga beras naik", "Beras naik, harga", "Lain.", "in order -+"},
      {"harga beras", "Harga", "beras", "apart -"},
      {"harga beras", "Harga naik", "Beras x harga.", "near -"},
      {"harga beras", "Beras", "Harga", "apart -"},
      {"harga beras naik", "Harga", "beras naik", "apart -+"},
      {"harga beras naik", "Harga beras", "beras naik", "apart ++"},
      {"harga beras naik", "", "harga beras", "apart +-"},
      {"harga beras", "", "", "apart -"},
      {"harga beras", "Beras, harga", "harga beras", "any form +"},
  };
  ExpectCloseness(kCases);
}

TEST(ClosenessIn, OneWordIsCloseToNothing) {
  constexpr ClosenessCase kCases[] = {
      {"beras", "Beras", "beras beras", "apart"},
      {"di Surabaya", "Di Surabaya", "di Surabaya", "apart"},
      {"mata mata", "Mata-mata", "mata mata", "apart"},
  };
  ExpectCloseness(kCases);
}

TEST(ClosenessIn, OfQuestionsAndLongQueriesOnlyWhatStandsSideBySide) {
  constexpr ClosenessCase kCases[] = {
      {"siapa presiden Prancis", "Siapa presiden Prancis", "siapa presiden Prancis", "apart +"},
      {"berapa harga beras naik", "", "harga beras", "apart +-"},
      {"satu dua tiga empat lima enam", "", "satu dua tiga empat lima enam", "apart +++++"},
      {"satu dua tiga empat lima enam", "Satu dua", "enam dua tiga lima", "apart ++---"},
  };
  ExpectCloseness(kCases);
}

TEST(WordRunOf, SeveralFiltersThatOptionsAdd) {
  Analyser analyser;
  for (const std::string_view query :
       {"harga beras", "harga beras kategori:ekonomi", "harga beras -gandum"}) {
    std::optional<QueryNode> root = Completed(query);
    RequirePeriod(root, {*MakeDate(2022, 1, 1), *MakeDate(2022, 12, 31)});
    RequireMetadata(root, MetadataField::kSource, "Reuters", analyser);
    EXPECT_EQ(ShowRun(WordRunOf(*root)), "harga beras") << query;
  }
}

TEST(WordRunOf, AFilterBesideAnExclusionOrBehindAnd) {
  Analyser analyser;
  std::optional<QueryNode> root = Completed("harga beras -gandum");
  RequirePeriod(root, {*MakeDate(2022, 1, 1), *MakeDate(2022, 12, 31)});
  EXPECT_EQ(ShowRun(WordRunOf(*root)), "harga beras");
  EXPECT_EQ(ShowRunOf("(harga beras) AND sumber:reuters AND tanggal:2022"), "harga beras");
}

TEST(ClosenessIn, EqualWordsAndWhatStandsForSeveralAreNoMoreThanTheyAre) {
  const std::string more = Others(kMostBetween + 1);
  const auto shown = [](std::string_view query, const std::string& body) {
    return ShowCloseness(WordRunOf(Completed(query)), "", body);
  };
  EXPECT_EQ(shown("harga beras harga gandum", "beras harga " + more + "gandum").substr(0, 5),
            "apart");
  EXPECT_EQ(shown("kerja sama ekonomi", "ekonomi " + more + "kerjasama"), "apart +-");
  EXPECT_EQ(shown("ketua komisi pemberantasan korupsi", "KPK " + more + "ketua"), "apart -++");
  EXPECT_EQ(shown("jokowi jokowi", "jokowi"), "apart -");
}

// What the words of a text say of a run of words without relatives among them, by trying everything.
class Oracle {
 public:
  Oracle(std::vector<std::string> typed, std::vector<std::string> title,
         std::vector<std::string> body)
      : typed_(std::move(typed)), title_(std::move(title)), body_(std::move(body)) {
    for (const std::string& word : typed_) {
      if (!IsFunctionWord(word)) content_.push_back(word);
    }
    if (content_.empty()) content_ = typed_;
  }

  std::string Shown() const {
    std::string shown = NameOf(Found());
    if (content_.size() > 1) shown += ' ';
    for (std::size_t i = 0; i + 1 < content_.size(); ++i) {
      const std::vector<std::string> pair = {content_[i], content_[i + 1]};
      shown += Holds(title_, pair) || Holds(body_, pair) ? '+' : '-';
    }
    return shown;
  }

 private:
  static bool Holds(const std::vector<std::string>& text, const std::vector<std::string>& words) {
    return std::search(text.begin(), text.end(), words.begin(), words.end()) != text.end();
  }

  Closeness Found() const {
    if (content_.size() < 2 || content_.size() > kMostKeywords) return Closeness::kApart;
    for (const auto* words : {&typed_, &content_}) {
      if (Holds(title_, *words) || Holds(body_, *words)) return Closeness::kAnyFormPhrase;
    }
    const bool all_in_title = std::all_of(content_.begin(), content_.end(), [&](const auto& word) {
      return std::find(title_.begin(), title_.end(), word) != title_.end();
    });
    Closeness best = all_in_title ? Closeness::kNearInOrder : Closeness::kApart;
    std::vector<std::size_t> places;
    ForEachChoice(places, [&] {
      const auto [first, last] = std::minmax_element(places.begin(), places.end());
      const std::size_t between = *last - *first + 1 - places.size();
      if (between > kMostBetween) return;
      const bool in_order = std::is_sorted(places.begin(), places.end());
      best = std::max(best, in_order ? Closeness::kNearInOrder : Closeness::kNear);
    });
    return best;
  }

  // Calls it with every way to find each word of the content at a place of its own in the body.
  void ForEachChoice(std::vector<std::size_t>& places, const std::function<void()>& each) const {
    if (places.size() == content_.size()) {
      each();
      return;
    }
    for (std::size_t at = 0; at < body_.size(); ++at) {
      if (body_[at] != content_[places.size()]) continue;
      if (std::find(places.begin(), places.end(), at) != places.end()) continue;
      places.push_back(at);
      ForEachChoice(places, each);
      places.pop_back();
    }
  }

  std::vector<std::string> typed_;
  std::vector<std::string> content_;
  std::vector<std::string> title_;
  std::vector<std::string> body_;
};

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

std::vector<std::string> RandomText(Random& random, std::size_t most) {
  constexpr std::string_view kWords[] = {"beras", "gandum", "kopi", "garam", "di",
                                         "yang",  "lain",   "baru", "lain",  "baru"};
  std::vector<std::string> text;
  for (std::size_t words = random.Below(most + 1); words > 0; --words) {
    text.emplace_back(random.Pick(kWords));
  }
  return text;
}

TEST(ClosenessProperty, AgreesWithEveryCombinationOfPlaces) {
  Random random(72);
  std::size_t seen[6] = {};
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::string> pool = {"beras", "gandum", "kopi", "garam", "di", "yang"};
    std::vector<std::string> typed;
    for (std::size_t words = 2 + random.Below(3); words > 0; --words) {
      const auto at = pool.begin() + static_cast<std::ptrdiff_t>(random.Below(pool.size()));
      typed.push_back(*at);
      pool.erase(at);
    }
    const std::vector<std::string> title = RandomText(random, 6);
    const std::vector<std::string> body = RandomText(random, 18);
    const WordRun run = WordRunOf(Completed(Joined(typed)));
    const std::string shown = ShowCloseness(run, Joined(title), Joined(body));
    ASSERT_EQ(shown, Oracle(typed, title, body).Shown())
        << Joined(typed) << " over " << Joined(title) << " / " << Joined(body);
    for (std::size_t i = 0; i < 6; ++i) {
      if (shown.starts_with(NameOf(static_cast<Closeness>(i)))) ++seen[i];
    }
  }
  for (const Closeness closeness :
       {Closeness::kApart, Closeness::kNear, Closeness::kNearInOrder, Closeness::kAnyFormPhrase}) {
    EXPECT_GT(seen[static_cast<std::size_t>(closeness)], 200U) << NameOf(closeness);
  }
}

}  // namespace
}  // namespace warta
