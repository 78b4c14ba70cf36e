#include "searcher/excerpt/match.h"

#include <algorithm>
#include <utility>

namespace warta {
namespace {

using Kind = QueryNode::Kind;

void Append(std::vector<Highlight>& to, const std::vector<Highlight>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void Append(ArticleMatch& to, const ArticleMatch& from) {
  Append(to.title, from.title);
  Append(to.body, from.body);
}

class Matcher {
 public:
  Matcher(std::span<const Token> title, std::span<const Token> body) : title_(title), body_(body) {}

  ArticleMatch Match(const QueryNode& node) {
    switch (node.kind) {
      case Kind::kWord:
        return MatchWord(node);
      case Kind::kPhrase:
      case Kind::kExact:
        return MatchPhrase(node);
      case Kind::kRanked:
      case Kind::kOr:
        return MatchAny(node);
      case Kind::kAnd:
        return MatchAll(node);
      case Kind::kAndNot:
        return MatchExclusion(node);
      default:
        break;
    }
    return ArticleMatch{true, {}, {}};
  }

 private:
  // Capitals are the surface and the stem of acronyms only, so that no word is taken for one.
  std::vector<Highlight> FindStem(const QueryTerm& term, std::span<const Token> tokens) const {
    std::vector<Highlight> found;
    for (const Token& token : tokens) {
      if (token.stem == term.stem) found.push_back({token.begin, token.end, leaf_});
    }
    return found;
  }

  ArticleMatch FindStem(const QueryTerm& term) const {
    ArticleMatch match{false, FindStem(term, title_), FindStem(term, body_)};
    match.matched = !match.title.empty() || !match.body.empty();
    return match;
  }

  ArticleMatch MatchWord(const QueryNode& node) {
    std::vector<QueryTerm> words;
    ArticleMatch match;
    const auto add = [&](const ArticleMatch& one) {
      if (!one.matched) return;
      match.matched = true;
      Append(match, one);
    };
    for (const QueryTerm& term : node.terms) {
      if (term.kind == Token::Kind::kVariant) {
        add(FindStem(term));
      } else {
        words.push_back(term);
      }
    }
    add(MustBeAdjacent(words) ? FindSequence(words) : FindAll(words));
    for (const Alternative& alternative : node.alternatives) add(FindSequence(alternative.terms));
    ++leaf_;
    return match;
  }

  ArticleMatch FindAll(const std::vector<QueryTerm>& words) const {
    ArticleMatch all{true, {}, {}};
    for (const QueryTerm& word : words) {
      const ArticleMatch one = FindStem(word);
      all.matched = all.matched && one.matched;
      Append(all, one);
    }
    return all;
  }

  // Whether the article writes the term there: not the other writings that stand beside a word.
  static bool IsWritten(const QueryTerm& term, const Token& token) {
    const bool written = token.kind == Token::Kind::kWord || token.kind == Token::Kind::kAcronym;
    return written && token.surface == term.surface;
  }

  // Where the phrase ends that starts at the token, nullptr if it does not start there. Tokens are
  // in the order of their positions; a joined form shares the position of its first word.
  static const Token* PhraseEnd(const std::vector<QueryTerm>& phrase, std::span<const Token> tokens,
                                std::size_t start) {
    const std::uint32_t first = tokens[start].position;
    const Token* last = nullptr;
    std::size_t at = start;
    for (std::uint32_t i = 0; i < phrase.size(); ++i) {
      while (at < tokens.size() && tokens[at].position < first + i) ++at;
      last = nullptr;
      for (std::size_t k = at; k < tokens.size() && tokens[k].position == first + i; ++k) {
        if (IsWritten(phrase[i], tokens[k])) last = &tokens[k];
      }
      if (last == nullptr) return nullptr;
    }
    return last;
  }

  std::vector<Highlight> FindSequence(const std::vector<QueryTerm>& phrase,
                                      std::span<const Token> tokens) const {
    std::vector<Highlight> found;
    for (std::size_t start = 0; start < tokens.size(); ++start) {
      if (!IsWritten(phrase.front(), tokens[start])) continue;
      const Token* last = PhraseEnd(phrase, tokens, start);
      if (last != nullptr) found.push_back({tokens[start].begin, last->end, leaf_});
    }
    return found;
  }

  ArticleMatch FindSequence(const std::vector<QueryTerm>& phrase) const {
    ArticleMatch match{false, FindSequence(phrase, title_), FindSequence(phrase, body_)};
    match.matched = !match.title.empty() || !match.body.empty();
    return match;
  }

  ArticleMatch MatchPhrase(const QueryNode& node) {
    ArticleMatch match = FindSequence(node.terms);
    ++leaf_;
    return match;
  }

  ArticleMatch MatchAny(const QueryNode& node) {
    ArticleMatch any;
    for (const QueryNode& child : node.children) {
      const ArticleMatch one = Match(child);
      if (!one.matched) continue;
      any.matched = true;
      Append(any, one);
    }
    return any;
  }

  ArticleMatch MatchAll(const QueryNode& node) {
    ArticleMatch all{true, {}, {}};
    for (const QueryNode& child : node.children) {
      const ArticleMatch one = Match(child);
      all.matched = all.matched && one.matched;
      Append(all, one);
    }
    return all.matched ? all : ArticleMatch{};
  }

  ArticleMatch MatchExclusion(const QueryNode& node) {
    ArticleMatch kept = Match(node.children.front());
    bool excluded = false;
    for (std::size_t i = 1; i < node.children.size(); ++i)
      excluded |= Match(node.children[i]).matched;
    return excluded || !kept.matched ? ArticleMatch{} : kept;
  }

  std::span<const Token> title_;
  std::span<const Token> body_;
  std::uint32_t leaf_ = 0;
};

// Sorts by place; of overlapping ones the longer is kept, and the earlier of equals.
void Tidy(std::vector<Highlight>& highlights) {
  std::sort(highlights.begin(), highlights.end(), [](const Highlight& a, const Highlight& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.leaf < b.leaf;
  });
  std::vector<Highlight> kept;
  for (const Highlight& highlight : highlights) {
    if (kept.empty() || highlight.begin >= kept.back().end) {
      kept.push_back(highlight);
    } else if (highlight.end - highlight.begin > kept.back().end - kept.back().begin) {
      kept.back() = highlight;
    }
  }
  highlights = std::move(kept);
}

}  // namespace

ArticleMatch MatchArticle(const QueryNode& query, std::span<const Token> title,
                          std::span<const Token> body) {
  ArticleMatch match = Matcher(title, body).Match(query);
  Tidy(match.title);
  Tidy(match.body);
  return match;
}

}  // namespace warta
