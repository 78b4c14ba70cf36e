#include "indexer/page/title.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "common/ascii.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/html_tree.h"

namespace warta {
namespace {

constexpr std::string_view kSeparators[] = {
    " - ", " | ",      " \u2013 ", " \u2014 ", " : ",      " :: ", " \u00AB ", " \u00BB ",
    " ~ ", " \u2022 ", " \u00B7 ", " / ",      " \u2212 ", " > ",  " < ",      " -- "};

std::size_t WordCount(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// `KOMPAS.com`, `bisnis.tempo.co`, `Tribunnews.com Mobile`
bool HoldsDomain(std::string_view text) {
  constexpr std::string_view kTopLevel[] = {"co",   "com", "id", "info", "net",
                                            "news", "org", "tv", "my",   "go"};
  const std::string lower = LowerAscii(text);
  for (std::size_t dot = lower.find('.'); dot != lower.npos; dot = lower.find('.', dot + 1)) {
    if (dot == 0 || !(IsLetter(lower[dot - 1]) || IsDigit(lower[dot - 1]))) continue;
    std::size_t end = dot + 1;
    while (end < lower.size() && IsLetter(lower[end])) ++end;
    const std::string_view ending = std::string_view(lower).substr(dot + 1, end - dot - 1);
    if (std::find(std::begin(kTopLevel), std::end(kTopLevel), ending) != std::end(kTopLevel)) {
      return true;
    }
  }
  return false;
}

// `antaranews` of https://m.antaranews.com/berita, as Squeeze shows it.
std::string HostName(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  std::string_view host = url.substr(0, url.find_first_of("/:?#"));
  constexpr std::string_view kEndings[] = {".com", ".co.id", ".co",   ".id",  ".net",
                                           ".org", ".tv",    ".info", ".news"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view ending : kEndings) {
      if (!host.ends_with(ending) || host.size() == ending.size()) continue;
      host.remove_suffix(ending.size());
      cut = true;
    }
  }
  const std::size_t dot = host.rfind('.');
  return Squeeze(dot == host.npos ? host : host.substr(dot + 1));
}

bool IsPageNumber(std::string_view segment) {
  std::string lower = LowerAscii(segment);
  for (const std::string_view word : {"halaman ", "page ", "hal ", "hal. "}) {
    if (!lower.starts_with(word)) continue;
    const std::string_view rest = std::string_view(lower).substr(word.size());
    return rest == "all" || rest == "semua" || (!rest.empty() && IsDigit(rest.front()));
  }
  return lower == "halaman all" || lower == "page all";
}

// 12.03.2018
bool IsDate(std::string_view segment) {
  return segment.size() >= 8 && std::all_of(segment.begin(), segment.end(), [](char c) {
           return IsDigit(c) || c == '.' || c == '/' || c == '-';
         });
}

// "Halaman 2" at the end of the text, without anything to part them.
std::string_view WithoutPageNumber(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && IsDigit(text[end - 1])) --end;
  const std::string_view word = " Halaman ";
  const bool numbered = end < text.size() && text.substr(0, end).ends_with(word);
  return numbered ? text.substr(0, end - word.size()) : text;
}

// Sections that papers name behind their headlines.
bool NamesSection(std::string_view segment, const TitleContext& context) {
  constexpr std::string_view kSections[] = {
      "berita",    "news",       "nasional", "regional", "daerah",        "megapolitan",
      "ekonomi",   "bisnis",     "bola",     "olahraga", "sport",         "otomotif",
      "tekno",     "teknologi",  "hiburan",  "seleb",    "lifestyle",     "internasional",
      "dunia",     "global",     "politik",  "hukum",    "metro",         "nusantara",
      "kesehatan", "pendidikan", "edukasi",  "sains",    "travel",        "finance",
      "money",     "market",     "opini",    "artikel",  "entertainment", "gaya hidup"};
  // tempo.co had " | -nasional- | ".
  if (segment.size() > 2 && segment.front() == '-' && segment.back() == '-') {
    segment = segment.substr(1, segment.size() - 2);
  }
  const std::string lower = LowerAscii(segment);
  if (std::find(std::begin(kSections), std::end(kSections), lower) != std::end(kSections)) {
    return true;
  }
  return !context.category.empty() && Squeeze(context.category) == Squeeze(segment);
}

struct Cut {
  std::string_view before;
  std::string_view after;
  bool colon = false;  // "before: after", as headlines are written too
};

// Whether the name is the publisher's to the letter: "Booking.com: ..." and "Fimela Fest: ..." on
// fimela.com are headlines.
bool IsSite(std::string_view name, const TitleContext& context) {
  if (context.site.empty() && context.url.empty()) return WordCount(name) == 1 && HoldsDomain(name);
  const std::string squeezed = Squeeze(name);
  return !squeezed.empty() &&
         (squeezed == Squeeze(context.site) || squeezed == HostName(context.url));
}

// The text around its last separator.
bool SplitLast(std::string_view text, Cut& cut) {
  std::size_t best = 0;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.rfind(separator);
    if (at == text.npos || at <= best) continue;
    best = at;
    cut = {Trim(text.substr(0, at)), Trim(text.substr(at + separator.size())), false};
  }
  return best > 0;
}

