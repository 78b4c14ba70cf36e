#include "searcher/expand/abbreviations.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "common/store/schema.h"
#include "common/text/abbreviation.h"
#include "searcher/expand/word_runs.h"

namespace warta {
namespace {

// Definitions of one form that are looked at. More are the work of someone who wants the search to
// be slow.
constexpr std::size_t kMostDefinitions = 200;

// The other form of a definition, with the number of articles that give it.
struct Learned {
  std::string form;
  Xapian::doccount articles = 0;
};

std::vector<QueryTerm> FormsOf(std::string_view long_form) {
  std::vector<QueryTerm> terms;
  while (!long_form.empty()) {
    const std::size_t end = std::min(long_form.find(' '), long_form.size());
    const std::string word(long_form.substr(0, end));
    terms.push_back(QueryTerm{word, word, Token::Kind::kWord});
    long_form.remove_prefix(std::min(end + 1, long_form.size()));
  }
  return terms;
}

// Equal ones stay in their order.
void PutMostFrequentFirst(std::vector<Learned>& forms) {
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Learned& a, const Learned& b) { return a.articles > b.articles; });
}

// What the database knows.
class Archive {
 public:
  explicit Archive(const Xapian::Database& database) : database_(database) {}

  bool DefinesAnything() const { return Begins(std::string(kShortFormPrefix)); }

  bool Begins(const std::string& term_prefix) const {
    return database_.allterms_begin(term_prefix) != database_.allterms_end(term_prefix);
  }

  Xapian::doccount ArticlesWith(const std::string& term) const {
    return database_.get_termfreq(term);
  }

  Xapian::doccount ArticlesWithAcronym(std::string_view form) const {
    return ArticlesWith(AcronymTerm(kAcronymPrefix, form));
  }

  // Whether so many tenths of the articles with the word write it as an acronym.
  bool IsAcronym(const std::string& form, unsigned tenths) const {
    const std::uint64_t acronyms = ArticlesWithAcronym(form);
    return acronyms > 0 && acronyms * 10 >= std::uint64_t{ArticlesWith(form)} * tenths;
  }

  // The long forms that count of a short form in lower case, most frequent first. `tenths`: of all
  // its definitions.
  std::vector<Learned> LongForms(const std::string& short_form, unsigned tenths) const {
    return Best(Definitions(kShortFormPrefix, short_form), tenths);
  }

  // The short forms that a long form has, most frequent first, however they are capitalised.
  std::vector<Learned> ShortForms(const std::string& long_form) const {
    std::vector<Learned> forms;
    for (Learned& one : Definitions(kLongFormPrefix, long_form)) {
      const auto same = std::find_if(forms.begin(), forms.end(), [&](const Learned& known) {
        return LowerAscii(known.form) == LowerAscii(one.form);
      });
      if (same == forms.end()) {
        forms.push_back(std::move(one));
      } else {
        same->articles += one.articles;
      }
    }
    PutMostFrequentFirst(forms);
    return Best(std::move(forms), kLeastShareTenths);
  }

 private:
  // In the order of frequency, then of the alphabet.
  std::vector<Learned> Definitions(std::string_view prefix, const std::string& form) const {
    const std::string key = std::string(prefix) + form + kDefinitionSign;
    std::vector<Learned> forms;
    for (auto it = database_.allterms_begin(key);
         it != database_.allterms_end(key) && forms.size() < kMostDefinitions; ++it) {
      forms.push_back({(*it).substr(key.size()), it.get_termfreq()});
    }
    PutMostFrequentFirst(forms);
    return forms;
  }

  // Those that count. REQUIRES: the most frequent first.
  static std::vector<Learned> Best(std::vector<Learned> forms, unsigned tenths) {
    std::uint64_t all = 0;
    for (const Learned& one : forms) all += one.articles;
    std::erase_if(forms, [&](const Learned& one) {
      return one.articles < kLeastDefinitions || std::uint64_t{one.articles} * 10 < all * tenths;
    });
    if (forms.size() > kMostAlternatives) forms.resize(kMostAlternatives);
    return forms;
  }

  const Xapian::Database& database_;
};

class Expander {
 public:
  explicit Expander(const Xapian::Database& database)
      : archive_(database), defines_(archive_.DefinesAnything()) {}

  void VisitWords(std::span<QueryNode> words) {
    for (QueryNode& word : words) ResolveAcronyms(word);
    if (!defines_) return;
    for (std::size_t at = 0; at < words.size();) {
      AddLongForms(words[at]);
      const std::size_t name = AddShortForms(words.subspan(at));
      for (std::size_t i = 1; i < name; ++i) AddLongForms(words[at + i]);
      at += std::max<std::size_t>(name, 1);
    }
  }

  std::vector<Expansion> TakeExpansions() { return std::move(expansions_); }

 private:
  // Decides for each term typed in capitals whether the acronym is meant.
  void ResolveAcronyms(QueryNode& word) const {
    // Side by side with a number, the positions count, which acronyms do not have.
    const bool adjacent = MustBeAdjacent(word.terms);
    for (QueryTerm& term : word.terms) {
      const std::string acronym = std::exchange(term.acronym, {});
      if (acronym.empty() || adjacent || !IsMeant(term)) continue;
      term = QueryTerm{acronym, acronym, Token::Kind::kAcronym};
    }
  }

