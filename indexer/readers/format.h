#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// The formats in which news arrives; each has a reader of its name.
enum class Format : std::uint8_t { kText, kHtml, kJson, kCsv, kFeed, kWarc };

/// The format of a name as a person gives it: text, html, json (also jsonl), csv (also tsv), feed
/// (also rss, atom), warc.
std::optional<Format> FormatNamed(std::string_view name);

/// All these names.
std::vector<std::string> FormatNames();

/// What the name of a file says of its content.
enum class NameHint : std::uint8_t {
  kArticles,  ///< an ending of one of the formats: what cannot be read is worth a message
  kUnknown,   ///< no ending, or an unknown one
  kOther,     ///< no articles: pictures, scripts, style sheets, programs, documents of an office
};
NameHint HintOfName(std::string_view name);

/// The name without the endings of compression (.gz, .zst, .xz, .bz2): `a.jsonl` of `a.jsonl.gz`.
std::string_view WithoutCompression(std::string_view name);

/// How many bytes of a file DetectFormat wants to see; it makes do with fewer.
inline constexpr std::size_t kDetectBytes = std::size_t{4} * 1024;

/// The format of a file, by its first bytes; its name decides only between what they leave open (a
/// table of one column, a page without tags). None when the content is no format of ours: binary
/// files, other kinds of XML, nothing at all.
std::optional<Format> DetectFormat(std::string_view name, std::string_view head);

}  // namespace warta
