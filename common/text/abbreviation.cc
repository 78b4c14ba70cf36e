#include "common/text/abbreviation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "common/ascii.h"

namespace warta {
namespace {

// Longer ones are remarks, and looking for their end must not cost more than this.
constexpr std::size_t kMostBracketBytes = 160;

// In capitals and shorter than this, an abbreviation is made of initials.
constexpr std::size_t kShortestSyllabicCapitals = 5;

// Up to this length the analyser tells ordinary words in capitals from words (Token::kAcronym).
constexpr std::size_t kMostAcronymLetters = 5;

// A set of numbers of letters: bit n stands for n.
using LetterCounts = std::uint32_t;

bool IsFunctionWord(std::string_view word) {
  // `bidang`: Menteri Koordinator Bidang Perekonomian.
  static constexpr std::array<std::string_view, 34> kWords = {
      "and",    "antar",   "at",       "atas",   "atau", "bagi",  "bidang", "by",  "dalam",
      "dan",    "dari",    "de",       "dengan", "di",   "for",   "from",   "in",  "ke",
      "kepada", "of",      "oleh",     "on",     "or",   "pada",  "para",   "per", "sebagai",
      "serta",  "tentang", "terhadap", "the",    "to",   "untuk", "yang"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

// Ordinary words that somebody also made an abbreviation of, not written in capitals: Balon for
// bakal calon. Who looks for balloons is not to find candidates. Found by reading what a large
// archive taught.
bool IsOrdinaryWord(std::string_view word) {
  static constexpr std::array<std::string_view, 53> kWords = {
      "aksi",   "aura",    "bakti",   "balon",  "barel",  "bekerja", "cekal",  "core",
      "garda",  "garis",   "gelora",  "gema",   "hobi",   "itu",     "jadwal", "kasi",
      "kolam",  "kontras", "lantas",  "lima",   "linear", "madani",  "maju",   "mantap",
      "masa",   "maskara", "mesra",   "mewah",  "molek",  "mura",    "nobat",  "pati",
      "pelita", "perekor", "permata", "permen", "persis", "pinang",  "profit", "pukat",
      "pusaka", "rasis",   "rekan",   "sasana", "sema",   "suar",    "suket",  "suksesi",
      "tan",    "terbang", "timus",   "wali",   "wisnu"};
  return std::binary_search(kWords.begin(), kWords.end(), word);
}

// The abbreviation with repeated letters written out (BPPMI); empty: it is none.
std::string LettersOf(std::string_view short_form) {
  std::string letters;
  for (const char c : short_form) {
    if (IsLetter(c)) {
      letters += c;
    } else if (c >= '2' && c <= '4' && !letters.empty()) {
      letters.append(static_cast<std::size_t>(c - '1'), letters.back());
    } else {
      return {};
    }
  }
  return letters;
}

// Which letters are capitals behind a small one, as a set: the S of KontraS, the D of BUMDes. They
// are initials.
LetterCounts InnerCapitals(std::string_view letters) {
  LetterCounts capitals = 0;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (IsUpper(letters[i]) && IsLower(letters[i - 1])) capitals |= LetterCounts{1} << i;
  }
  return capitals;
}

// Initials of the parts of a word: one, or more where it has hyphens.
std::string InitialsOf(std::string_view word) {
  std::string initials(1, word.front());
  for (std::size_t i = word.find('-'); i != std::string_view::npos; i = word.find('-', i + 1)) {
    if (i + 1 < word.size()) initials += word[i + 1];
  }
  return initials;
}

bool ByInitials(const Token& word, std::string_view piece) {
  const std::string initials = InitialsOf(word.surface);
  return piece == initials || piece == std::string_view(initials).substr(0, 1);
}

// Whether the piece is the beginning of the word, or the beginning and something of the rest.
bool BeginsAndGoesOn(std::string_view word, std::string_view piece) {
  const auto [in_word, in_piece] =
      std::mismatch(word.begin(), word.end(), piece.begin(), piece.end());
  static_cast<void>(in_word);
  const auto begun = static_cast<std::size_t>(in_piece - piece.begin());
  for (std::size_t first = begun; first > 0; --first) {
    if (word.find(piece.substr(first), first) != std::string_view::npos) return true;
  }
  return false;
}

// Whether the piece is the beginning of the stem of a noun, of kepolisian or pemilihan. Stems of
// verbs (menjadwalkan) begin nothing.
bool BeginsStem(const Token& word, std::string_view piece) {
  const bool noun = word.surface.starts_with('k') || word.surface.starts_with('p');
  return noun && word.stem.starts_with(piece);
}

bool BySyllables(const Token& word, std::string_view piece, bool is_first) {
  if (IsFunctionWord(word.surface)) return word.surface.starts_with(piece);
  if (BeginsAndGoesOn(word.surface, piece) || BeginsStem(word, piece)) return true;
  return !is_first && piece.size() >= 2 && word.surface.find(piece) != std::string_view::npos;
}

// Reads words from the last to the first, and knows how many letters of the abbreviation can then
// still be to come.
class LetterMatcher {
 public:
  LetterMatcher(std::string_view letters, bool syllables)
      : letters_(LowerAscii(letters)),
        syllables_(syllables),
        inner_capitals_(InnerCapitals(letters)),
        left_(LetterCounts{1} << letters.size()) {}

  // Whether the abbreviation can begin with the word. After it, `Fails` says whether more words
  // make sense.
  bool Take(const Token& word) {
    LetterCounts next = 0;
    for (std::size_t left = 1; left <= letters_.size(); ++left) {
      if ((left_ >> left & 1U) != 0) next |= Before(word, left);
    }
    const bool skippable = IsFunctionWord(word.surface);
    const bool begins = (next & 1U) != 0 && !skippable;
    left_ = (next & ~LetterCounts{1}) | (skippable ? left_ : 0);
    return begins;
  }

  bool Fails() const { return left_ == 0; }

 private:
  // What can be left before the word when it gives the last of these letters.
  LetterCounts Before(const Token& word, std::size_t left) const {
    LetterCounts before = 0;
    for (std::size_t from = left; from-- > 0;) {
      const std::string_view piece = std::string_view(letters_).substr(from, left - from);
      if (Gives(word, piece, from)) before |= LetterCounts{1} << from;
      if ((inner_capitals_ >> from & 1U) != 0) break;
    }
    return before;
  }

  bool Gives(const Token& word, std::string_view piece, std::size_t from) const {
    if (!syllables_) return ByInitials(word, piece);
    const bool initial = (inner_capitals_ >> from & 1U) != 0;
    return initial ? BeginsAndGoesOn(word.surface, piece) : BySyllables(word, piece, from == 0);
  }

  std::string letters_;
  bool syllables_;
  LetterCounts inner_capitals_;
  LetterCounts left_;
};

// The rest of the text without spaces and quotation marks at its beginning.
std::string_view SkipQuotes(std::string_view gap) {
  while (!gap.empty()) {
    if (gap.front() == ' ' || gap.front() == '"' || gap.front() == '\'') {
      gap.remove_prefix(1);
    } else if (gap.starts_with("\u201C") || gap.starts_with("\u201D") ||
               gap.starts_with("\u2018") || gap.starts_with("\u2019")) {
      gap.remove_prefix(std::string_view("\u201C").size());
    } else if (gap.starts_with("\u00A0")) {
      gap.remove_prefix(std::string_view("\u00A0").size());
    } else {
      break;
    }
  }
  return gap;
}

class DefinitionFinder {
 public:
  DefinitionFinder(std::string_view text, std::span<const Token> tokens) : text_(text) {
    for (const Token& token : tokens) {
      if (token.kind == Token::Kind::kWord) words_.push_back(&token);
    }
  }

  std::vector<AbbreviationDefinition> Find() {
    std::size_t word = 0;
    for (std::size_t open = text_.find('('); open != std::string_view::npos;
         open = text_.find('(', open + 1)) {
      while (word < words_.size() && words_[word]->begin < open) ++word;
      const std::string_view rest = text_.substr(open + 1, kMostBracketBytes);
      const std::size_t length = rest.find_first_of("()\n");
      if (length == std::string_view::npos || rest[length] != ')') continue;
      std::size_t end = word;
      while (end < words_.size() && words_[end]->end <= open + 1 + length) ++end;
      Look(open, open + 1 + length, word, end);
    }
    return std::move(found_);
  }

 private:
  // The words [begin, end) stand between the parentheses at `open` and `close`.
  void Look(std::size_t open, std::size_t close, std::size_t begin, std::size_t end) {
    if (begin == end || !IsQuotes(open + 1, words_[begin]->begin) ||
        !IsQuotes(words_[end - 1]->end, close)) {
      return;
    }
    const bool after_word = begin > 0 && IsQuotes(words_[begin - 1]->end, open);
    if (end - begin == 1) {
      if (after_word) Try(begin, 0, begin, false);
      return;
    }
    const std::string_view gap = Gap(end - 2);
    if (gap == "/" || gap == " / ") {
      Try(end - 1, begin, end - 1, true);
    } else if (after_word) {
      Try(begin - 1, begin, end, true);
    }
  }

  bool IsQuotes(std::size_t begin, std::size_t end) const {
    return begin <= end && SkipQuotes(text_.substr(begin, end - begin)).empty();
  }

  std::string_view Gap(std::size_t word) const {
    const std::size_t begin = words_[word]->end;
    const std::size_t end = words_[word + 1]->begin;
    return begin <= end ? text_.substr(begin, end - begin) : std::string_view();
  }

  // Whether the word and the next one can be of one name.
  bool GoesOn(std::size_t word) const {
    std::string_view gap = Gap(word);
    if (gap == "-" || gap == "/" || gap == " & " || gap == " / ") return true;
    if (gap.starts_with(',')) gap.remove_prefix(1);
    return gap == " " || gap == "\u00A0" || gap == "  ";
  }

  // Whether the short form is defined by the words before `end`: by all from `begin` on, or by
  // those that fit.
  void Try(std::size_t short_form, std::size_t begin, std::size_t end, bool whole) {
    const Token& token = *words_[short_form];
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    if (written.size() < 2 || written.size() > kMostShortFormBytes) return;
    const std::string letters = LettersOf(written);
    if (letters.empty() || letters.size() > kMostShortFormBytes) return;
    const bool capitals = IsCapitals(written);
    if (!(capitals && letters.size() <= kMostAcronymLetters) && IsOrdinaryWord(token.surface))
      return;
    std::optional<std::size_t> first;
    if (capitals) first = FirstWord(LetterMatcher(letters, false), begin, end, whole);
    if (!first && (!capitals || letters.size() >= kShortestSyllabicCapitals)) {
      first = FirstWord(LetterMatcher(letters, true), begin, end, whole);
    }
    if (first) Add(written, token, *first, end);
  }

  std::optional<std::size_t> FirstWord(LetterMatcher matcher, std::size_t begin, std::size_t end,
                                       bool whole) const {
    for (std::size_t word = end; word > begin && end - word < kMostLongFormWords;) {
      --word;
      if (word + 1 < end && !GoesOn(word)) break;
      if (matcher.Take(*words_[word]) && (!whole || word == begin)) return word;
      if (matcher.Fails()) break;
    }
    return std::nullopt;
  }

  void Add(std::string_view written, const Token& short_form, std::size_t first, std::size_t end) {
    // One word is abbreviated, not defined, but for reduplications: undang-undang (UU).
    const bool several =
        end - first > 1 || words_[first]->surface.find('-') != std::string_view::npos;
    std::string long_form;
    for (std::size_t word = first; word < end; ++word) {
      if (words_[word]->surface == short_form.surface) return;
      long_form.append(long_form.empty() ? "" : " ").append(words_[word]->surface);
    }
    if (!several || long_form.size() > kMostLongFormBytes) return;
    found_.push_back({std::string(written), std::move(long_form)});
  }

  std::string_view text_;
  std::vector<const Token*> words_;
  std::vector<AbbreviationDefinition> found_;
};

}  // namespace

bool IsCapitals(std::string_view short_form) {
  return std::none_of(short_form.begin(), short_form.end(), IsLower);
}

std::vector<AbbreviationDefinition> FindDefinitions(std::string_view text,
                                                    std::span<const Token> tokens) {
  return DefinitionFinder(text, tokens).Find();
}

}  // namespace warta
