#include "common/text/columns.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace warta {
namespace {

std::size_t ColumnsOf(char32_t c) {
  if (c == kIllFormed) return 1;
  const auto code_point = static_cast<UChar32>(c);
  constexpr std::uint32_t kNoColumn = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if ((U_GET_GC_MASK(code_point) & kNoColumn) != 0) return 0;
  switch (u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return 2;
    default:
      return 1;
  }
}

}  // namespace

std::size_t Columns(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii = SkipAscii(text, at) - at;
    columns += ascii;
    at += ascii;
    if (at < text.size()) columns += ColumnsOf(NextCodePoint(text, at));
  }
  return columns;
}

}  // namespace warta
