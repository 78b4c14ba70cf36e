#include "searcher/search/closeness.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "common/ranking_model.h"
#include "searcher/excerpt/spans.h"
#include "searcher/query/function_words.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// Beyond that the work for a text would grow with the query.
constexpr std::size_t kMostWords = 32;

// Of a word that stands in a text more often, the first places are compared: the work grows with their square.
constexpr std::size_t kMostPlaces = 200;

bool IsPlainWord(const QueryNode& node) {
  return node.kind == Kind::kWord && node.scope == Scope::kArticle;
}

// The words side by side that a query consists of, as their node, or the only one; nothing where it is not made so.
std::optional<QueryNode> WordsOf(const QueryNode& node) {
  if (IsPlainWord(node)) return node;
  if (node.kind == Kind::kAndNot) return WordsOf(node.children.front());
  const auto& children = node.children;
  if (node.kind == Kind::kAnd) {
    const auto ranks = [](const QueryNode& child) { return !IsFilter(child); };
    if (std::count_if(children.begin(), children.end(), ranks) != 1) return std::nullopt;
    return WordsOf(*std::find_if(children.begin(), children.end(), ranks));
  }
  if (node.kind != Kind::kRanked || children.size() > kMostWords) return std::nullopt;
  if (!std::all_of(children.begin(), children.end(), IsPlainWord)) return std::nullopt;
  return node;
}

// Who kills and who is killed are not the same: anak dibunuh ayah is not what anak bunuh ayah says.
bool IsPassive(std::string_view form, std::string_view stem) {
  constexpr std::string_view kPrefix = "di";
  return form.starts_with(kPrefix) && !stem.starts_with(kPrefix) && form != stem;
}

// Where a word stands in a text, or what stands for it.
struct Place {
  Span span;
  bool for_several = false;  // it may stand for other words of the query too
  bool other_voice = false;  // dibunuh for bunuh, or the other way round

  bool operator==(const Place&) const = default;
};
using Places = std::vector<Place>;

// The text of a title or body.
class Text {
 public:
  explicit Text(std::span<const Token> tokens) : tokens_(tokens) {
    for (const Token& token : tokens) {
      if (token.kind == Token::Kind::kWord) words_.push_back(&token);
    }
  }

  Places PlacesOf(const QueryNode& word) const {
    Places places;
    std::vector<QueryTerm> written;
    for (const QueryTerm& term : word.terms) {
      if (term.kind != Token::Kind::kVariant) {
        written.push_back(term);
      } else {
        AddSequences({term}, true, true, places);
      }
    }
    AddSequences(written, true, false, places);
    for (const Alternative& alternative : word.alternatives) {
      AddSequences(alternative.terms, alternative.any_form, true, places);
    }
    // Of those that begin alike the longest first, which leaves the least between it and others.
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return a.span.first != b.span.first ? a.span.first < b.span.first : a.span.last > b.span.last;
    });
    if (places.size() > kMostPlaces) places.resize(kMostPlaces);
    return places;
  }

 private:
  void AddSequences(const std::vector<QueryTerm>& terms, bool any_form, bool for_several,
                    Places& places) const {
    if (terms.empty()) return;
    std::vector<std::vector<std::uint32_t>> slots(terms.size());
    for (const Token& token : tokens_) {
      for (std::size_t i = 0; i < terms.size(); ++i) {
        const bool same =
            any_form ? token.stem == terms[i].stem : token.surface == terms[i].surface;
        if (!same || (!slots[i].empty() && slots[i].back() == token.position)) continue;
        slots[i].push_back(token.position);
        if (terms.size() > 1) continue;
        const bool other_voice =
            IsPassive(token.surface, token.stem) != IsPassive(terms[i].surface, terms[i].stem);
        places.push_back(
            {{token.position, LastOf(token)}, for_several, other_voice && !for_several});
      }
    }
    if (terms.size() == 1) return;
    for (const Span& span : SequenceSpans(slots)) places.push_back({span, for_several, false});
  }

  // The position of the last word of a token, which another way to write several words has.
  std::uint32_t LastOf(const Token& token) const {
    std::uint32_t last = token.position;
    while (last + 1 < words_.size() && words_[last + 1]->end <= token.end) ++last;
    return last;
  }

  std::span<const Token> tokens_;
  std::vector<const Token*> words_;
};

std::vector<Places> PlacesIn(const Text& text, const std::vector<QueryNode>& words) {
  std::vector<Places> places;
  places.reserve(words.size());
  for (const QueryNode& word : words) places.push_back(text.PlacesOf(word));
  return places;
}

// Whether a word that stands at the second place follows one at the first, or the same thing stands for both.
bool Follows(const Place& first, const Place& second) {
  return second.span.first == first.span.last + 1 || (first == second && first.for_several);
}

