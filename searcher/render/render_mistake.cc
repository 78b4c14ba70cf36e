#include <algorithm>
#include <string>

#include "common/printable.h"
#include "common/text/columns.h"
#include "common/translate.h"
#include "searcher/render/render.h"

namespace warta {
namespace {

// Enough around a mistake to recognise its place.
constexpr std::size_t kBytesAround = 40;

bool InsideCharacter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

}  // namespace

void RenderMistake(const QueryMistake& mistake, std::string_view query, TerminalStream& out) {
  std::size_t begin = mistake.begin - std::min(mistake.begin, kBytesAround);
  std::size_t end = std::min(query.size(), mistake.end + kBytesAround);
  while (InsideCharacter(query, begin)) ++begin;
  while (InsideCharacter(query, end)) ++end;
  const auto part = [&](std::size_t from, std::size_t to) {
    return Printable(query.substr(from, to - from));
  };
  const std::string before = (begin > 0 ? "\u2026" : "") + part(begin, mistake.begin);
  const std::string wrong = part(mistake.begin, mistake.end);
  const std::string after = part(mistake.end, end) + (end < query.size() ? "\u2026" : "");
  const std::string mark(std::max<std::size_t>(Columns(wrong), 1) - 1, '~');
  out << "searcher: " << Say(mistake.message) << kLineEnd;
  out << "searcher:   " << before << wrong << after << kLineEnd;
  out << "searcher:   " << std::string(Columns(before), ' ') << "^" << mark << kLineEnd;
}

}  // namespace warta
