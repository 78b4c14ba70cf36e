#include "indexer/readers/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/text/decode.h"
#include "indexer/readers/csv.h"

namespace warta {
namespace {

using namespace std::string_view_literals;

constexpr std::array kCompressions = {".gz"sv, ".zst"sv, ".xz"sv, ".bz2"sv};

constexpr std::pair<std::string_view, Format> kNames[] = {
    {"text", Format::kText},  {"html", Format::kHtml}, {"json", Format::kJson},
    {"jsonl", Format::kJson}, {"csv", Format::kCsv},   {"tsv", Format::kCsv},
    {"feed", Format::kFeed},  {"rss", Format::kFeed},  {"atom", Format::kFeed},
    {"warc", Format::kWarc}};

constexpr std::pair<std::string_view, Format> kEndings[] = {
    {"txt", Format::kText},  {"text", Format::kText},  {"html", Format::kHtml},
    {"htm", Format::kHtml},  {"xhtml", Format::kHtml}, {"shtml", Format::kHtml},
    {"json", Format::kJson}, {"jsonl", Format::kJson}, {"ndjson", Format::kJson},
    {"csv", Format::kCsv},   {"tsv", Format::kCsv},    {"rss", Format::kFeed},
    {"atom", Format::kFeed}, {"warc", Format::kWarc}};

// Endings of what stands beside articles in saved pages, crawls and the folders of people.
constexpr std::array kOtherEndings = {
    "7z"sv,         "ai"sv,      "apk"sv,  "avi"sv,   "avif"sv,   "bak"sv,   "bin"sv,  "bmp"sv,
    "c"sv,          "cc"sv,      "cdx"sv,  "cdxj"sv,  "cfg"sv,    "class"sv, "conf"sv, "cpp"sv,
    "crdownload"sv, "css"sv,     "db"sv,   "dll"sv,   "doc"sv,    "docx"sv,  "eot"sv,  "epub"sv,
    "exe"sv,        "flac"sv,    "flv"sv,  "gif"sv,   "go"sv,     "h"sv,     "heic"sv, "ico"sv,
    "ini"sv,        "ipynb"sv,   "iso"sv,  "jar"sv,   "java"sv,   "jpeg"sv,  "jpg"sv,  "js"sv,
    "lock"sv,       "log"sv,     "m4a"sv,  "m4v"sv,   "map"sv,    "mjs"sv,   "mkv"sv,  "mov"sv,
    "mp3"sv,        "mp4"sv,     "mpeg"sv, "mpg"sv,   "odp"sv,    "ods"sv,   "odt"sv,  "ogg"sv,
    "otf"sv,        "parquet"sv, "part"sv, "pdf"sv,   "pickle"sv, "pkl"sv,   "png"sv,  "ppt"sv,
    "pptx"sv,       "psd"sv,     "py"sv,   "rar"sv,   "rb"sv,     "rtf"sv,   "sh"sv,   "so"sv,
    "sql"sv,        "sqlite"sv,  "svg"sv,  "swf"sv,   "swp"sv,    "tif"sv,   "tiff"sv, "tmp"sv,
    "toml"sv,       "torrent"sv, "ts"sv,   "ttf"sv,   "wasm"sv,   "wav"sv,   "webm"sv, "webp"sv,
    "wma"sv,        "wmv"sv,     "woff"sv, "woff2"sv, "xls"sv,    "xlsx"sv,  "yaml"sv, "yml"sv};

// Files that every crawl of a site brings along.
constexpr std::array kOtherNames = {"ads.txt"sv,    "humans.txt"sv,   "llms.txt"sv,
                                    "robots.txt"sv, "security.txt"sv, "thumbs.db"sv};

template <std::size_t kCount>
const Format* FindFormat(const std::pair<std::string_view, Format> (&table)[kCount],
                         std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [name](const auto& entry) { return entry.first == name; });
  return found == std::end(table) ? nullptr : &found->second;
}

template <std::size_t kCount>
bool Contains(const std::array<std::string_view, kCount>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// The last name of a path, lower-case, without what compression put behind it.
std::string BareName(std::string_view path) {
  return LowerAscii(WithoutCompression(path.substr(path.rfind('/') + 1)));
}

std::string_view EndingOf(std::string_view bare_name) {
  const std::size_t dot = bare_name.rfind('.');
  return dot == bare_name.npos ? std::string_view() : bare_name.substr(dot + 1);
}

// Whether no text holds such bytes: NULs, unless it is UTF-16 or UTF-32, or many other controls.
bool IsBinary(std::string_view head) {
  if (!IsText(head)) return true;
  if (head.find('\0') != head.npos) return false;
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' && !IsSpace(c) && c != '\x1B' && c != '\b';
  };
  const auto controls =
      static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
  return controls > head.size() / 20;
}

// Small letters of ASCII, without NULs (UTF-16), without a mark and white space at the start.
std::string Simplified(std::string_view head) {
  std::string text = LowerAscii(head);
  std::erase(text, '\0');
  for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
    if (text.starts_with(mark)) text.erase(0, mark.size());
  }
  text.erase(0, std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size()));
  return text;
}

