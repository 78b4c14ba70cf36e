#include "searcher/excerpt/sentences.h"

#include <algorithm>

#include "common/ascii.h"

namespace warta {
namespace {

constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB"};
constexpr std::string_view kOpening[] = {"\"", "'", "(", "[", "\u201C", "\u2018", "\u00AB"};

// Length of a mark of the list at the start of the text; 0 if there is none.
template <std::size_t kCount>
std::size_t MarkLength(const std::string_view (&marks)[kCount], std::string_view text) {
  const auto* mark =
      std::find_if(std::begin(marks), std::end(marks), [&](auto m) { return text.starts_with(m); });
  return mark == std::end(marks) ? 0 : mark->size();
}

// Abbreviations that stand before a name or a number and are not told by their shape: of more than
// three letters, in small letters, or in capitals.
constexpr std::string_view kAbbreviations[] = {
    "dr", "drg", "no", "hlm",  "jl",      "PT",    "CV",     "KH",     "HM",
    "RM", "TB",  "UD", "Prof", "Brigjen", "Irjen", "Kombes", "Letjen", "Mayjen"};

// Whether the stop at the place ends an initial or a title.
bool IsAbbreviation(std::string_view text, std::size_t stop) {
  constexpr std::size_t kLongest = 3;
  std::size_t begin = stop;
  while (begin > 0 && IsLetter(text[begin - 1])) --begin;
  const std::string_view word = text.substr(begin, stop - begin);
  if (std::find(std::begin(kAbbreviations), std::end(kAbbreviations), word) !=
      std::end(kAbbreviations)) {
    return true;
  }
  if (word.empty() || word.size() > kLongest || !IsUpper(word.front())) return false;
  // AS, DPR: capitals of an acronym end sentences often enough; titles have one capital.
  return word.size() == 1 || !IsUpper(word[1]);
}

// Where the sentence ends whose closing mark stands at the place; 0 if it does not end there.
std::size_t EndAfter(std::string_view text, std::size_t mark) {
  if (text[mark] == '.' && IsAbbreviation(text, mark)) return 0;
  std::size_t end = mark + 1;
  while (const std::size_t closing = MarkLength(kClosing, text.substr(end))) end += closing;
  const std::size_t next = text.find_first_not_of(' ', end);
  if (next == end || next == std::string_view::npos) return 0;
  const bool starts =
      IsUpper(text[next]) || IsDigit(text[next]) || MarkLength(kOpening, text.substr(next)) > 0;
  return starts ? end : 0;
}

void Add(std::vector<std::pair<std::size_t, std::size_t>>& sentences, std::string_view text,
         std::size_t begin, std::size_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  if (begin < end) sentences.emplace_back(begin, end);
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> SplitSentences(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t end = 0;
    if (text[at] == '\n') {
      end = at;
    } else if (text[at] == '.' || text[at] == '!' || text[at] == '?') {
      end = EndAfter(text, at);
      if (end == 0) continue;
    } else {
      continue;
    }
    Add(sentences, text, begin, end);
    at = end;
    begin = end + 1;
  }
  Add(sentences, text, begin, text.size());
  return sentences;
}

}  // namespace warta
