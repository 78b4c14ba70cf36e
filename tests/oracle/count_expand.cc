#include "tests/oracle/count_expand.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "common/ascii.h"
#include "common/text/abbreviation.h"

namespace warta::oracle {
namespace {

using Counts = ArchiveFacts::Counts;
using Kind = QueryNode::Kind;
using Ranking = std::vector<std::pair<std::string, std::size_t>>;

std::size_t CountOf(const Counts& counts, const std::string& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

Counts CountsOf(const std::map<std::string, Counts>& all, const std::string& key) {
  const auto found = all.find(key);
  return found == all.end() ? Counts() : found->second;
}

// Most frequent first, equal ones in their order.
void Sort(Ranking& ranking) {
  std::stable_sort(ranking.begin(), ranking.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
}

// Two articles, a share of so many tenths, and three in all.
Ranking Counting(Ranking ranking, std::size_t tenths) {
  std::size_t all = 0;
  for (const auto& [form, count] : ranking) all += count;
  std::erase_if(ranking,
                [&](const auto& one) { return one.second < 2 || 10 * one.second < all * tenths; });
  Sort(ranking);
  if (ranking.size() > 3) ranking.resize(3);
  return ranking;
}

Ranking LongForms(const ArchiveFacts& facts, const std::string& short_form, std::size_t tenths) {
  const Counts counts = CountsOf(facts.long_forms, short_form);
  return Counting(Ranking(counts.begin(), counts.end()), tenths);
}

Ranking ShortForms(const ArchiveFacts& facts, const std::string& long_form) {
  const Counts counts = CountsOf(facts.short_forms, long_form);
  Ranking written(counts.begin(), counts.end());
  Sort(written);
  Ranking merged;
  for (const auto& [form, count] : written) {
    const auto same = std::find_if(merged.begin(), merged.end(), [&form = form](const auto& one) {
      return LowerAscii(one.first) == LowerAscii(form);
    });
    if (same == merged.end()) {
      merged.emplace_back(form, count);
    } else {
      same->second += count;
    }
  }
  Ranking counting = Counting(std::move(merged), 1);
  std::erase_if(counting, [&](const auto& one) {
    const Ranking meanings = LongForms(facts, LowerAscii(one.first), 5);
    return std::none_of(meanings.begin(), meanings.end(),
                        [&](const auto& meaning) { return meaning.first == long_form; });
  });
  return counting;
}

bool IsWord(const QueryTerm& term) {
  return term.kind != Token::Kind::kVariant;
}

std::vector<QueryTerm> Words(const std::string& text) {
  std::vector<QueryTerm> terms;
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ') {
      word += c;
      continue;
    }
    terms.push_back(QueryTerm{word, word, Token::Kind::kWord});
    word.clear();
  }
  return terms;
}

void Resolve(QueryNode& word, const ArchiveFacts& facts) {
  const bool adjacent = MustBeAdjacent(word.terms);
  for (QueryTerm& term : word.terms) {
    const std::string acronym = std::exchange(term.acronym, {});
    if (acronym.empty() || adjacent || !IsAcronymMeant(facts, term.surface)) continue;
    term = QueryTerm{acronym, acronym, Token::Kind::kAcronym};
  }
}

void AddLongForms(QueryNode& word, const ArchiveFacts& facts) {
  if (std::count_if(word.terms.begin(), word.terms.end(), IsWord) != 1) return;
  const QueryTerm& term = *std::find_if(word.terms.begin(), word.terms.end(), IsWord);
  const std::string form = LowerAscii(term.surface);
  const std::size_t acronyms = CountOf(facts.acronyms, form);
  const bool ambiguous = acronyms > 0 && 10 * acronyms < 9 * CountOf(facts.forms, form);
  if (ambiguous && term.kind != Token::Kind::kAcronym) return;
  for (const auto& [long_form, count] : LongForms(facts, form, 1)) {
    word.alternatives.push_back({long_form, Words(long_form)});
  }
}

std::string NameOf(std::span<const QueryNode> words) {
  std::string name;
  for (const QueryNode& word : words) {
    for (const QueryTerm& term : word.terms) {
      if (!IsWord(term)) continue;
      name += (name.empty() ? "" : " ") + LowerAscii(term.surface);
    }
  }
  return name;
}

// Tries every number of words, the largest first.
std::size_t AddShortForms(std::span<QueryNode> words, const ArchiveFacts& facts) {
  for (std::size_t length = words.size(); length > 0; --length) {
    const Ranking forms = ShortForms(facts, NameOf(words.first(length)));
    for (const auto& [form, count] : forms) {
      const bool acronym = form.find_first_of("abcdefghijklmnopqrstuvwxyz") == form.npos &&
                           CountOf(facts.acronyms, LowerAscii(form)) > 0;
      const std::string surface = acronym ? form : LowerAscii(form);
      const Token::Kind kind = acronym ? Token::Kind::kAcronym : Token::Kind::kWord;
      for (QueryNode& word : words.first(length)) {
        word.alternatives.push_back({form, {QueryTerm{surface, surface, kind}}});
      }
    }
    if (!forms.empty()) return length;
  }
  return 1;
}

void ExpandWords(std::span<QueryNode> words, const ArchiveFacts& facts) {
  for (QueryNode& word : words) Resolve(word, facts);
  for (QueryNode& word : words) AddLongForms(word, facts);
  while (!words.empty()) words = words.subspan(AddShortForms(words, facts));
}

void CountArticle(const Article& article, Analyser& analyser, ArchiveFacts& facts) {
  std::set<std::pair<std::string, std::string>> from_short;
  std::set<std::pair<std::string, std::string>> from_long;
  std::set<std::string> forms;
  std::set<std::string> acronyms;
  for (const std::string* text : {&article.title, &article.body}) {
    const auto tokens = analyser.Analyse(*text);
    for (const Token& token : tokens) {
      if (token.kind == Token::Kind::kAcronym) acronyms.insert(LowerAscii(token.surface));
      if (token.kind == Token::Kind::kWord) forms.emplace(token.surface);
    }
    for (const AbbreviationDefinition& one : FindDefinitions(*text, tokens)) {
      from_short.emplace(LowerAscii(one.short_form), one.long_form);
      from_long.emplace(one.long_form, one.short_form);
    }
  }
  for (const auto& [short_form, long_form] : from_short) ++facts.long_forms[short_form][long_form];
  for (const auto& [long_form, short_form] : from_long) ++facts.short_forms[long_form][short_form];
  for (const std::string& form : forms) ++facts.forms[form];
  for (const std::string& form : acronyms) ++facts.acronyms[form];
}

// NEAR needs positions, which only what an article writes has.
void KeepWritten(QueryNode& node) {
  std::erase_if(node.terms, [](const QueryTerm& term) { return !IsWord(term); });
  for (QueryTerm& term : node.terms) {
    term.acronym.clear();
    if (term.kind != Token::Kind::kAcronym) continue;
    const std::string form = LowerAscii(term.surface);
    term = QueryTerm{form, form, Token::Kind::kWord};
  }
  for (QueryNode& child : node.children) KeepWritten(child);
}

}  // namespace

ArchiveFacts CountFacts(const std::vector<Article>& articles, Analyser& analyser) {
  ArchiveFacts facts;
  for (const Article& article : articles) CountArticle(article, analyser, facts);
  return facts;
}

bool IsAcronymMeant(const ArchiveFacts& facts, const std::string& form) {
  const std::size_t acronyms = CountOf(facts.acronyms, form);
  return acronyms > 0 &&
         (10 * acronyms >= CountOf(facts.forms, form) || !LongForms(facts, form, 1).empty());
}

void ExpandByCounting(QueryNode& node, const ArchiveFacts& facts) {
  if (node.kind == Kind::kNear) {
    KeepWritten(node);
    return;
  }
  if (node.kind == Kind::kWord) {
    ExpandWords(std::span(&node, 1), facts);
    return;
  }
  const bool side_by_side = node.kind == Kind::kRanked || node.kind == Kind::kAnd;
  auto& children = node.children;
  for (std::size_t begin = 0; begin < children.size();) {
    std::size_t end = begin;
    while (side_by_side && end < children.size() && children[end].kind == Kind::kWord &&
           children[end].scope == children[begin].scope) {
      ++end;
    }
    if (begin < end) {
      ExpandWords(std::span(children).subspan(begin, end - begin), facts);
    } else {
      ExpandByCounting(children[end++], facts);
    }
    begin = end;
  }
}

}  // namespace warta::oracle
