#pragma once

#include <cstdint>

namespace warta {

/// Derivations that a root can be listed for, as bits: its licence. They are hunspell-id's affix
/// flags (id_ID.aff) in the groups in which the language uses them. Where meN- is possible, so are
/// di-, ku- and kau-; a suffix that goes with one of these goes with all of them.
using Licence = std::uint32_t;

inline constexpr Licence kLicenceMe = 1U << 0;         ///< menulis, ditulis
inline constexpr Licence kLicenceKan = 1U << 1;        ///< menuliskan, tuliskan
inline constexpr Licence kLicenceI = 1U << 2;          ///< menulisi
inline constexpr Licence kLicenceMemper = 1U << 3;     ///< memperbesar
inline constexpr Licence kLicenceMemperKan = 1U << 4;  ///< mempertahankan
inline constexpr Licence kLicenceMemperI = 1U << 5;    ///< memperbaiki
inline constexpr Licence kLicenceBer = 1U << 6;        ///< berlari
inline constexpr Licence kLicenceBerAn = 1U << 7;      ///< berlarian
inline constexpr Licence kLicenceBerKan = 1U << 8;     ///< beralaskan
inline constexpr Licence kLicenceTer = 1U << 9;        ///< tertulis
inline constexpr Licence kLicenceTerAn = 1U << 10;     ///< teranan, rare
inline constexpr Licence kLicencePe = 1U << 11;        ///< penulis
inline constexpr Licence kLicencePeAn = 1U << 12;      ///< penulisan
inline constexpr Licence kLicencePer = 1U << 13;       ///< perdua
inline constexpr Licence kLicencePerAn = 1U << 14;     ///< pertemuan
inline constexpr Licence kLicenceKe = 1U << 15;        ///< ketua
inline constexpr Licence kLicenceKeAn = 1U << 16;      ///< kebaikan
inline constexpr Licence kLicenceKeI = 1U << 17;       ///< ketahui
inline constexpr Licence kLicenceSe = 1U << 18;        ///< serumah
inline constexpr Licence kLicenceSeAn = 1U << 19;      ///< seharian
inline constexpr Licence kLicenceAn = 1U << 20;        ///< tulisan

}  // namespace warta
