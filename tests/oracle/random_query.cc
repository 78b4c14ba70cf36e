#include "tests/oracle/random_query.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "common/text/analyser.h"

namespace warta::oracle {
namespace {

using Field = Wish::Field;
using Kind = Wish::Kind;

std::vector<std::string> SplitAtSpaces(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

// What would end a phrase cannot stand in one.
std::string WithoutQuotes(std::string text) {
  for (const std::string_view quote : {"\"", "\u201C", "\u201D"}) {
    for (std::size_t at = text.find(quote); at != std::string::npos; at = text.find(quote)) {
      text.erase(at, quote.size());
    }
  }
  return text;
}

std::string SomeWordsInARow(Random& random, const std::vector<std::string>& words, std::size_t at) {
  std::string phrase;
  for (std::size_t n = 1 + Below(random, 4); n > 0 && at < words.size(); --n, ++at) {
    phrase += (phrase.empty() ? "" : " ") + words[at];
  }
  return WithoutQuotes(phrase);
}

// Some words in a row of an article. Title and body stand together here, so that some phrases span
// their border and must not be found there.
std::string PhraseOf(Random& random, const Article& article) {
  const std::vector<std::string> words = SplitAtSpaces(article.title + " " + article.body);
  if (words.empty()) return {};
  const std::size_t border = SplitAtSpaces(article.title).size();
  std::size_t at = Below(random, words.size());
  if (OneIn(random, 4) && border > 0) at = border - 1;
  return SomeWordsInARow(random, words, at);
}

std::string RandomPhrase(Random& random, const std::vector<std::string>& vocabulary,
                         const std::vector<Article>& articles) {
  if (!OneIn(random, 3)) {
    std::string phrase = PhraseOf(random, Pick(random, articles));
    if (!phrase.empty()) return phrase;
  }
  std::string phrase = Pick(random, vocabulary);
  for (std::size_t n = Below(random, 3); n > 0; --n) phrase += ' ' + Pick(random, vocabulary);
  return phrase;
}

const std::vector<std::string>& Scraps() {
  static const std::vector<std::string> scraps = {" AND ",
                                                  " OR ",
                                                  " NOT ",
                                                  " -",
                                                  "(",
                                                  ")",
                                                  " (",
                                                  ") ",
                                                  " AND NOT ",
                                                  " OR -",
                                                  "\"",
                                                  "-",
                                                  " - ",
                                                  "--",
                                                  " AND",
                                                  "OR ",
                                                  "\u201C",
                                                  "%",
                                                  ".",
                                                  "*",
                                                  "*",
                                                  ":",
                                                  "\u00AB",
                                                  "~",
                                                  "~\"",
                                                  "\t",
                                                  " -(",
                                                  "\xFF",
                                                  "\u00A0",
                                                  " NEAR ",
                                                  " NEAR/3 ",
                                                  " NEAR/0 ",
                                                  "NEAR",
                                                  " NEAR (",
                                                  "=",
                                                  " judul:",
                                                  "judul:(",
                                                  " isi:",
                                                  "title:\"",
                                                  "~ ",
                                                  "* ",
                                                  "..",
                                                  " judul:isi:",
                                                  " tanggal:2022 ",
                                                  " tanggal:2021-12",
                                                  " tanggal:",
                                                  "tanggal:Januari ",
                                                  " sumber:",
                                                  " rubrik:",
                                                  " penulis:",
                                                  " sumber:kompas ",
                                                  " -sumber:CNN ",
                                                  " sumber:\"CNN Indonesia\"",
                                                  " rubrik:(dunia OR ekonomi) ",
                                                  " NEAR -",
                                                  "x~3",
                                                  "foo:"};
  return scraps;
}

const std::vector<std::string>& MetadataWords() {
  static const std::vector<std::string> words = {
      "kompas",     "Kompas.com", "CNN",      "Indonesia", "reuters", "antara",
      "Al-Jazeera", "24",         "detikcom", "dunia",     "ekonomi", "bisnis",
      "hobi",       "anak-anak",  "kerja",    "siti",      "Rahma",   "Jum'at",
      "hadi",       "r",          "Beyonce",  "takada"};
  return words;
}

bool IsWord(const Token& token) {
  return token.kind == Token::Kind::kWord;
}

// Whether a sign directly behind the word is its own: it is one word and ends in a letter or digit.
bool IsOneWord(const std::string& word) {
  thread_local Analyser analyser;
  const auto tokens = analyser.Analyse(word);
  return std::count_if(tokens.begin(), tokens.end(), IsWord) == 1 && tokens.front().begin == 0 &&
         tokens.front().end == word.size();
}

// Words with other punctuation than hyphens between them are several units.
bool IsOneUnit(const std::string& word) {
  return word != "7/2" && word != "B.J." && word != "rusia,ukraina";
}

bool HasWord(const std::string& text) {
  thread_local Analyser analyser;
  return !analyser.Analyse(text).empty();
}

std::string BeginningOf(Random& random, const std::string& word) {
  std::size_t end = 1 + Below(random, word.size());
  while (end < word.size() && (word[end] & 0xC0) == 0x80) ++end;
  return word.substr(0, end);
}

// One letter more, less or another, or two exchanged; nothing where that would cut a character.
std::string Misspelt(Random& random, std::string word) {
  const std::size_t at = Below(random, word.size());
  if (!std::all_of(word.begin(), word.end(), [](char c) { return IsLower(c); })) return word;
  const auto letter = static_cast<char>('a' + Below(random, 26));
  switch (Below(random, 5)) {
    case 0:
      word.insert(at, 1, letter);
      break;
    case 1:
      word.erase(at, 1);
      break;
    case 2:
      word[at] = letter;
      break;
    case 3:
      std::swap(word[at], word[word.size() - 1 - at]);
      break;
    default:
      break;
  }
  return word;
}

Wish MakeWish(Random& random, Kind kind, std::string text) {
  Wish wish;
  wish.kind = kind;
  wish.text = std::move(text);
  wish.style = static_cast<std::uint32_t>(random());
  return wish;
}

// A day, a month, a year, or from a day to another.
Wish RandomPeriod(Random& random) {
  using std::chrono::December;
  using std::chrono::January;
  const Date day = RandomDate(random);
  const Date other = std::max(day, RandomDate(random));
  const std::string iso = FormatIso(day);
  const std::chrono::year year = day.year();
  const std::vector<std::pair<std::string, DateRange>> periods = {
      {iso, {day, day}},
      {FormatIndonesian(day), {day, day}},
      {iso.substr(0, 7), {year / day.month() / 1, Date(year / day.month() / std::chrono::last)}},
      {iso.substr(0, 4), {year / January / 1, year / December / 31}},
      {iso + "..", {day, kLastDate}},
      {".." + iso, {kFirstDate, day}},
      {iso + ".." + FormatIso(other), {day, other}}};
  const auto& [text, period] = Pick(random, periods);
  const bool quoted = OneIn(random, 2) || text.starts_with('.');
  Wish wish = MakeWish(random, Kind::kDate, quoted ? '"' + text + '"' : text);
  wish.period = period;
  return wish;
}

class WishMaker {
 public:
  WishMaker(Random& random, const std::vector<std::string>& vocabulary,
            const std::vector<Article>& articles)
      : random_(random), vocabulary_(vocabulary), articles_(articles) {}

  // `may_exclude`: a group that only excludes, beside or within another, is an exclusion from that
  // one by the rules of parse.h: it stands for itself at the top and as an alternative of OR only.
  // `in_field`: below a field there are no others.
  Wish Node(std::size_t depth, bool may_exclude, bool in_field) {
    if (depth == 0 || OneIn(random_, 3)) {
      return !in_field && OneIn(random_, 6) ? Filter() : Leaf();
    }
    switch (Below(random_, in_field ? 8 : 9)) {
      case 0:
      case 1:
        return Near(depth, in_field);
      case 8:
        return InText(depth);
      default:
        break;
    }
    constexpr Kind kKinds[] = {Kind::kBeside,  Kind::kAnd,     Kind::kOr,
                               Kind::kWithout, Kind::kWithout, Kind::kAllBut};
    Wish wish = Make(kKinds[Below(random_, may_exclude ? 6 : 5)]);
    const std::size_t least = wish.kind == Kind::kAllBut ? 1 : 2;
    while (wish.children.size() < least || OneIn(random_, 3)) {
      Wish child = Node(depth - 1, wish.kind == Kind::kOr, in_field);
      if (IsClearIn(wish.kind, child)) wish.children.push_back(std::move(child));
    }
    return wish;
  }

 private:
  // How several filters in one pair of parentheses meet those beside it says nobody.
  static bool IsClearIn(Kind kind, const Wish& child) {
    return kind != Kind::kBeside || !IsFilter(child) || child.kind == Kind::kIn ||
           child.kind == Kind::kDate;
  }

  Wish Make(Kind kind, std::string text = {}) { return MakeWish(random_, kind, std::move(text)); }

  Wish Leaf() {
    switch (Below(random_, 12)) {
      case 0:
      case 1:
      case 2:
        return Make(Kind::kPhrase, Phrase());
      case 3:
        return Make(Kind::kAnyFormPhrase, Phrase());
      case 4:
        return Make(Kind::kExact, OneWord());
      case 5:
        return Make(Kind::kPrefix, Beginning());
      case 6:
        return Make(Kind::kFuzzy, Misspelling());
      default:
        return Make(Kind::kWord, Unit());
    }
  }

  std::string Unit() {
    while (true) {
      std::string word = Pick(random_, vocabulary_);
      if (IsOneUnit(word)) return word;
    }
  }

  // Not all vocabularies have one.
  std::string OneWord() {
    for (int tries = 0; tries < 20; ++tries) {
      std::string word = Pick(random_, vocabulary_);
      if (IsOneWord(word)) return word;
    }
    return "mitra";
  }

  std::string Beginning() {
    while (true) {
      std::string beginning = BeginningOf(random_, OneWord());
      if (IsOneWord(beginning)) return beginning;
    }
  }

  std::string Misspelling() {
    while (true) {
      std::string word = Misspelt(random_, OneWord());
      if (IsOneWord(word)) return word;
    }
  }

  std::string Phrase() {
    while (true) {
      const std::string phrase = RandomPhrase(random_, vocabulary_, articles_);
      if (HasWord(phrase)) return OneIn(random_, 3) ? WithStars(phrase) : phrase;
    }
  }

  std::string WithStars(const std::string& phrase) {
    std::string starred;
    for (const std::string& word : SplitAtSpaces(phrase)) {
      if (!starred.empty()) starred += ' ';
      const std::string beginning = BeginningOf(random_, word);
      const bool star = OneIn(random_, 2) && IsOneWord(beginning);
      starred += star ? beginning + '*' : word;
    }
    return starred;
  }

  Wish Near(std::size_t depth, bool in_field) {
    constexpr std::uint32_t kDistances[] = {1, 2, 3, 5, kDefaultNearDistance, kMaxNearDistance};
    Wish near = Make(Kind::kNear);
    near.distance = kDistances[Below(random_, std::size(kDistances))];
    const bool chain = depth > 1 && OneIn(random_, 3);
    near.children.push_back(chain ? Near(depth - 1, in_field) : Operand(in_field));
    near.children.push_back(Operand(in_field));
    return near;
  }

  Wish Operand(bool in_field) {
    if (!in_field && OneIn(random_, 8)) {
      Wish in = Make(Kind::kIn);
      in.field = OneIn(random_, 2) ? Field::kTitle : Field::kBody;
      in.children.push_back(Operand(true));
      return in;
    }
    if (!OneIn(random_, 4)) return Leaf();
    Wish any = Make(OneIn(random_, 2) ? Kind::kOr : Kind::kBeside);
    for (std::size_t n = 2 + Below(random_, 2); n > 0; --n) any.children.push_back(Leaf());
    return any;
  }

  Wish InText(std::size_t depth) {
    Wish in = Make(Kind::kIn);
    in.field = OneIn(random_, 2) ? Field::kTitle : Field::kBody;
    in.children.push_back(Node(depth - 1, false, true));
    return in;
  }

  Wish Filter() { return OneIn(random_, 3) ? RandomPeriod(random_) : InMetadata(); }

  Wish InMetadata() {
    Wish in = Make(Kind::kIn);
    const std::size_t field = Below(random_, 3);
    in.field = static_cast<Field>(static_cast<std::size_t>(Field::kSource) + field);
    if (OneIn(random_, 3)) {
      const std::vector<std::string> words =
          SplitAtSpaces(RandomMetadata(random_, static_cast<MetadataField>(field)));
      const std::string phrase =
          words.empty() ? "" : SomeWordsInARow(random_, words, Below(random_, words.size()));
      if (HasWord(phrase)) {
        in.children.push_back(Make(Kind::kPhrase, phrase));
        return in;
      }
    }
    Wish any = Make(OneIn(random_, 2) ? Kind::kOr : Kind::kBeside);
    for (int i = 0; i < 2; ++i) {
      any.children.push_back(Make(Kind::kWord, Pick(random_, MetadataWords())));
    }
    in.children.push_back(OneIn(random_, 3) ? any : any.children.front());
    return in;
  }

  Random& random_;
  const std::vector<std::string>& vocabulary_;
  const std::vector<Article>& articles_;
};

}  // namespace

std::string RandomQueryText(Random& random, const std::vector<std::string>& vocabulary,
                            const std::vector<Article>& articles) {
  std::string text;
  for (std::size_t n = 1 + Below(random, 7); n > 0; --n) {
    const std::size_t what = Below(random, 12);
    if (what < 5) {
      text += RandomSpelling(random, Pick(random, vocabulary));
    } else if (what < 7) {
      text += '"' + RandomPhrase(random, vocabulary, articles) + '"';
    } else if (what < 8) {
      text += Print(RandomWish(random, vocabulary, articles));
    } else {
      text += Pick(random, Scraps());
      if (OneIn(random, 2)) {
        text += Pick(random, OneIn(random, 6) ? MetadataWords() : vocabulary);
      }
    }
    if (!OneIn(random, 6)) text += ' ';
  }
  return text;
}

Wish RandomFilter(Random& random) {
  if (OneIn(random, 2)) return RandomPeriod(random);
  Wish in = MakeWish(random, Kind::kIn, {});
  in.field = OneIn(random, 2) ? Field::kSource : Field::kCategory;
  in.children.push_back(MakeWish(random, Kind::kWord, Pick(random, MetadataWords())));
  return in;
}

Wish RandomWish(Random& random, const std::vector<std::string>& vocabulary,
                const std::vector<Article>& articles) {
  return WishMaker(random, vocabulary, articles).Node(Below(random, 4), true, false);
}

}  // namespace warta::oracle