bool SplitFirst(std::string_view text, Cut& cut) {
  std::size_t best = text.npos;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.find(separator);
    if (at == text.npos || at == 0 || at >= best) continue;
    best = at;
    cut = {Trim(text.substr(0, at)), Trim(text.substr(at + separator.size())), false};
  }
  if (const std::size_t colon = text.find(": "); colon != text.npos && colon > 0 && colon < best) {
    best = colon;
    cut = {text.substr(0, colon), Trim(text.substr(colon + 2)), true};
  }
  return best != text.npos;
}

}  // namespace

bool NamesSite(std::string_view name, const TitleContext& context) {
  constexpr std::size_t kMostWords = 6;
  constexpr std::size_t kShortest = 3;
  // What stands beside the name: "Okezone News", "Republika Online", "Liputan6 Regional".
  constexpr std::size_t kLongestRest = 14;
  if (WordCount(name) > kMostWords) return false;
  if (HoldsDomain(name)) return true;
  const std::string squeezed = Squeeze(name);
  if (squeezed.empty()) return false;
  const std::string site = Squeeze(context.site.substr(0, context.site.find(" - ")));
  const std::string host = HostName(context.url);
  for (const std::string& known : {site, host}) {
    if (known == squeezed) return true;
    if (known.size() < kShortest || squeezed.size() < kShortest) continue;
    const bool close = squeezed.size() <= known.size() + kLongestRest;
    if (close && (squeezed.starts_with(known) || squeezed.ends_with(known))) return true;
    // "Republika" for "Republika Online", "Tempo" for tempo.co.
    if (known.starts_with(squeezed) && squeezed.size() + 8 >= known.size()) return true;
  }
  return false;
}

std::string CleanTitle(std::string_view title, const TitleContext& context) {
  // Twice: pages encode what an editor's form had encoded.
  const std::string line = CleanLine(DecodeEntities(DecodeEntities(title)));
  std::string_view rest = line;
  bool site_cut = false;
  Cut cut;
  while (SplitLast(rest, cut)) {
    const bool site = NamesSite(cut.after, context);
    const bool section =
        NamesSection(cut.after, context) && (site_cut || WordCount(cut.before) > 3);
    Cut inner;
    const bool date =
        IsDate(cut.after) && SplitLast(cut.before, inner) && NamesSite(inner.after, context);
    if (!site && !section && !date && !IsPageNumber(cut.after) && !cut.after.empty()) break;
    site_cut = site_cut || site;
    rest = cut.before;
  }
  if (site_cut) rest = WithoutPageNumber(rest);
  constexpr std::size_t kMostWords = 3;  // more of them are what the headline says
  if (const std::size_t colon = rest.rfind(": "); colon != rest.npos && colon > 0) {
    const std::string_view name = rest.substr(colon + 2);
    if (WordCount(name) <= kMostWords && NamesSite(name, context)) rest = rest.substr(0, colon);
  }
  while (SplitFirst(rest, cut)) {
    const bool site = cut.colon ? IsSite(cut.before, context) : NamesSite(cut.before, context);
    if (cut.after.empty() || !site) break;
    rest = cut.after;
  }
  const std::string lower = LowerAscii(rest);
  for (const std::string_view ending : {" halaman all", " page all"}) {
    if (lower.ends_with(ending)) rest.remove_suffix(ending.size());
  }
  while (!rest.empty() && (rest.back() == '|' || rest.back() == ' ')) rest.remove_suffix(1);
  return std::string(rest);
}

bool SameHeadline(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 12;
  const std::string first = Squeeze(a);
  const std::string second = Squeeze(b);
  if (first.empty() || second.empty()) return false;
  if (first == second) return true;
  const auto& [shorter, longer] =
      std::minmax(first, second, [](const auto& x, const auto& y) { return x.size() < y.size(); });
  if (shorter.size() >= kShortest && longer.find(shorter) != longer.npos) return true;
  const auto words = [](std::string_view text) {
    std::set<std::string> all;
    while (!text.empty()) {
      const std::size_t end = text.find(' ');
      if (std::string word = Squeeze(text.substr(0, end)); !word.empty()) {
        all.insert(std::move(word));
      }
      text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return all;
  };
  const std::set<std::string> one = words(a);
  const std::set<std::string> other = words(b);
  const auto common = static_cast<std::size_t>(std::count_if(
      one.begin(), one.end(), [&](const auto& word) { return other.contains(word); }));
  return common >= 3 && common * 10 >= std::min(one.size(), other.size()) * 7;
}

}  // namespace warta
