#include "common/text/piece.h"

#include "common/ascii.h"
#include "common/text/char_class.h"
#include "common/text/word_hash.h"

namespace warta {
namespace {

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

// Every kind of piece: numbers, apostrophes, marks, invisible characters.
class PieceScanner {
 public:
  PieceScanner(std::string_view text, std::size_t begin)
      : text_(text), piece_{begin, begin, 0, true}, at_(begin) {
    while (at_ < text_.size() && Take(CharAt(text_, at_))) {
    }
  }

  PieceScan scan() const { return {piece_, at_}; }

 private:
  bool Take(const Char& c) {
    if (c.char_class == CharClass::kIgnorable) {
      Pass(c);
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
    Pass(c);
    piece_.end = at_;
    piece_.hash = hash_.value();
    return true;
  }

  void Pass(const Char& c) {
    for (const std::size_t end = at_ + c.length; at_ < end; ++at_) hash_.Add(text_[at_]);
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
  WordHash hash_;
  CharClass last_ = CharClass::kSeparator;
  std::size_t visible_ = 0;  // characters taken, without the invisible ones
  bool rupiah_ = true;       // whether these are the start of `Rp`
  bool only_number_ = true;
  bool has_point_ = false;
  bool invisible_ = false;
};

// Whether the byte ends a piece of ASCII letters, whatever follows.
bool EndsWord(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) return false;
  const CharClass c_class = kAsciiClass[byte];
  return c_class == CharClass::kSeparator || c_class == CharClass::kPoint ||
         c_class == CharClass::kPercent;
}

// How many spaces the gap has, beside invisible characters; many if there is anything else. A long
// run of invisible characters is an attack on the time that looking at it takes.
std::size_t SpacesIn(std::string_view gap) {
  constexpr std::size_t kMany = 2;
  constexpr std::size_t kWidest = 16;
  if (gap.size() > kWidest) return kMany;
  std::size_t spaces = 0;
  while (!gap.empty()) {
    const Char c = CharAt(gap, 0);
    const std::string_view character = gap.substr(0, c.length);
    gap.remove_prefix(c.length);
    if (c.char_class == CharClass::kIgnorable) continue;
    const bool space = character == " " || character == "\u00A0" || character == "\u202F";
    spaces = space ? spaces + 1 : kMany;
    if (spaces >= kMany) return kMany;
  }
  return spaces;
}

}  // namespace

PieceScan ScanPiece(std::string_view text, std::size_t begin) {
  // Nine words of ten are ASCII letters and end at a separator.
  WordHash hash;
  std::size_t at = begin;
  for (; at < text.size() && IsLetter(text[at]); ++at) hash.Add(text[at]);
  if (at > begin && (at == text.size() || EndsWord(text[at]))) {
    return {{begin, at, hash.value(), true}, at};
  }
  return PieceScanner(text, begin).scan();
}

bool IsOneSpace(std::string_view gap) {
  return gap == " " || (gap.size() > 1 && SpacesIn(gap) == 1);
}

bool IsAtMostOneSpace(std::string_view gap) {
  return SpacesIn(gap) <= 1;
}

bool IsJoiningHyphen(std::string_view text, std::size_t at, std::size_t& after) {
  if (at >= text.size()) return false;
  const Char hyphen = CharAt(text, at);
  if (hyphen.char_class != CharClass::kHyphen) return false;
  const CharClass next = NextVisible(text, at + hyphen.length);
  after = at + hyphen.length;
  return next == CharClass::kLetter || next == CharClass::kDigit;
}

}  // namespace warta
