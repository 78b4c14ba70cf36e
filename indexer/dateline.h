#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The publisher that a text names at its start, empty if none: "Jakarta, CNN Indonesia --",
/// "KOMPAS.com -", "TEMPO.CO, Jakarta -", "Medan (Antara) -". A place alone is no publisher.
std::string FindDatelineSource(std::string_view body);

/// The publisher that a text says it has its story from, empty if none: "dilansir dari laman
/// Reuters". Named as a medium (laman, situs, media, harian, kantor berita), a domain, or one of
/// the well-known agencies: persons are quoted with the same words.
std::string FindQuotedSource(std::string_view body);

}  // namespace warta