  bool IsMeant(const QueryTerm& term) const {
    if (archive_.IsAcronym(term.surface, kAcronymTenths)) return true;
    return defines_ && archive_.ArticlesWithAcronym(term.surface) > 0 &&
           !archive_.LongForms(term.surface, kLeastShareTenths).empty();
  }

  // Whether the word, typed in small letters or as none of the acronyms, may stand for one.
  bool IsAmbiguous(const QueryTerm& term) const {
    return term.kind != Token::Kind::kAcronym && archive_.ArticlesWithAcronym(term.surface) > 0 &&
           !archive_.IsAcronym(term.surface, kUnambiguousTenths);
  }

  // Whether hardly any of the articles with a short form in capitals mean this by it: those with PT
  // are about companies, not about the two courts that were defined as Pengadilan Tinggi (PT).
  bool IsFarFetched(const QueryTerm& term, const Learned& meaning) const {
    const bool acronym = term.kind == Token::Kind::kAcronym;
    const std::uint64_t articles =
        acronym ? archive_.ArticlesWithAcronym(term.surface) : archive_.ArticlesWith(term.surface);
    if (meaning.articles >= kLeastDefinitions + articles / kArticlesPerDefinition) return false;
    const std::vector<Learned> written = archive_.ShortForms(meaning.form);
    return std::any_of(written.begin(), written.end(), [&](const Learned& one) {
      return LowerAscii(one.form) == LowerAscii(term.surface) && IsCapitals(one.form);
    });
  }

  static bool IsVariant(const QueryTerm& term) { return term.kind == Token::Kind::kVariant; }

  void AddLongForms(QueryNode& word) {
    const auto words = std::count_if(word.terms.begin(), word.terms.end(),
                                     [](const QueryTerm& term) { return !IsVariant(term); });
    if (words != 1) return;
    const QueryTerm& term = *std::find_if_not(word.terms.begin(), word.terms.end(), IsVariant);
    auto forms = archive_.LongForms(LowerAscii(term.surface), kLeastShareTenths);
    if (forms.empty() || IsAmbiguous(term)) return;
    std::erase_if(forms, [&](const Learned& one) { return IsFarFetched(term, one); });
    if (forms.empty()) return;
    Expansion expansion{word.text, {}};
    for (const Learned& learned : forms) {
      word.alternatives.push_back(
          {learned.form, FormsOf(learned.form), false, Alternative::Origin::kAbbreviation});
      expansion.also.push_back(learned.form);
    }
    AddOnce(std::move(expansion), expansions_);
  }

  // Gives the words of the longest long form at the beginning its short forms; returns how many
  // words that are, 0 if none.
  std::size_t AddShortForms(std::span<QueryNode> words) {
    std::size_t length = 0;
    std::vector<Learned> forms;
    std::string name;
    for (std::size_t at = 0; at < words.size() && at < kMostLongFormWords; ++at) {
      for (const QueryTerm& term : words[at].terms) {
        if (IsVariant(term)) continue;
        name.append(name.empty() ? "" : " ").append(LowerAscii(term.surface));
      }
      if (!archive_.Begins(std::string(kLongFormPrefix) + name)) break;
      std::vector<Learned> here = ShortFormsOf(name);
      if (here.empty()) continue;
      forms = std::move(here);
      length = at + 1;
    }
    if (length > 0) AddShortForms(words.first(length), forms);
    return length;
  }

  // The short forms that stand mostly for this long form.
  std::vector<Learned> ShortFormsOf(const std::string& long_form) const {
    std::vector<Learned> forms = archive_.ShortForms(long_form);
    std::erase_if(forms, [&](const Learned& one) {
      const auto meanings = archive_.LongForms(LowerAscii(one.form), kReverseShareTenths);
      return std::none_of(meanings.begin(), meanings.end(),
                          [&](const Learned& meaning) { return meaning.form == long_form; });
    });
    return forms;
  }

  void AddShortForms(std::span<QueryNode> words, const std::vector<Learned>& forms) {
    Expansion expansion;
    for (const QueryNode& word : words) {
      expansion.typed.append(expansion.typed.empty() ? "" : " ").append(word.text);
    }
    for (const Learned& learned : forms) {
      const std::string form = LowerAscii(learned.form);
      const bool acronym = IsCapitals(learned.form) && archive_.ArticlesWithAcronym(form) > 0;
      const QueryTerm term = acronym ? QueryTerm{learned.form, learned.form, Token::Kind::kAcronym}
                                     : QueryTerm{form, form, Token::Kind::kWord};
      for (QueryNode& word : words)
        word.alternatives.push_back(
            {learned.form, {term}, false, Alternative::Origin::kAbbreviation});
      expansion.also.push_back(learned.form);
    }
    AddOnce(std::move(expansion), expansions_);
  }

  Archive archive_;
  bool defines_;
  std::vector<Expansion> expansions_;
};

}  // namespace

std::vector<Expansion> AddAbbreviations(QueryNode& root, const Xapian::Database& database) {
  Expander expander(database);
  ForEachWordRun(root, [&](std::span<QueryNode> words) { expander.VisitWords(words); });
  return expander.TakeExpansions();
}

}  // namespace warta
