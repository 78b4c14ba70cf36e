#include "common/text/number.h"

#include <cstddef>
#include <vector>

#include "common/ascii.h"

namespace warta {
namespace {

std::vector<std::string_view> Groups(std::string_view word) {
  std::vector<std::string_view> groups;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    if (i < word.size() && IsDigit(word[i])) continue;
    groups.push_back(word.substr(begin, i - begin));
    begin = i + 1;
  }
  return groups;
}

// How many groups from the left are groups of thousands written with one and the same sign; 1:
// none.
std::size_t ThousandGroups(std::string_view word, const std::vector<std::string_view>& groups) {
  const std::string_view first = groups[0];
  if (first.size() > 3 || first[0] == '0') return 1;
  std::size_t count = 1;
  std::size_t at = first.size();
  const char sign = at < word.size() ? word[at] : '\0';
  if (sign == ':') return 1;
  while (count < groups.size() && groups[count].size() == 3 && word[at] == sign) {
    at += 1 + groups[count].size();
    ++count;
  }
  return count;
}

}  // namespace

bool IsNumber(std::string_view word) {
  bool after_digit = false;
  for (const char c : word) {
    if (!IsDigit(c) && (!after_digit || (c != '.' && c != ',' && c != ':'))) return false;
    after_digit = IsDigit(c);
  }
  return after_digit;
}

std::string NormaliseNumber(std::string_view word) {
  const std::vector<std::string_view> groups = Groups(word);
  std::size_t thousands = ThousandGroups(word, groups);
  // More than a decimal part behind them: 192.168.1.1 has no thousands.
  if (groups.size() - thousands > 1) thousands = 1;
  std::string result;
  for (std::size_t i = 0; i < thousands; ++i) result.append(groups[i]);
  const char sign = groups.size() - thousands == 1 ? ',' : '.';
  for (std::size_t i = thousands; i < groups.size(); ++i) {
    result.push_back(sign);
    result.append(groups[i]);
  }
  return result;
}

}  // namespace warta
