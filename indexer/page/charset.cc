#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "common/ascii.h"
#include "indexer/page/page.h"

namespace warta {
namespace {

// The label behind `name`, `=` and perhaps a quotation mark in a tag.
std::string LabelBehind(std::string_view tag, std::string_view name) {
  constexpr std::size_t kLongestLabel = 40;
  const std::string lower = LowerAscii(tag);
  for (std::size_t at = lower.find(name); at != lower.npos; at = lower.find(name, at + 1)) {
    std::size_t begin = at + name.size();
    const auto skip = [&](std::string_view characters) {
      while (begin < tag.size() && characters.find(tag[begin]) != characters.npos) ++begin;
    };
    skip(" \t\n\r\f");
    if (begin >= tag.size() || tag[begin] != '=') continue;
    ++begin;
    skip(" \t\n\r\f\"'");
    std::size_t end = begin;
    while (end < tag.size() && (IsLetter(tag[end]) || IsDigit(tag[end]) || tag[end] == '-' ||
                                tag[end] == '_' || tag[end] == ':' || tag[end] == '.')) {
      ++end;
    }
    if (end > begin && end - begin <= kLongestLabel) {
      return std::string(tag.substr(begin, end - begin));
    }
  }
  return {};
}

}  // namespace

std::string DeclaredCharset(std::string_view bytes) {
  constexpr std::size_t kWindow = 4096;
  bytes = bytes.substr(0, kWindow);
  for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at + 1)) {
    std::string_view rest = bytes.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = rest.find("-->");
      if (end == rest.npos) return {};
      at += end;
      continue;
    }
    const std::string_view tag = rest.substr(0, rest.find('>'));
    const std::string start = LowerAscii(tag.substr(0, 6));
    if (start.starts_with("<?xml")) {
      if (std::string label = LabelBehind(tag, "encoding"); !label.empty()) return label;
    }
    if (start.starts_with("<meta") && start.size() > 5 && (IsSpace(start[5]) || start[5] == '/')) {
      if (std::string label = LabelBehind(tag, "charset"); !label.empty()) return label;
    }
  }
  return {};
}

}  // namespace warta
