#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The character that a byte stands for in windows-1252: U+2019 for 0x92. The five bytes without a
/// meaning stand for the control character of the same number.
char32_t Windows1252ToUnicode(unsigned char byte);

/// Undoes mojibake in well-formed UTF-8: text in UTF-8 that was taken for windows-1252 or iso-8859-1
/// and saved as UTF-8 again, so that each of its bytes became a character. A sequence is the
/// characters whose bytes make one character of UTF-8. It is undone only where that is certain:
///
///  * what no text has by itself: quotes, dashes and bullets ("â€œ"), emoji ("ðŸ˜€"), the byte order
///    mark ("ï»¿"), arrows, the signs of trade mark, euro, "at least" and "at most";
///  * a control character that windows-1252 leaves to a byte without a meaning;
///  * a capital in front of a sign inside a word of small letters ("cafÃ©", "ErdoÄŸan") or in front
///    of one ("Ã–zil"), or in front of what opens a quotation, inside a word ("VIÃ‘ALES");
///  * "Â" and a sign behind a small letter or no letter at all ("100Â°C", "Â© 2022");
///  * two sequences side by side ("Ð´Ð°");
///  * a line in which every character beyond ASCII belongs to a sequence, two of them or more.
///
/// For the last two, a sequence does not count that could as well end a word before a sign ("CAFÉ™",
/// "kafé”—"). Everything else stays, also what is broken beyond recovery ("â€?"). Returns whether
/// anything was changed. Lines end with '\n'.
bool RepairMojibake(std::string& text);

}  // namespace warta
