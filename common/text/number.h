#pragma once

#include <string>
#include <string_view>

namespace warta {

/// Whether a folded word is a number as the tokeniser cuts them: ASCII digits, with single points,
/// commas or colons between digits.
bool IsNumber(std::string_view word);

/// The form under which a number is compared.
/// * Groups of three digits after a first group of one to three that is not 0: `1.000`, `1,000`,
///   `1000` are `1000`; a decimal part behind them is kept (`1.234,50` is `1234,50`).
/// * One other separator: the decimal or clock sign becomes a comma, so that `10.00`, `10:00` and
///   `10,00` meet, and `1.5` and `1,5`.
/// * More separators (7.2.2022, 192.168.1.1) become points. REQUIRES: IsNumber(word).
std::string NormaliseNumber(std::string_view word);

}  // namespace warta