// An object with a name, or an array of objects.
bool LooksLikeJson(std::string_view text) {
  const auto skip_space = [&text] {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  };
  while (text.starts_with('[')) {
    text.remove_prefix(1);
    skip_space();
    if (text.starts_with(']')) return true;
  }
  if (!text.starts_with('{')) return false;
  text.remove_prefix(1);
  skip_space();
  return text.starts_with('"') || text.starts_with('}');
}

// What a text that begins with `<` is; none: XML of another kind.
std::optional<Format> FormatOfMarkup(std::string_view text) {
  const auto find = [text](std::string_view tag) { return text.find(tag); };
  const std::size_t feed = std::min({find("<rss"), find("<feed"), find("<rdf:rdf")});
  const std::size_t page = std::min({find("<!doctype html"), find("<html"), find("<head"),
                                     find("<body"), find("<meta"), find("<title")});
  if (feed < page) return Format::kFeed;
  if (page != text.npos) return Format::kHtml;
  if (text.starts_with("<?xml")) return std::nullopt;
  constexpr std::array kTags = {"<!--"sv,   "<article"sv, "<div"sv,    "<p>"sv,       "<p "sv,
                                "<h1"sv,    "<section"sv, "<main"sv,   "<!doctype"sv, "<span"sv,
                                "<table"sv, "<b>"sv,      "<strong"sv, "<br"sv,       "<center"sv};
  const bool is_fragment = std::any_of(
      kTags.begin(), kTags.end(), [text](std::string_view tag) { return text.starts_with(tag); });
  return is_fragment ? Format::kHtml : Format::kText;
}

}  // namespace

std::optional<Format> FormatNamed(std::string_view name) {
  const Format* format = FindFormat(kNames, name);
  return format == nullptr ? std::nullopt : std::optional(*format);
}

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kNames) names.emplace_back(name);
  return names;
}

std::string_view WithoutCompression(std::string_view name) {
  const std::string lower = LowerAscii(name);
  for (const std::string_view ending : kCompressions) {
    if (lower.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

NameHint HintOfName(std::string_view path) {
  const std::string name = BareName(path);
  const std::string_view ending = EndingOf(name);
  if (Contains(kOtherNames, name) || Contains(kOtherEndings, ending)) return NameHint::kOther;
  return FindFormat(kEndings, ending) == nullptr ? NameHint::kUnknown : NameHint::kArticles;
}

std::optional<Format> DetectFormat(std::string_view path, std::string_view head) {
  head = head.substr(0, kDetectBytes);
  if (head.starts_with("WARC/")) return Format::kWarc;
  if (IsBinary(head)) return std::nullopt;
  const std::string text = Simplified(head);
  if (text.empty()) return std::nullopt;
  const std::string name = BareName(path);
  const Format* named = FindFormat(kEndings, EndingOf(name));
  if (text.starts_with('<')) {
    const std::optional<Format> markup = FormatOfMarkup(text);
    return markup == Format::kText && named != nullptr ? *named : markup;
  }
  if (LooksLikeJson(text)) return Format::kJson;
  if (HasCsvHeader(text)) return Format::kCsv;
  return named == nullptr ? Format::kText : *named;
}

}  // namespace warta
