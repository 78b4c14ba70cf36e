#include "searcher/excerpt/match.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "searcher/excerpt/spans.h"

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

// A title or a body.
class Text {
 public:
  explicit Text(std::span<const Token> tokens) : tokens_(tokens) {
    for (const Token& token : tokens) {
      if (token.kind == Token::Kind::kWord) words_.push_back(&token);
    }
  }

  std::span<const Token> tokens() const { return tokens_; }

  // The bytes of a span: every position has one word.
  Highlight Mark(const Span& span, std::uint32_t leaf) const {
    return {words_[span.first]->begin, words_[span.last]->end, leaf};
  }

 private:
  std::span<const Token> tokens_;
  std::vector<const Token*> words_;
};

// Where a term may be found.
enum class Form {
  kWritten,  // exactly this form
  kAny,      // a word with its stem
};

// Most words differ in length or in their first letter from the one looked for.
bool IsSame(std::string_view a, std::string_view b) {
  return a.size() == b.size() && (a.empty() || (a.front() == b.front() && a == b));
}

bool IsForm(const QueryTerm& term, Form form, const Token& token) {
  const bool word = token.kind == Token::Kind::kWord;
  if (!term.forms.empty() || term.prefix) {
    return word &&
           std::find(term.forms.begin(), term.forms.end(), token.surface) != term.forms.end();
  }
  // What stands beside a word is not written there.
  if (form == Form::kAny) return word && IsSame(token.stem, term.stem);
  return (word || token.kind == Token::Kind::kAcronym) && IsSame(token.surface, term.surface);
}

Spans SequenceOf(const std::vector<QueryTerm>& terms, Form form, const Text& text) {
  std::vector<std::vector<std::uint32_t>> slots(terms.size());
  for (const Token& token : text.tokens()) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const bool known = !slots[i].empty() && slots[i].back() == token.position;
      if (!known && IsForm(terms[i], form, token)) slots[i].push_back(token.position);
    }
  }
  return SequenceSpans(slots);
}

std::vector<QueryTerm> WordsOf(const QueryNode& word) {
  std::vector<QueryTerm> words;
  std::copy_if(word.terms.begin(), word.terms.end(), std::back_inserter(words),
               [](const QueryTerm& term) { return term.kind != Token::Kind::kVariant; });
  return words;
}

// Where a node that HasSpans stands in one of the texts.
class SpanFinder {
 public:
  SpanFinder(const Text& text, Scope scope) : text_(text), scope_(scope) {}

  Spans Find(const QueryNode& node) const {
    switch (node.kind) {
      case Kind::kNear:
        return NearSpans(Find(node.children.front()), Find(node.children.back()), node.distance);
      case Kind::kOr:
      case Kind::kRanked: {
        Spans all;
        for (const QueryNode& child : node.children) all = EitherSpans(all, Find(child));
        return all;
      }
      default:
        break;
    }
    if (node.scope != Scope::kArticle && node.scope != scope_) return {};
    const bool any = node.kind == Kind::kWord || node.kind == Kind::kAnyFormPhrase;
    return SequenceOf(WordsOf(node), any ? Form::kAny : Form::kWritten, text_);
  }

  // Marks the leaves of the node in those of its spans that are wanted. `leaf`: of the first one;
  // afterwards of the one behind the last.
  void Mark(const QueryNode& node, const Spans& wanted, std::uint32_t& leaf,
            std::vector<Highlight>& marks) const {
    if (node.kind == Kind::kNear) {
      MarkNear(node, wanted, leaf, marks);
    } else if (!IsLeaf(node)) {
      for (const QueryNode& child : node.children) Mark(child, wanted, leaf, marks);
    } else {
      for (const Span& span : Find(node)) {
        if (Holds(wanted, span)) marks.push_back(text_.Mark(span, leaf));
      }
      ++leaf;
    }
  }

 private:
  static bool Holds(const Spans& spans, const Span& span) {
    return std::binary_search(spans.begin(), spans.end(), span);
  }

  void MarkNear(const QueryNode& near, const Spans& wanted, std::uint32_t& leaf,
                std::vector<Highlight>& marks) const {
    const QueryNode& left = near.children.front();
    const QueryNode& right = near.children.back();
    Spans lefts;
    Spans rights;
    ForEachNear(Find(left), Find(right), near.distance, [&](const Span& x, const Span& y) {
      if (!Holds(wanted, Around(x, y))) return;
      lefts.push_back(x);
      rights.push_back(y);
    });
    std::sort(rights.begin(), rights.end());
    Mark(left, lefts, leaf, marks);
    Mark(right, rights, leaf, marks);
  }

  const Text& text_;
  Scope scope_;
};

class Matcher {
 public:
  Matcher(std::span<const Token> title, std::span<const Token> body, const FilterTest& passes)
      : title_(title), body_(body), passes_(passes) {}

  ArticleMatch Match(const QueryNode& node) {
    switch (node.kind) {
      case Kind::kWord:
        return MatchWord(node);
      case Kind::kPhrase:
      case Kind::kAnyFormPhrase:
      case Kind::kExact:
      case Kind::kPrefix:
      case Kind::kFuzzy:
      case Kind::kNear:
        return MatchSpans(node);
      case Kind::kMetadata:
      case Kind::kDate:
        ++leaf_;
        return ArticleMatch{passes_ && passes_(node), {}, {}};
      case Kind::kRanked:
      case Kind::kOr:
        return MatchAny(node);
      case Kind::kAnd:
        return MatchAll(node);
      case Kind::kAndNot:
        return MatchExclusion(node);
      case Kind::kEverything:
        break;
    }
    return ArticleMatch{true, {}, {}};
  }

