#include "common/text/analyser.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <unicode/uversion.h>

#include "common/text/char_class.h"
#include "common/text/fold.h"
#include "common/text/hyphen.h"
#include "common/text/number.h"
#include "common/text/segment.h"
#include "common/text/stem.h"

#define WARTA_STRING_OF(x) #x
#define WARTA_STRING(x) WARTA_STRING_OF(x)

namespace warta {
namespace {

// Raised by one whenever a rule of this folder changes what any text becomes.
constexpr std::string_view kRulesVersion = "1";

// A word form is looked up once per occurrence and analysed once per cache life. 150,000 forms are
// what a large archive uses; the bound keeps hostile input from filling the memory.
constexpr std::size_t kCacheLimit = 300'000;

// A part of a hyphenated word, or a whole word without hyphens.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool ascii = true;
};

bool IsWordChar(CharClass c) {
  return c == CharClass::kLetter || c == CharClass::kDigit;
}

// The first character at or after the place that is not invisible; a separator at the end of the
// text.
CharClass NextVisible(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Char c = CharAt(text, at);
    if (c.char_class != CharClass::kIgnorable) return c.char_class;
    at += c.length;
  }
  return CharClass::kSeparator;
}

// Scans one piece. After `next()` the piece is text[begin, end); `after` is where scanning goes on,
// behind invisible characters that trail the piece.
class PieceScanner {
 public:
  PieceScanner(std::string_view text, std::size_t begin)
      : text_(text), piece_{begin, begin, true}, at_(begin) {
    while (at_ < text_.size() && Take(CharAt(text_, at_))) {
    }
  }

  const Piece& piece() const { return piece_; }
  std::size_t after() const { return at_; }

 private:
  bool Take(const Char& c) {
    if (c.char_class == CharClass::kIgnorable) {
      at_ += c.length;
      invisible_ = true;
      return true;
    }
    if (!Continues(c)) return false;
    rupiah_ = rupiah_ && c.ascii && visible_ < 2 && (text_[at_] | 0x20) == "rp"[visible_];
    ++visible_;
    only_number_ =
        only_number_ && (c.char_class == CharClass::kDigit || c.char_class == CharClass::kPoint);
    has_point_ = has_point_ || c.char_class == CharClass::kPoint;
    if (c.char_class != CharClass::kMark) last_ = c.char_class;
    // An invisible character inside the piece, unlike one behind it, sends it to the Unicode fold.
    piece_.ascii = piece_.ascii && c.ascii && !invisible_;
    at_ += c.length;
    piece_.end = at_;
    return true;
  }

  bool Continues(const Char& c) const {
    switch (c.char_class) {
      case CharClass::kLetter:
        return !has_point_;  // 1,5juta
      case CharClass::kDigit:
        return visible_ != 2 || !rupiah_;  // Rp1,5
      case CharClass::kMark:
        return piece_.end > piece_.begin;
      case CharClass::kSuperscript:
        return last_ == CharClass::kLetter;
      case CharClass::kApostrophe:
        return last_ == CharClass::kLetter &&
               NextVisible(text_, at_ + c.length) == CharClass::kLetter;
      case CharClass::kPoint:
        return only_number_ && last_ == CharClass::kDigit &&
               NextVisible(text_, at_ + c.length) == CharClass::kDigit;
      default:
        return false;
    }
  }

  std::string_view text_;
  Piece piece_;
  std::size_t at_;
  CharClass last_ = CharClass::kSeparator;
  std::size_t visible_ = 0;  // characters taken, without the invisible ones
  bool rupiah_ = true;       // whether these are the start of `Rp`
  bool only_number_ = true;
  bool has_point_ = false;
  bool invisible_ = false;
};

// Whether a gap between two characters is no wider than a space; what is invisible does not count.
bool IsAtMostOneSpace(std::string_view gap) {
  bool space = false;
  while (!gap.empty()) {
    const Char c = CharAt(gap, 0);
    const std::string_view character = gap.substr(0, c.length);
    gap.remove_prefix(c.length);
    if (c.char_class == CharClass::kIgnorable) continue;
    const bool is_space = character == " " || character == "\u00A0" || character == "\u202F";
    if (!is_space || space) return false;
    space = true;
  }
  return true;
}

