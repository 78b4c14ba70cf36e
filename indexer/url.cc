#include "indexer/url.h"

#include <algorithm>

#include "common/ascii.h"

namespace warta {

std::string HostOf(std::string_view url) {
  const std::string lower = LowerAscii(url.substr(0, 300));
  std::string_view rest = lower;
  for (const std::string_view scheme : {"https://", "http://", "//"}) {
    if (!rest.starts_with(scheme)) continue;
    rest.remove_prefix(scheme.size());
    rest = rest.substr(0, rest.find_first_of("/?#"));
    rest = rest.substr(rest.find('@') + 1);
    rest = rest.substr(0, rest.find(':'));
    if (rest.starts_with("www.")) rest.remove_prefix(4);
    const bool is_host =
        rest.find('.') != rest.npos && std::all_of(rest.begin(), rest.end(), [](char c) {
          return IsLower(c) || IsDigit(c) || c == '.' || c == '-';
        });
    return is_host ? std::string(rest) : std::string();
  }
  return {};
}

}  // namespace warta
