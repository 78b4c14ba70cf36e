#include "indexer/quantity.h"

#include <charconv>
#include <optional>
#include <utility>

#include "common/ascii.h"
#include "common/group_digits.h"

namespace warta {
namespace {

// Beyond it a double does not count every whole number.
constexpr double kMost = 9007199254740992;  // 2^53

struct Unit {
  std::string_view name;  // in small letters
  double factor;
};

// The number at the start of the text times the factor of the unit behind it.
template <std::size_t Count>
std::optional<double> ParseQuantity(std::string_view text, const Unit (&units)[Count]) {
  // from_chars also takes signs, exponents, inf and nan.
  const std::size_t digits = text.find_first_not_of("0123456789.");
  const std::string_view number = text.substr(0, digits);
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
  const std::string name = LowerAscii(text.substr(number.size()));
  for (const Unit& unit : units) {
    if (name == unit.name && value * unit.factor <= kMost) return value * unit.factor;
  }
  return std::nullopt;
}

Error NoQuantity(std::string_view text, const char* what) {
  return Error{std::string(text).append(" is no ").append(what)};
}

}  // namespace

Result<std::uint64_t> ParseSize(std::string_view text) {
  constexpr double kKibi = 1024;
  constexpr double kMebi = kKibi * 1024;
  constexpr double kGibi = kMebi * 1024;
  constexpr double kTebi = kGibi * 1024;
  constexpr Unit kUnits[] = {{"", 1},        {"b", 1},       {"k", kKibi},   {"kib", kKibi},
                             {"kb", 1e3},    {"m", kMebi},   {"mib", kMebi}, {"mb", 1e6},
                             {"g", kGibi},   {"gib", kGibi}, {"gb", 1e9},    {"t", kTebi},
                             {"tib", kTebi}, {"tb", 1e12}};
  const auto bytes = ParseQuantity(text, kUnits);
  if (!bytes) return NoQuantity(text, "size (such as 512M, 1.5G)");
  return static_cast<std::uint64_t>(*bytes);
}

Result<std::chrono::seconds> ParseDuration(std::string_view text) {
  constexpr Unit kUnits[] = {{"", 1},     {"s", 1},     {"m", 60},
                             {"h", 3600}, {"d", 86400}, {"w", 604800}};
  const auto seconds = ParseQuantity(text, kUnits);
  if (!seconds) return NoQuantity(text, "duration (such as 90s, 30m, 2h, 1d, 1w)");
  return std::chrono::seconds(static_cast<std::int64_t>(*seconds));
}

Result<double> ParsePercent(std::string_view text) {
  constexpr Unit kUnits[] = {{"", 1}, {"%", 1}};
  const auto percent = ParseQuantity(text, kUnits);
  if (!percent || *percent > 100) return NoQuantity(text, "percentage (0 to 100)");
  return *percent;
}

std::string Counted(std::uint64_t number, std::string_view what) {
  return GroupDigits(number).append(1, ' ').append(what).append(number == 1 ? "" : "s");
}

}  // namespace warta
