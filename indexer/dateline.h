#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The publisher that a text names at its start, empty if none: "Jakarta, CNN Indonesia --",
/// "KOMPAS.com -", "TEMPO.CO, Jakarta -", "Medan (Antara) -". A place alone is no publisher.
std::string FindDatelineSource(std::string_view body);

/// The publisher that a text says it has its story from, empty if none: "dilansir dari laman
/// Reuters".
std::string FindQuotedSource(std::string_view body);

}  // namespace warta
