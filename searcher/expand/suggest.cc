#include "searcher/expand/suggest.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "common/ascii.h"
#include "common/store/schema.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/stem.h"
#include "searcher/expand/typo.h"
#include "searcher/expand/vocabulary.h"
#include "searcher/query/lexer.h"

namespace warta {
namespace {

using Kind = QueryNode::Kind;

// The constants were chosen on 28,027 articles (131,768 forms), docs/QUERIES.md has what they
// reach.

// Suspicious words that are looked up, so that the work stays bounded.
constexpr std::size_t kMostLookedUp = 8;
// Forms near a word that are weighed.
constexpr std::size_t kMostNear = 500;

// Shorter words have too many others near them; those that articles have are names (Posh, Raju).
constexpr std::size_t kLeastLetters = 4;
constexpr std::size_t kLeastLettersOfRare = 5;
// From so many letters on two edits are looked for (braes for beras).
constexpr std::size_t kLeastLettersOfTwoEdits = 5;

// A word that more articles have is no typing error.
constexpr Xapian::doccount kMostArticlesOfTypo = 20;

// How good a replacement is: the logarithm of its articles, less so much for an edit that costs 1
// (typo.h). With 3 instead of 6 frequent words come before near ones (pasti before pasutri for
// pasutir) and 8 % fewer first suggestions are right.
constexpr double kScorePerEdit = 6;
// Replacements whose score is so much less than the best one's are none.
constexpr double kMostLoss = 3;

// For a word that no article has, anything is better, but the dearer the edits, the more articles
// must have it: e^(3 x what they cost beyond this).
constexpr double kSureCost = 0.6;
constexpr double kArticlesPerEdit = 3;

// A word that articles have is a typing error of another one only if that is so many times as
// frequent, times e^(30 x cost / letters): a slip in a long word gives it away, in a short one it
// may be a name. Of 1,200 words that one to three articles have, 90 were corrected then; 10 of
// these were names or foreign words.
constexpr double kLeastRatio = 20;
constexpr double kRatioPerShare = 30;
constexpr double kMostCostOfRare = 0.8;

// A space that is missing costs this. The two words must stand side by side in so many articles,
// and so many times as often as the word that they make; or stand in ten times as many anywhere.
constexpr double kSpaceCost = 0.5;
constexpr double kLeastArticlesOfPhrase = 3;
constexpr double kLeastSplitRatio = 20;
constexpr double kTogetherForPhrase = 10;
constexpr std::size_t kLeastPart = 2;
// Places to split at that are tried.
constexpr std::size_t kMostPlaces = 4;

// A space too many: so many articles have the word that two make, and so many times as many as have
// them side by side.
constexpr Xapian::doccount kLeastArticlesOfJoined = 5;
constexpr double kLeastJoinRatio = 20;

// Articles with two words are counted up to here.
constexpr Xapian::doccount kMostCounted = 10'000;

// A change of the text.
struct Change {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::string text;
  double score = 0;  // how much likelier than what was typed, in logarithms
};

// A word of the text.
struct Word {
  std::string form;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  bool may_change = false;
  bool known = false;                      // to the dictionary
  Xapian::doccount articles = 0;           // with the form, its stem or another writing
  std::vector<std::string> variants = {};  // other writings
};

// The forms of the words that count; what else is in the query is not to be touched.
class Forms {
 public:
  explicit Forms(const QueryNode& root) { Visit(root, true); }

  bool MayChange(const std::string& form) const {
    return wanted_.count(form) > 0 && fixed_.count(form) == 0;
  }

 private:
  void Visit(const QueryNode& node, bool wanted) {
    const bool words = wanted && (node.kind == Kind::kWord || node.kind == Kind::kPhrase ||
                                  node.kind == Kind::kAnyFormPhrase);
    for (const QueryTerm& term : node.terms) {
      (words && !term.prefix ? wanted_ : fixed_).insert(term.surface);
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      Visit(node.children[i], wanted && (node.kind != Kind::kAndNot || i == 0));
    }
  }

  std::set<std::string> wanted_;
  std::set<std::string> fixed_;
};

bool HasDigit(std::string_view form) {
  return std::any_of(form.begin(), form.end(), IsDigit);
}

bool IsWordOfLetters(std::string_view form) {
  return std::all_of(form.begin(), form.end(), IsLower);
}

// Whether the dictionary knows a word, or what it is derived from.
bool IsKnown(std::string_view form, std::string_view stem) {
  return FindWord(form) != nullptr || FindWord(stem) != nullptr;
}

class Suggester {
 public:
  Suggester(std::string_view text, const QueryNode& root, const Xapian::Database& database,
            Analyser& analyser)
      : text_(text), database_(database) {
    const Forms forms(root);
    for (const Token& token : analyser.Analyse(text)) AddToken(token, forms);
  }

