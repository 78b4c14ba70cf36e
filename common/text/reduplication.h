#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The stem of two folded words with a hyphen between them, if they are one word doubled; empty if
/// they are not.
/// * A unit with a meaning of its own keeps it, with affixes too (undang-undang, memata-matai,
///   kehati-hatian, menyia-nyiakan): the unit, or what the list says that it stems to (warna-warni:
///   warna). The units are in lists/reduplications.txt and among hunspell-id's entries.
/// * Otherwise the doubled word means the plural or the repetition of the simple one, whose stem it
///   gets: negara-negara, anak-anaknya, berhari-hari, besar-besaran, tolong-menolong,
///   meniru-nirukan.
///
/// What one half has more than the other must be an affix: Bali-Balikpapan is no reduplication.
std::string ReduplicationStem(std::string_view first, std::string_view second);

}  // namespace warta
