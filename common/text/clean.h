#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The text as everything behind the readers expects it: well-formed UTF-8 in normalisation form C,
/// without control characters other than tab, line feed and return, without noncharacters and byte
/// order marks. For text that is UTF-8 already (the fields of a record, say); decode.h does the same
/// for bytes. Cleaning twice changes nothing more; text that is clean is returned as it came.
///
///  * Mojibake is undone where it is certain (mojibake.h), without a word.
///  * U+0080 to U+009F become what their bytes are in windows-1252: nobody writes these controls,
///    they come from pages that were read as the iso-8859-1 that they name (U+0092 is the apostrophe
///    of Jum'at). The five that have no meaning there become spaces.
///  * Other control characters become a space each: they stand where something separated words,
///    never inside one. Nothing becomes a quote, a backslash or a line end, so a line of JSON can be
///    cleaned before it is parsed.
///  * Noncharacters and U+FEFF vanish: they have no width and mean nothing inside a text, often
///    inside a word.
///  * Ill-formed UTF-8 is mended by RepairUtf8.
///
/// REQUIRES: less than 512 MiB.
std::string CleanText(std::string text);

/// Whether the text is as CleanText promises, found out the slow way: what tests hold it against.
/// Says nothing about mojibake.
bool IsCleanText(std::string_view text);

}  // namespace warta