// Splits anak2 and teman2nya into the two halves of the reduplication; nothing for other words.
// Capitals only (CO2, SMPN2) are no reduplication.
std::vector<std::string> SplitNumeralReduplication(std::string_view raw, std::string_view folded) {
  constexpr std::size_t kShortestBase = 3;
  const std::size_t two = folded.find('2');
  if (two == std::string_view::npos || two < kShortestBase) return {};
  const std::string_view base = folded.substr(0, two);
  const std::string_view suffix = folded.substr(two + 1);
  const auto has_digit = [](std::string_view s) {
    return s.find_first_of("0123456789") != std::string_view::npos;
  };
  const bool has_lower = raw.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
  if (has_digit(base) || has_digit(suffix) || !has_lower) return {};
  if (!suffix.empty() && suffix != "nya" && suffix != "an" && suffix != "kan" && suffix != "lah")
    return {};
  return {std::string(base), std::string(base) + std::string(suffix)};
}

}  // namespace

std::string_view AnalyserIdentity() {
  static const std::string identity = "warta-" + std::string(kRulesVersion) + "+" +
                                      std::string(StemmerIdentity()) +
                                      "+icu" WARTA_STRING(U_ICU_VERSION_MAJOR_NUM);
  return identity;
}

class Analyser::Impl {
 public:
  std::span<const Token> Analyse(std::string_view text) {
    text_ = text;
    tokens_.clear();
    overlong_ = 0;
    position_ = 0;
    if (words_.size() + compounds_.size() > kCacheLimit) {
      words_.clear();
      compounds_.clear();
    }
    for (std::size_t at = 0; at < text.size();) {
      const Char c = CharAt(text, at);
      if (IsWordChar(c.char_class)) {
        at = ScanWord(at);
        continue;
      }
      if (c.char_class == CharClass::kPercent && FollowsNumber(at)) EmitPercent(at, at + c.length);
      at += c.length;
    }
    return tokens_;
  }

  std::size_t overlong() const { return overlong_; }

