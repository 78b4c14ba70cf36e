#pragma once

#include <string>
#include <string_view>

#include "indexer/page/paragraphs.h"

namespace warta {

/// Whether the line is not the article's but stands in its text on pages: "Baca juga: ...",
/// "ADVERTISEMENT", "Editor: ...", "Copyright ...". Whole lines only.
bool IsFurniture(const Paragraph& paragraph);

/// Whether the line announces other things than the article, which follow it: "Berita Terkait",
/// "Komentar", "Terpopuler".
bool IsLabel(std::string_view line);

/// Whether the line says when (and perhaps by whom, and read how often) and nothing else: "Kamis, 5
/// November 2015 14:56 WIB | 1.229 Views".
bool IsDateLine(std::string_view line);

/// Whether a time of day stands in the line: 21:04, 21.04 WIB.
bool HoldsTime(std::string_view line);

/// Cuts a link to another article off the end of a paragraph: `Kalimat. Baca juga: <a>Judul</a>`.
/// Returns what was cut.
std::string CutTrailingLink(Paragraph& paragraph);

/// The name behind "Penulis:", "Pewarta:", "Reporter:" in a line, empty if it names nobody.
std::string BylineName(std::string_view line);

}  // namespace warta
