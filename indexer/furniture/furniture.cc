#include "indexer/furniture/furniture.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/ascii.h"

namespace warta {
namespace {

// What may stand behind the words that a line of furniture begins with.
enum class Rest {
  kNothing,  // no more than punctuation
  kColon,    // a colon or a bar and a headline or a name, or nothing
  kQuoted,   // a colon, or a headline in quotation marks, or nothing
  kAny,      // whatever, in one line
};

struct LineRule {
  std::string_view begin;  // lower-case
  Rest rest;
};

constexpr LineRule kLineRules[] = {
    // Links to other articles.
    {"baca", Rest::kColon},
    {"baca juga", Rest::kColon},
    {"baca pula", Rest::kColon},
    {"baca selengkapnya", Rest::kColon},
    {"baca artikel lainnya", Rest::kAny},
    {"baca berita lain", Rest::kAny},
    {"baca berita lainnya", Rest::kAny},
    {"lihat juga", Rest::kQuoted},
    {"lihat video", Rest::kQuoted},
    {"lihat juga video", Rest::kQuoted},
    {"simak juga", Rest::kQuoted},
    {"simak video", Rest::kQuoted},
    {"simak juga video", Rest::kQuoted},
    {"tonton juga", Rest::kQuoted},
    {"tonton video", Rest::kQuoted},
    {"tonton juga video", Rest::kQuoted},
    {"saksikan juga", Rest::kQuoted},
    {"yuk, simak juga video", Rest::kAny},
    {"simak berita lainnya", Rest::kColon},
    {"simak berita lainnya seputar topik", Rest::kAny},
    {"menarik dibaca", Rest::kColon},
    {"saksikan video pilihan", Rest::kAny},
    {"saksikan video menarik", Rest::kAny},
    {"berita terkait", Rest::kColon},
    {"artikel terkait", Rest::kColon},
    {"selengkapnya", Rest::kNothing},
    {"halaman selanjutnya", Rest::kColon},
    {"halaman berikutnya", Rest::kColon},
    {"selanjutnya", Rest::kNothing},
    {"sebelumnya", Rest::kNothing},
    {"tag", Rest::kColon},
    {"tags", Rest::kColon},
    {"topik", Rest::kColon},
    // Adverts and what the page says of itself.
    {"scroll to continue with content", Rest::kAny},
    {"scroll to resume content", Rest::kAny},
    {"advertisement", Rest::kNothing},
    {"advertisements", Rest::kNothing},
    {"iklan", Rest::kNothing},
    {"loading", Rest::kNothing},
    {"bagikan", Rest::kColon},
    {"share", Rest::kColon},
    {"artikel ini telah tayang", Rest::kAny},
    {"artikel ini sudah tayang", Rest::kAny},
    {"artikel ini pertama kali tayang", Rest::kAny},
    {"berita ini telah tayang", Rest::kAny},
    {"dapatkan update berita", Rest::kAny},
    {"dapatkan berita terbaru", Rest::kAny},
    {"cek berita dan artikel", Rest::kAny},
    {"selalu update info terkini", Rest::kAny},
    {"silakan baca konten menarik", Rest::kAny},
    {"fakta atau hoaks", Rest::kAny},
    {"ikuti berita terkini", Rest::kAny},
    {"ikuti update berita", Rest::kAny},
    {"ikuti saluran", Rest::kAny},
    {"ikuti kami di", Rest::kAny},
    {"gabung di kanal", Rest::kAny},
    {"dilarang keras mengambil konten", Rest::kAny},
    {"copyright", Rest::kAny},
    // Who made it.
    {"penulis", Rest::kColon},
    {"reporter", Rest::kColon},
    {"pewarta", Rest::kColon},
    {"kontributor", Rest::kColon},
    {"editor", Rest::kColon},
    {"redaktur", Rest::kColon},
    {"penyunting", Rest::kColon},
    {"fotografer", Rest::kColon},
    {"foto", Rest::kColon},
    {"sumber foto", Rest::kColon},
};

constexpr std::string_view kAuthorMarks[] = {"penulis", "reporter", "pewarta"};

// Spans that stand in brackets of their own, wherever they do.
constexpr std::string_view kSpanBegins[] = {
    "[gambas:", "(baca juga:", "[baca juga:", "(baca:", "[baca:", "(lihat juga:", "[lihat juga:"};

// No headline that a line of furniture names is longer; what a publisher says of itself may be.
constexpr std::size_t kLongestLine = 220;
constexpr std::size_t kLongestPhrase = 300;

constexpr std::string_view kOpeningQuotes[] = {"\"", "'", "\u201C", "\u2018", "\u00AB"};

bool EndsSentence(std::string_view text) {
  for (const std::string_view end : {".", ".\"", ".\u201D", "!\"", "!\u201D", "?\"", "?\u201D"}) {
    if (text.ends_with(end) && !text.ends_with("...")) return true;
  }
  return false;
}

// What follows the words, if the line begins with them as words of their own.
std::optional<std::string_view> After(std::string_view line, std::string_view begin) {
  const auto is_same = [](char small, char c) { return LowerAscii(c) == small; };
  if (line.size() < begin.size() ||
      !std::equal(begin.begin(), begin.end(), line.begin(), is_same)) {
    return std::nullopt;
  }
  const std::string_view rest = line.substr(begin.size());
  if (!rest.empty() && (IsLetter(rest.front()) || IsDigit(rest.front()))) return std::nullopt;
  return Trim(rest);
}

bool Matches(const LineRule& rule, std::string_view line) {
  if (line.size() > kLongestLine && rule.rest != Rest::kAny) return false;
  const std::optional<std::string_view> after = After(line, rule.begin);
  if (!after) return false;
  const std::string_view rest = *after;
  const bool bare =
      rest.find_first_not_of(".:>!-") == rest.npos || rest == "\u2026" || rest == "\u00BB";
  if (bare || rule.rest == Rest::kAny) return true;
  if (rule.rest == Rest::kNothing) return false;
  // Behind `Baca juga:,` a link was lost: what follows is the article again.
  if (rest.starts_with(":,")) return false;
  if (rest.starts_with(':') || rest.starts_with('|')) return !EndsSentence(rest);
  if (rule.rest == Rest::kColon) return false;
  return std::any_of(std::begin(kOpeningQuotes), std::end(kOpeningQuotes),
                     [rest](std::string_view quote) { return rest.starts_with(quote); });
}

// The name behind a mark of authors: "Penulis: Ani Wijaya | Editor: Budi" -> "Ani Wijaya".
std::string AuthorOf(std::string_view line) {
  for (const std::string_view mark : kAuthorMarks) {
    std::optional<std::string_view> rest = After(line, mark);
    if (!rest || !rest->starts_with(':')) continue;
    std::string_view name = rest->substr(1);
    name = name.substr(0, name.find('|'));
    const std::string lower = LowerAscii(name);
    for (const std::string_view other : {"editor", "sumber", "foto"}) {
      if (const std::size_t at = lower.find(other); at != lower.npos && at > 0) {
        name = name.substr(0, std::min(name.size(), at));
      }
    }
    name = Trim(name);
    while (!name.empty() && (name.back() == ',' || name.back() == ';')) name.remove_suffix(1);
    return std::string(Trim(name));
  }
  return {};
}

// Takes the spans in brackets out of the line.
void DropSpans(std::string& line, std::vector<std::string>& dropped) {
  // Not find_first_of, which looks at each byte by a call.
  if (line.find('[') == line.npos && line.find('(') == line.npos) return;
  std::string lower = LowerAscii(line);
  for (const std::string_view begin : kSpanBegins) {
    for (std::size_t at = lower.find(begin); at != lower.npos; at = lower.find(begin, at)) {
      const std::size_t end = lower.find(begin.front() == '(' ? ')' : ']', at);
      if (end == lower.npos || end - at > kLongestLine) break;
      if (lower.substr(at, end - at).find(". ") != lower.npos) break;
      dropped.push_back(line.substr(at, end + 1 - at));
      const std::size_t from = at > 0 && line[at - 1] == ' ' ? at - 1 : at;
      line.erase(from, end + 1 - from);
      lower.erase(from, end + 1 - from);
      at = from;
    }
  }
}

bool IsInitials(std::string_view text) {
  constexpr std::size_t kLongestPart = 4;
  constexpr std::size_t kMostParts = 4;
  std::size_t length = 0;
  std::size_t parts = 1;
  for (const char c : text) {
    if (c == '/' && length > 0) {
      ++parts;
      length = 0;
    } else if (IsLetter(c) || IsDigit(c)) {
      ++length;
    } else {
      return false;
    }
    if (length > kLongestPart) return false;
  }
  return length > 1 && parts <= kMostParts &&
         (parts > 1 || std::all_of(text.begin(), text.end(), IsLower));
}

// "(abc/def)", "(Ani Wijaya/Antara)", "(LDS)" as a whole line. A single word may also be a remark: (lagi).
bool InitialsAlone(std::string_view line) {
  constexpr std::size_t kLongestPart = 20;
  constexpr std::size_t kLongestWord = 3;
  if (line.size() < 4 || line.front() != '(' || line.back() != ')') return false;
  line = line.substr(1, line.size() - 2);
  std::size_t length = 0;
  bool parted = false;
  for (const char c : line) {
    if (c == '/' && length == 0) return false;
    if (c != '/' && c != ' ' && !IsLetter(c)) return false;
    parted = parted || c == '/';
    length = c == '/' ? 0 : length + 1;
    if (length > kLongestPart) return false;
  }
  return length > 0 && (parted || line.size() <= kLongestWord);
}

// Takes the initials of reporter and editor from the end of the text, where a whole sentence stands
// before them: "(abc/def)", "[abc]".
void DropInitials(std::string& body, std::vector<std::string>& dropped) {
  if (!body.ends_with(')') && !body.ends_with(']')) return;
  const std::size_t open = body.find_last_of("([");
  if (open == body.npos || (body[open] == '(') != body.ends_with(')')) return;
  if (!IsInitials(std::string_view(body).substr(open + 1, body.size() - open - 2))) return;
  const std::string_view before = Trim(std::string_view(body).substr(0, open));
  if (!EndsSentence(before)) return;
  dropped.push_back(body.substr(open));
  body.resize(before.size());
}

}  // namespace

bool IsFurnitureLine(std::string_view line) {
  if (line.size() > kLongestPhrase) return false;
  while (line.starts_with('*') || line.starts_with(' ')) line.remove_prefix(1);
  if (line.empty()) return false;
  const char first = LowerAscii(line.front());
  return InitialsAlone(line) ||
         std::any_of(std::begin(kLineRules), std::end(kLineRules),
                     [line, first](const LineRule& rule) {
                       return rule.begin.front() == first && Matches(rule, line);
                     });
}

std::vector<std::string> DropFurniture(Article& article) {
  std::vector<std::string> dropped;
  std::string kept;
  kept.reserve(article.body.size());
  std::string_view rest = article.body;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (IsFurnitureLine(line)) {
      if (article.author.empty()) article.author = AuthorOf(line);
      dropped.push_back(std::move(line));
      continue;
    }
    DropSpans(line, dropped);
    if (!Trim(line).empty()) kept.append(kept.empty() ? "" : "\n").append(line);
  }
  DropInitials(kept, dropped);
  // Better a text of furniture than an article of nothing.
  if (kept.empty() && article.title.empty()) return {};
  if (!dropped.empty()) article.body = std::move(kept);
  return dropped;
}

}  // namespace warta
