#include "indexer/readers/feed_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/text/decode.h"
#include "common/text/utf8.h"
#include "indexer/page/page.h"

namespace warta {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kPieceBytes = std::size_t{64} * 1024;
constexpr std::size_t kMaxAttributes = 1000;
constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::string_view kComment = "<!--";

// How much of the bytes is a piece. It ends where no character, reference or tag's begin is cut: in
// front of bytes that nothing divides for 64 KiB no feed has use.
std::size_t PieceSize(std::string_view bytes) {
  bytes = bytes.substr(0, kPieceBytes);
  if (bytes.size() < kPieceBytes) return bytes.size();
  const std::size_t end = bytes.find_last_of("> \t\r\n");
  return end == bytes.npos ? bytes.size() : end + 1;
}

// The length of the reference at the start, 0 if there is none that XML knows without a DTD.
std::size_t ReferenceSize(std::string_view text) {
  constexpr std::array kNames = {"&amp;"sv, "&lt;"sv, "&gt;"sv, "&quot;"sv, "&apos;"sv};
  for (const std::string_view name : kNames) {
    if (text.starts_with(name)) return name.size();
  }
  if (!text.starts_with("&#")) return 0;
  constexpr std::size_t kMaxSize = 10;
  const bool hex = text.starts_with("&#x");
  const std::size_t digits = hex ? 3 : 2;
  const std::size_t end =
      text.substr(0, kMaxSize)
          .find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789", digits);
  return end != text.npos && end > digits && text[end] == ';' ? end + 1 : 0;
}

std::size_t MendReference(std::string_view text, std::string& mended) {
  const std::size_t size = ReferenceSize(text);
  mended.append(size == 0 ? "&amp;" : text.substr(0, size));
  return std::max<std::size_t>(size, 1);
}

// Whether the `<` at the start begins a tag, a comment, a declaration or an instruction.
bool BeginsTag(std::string_view text) {
  const auto begins_name = [text](std::size_t at) {
    return at < text.size() &&
           (IsLetter(text[at]) || text[at] == '_' || text[at] == ':' || (text[at] & 0x80) != 0);
  };
  if (text.starts_with("</") || text.starts_with("<?")) return begins_name(2);
  if (text.starts_with("<!"))
    return text.starts_with("<!DOCTYPE") || text.starts_with("<!E") || text.starts_with("<!A") ||
           text.starts_with("<!N");
  return begins_name(1);
}

void BlankControls(std::string& text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t' && c != '\r';
      },
      ' ');
}

}  // namespace

Result<std::string> FeedText::Next() {
  while (true) {
    Result<std::string> bytes = NextBytes();
    if (!bytes.ok() || bytes.value().empty()) return bytes;
    std::string text = Mend(Decode(bytes.value()));
    if (attributes_ > kMaxAttributes) return Error{"has a tag with too many attributes"};
    // A mark in a piece by itself leaves nothing.
    if (!text.empty()) return text;
  }
}

Result<std::string> FeedText::NextBytes() {
  const Result<std::string_view> ahead = input_.Peek(kPieceBytes);
  if (!ahead.ok()) return ahead.error();
  if (!std::exchange(started_, true)) label_ = DeclaredCharset(ahead.value());
  std::string bytes(ahead.value().substr(0, PieceSize(ahead.value())));
  input_.Skip(bytes.size());
  return bytes;
}

std::string FeedText::Decode(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
  std::string text(bytes);
  if (!IsValidUtf8(text)) {
    Decoded decoded = DecodeText(bytes, label_);
    if (mended_.empty()) mended_ = std::move(decoded.mended);
    text = std::move(decoded.text);
  }
  BlankControls(text);
  return text;
}

std::string FeedText::Mend(std::string_view text) {
  std::string mended;
  mended.reserve(text.size() + text.size() / 16);
  while (!text.empty()) {
    std::size_t taken = 0;
    switch (state_) {
      case State::kText:
        taken = MendText(text, mended);
        break;
      case State::kTag:
        taken = MendTag(text, mended);
        break;
      case State::kCdata:
        taken = CopySection(text, "]]>", mended);
        break;
      case State::kComment:
        taken = CopySection(text, "-->", mended);
        break;
    }
    text.remove_prefix(taken);
  }
  return mended;
}

// Each of these appends something to `mended` and returns how much of the text that was.

std::size_t FeedText::MendText(std::string_view text, std::string& mended) {
  // find_first_of would call memchr for each character.
  const auto* end =
      std::find_if(text.begin(), text.end(), [](char c) { return c == '&' || c == '<'; });
  const auto plain = static_cast<std::size_t>(end - text.begin());
  mended.append(text, 0, plain);
  if (plain > 0) return plain;
  return text.front() == '&' ? MendReference(text, mended) : BeginMarkup(text, mended);
}

std::size_t FeedText::MendTag(std::string_view text, std::string& mended) {
  const std::size_t plain = std::min(text.find_first_of("&<>\"'="), text.size());
  mended.append(text, 0, plain);
  if (plain > 0) return plain;
  const char c = text.front();
  if (c == '&') return MendReference(text, mended);
  // Also inside a value: there, its end was forgotten.
  if (c == '<') return BeginMarkup(text, mended);
  if (quote_ != 0) {
    if (c == quote_) quote_ = 0;
  } else if (c == '>') {
    state_ = State::kText;
  } else if (c == '=') {
    ++attributes_;
  } else {
    quote_ = c;
  }
  mended += c;
  return 1;
}

std::size_t FeedText::BeginMarkup(std::string_view text, std::string& mended) {
  quote_ = 0;
  if (attributes_ <= kMaxAttributes) attributes_ = 0;
  std::size_t taken = 1;
  if (text.starts_with(kCdata)) {
    state_ = State::kCdata;
    taken = kCdata.size();
  } else if (text.starts_with(kComment)) {
    state_ = State::kComment;
    taken = kComment.size();
  } else if (BeginsTag(text)) {
    state_ = text.starts_with("<!") || text.starts_with("<?") ? State::kText : State::kTag;
  } else {
    mended += "&lt;";
    return taken;
  }
  mended.append(text, 0, taken);
  return taken;
}

std::size_t FeedText::CopySection(std::string_view text, std::string_view end,
                                  std::string& mended) {
  const std::size_t at = text.find(end);
  const std::size_t count = at == text.npos ? text.size() : at + end.size();
  if (at != text.npos) state_ = State::kText;
  mended.append(text, 0, count);
  return count;
}

}  // namespace warta
