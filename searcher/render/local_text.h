#pragma once

#include <cstdint>
#include <string>

#include "common/date.h"

namespace warta {

// Dates and numbers as people write them, in their language (common/translate.h).

/// `7 February 2022`, `7 Februari 2022`
std::string DateText(const Date& date);

/// With its digits in groups: `28,027`, `28.027`
std::string NumberText(std::uint64_t number);

/// With two decimals: `2.31`, `2,31`
std::string DecimalText(double number);

/// What is said of a number of things, with the number put in: `one` of one, else `many`, both
/// marked N_.
std::string CountText(const char* one, const char* many, std::uint64_t number);

}  // namespace warta