// The places of the second word that follow one of the first.
Places Following(const Places& first, const Places& second) {
  Places following;
  for (const Place& place : second) {
    const auto leads_here = [&](const Place& before) { return Follows(before, place); };
    if (std::any_of(first.begin(), first.end(), leads_here)) following.push_back(place);
  }
  return following;
}

bool HasPhrase(std::vector<Places> words) {
  for (Places& places : words) {
    std::erase_if(places, [](const Place& place) { return place.other_voice; });
  }
  Places reached = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) reached = Following(reached, words[i]);
  return !reached.empty();
}

bool HasAll(const std::vector<Places>& words) {
  return std::none_of(words.begin(), words.end(),
                      [](const Places& places) { return places.empty(); });
}

// The first place of a word from a position on that no other word has taken.
const Place* FirstFree(const Places& word, std::uint32_t from, const Places& taken) {
  for (const Place& place : word) {
    if (place.span.first < from) continue;
    const bool is_free =
        place.for_several || std::find(taken.begin(), taken.end(), place) == taken.end();
    if (is_free) return &place;
  }
  return nullptr;
}

// How many words there are from the first of the places to the last that belong to none of them.
std::uint32_t WordsBetween(Places places) {
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.span < b.span; });
  std::uint32_t between = 0;
  std::uint32_t last = places.front().span.last;
  for (const Place& place : places) {
    if (place.span.first > last + 1) between += place.span.first - last - 1;
    last = std::max(last, place.span.last);
  }
  return between;
}

// Whether all words stand somewhere with at most so many others between them.
bool AreNear(const std::vector<Places>& words, std::uint32_t most_between) {
  const auto are_near_from = [&](std::uint32_t from) {
    Places taken;
    for (const Places& word : words) {
      const Place* place = FirstFree(word, from, taken);
      if (place == nullptr) return false;
      taken.push_back(*place);
    }
    return WordsBetween(std::move(taken)) <= most_between;
  };
  return std::any_of(words.begin(), words.end(), [&](const Places& word) {
    return std::any_of(word.begin(), word.end(),
                       [&](const Place& place) { return are_near_from(place.span.first); });
  });
}

// The same in the order of the query: from each place of the first word to the nearest of the next, and so on.
bool AreNearInOrder(const std::vector<Places>& words, std::uint32_t most_between) {
  return std::any_of(words.front().begin(), words.front().end(), [&](const Place& start) {
    const Place* at = &start;
    std::uint32_t between = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto next = std::find_if(words[i].begin(), words[i].end(), [at](const Place& place) {
        return Follows(*at, place) || place.span.first > at->span.last;
      });
      if (next == words[i].end()) return false;
      if (next->span.first > at->span.last) between += next->span.first - at->span.last - 1;
      at = &*next;
    }
    return between <= most_between;
  });
}

// How close the words stand in one of the texts.
Closeness ClosenessOf(const WordRun& run, const Text& text, bool is_title,
                      const std::vector<Places>& content) {
  if (HasPhrase(content)) return Closeness::kAnyFormPhrase;
  const bool other_words = run.typed.size() != run.content.size();
  if (other_words && HasPhrase(PlacesIn(text, run.typed))) return Closeness::kAnyFormPhrase;
  if (!HasAll(content)) return Closeness::kApart;
  if (is_title || AreNearInOrder(content, kMostBetween)) return Closeness::kNearInOrder;
  return AreNear(content, kMostBetween) ? Closeness::kNear : Closeness::kApart;
}

}  // namespace

WordRun WordRunOf(const QueryNode& root) {
  const std::optional<QueryNode> words = WordsOf(root);
  if (!words) return {};
  const auto list_of = [](const QueryNode& node) {
    return IsPlainWord(node) ? std::vector<QueryNode>{node} : node.children;
  };
  QueryNode content = *words;
  LeaveOutFunctionWords(content);
  WordRun run;
  run.typed = list_of(*words);
  run.content = list_of(content);
  run.keywords = run.content.size() <= kMostKeywords && !IsQuestion(*words);
  return run;
}

TextCloseness ClosenessIn(const WordRun& run, std::span<const Token> title,
                          std::span<const Token> body) {
  TextCloseness result;
  if (run.content.empty()) return result;
  result.adjacent.resize(run.content.size() - 1);
  const auto read = [&](std::span<const Token> tokens, bool is_title) {
    const Text text(tokens);
    const std::vector<Places> places = PlacesIn(text, run.content);
    for (std::size_t i = 0; i + 1 < places.size(); ++i) {
      if (!Following(places[i], places[i + 1]).empty()) result.adjacent[i] = true;
    }
    if (!run.keywords || run.content.size() < 2) return;
    result.closeness = std::max(result.closeness, ClosenessOf(run, text, is_title, places));
  };
  read(title, true);
  read(body, false);
  return result;
}

}  // namespace warta