  std::vector<std::string> Suggest() {
    FindChanges();
    std::vector<std::string> texts;
    if (changes_.empty()) return texts;
    texts.push_back(Changed(changes_.size(), 0));
    for (const auto& [at, option] : SecondBest()) {
      if (texts.size() == kMostSuggestions) break;
      texts.push_back(Changed(at, option));
    }
    return texts;
  }

 private:
  // What may be done at a place, best first.
  using Options = std::vector<Change>;

  void AddToken(const Token& token, const Forms& forms) {
    if (token.kind == Token::Kind::kWord) {
      Word word;
      word.form = token.surface;
      word.begin = token.begin;
      word.end = token.end;
      word.known = IsKnown(token.surface, token.stem);
      word.may_change = forms.MayChange(word.form) &&
                        !SpellsOperator(text_.substr(word.begin, word.end - word.begin));
      words_.push_back(std::move(word));
    }
    if (words_.empty()) return;
    // Other writings stand behind the word at whose place they are.
    Word& word = words_.back();
    if (token.kind == Token::Kind::kVariant) word.variants.emplace_back(token.surface);
    word.articles = std::max({word.articles, Articles(std::string(token.surface)),
                              Articles(std::string(kStemPrefix).append(token.stem))});
  }

  Xapian::doccount Articles(const std::string& term) const { return database_.get_termfreq(term); }

  // How many articles have both words; exact as far as it matters.
  double ArticlesWith(Xapian::Query::op how, const std::string& left,
                      const std::string& right) const {
    const std::string terms[] = {left, right};
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(how, terms, terms + 2));
    return enquire.get_mset(0, 0, kMostCounted).get_matches_lower_bound();
  }

