#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/result.h"

namespace warta {

/// Quantities as people write them on a command line: a number, whole or with a decimal point
/// (`1.5G`), and a unit directly behind it, in small letters or capitals. Errors say what would do.

/// Bytes: `512M`, `2G`, `1.5GiB`, `4096`. K, M, G, T and KiB ... count in 1024s, KB ... in 1000s.
Result<std::uint64_t> ParseSize(std::string_view text);

/// `90s`, `30m`, `2h`, `1d`, `1w`; seconds without a unit. Rounded down to whole seconds.
Result<std::chrono::seconds> ParseDuration(std::string_view text);

/// `20`, `20%`, `0.5%`: 0 to 100.
Result<double> ParsePercent(std::string_view text);

/// `1 article`, `28,027 articles`. `what`: in the singular.
std::string Counted(std::uint64_t number, std::string_view what);

}  // namespace warta