 private:
  // A form with what it is indexed as. An empty surface is no token.
  struct Form {
    std::string surface;
    std::string stem;
    bool overlong = false;
  };
  struct Compound {
    bool one_word = false;
    Form word;    // when one_word
    Form joined;  // empty surface: none
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class T>
  using Cache = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  std::string_view Raw(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  // Scans the word or hyphenated words at the place; returns where to go on.
  std::size_t ScanWord(std::size_t at) {
    pieces_.clear();
    while (true) {
      const PieceScanner scan(text_, at);
      pieces_.push_back(scan.piece());
      at = scan.after();
      if (at >= text_.size()) break;
      const Char hyphen = CharAt(text_, at);
      if (hyphen.char_class != CharClass::kHyphen ||
          !IsWordChar(NextVisible(text_, at + hyphen.length)))
        break;
      at += hyphen.length;
    }
    if (pieces_.size() == 1) {
      EmitPiece(pieces_.front());
    } else {
      EmitHyphenated();
    }
    return at;
  }

  void EmitPiece(const Piece& piece) {
    const std::string_view raw = Raw(piece.begin, piece.end);
    if (piece.ascii || !NeedsSegmentation(raw)) {
      Emit(FormOf(raw, piece.ascii), piece.begin, piece.end);
      return;
    }
    for (const auto& [begin, end] : SegmentWords(raw)) {
      Emit(FormOf(raw.substr(begin, end - begin), false), piece.begin + begin, piece.begin + end);
    }
  }

  void EmitHyphenated() {
    const Compound& compound = CompoundOf();
    const std::size_t begin = pieces_.front().begin;
    const std::size_t end = pieces_.back().end;
    if (compound.one_word) {
      if (Emit(compound.word, begin, end)) EmitJoined(compound.joined, begin, end);
      return;
    }
    // EmitPiece adds words, never compounds, so the reference to the compound stays good.
    bool first = true;
    for (const Piece& piece : pieces_) {
      const std::size_t before = tokens_.size();
      EmitPiece(piece);
      if (first && tokens_.size() > before) EmitJoined(compound.joined, begin, end);
      first = false;
    }
  }

  bool Emit(const Form& form, std::size_t begin, std::size_t end) {
    if (form.surface.empty()) {
      overlong_ += form.overlong ? 1 : 0;
      return false;
    }
    tokens_.push_back(Token{form.surface, form.stem, position_++, static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(end), Token::Kind::kWord});
    return true;
  }

  // REQUIRES: the word at the same position was just emitted.
  void EmitJoined(const Form& form, std::size_t begin, std::size_t end) {
    if (form.surface.empty()) return;
    tokens_.push_back(Token{form.surface, form.stem, position_ - 1,
                            static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                            Token::Kind::kJoined});
  }

  bool FollowsNumber(std::size_t at) const {
    if (tokens_.empty() || !IsNumber(tokens_.back().surface)) return false;
    // A longer run of invisible characters is an attack on the time that looking at it takes.
    constexpr std::size_t kWidest = 16;
    const std::size_t end = tokens_.back().end;
    return at - end <= kWidest && IsAtMostOneSpace(Raw(end, at));
  }

  void EmitPercent(std::size_t begin, std::size_t end) { Emit(FormOf("persen", true), begin, end); }

  const Form& FormOf(std::string_view raw, bool ascii) {
    // Nothing that long can be a word: it is not worth a place in the cache.
    static const Form too_long{{}, {}, true};
    if (raw.size() > 8 * kMaxTokenBytes) return too_long;
    if (const auto known = words_.find(raw); known != words_.end()) return known->second;
    return words_.emplace(raw, MakeForm(raw, ascii)).first->second;
  }

  static Form MakeForm(std::string_view raw, bool ascii) {
    std::string folded = ascii ? FoldAscii(raw) : FoldUnicode(raw);
    if (IsNumber(folded)) return Checked(NormaliseNumber(folded), {});
    if (const auto halves = SplitNumeralReduplication(raw, folded); !halves.empty()) {
      HyphenReading reading = ReadHyphenated(halves);
      return Checked(std::move(reading.surface), std::move(reading.stem));
    }
    return Checked(std::move(folded), {});
  }

  // The form if it is short enough to be a word. An empty stem is found by the stemmer.
  static Form Checked(std::string surface, std::string stem) {
    if (surface.size() > kMaxTokenBytes || CodePointCount(surface) > kMaxTokenCodePoints) {
      return Form{{}, {}, true};
    }
    if (stem.empty()) stem = Stem(surface);
    return Form{std::move(surface), std::move(stem), false};
  }

  const Compound& CompoundOf() {
    const std::string_view raw = Raw(pieces_.front().begin, pieces_.back().end);
    if (const auto known = compounds_.find(raw); known != compounds_.end()) return known->second;
    return compounds_.emplace(raw, MakeCompound()).first->second;
  }

  Compound MakeCompound() {
    std::vector<std::string> parts;
    for (const Piece& piece : pieces_) {
      const std::string_view raw = Raw(piece.begin, piece.end);
      parts.push_back(FormOf(raw, piece.ascii).surface);
      if (parts.back().empty() || (!piece.ascii && NeedsSegmentation(raw))) return {};
    }
    HyphenReading reading = ReadHyphenated(parts);
    Compound compound;
    compound.one_word = reading.one_word;
    if (reading.one_word)
      compound.word = Checked(std::move(reading.surface), std::move(reading.stem));
    if (!reading.joined.empty()) compound.joined = Checked(std::move(reading.joined), {});
    return compound;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Piece> pieces_;
  std::uint32_t position_ = 0;
  std::size_t overlong_ = 0;
  Cache<Form> words_;
  Cache<Compound> compounds_;
};

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

std::span<const Token> Analyser::Analyse(std::string_view text) {
  return impl_->Analyse(text);
}

std::size_t Analyser::overlong() const {
  return impl_->overlong();
}

}  // namespace warta
