#pragma once

#include <cstdint>
#include <string>

namespace warta {

/// The number with a sign between groups of three digits: 28,027.
std::string GroupDigits(std::uint64_t number, char between = ',');

}  // namespace warta