  void FindChanges() {
    std::size_t looked_up = 0;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!words_[at].may_change) continue;
      auto joined = at + 1 < words_.size() ? Joined(words_[at], words_[at + 1]) : std::nullopt;
      if (joined) {
        changes_.push_back({*std::move(joined)});
        ++at;
      } else if (IsSuspicious(words_[at]) && ++looked_up <= kMostLookedUp) {
        Options options = OptionsFor(words_[at]);
        if (!options.empty()) changes_.push_back(std::move(options));
      }
    }
  }

  Options OptionsFor(const Word& word) const {
    Options options = Replacements(word);
    if (auto split = Split(word)) options.push_back(*std::move(split));
    std::stable_sort(options.begin(), options.end(),
                     [](const Change& a, const Change& b) { return a.score > b.score; });
    std::erase_if(options, [best = options.empty() ? 0 : options.front().score](const Change& one) {
      return one.score < best - kMostLoss;
    });
    return options;
  }

  static bool IsSuspicious(const Word& word) {
    return !word.known && word.articles <= kMostArticlesOfTypo && !HasDigit(word.form) &&
           CodePointCount(word.form) >= (word.articles == 0 ? kLeastLetters : kLeastLettersOfRare);
  }

  Options Replacements(const Word& word) const {
    Options options;
    const std::size_t edits = CodePointCount(word.form) < kLeastLettersOfTwoEdits ? 1 : 2;
    for (const VocabularyForm& near : FormsWithin(database_, word.form, edits, kMostNear).forms) {
      if (near.form == word.form || HasDigit(near.form)) continue;
      const double cost = TypoCost(word.form, near.form);
      if (!IsLikely(word, near.articles, cost)) continue;
      options.push_back({word.begin, word.end, near.form, Score(word, near.articles, cost)});
    }
    return options;
  }

  static bool IsLikely(const Word& word, double articles, double cost) {
    if (word.articles == 0) return articles >= std::exp(kArticlesPerEdit * (cost - kSureCost));
    if (cost > kMostCostOfRare) return false;
    const double share = cost / static_cast<double>(CodePointCount(word.form));
    return articles >= word.articles * kLeastRatio * std::exp(kRatioPerShare * share);
  }

  static double Score(const Word& word, double articles, double cost) {
    return std::log(articles) - kScorePerEdit * cost - std::log(word.articles + 0.5);
  }

  std::optional<Change> Split(const Word& word) const {
    if (!IsWordOfLetters(word.form)) return std::nullopt;
    // The parts that are most frequent, by the rarer one.
    std::vector<std::pair<Xapian::doccount, std::size_t>> places;
    for (std::size_t at = kLeastPart; at + kLeastPart <= word.form.size(); ++at) {
      const Xapian::doccount articles =
          std::min(Articles(word.form.substr(0, at)), Articles(word.form.substr(at)));
      if (articles >= kLeastArticlesOfPhrase) places.emplace_back(articles, at);
    }
    std::sort(places.rbegin(), places.rend());
    if (places.size() > kMostPlaces) places.resize(kMostPlaces);
    std::optional<Change> best;
    for (const auto& [articles, at] : places) {
      const std::string left = word.form.substr(0, at);
      const std::string right = word.form.substr(at);
      const double evidence = Evidence(word, left, right);
      if (evidence < kLeastArticlesOfPhrase || evidence < kLeastSplitRatio * word.articles) {
        continue;
      }
      const double score = Score(word, evidence, kSpaceCost);
      if (best && best->score >= score) continue;
      best = Change{word.begin, word.end, std::string(left).append(1, ' ').append(right), score};
    }
    return best;
  }

  // How many articles have the parts side by side. Where none has the word, those count a little
  // that have both parts somewhere, if the dictionary knows them.
  double Evidence(const Word& word, const std::string& left, const std::string& right) const {
    const double phrase = ArticlesWith(Xapian::Query::OP_PHRASE, left, right);
    if (word.articles > 0 || std::min(left.size(), right.size()) < kLeastLetters) return phrase;
    if (!IsKnown(left, Stem(left)) || !IsKnown(right, Stem(right))) return phrase;
    return std::max(phrase, ArticlesWith(Xapian::Query::OP_AND, left, right) / kTogetherForPhrase);
  }

  std::optional<Change> Joined(const Word& left, const Word& right) const {
    if (!right.may_change || text_.substr(left.end, right.begin - left.end) != " ") {
      return std::nullopt;
    }
    if (!IsWordOfLetters(left.form) || !IsWordOfLetters(right.form)) return std::nullopt;
    if (!IsFragment(left) && !IsFragment(right)) return std::nullopt;
    const std::string joined = left.form + right.form;
    const auto& variants = left.variants;
    if (std::find(variants.begin(), variants.end(), joined) != variants.end()) return std::nullopt;
    const double articles = Articles(joined);
    if (articles < kLeastArticlesOfJoined) return std::nullopt;
    const double phrase = ArticlesWith(Xapian::Query::OP_PHRASE, left.form, right.form);
    if (articles < kLeastJoinRatio * phrase) return std::nullopt;
    return Change{left.begin, right.end, joined, std::log(articles) - std::log(phrase + 0.5)};
  }

  // Whether a word looks like a piece of one.
  static bool IsFragment(const Word& word) {
    return word.form.size() < kLeastLetters || word.articles <= kMostArticlesOfTypo;
  }

  // All places but the best options of the changes, those first that lose least.
  std::vector<std::pair<std::size_t, std::size_t>> SecondBest() const {
    std::vector<std::pair<std::size_t, std::size_t>> others;
    for (std::size_t at = 0; at < changes_.size(); ++at) {
      for (std::size_t option = 1; option < changes_[at].size(); ++option) {
        others.emplace_back(at, option);
      }
    }
    const auto loss = [&](const std::pair<std::size_t, std::size_t>& other) {
      const Options& options = changes_[other.first];
      return options.front().score - options[other.second].score;
    };
    std::stable_sort(others.begin(), others.end(),
                     [&](const auto& a, const auto& b) { return loss(a) < loss(b); });
    return others;
  }

  // The text with the best option everywhere, but at one place another one.
  std::string Changed(std::size_t place, std::size_t option) const {
    std::string changed;
    std::size_t done = 0;
    for (std::size_t at = 0; at < changes_.size(); ++at) {
      const Change& change = changes_[at][at == place ? option : 0];
      changed.append(text_.substr(done, change.begin - done)).append(change.text);
      done = change.end;
    }
    return changed.append(text_.substr(done));
  }

  std::string_view text_;
  const Xapian::Database& database_;
  std::vector<Word> words_;
  std::vector<Options> changes_;  // in the order of the text
};

}  // namespace

std::vector<std::string> SuggestQueries(std::string_view text, const QueryNode& root,
                                        const Xapian::Database& database, Analyser& analyser) {
  return Suggester(text, root, database, analyser).Suggest();
}

}  // namespace warta
