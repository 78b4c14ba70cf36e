// Any bytes under any label become clean text, and clean text stays.

#include <string>

#include "common/text/clean.h"
#include "common/text/decode.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

void Check(std::string_view bytes, std::string_view label) {
  const Decoded decoded = DecodeText(bytes, label);
  Require(IsCleanText(decoded.text), "decoded text is clean", decoded.text);
  const Decoded again = DecodeText(decoded.text, label);
  Require(again.text == decoded.text, "decoded text stays when it is decoded", decoded.text);
  Require(again.mended.empty(), "decoded text needs no mending", again.mended);
  Require(IsText(decoded.text), "decoded text is text", decoded.text);
}

void CheckClean(std::string_view bytes) {
  const std::string clean = CleanText(std::string(bytes));
  Require(IsCleanText(clean), "cleaned text is clean", clean);
  Require(CleanText(clean) == clean, "cleaned text stays", clean);
  Require(clean.find('\n') == std::string::npos || bytes.find('\n') != std::string_view::npos,
          "cleaning makes no lines", clean);
  Require(!IsCleanText(bytes) || clean.size() <= bytes.size(), "only mojibake is clean and changes",
          clean);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::AsText(data, size);
  CheckClean(bytes);
  Check(bytes, {});
  // The label on the first line, the text behind it.
  const std::size_t end = bytes.find('\n');
  if (end != std::string_view::npos) Check(bytes.substr(end + 1), bytes.substr(0, end));
  return 0;
}