 private:
  // Capitals are the surface and the stem of acronyms only, so that no word is taken for one.
  std::vector<Highlight> FindStem(const QueryTerm& term, const Text& text) const {
    std::vector<Highlight> found;
    for (const Token& token : text.tokens()) {
      if (IsSame(token.stem, term.stem)) found.push_back({token.begin, token.end, leaf_});
    }
    return found;
  }

  template <class Find>
  static ArticleMatch InScope(Scope scope, const Find& find) {
    ArticleMatch match;
    if (scope != Scope::kBody) match.title = find(Scope::kTitle);
    if (scope != Scope::kTitle) match.body = find(Scope::kBody);
    match.matched = !match.title.empty() || !match.body.empty();
    return match;
  }

  const Text& TextOf(Scope scope) const { return scope == Scope::kTitle ? title_ : body_; }

  ArticleMatch FindStem(const QueryTerm& term, Scope scope) const {
    return InScope(scope, [&](Scope in) { return FindStem(term, TextOf(in)); });
  }

  ArticleMatch FindSequence(const std::vector<QueryTerm>& terms, Form form, Scope scope) const {
    return InScope(scope, [&](Scope in) {
      std::vector<Highlight> found;
      for (const Span& span : SequenceOf(terms, form, TextOf(in))) {
        found.push_back(TextOf(in).Mark(span, leaf_));
      }
      return found;
    });
  }

  ArticleMatch MatchWord(const QueryNode& node) {
    ArticleMatch match;
    const auto add = [&](const ArticleMatch& one) {
      if (!one.matched) return;
      match.matched = true;
      Append(match, one);
    };
    for (const QueryTerm& term : node.terms) {
      if (term.kind == Token::Kind::kVariant) add(FindStem(term, node.scope));
    }
    const std::vector<QueryTerm> words = WordsOf(node);
    add(MustBeAdjacent(words) ? FindSequence(words, Form::kWritten, node.scope)
                              : FindAll(words, node.scope));
    for (const Alternative& alternative : node.alternatives) {
      add(FindAlternative(alternative, node.scope));
    }
    ++leaf_;
    return match;
  }

  ArticleMatch FindAlternative(const Alternative& alternative, Scope scope) const {
    const bool one = alternative.any_form && alternative.terms.size() == 1;
    if (one) return FindStem(alternative.terms.front(), scope);
    return FindSequence(alternative.terms, alternative.any_form ? Form::kAny : Form::kWritten,
                        scope);
  }

  ArticleMatch FindAll(const std::vector<QueryTerm>& words, Scope scope) const {
    ArticleMatch all{true, {}, {}};
    for (const QueryTerm& word : words) {
      const ArticleMatch one = FindStem(word, scope);
      all.matched = all.matched && one.matched;
      Append(all, one);
    }
    return all;
  }

  ArticleMatch MatchSpans(const QueryNode& node) {
    const std::uint32_t first = leaf_;
    return InScope(node.scope, [&](Scope in) {
      const SpanFinder finder(TextOf(in), in);
      std::vector<Highlight> marks;
      leaf_ = first;
      finder.Mark(node, finder.Find(node), leaf_, marks);
      return marks;
    });
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

  Text title_;
  Text body_;
  const FilterTest& passes_;
  std::uint32_t leaf_ = 0;
};

// Sorts by place; of overlapping ones the longer is kept, and the earlier of equals.
void Tidy(std::vector<Highlight>& highlights) {
  std::sort(highlights.begin(), highlights.end(), [](const Highlight& a, const Highlight& b) {
    const std::size_t a_length = a.end - a.begin;
    const std::size_t b_length = b.end - b.begin;
    if (a_length != b_length) return a_length > b_length;
    return a.begin != b.begin ? a.begin < b.begin : a.leaf < b.leaf;
  });
  std::map<std::size_t, Highlight> kept;  // by their ends
  for (const Highlight& highlight : highlights) {
    const auto next = kept.upper_bound(highlight.begin);
    if (next != kept.end() && next->second.begin < highlight.end) continue;
    kept.emplace(highlight.end, highlight);
  }
  highlights.clear();
  for (const auto& [end, highlight] : kept) highlights.push_back(highlight);
}

bool HasWords(std::string_view field, const QueryNode& leaf, Analyser& analyser) {
  return !SequenceOf(leaf.terms, Form::kWritten, Text(analyser.Analyse(field))).empty();
}

}  // namespace

FilterTest FilterTestFor(const Article& article, Analyser& analyser) {
  return [&article, &analyser](const QueryNode& leaf) {
    if (leaf.kind == Kind::kDate) {
      return article.date && leaf.period.first <= *article.date &&
             *article.date <= leaf.period.last;
    }
    switch (leaf.field) {
      case MetadataField::kSource:
        return HasWords(article.source, leaf, analyser);
      case MetadataField::kCategory:
        return HasWords(article.category, leaf, analyser);
      case MetadataField::kAuthor:
        break;
    }
    return HasWords(article.author, leaf, analyser);
  };
}

ArticleMatch MatchArticle(const QueryNode& query, std::span<const Token> title,
                          std::span<const Token> body, const FilterTest& passes) {
  ArticleMatch match = Matcher(title, body, passes).Match(query);
  Tidy(match.title);
  Tidy(match.body);
  return match;
}

}  // namespace warta
