#include "common/text/decode.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/clean.h"
#include "common/text/decode_charset.h"
#include "common/text/utf8.h"

namespace warta {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr Mark kMarks[] = {
    {{"\xEF\xBB\xBF", 3}, kUtf8},          {{"\xFF\xFE\x00\x00", 4}, "UTF-32LE"},
    {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE"}, {{"\xFF\xFE", 2}, kUtf16Le},
    {{"\xFE\xFF", 2}, kUtf16Be},
};

const Mark* MarkOf(std::string_view bytes) {
  const auto* found = std::find_if(std::begin(kMarks), std::end(kMarks),
                                   [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return found == std::end(kMarks) ? nullptr : found;
}

std::string NotValid(std::string_view charset) {
  return "is not valid " + std::string(charset) + ": the damaged characters were replaced";
}

Decoded FromUtf8(std::string_view bytes) {
  if (IsValidUtf8(bytes)) return {std::string(bytes), {}};
  return {RepairUtf8(bytes), TallyUtf8(bytes).ill_formed > 0 ? NotValid(kUtf8) : std::string()};
}

Decoded ByMark(std::string_view bytes, const Mark& mark) {
  bytes.remove_prefix(mark.bytes.size());
  if (mark.charset == kUtf8) return FromUtf8(bytes);
  DecodedCharset decoded = DecodeCharset(bytes, mark.charset);
  return {std::move(decoded.text), decoded.faults > 0 ? NotValid(mark.charset) : std::string()};
}

// By a label for an encoding that has ASCII in it, unless the bytes contradict it.
std::optional<Decoded> ByLabel(std::string_view bytes, std::string_view charset) {
  if (charset.empty() || charset == kUtf8 || charset == kUtf16Le || charset == kUtf16Be) {
    return std::nullopt;
  }
  DecodedCharset decoded = DecodeCharset(bytes, charset);
  const auto beyond_ascii = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  if (decoded.faults * 50 > beyond_ascii) return std::nullopt;
  return Decoded{std::move(decoded.text), decoded.faults > 0 ? NotValid(charset) : std::string()};
}

// UTF-16 without a byte order mark, or as the label says if it has zero bytes at all.
std::optional<Decoded> AsUtf16(std::string_view bytes, std::string_view label_charset) {
  if (bytes.find('\0') == std::string_view::npos) return std::nullopt;
  std::string_view charset = GuessUtf16(bytes);
  const bool guessed = !charset.empty() && charset != label_charset;
  if (charset.empty() && (label_charset == kUtf16Le || label_charset == kUtf16Be)) {
    charset = label_charset;
  }
  if (charset.empty()) return std::nullopt;
  DecodedCharset decoded = DecodeCharset(bytes, charset);
  if (!guessed && decoded.faults > 0 && GuessUtf16(bytes).empty()) return std::nullopt;
  std::string mended = guessed ? "is not UTF-8: read as " + std::string(charset) : std::string();
  if (decoded.faults > 0) mended = NotValid(charset);
  return Decoded{std::move(decoded.text), std::move(mended)};
}

Decoded Decode(std::string_view bytes, std::string_view label) {
  if (const Mark* mark = MarkOf(bytes)) return ByMark(bytes, *mark);
  const std::string_view charset = CharsetOf(label);
  if (std::optional<Decoded> utf16 = AsUtf16(bytes, charset)) return std::move(*utf16);
  if (IsValidUtf8(bytes)) return {std::string(bytes), {}};
  const Utf8Tally tally = TallyUtf8(bytes);
  // Against a label only when it is plain: by chance two characters of another encoding make one of
  // UTF-8 now and then.
  if (tally.multibyte >= 4 && tally.multibyte / 8 >= tally.ill_formed) return FromUtf8(bytes);
  if (std::optional<Decoded> labelled = ByLabel(bytes, charset)) return std::move(*labelled);
  if (tally.multibyte >= tally.ill_formed) return FromUtf8(bytes);
  const std::string_view guess = GuessCharset(bytes);
  return {DecodeCharset(bytes, guess).text, "is not UTF-8: read as " + std::string(guess)};
}

}  // namespace

Decoded DecodeText(std::string_view bytes, std::string_view declared_label) {
  Decoded decoded = Decode(bytes, declared_label);
  decoded.text = CleanText(std::move(decoded.text));
  return decoded;
}

bool IsText(std::string_view bytes) {
  if (bytes.find('\0') == std::string_view::npos) return true;
  const Mark* mark = MarkOf(bytes);
  return mark != nullptr ? mark->charset != kUtf8 : !GuessUtf16(bytes).empty();
}

}  // namespace warta
