#include "common/text/utf8.h"

#include <cstddef>
#include <utility>

#include <unicode/ucnv.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/text/decode.h"

namespace warta {
namespace {

// Calls good(begin, end) for each well-formed character and bad() for each ill-formed sequence.
template <class Good, class Bad>
void Walk(std::string_view text, const Good& good, const Bad& bad) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (NextCodePoint(text, at) == kIllFormed) {
      bad();
    } else {
      good(begin, at);
    }
  }
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  bool valid = true;
  Walk(
      text, [](std::size_t, std::size_t) {}, [&] { valid = false; });
  return valid;
}

std::string RepairUtf8(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  Walk(
      text,
      [&](std::size_t begin, std::size_t end) { result.append(text.substr(begin, end - begin)); },
      [&] { result.append("\uFFFD"); });
  return result;
}

std::string DecodeWindows1252(std::string_view bytes) {
  std::string result(bytes.size() * 3 + 1, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length =
      ucnv_convert("UTF-8", "windows-1252", result.data(), static_cast<int32_t>(result.size()),
                   bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) {
    throw Fatal(ExitCode::kIoError,
                std::string("ICU cannot decode windows-1252: ") + u_errorName(status));
  }
  result.resize(static_cast<std::size_t>(length));
  return result;
}

bool HasMultibyteUtf8(std::string_view text) {
  bool found = false;
  Walk(
      text, [&](std::size_t begin, std::size_t end) { found |= end - begin > 1; }, [] {});
  return found;
}

}  // namespace warta
