#include "common/group_digits.h"

namespace warta {

std::string GroupDigits(std::uint64_t number, char between) {
  const std::string digits = std::to_string(number);
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped.push_back(between);
    grouped.push_back(digits[i]);
  }
  return grouped;
}

}  // namespace warta
