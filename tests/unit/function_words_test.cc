#include "searcher/query/function_words.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// Takes words that were typed as acronyms for them, as Expand does where the archive has them.
void ResolveAcronyms(QueryNode& node) {
  for (QueryTerm& term : node.terms) {
    if (term.acronym.empty()) continue;
    term = QueryTerm{term.acronym, term.acronym, Token::Kind::kAcronym};
  }
  for (QueryNode& child : node.children) ResolveAcronyms(child);
}

// What is left of the query.
std::string Left(std::string_view query) {
  Analyser analyser;
  std::optional<QueryNode> root = ParseQuery(query, analyser).root;
  if (!root) return "nothing";
  ResolveAcronyms(*root);
  LeaveOutFunctionWords(*root);
  return ToString(*root);
}

TEST(LeaveOutFunctionWords, AmongWordsSideBySide) {
  constexpr TextCase kCases[] = {
      {"harga beras", "harga beras"},
      {"harga beras di pasar dan kios", "harga beras pasar kios"},
      {"Di Pasar Yang Ramai", "Pasar Ramai"},
      {"yang mulia hakim", "mulia hakim"},
      {"siapa presiden baru", "presiden baru"},
      {"apa itu gempa bumi", "gempa bumi"},
      {"harga beras untuk", "harga beras"},
      {"beras -yang mahal", "beras mahal -yang"},
      {"harga di pasar -gandum", "harga pasar -gandum"},
      {"harga -(beras di pasar)", "harga -(beras pasar)"},
      {"(harga dan beras) OR (kopi di pasar)", "harga beras OR kopi pasar"},
      {"harga di pasar sumber:reuters", "harga pasar AND sumber:reuters"},
      {"harga di \"beras dan gandum\"", "harga \"beras dan gandum\""},
      // What changes the meaning stays.
      {"tidak bukan tanpa antara sebelum setelah perang",
       "tidak bukan tanpa antara sebelum setelah perang"},
      // Relatives and compounds of function words are words.
      {"harga dalaman", "harga dalaman"},
      {"harga ke-19", "harga ke-19"},
      {"harga para-para", "harga para-para"},
  };
  ExpectShown(kCases, Left);
}

TEST(LeaveOutFunctionWords, OneWordThatIsLeftStandsAlone) {
  constexpr TextCase kCases[] = {
      {"harga yang", "harga"},
      {"di Surabaya", "Surabaya"},
      {"siapa \"Joko Widodo\"", "\"Joko Widodo\""},
      {"di stra*", "stra*"},
      {"(di Surabaya) AND (yang hujan)", "Surabaya AND hujan"},
      {"(di Surabaya) -yang", "Surabaya -yang"},
      {"(harga OR beras) di", "harga OR beras"},
  };
  ExpectShown(kCases, Left);
}

TEST(LeaveOutFunctionWords, TheyStayWhereNothingElseWouldBeLeft) {
  constexpr TextCase kCases[] = {
      {"yang", "yang"},
      {"siapa", "siapa"},
      {"yang di dalam", "yang di dalam"},
      {"apa dan siapa", "apa dan siapa"},
      {"apa dan siapa -harga", "apa dan siapa -harga"},
      {"harga -(yang di)", "harga -(yang di)"},
      {"yang di tanggal:2022", "yang di AND tanggal:2022-01-01..2022-12-31"},
  };
  ExpectShown(kCases, Left);
}

TEST(LeaveOutFunctionWords, TheyStayWhereTheyWereAskedFor) {
  constexpr TextCase kCases[] = {
      {"harga AND di AND pasar", "harga AND di AND pasar"},
      {"harga OR yang", "harga OR yang"},
      {"\"harga di pasar\"", "\"harga di pasar\""},
      {"harga \"di\" pasar", "harga \"di\" pasar"},
      {"~\"harga di pasar\"", "~\"harga di pasar\""},
      {"harga =di pasar", "harga =di pasar"},
      {"harga judul:di pasar", "harga judul:di pasar"},
      {"judul:(harga di pasar)", "judul:harga judul:di judul:pasar"},
      {"isi:(harga di pasar)", "isi:harga isi:di isi:pasar"},
      {"harga sumber:di", "harga AND sumber:di"},
      {"harga di* pasar", "harga di* pasar"},
      {"harga di~ pasar", "harga di~ pasar"},
      {"harga NEAR di", "harga NEAR/10 di"},
      {"pasar (harga dan beras) NEAR/3 di", "pasar (harga dan beras) NEAR/3 di"},
      {"harga DI pasar", "harga DI pasar"},  // Daerah Istimewa
  };
  ExpectShown(kCases, Left);
}

TEST(LeaveOutFunctionWords, TheyStayWhereSomethingMayStandForThem) {
  Analyser analyser;
  QueryNode root = *ParseQuery("harga untuk pasar", analyser).root;
  root.children[1].alternatives.push_back({"bagi", {{"bagi", "bagi"}}, true});
  LeaveOutFunctionWords(root);
  EXPECT_EQ(ToString(root), "harga untuk pasar");
}

// Whether it is a question: yes or no.
std::string ShowQuestion(std::string_view query) {
  Analyser analyser;
  const std::optional<QueryNode> root = ParseQuery(query, analyser).root;
  if (!root) return "nothing";
  return IsQuestion(*root) ? "yes" : "no";
}

TEST(IsQuestion, ByItsWords) {
  constexpr TextCase kCases[] = {
      {"siapa", "yes"},
      {"Siapa presiden baru?", "yes"},
      {"presiden baru itu siapa", "yes"},
      {"BERAPA harga beras", "yes"},
      {"harga beras berapa -gandum", "yes"},
      {"(apa itu inflasi) AND harga", "yes"},
      {"apakah OR siapakah", "yes"},
      {"mengapa harga naik sumber:reuters", "yes"},
      {"di mana gempa", "yes"},
      {"dimana gempa", "yes"},
      {"harga beras", "no"},
      {"yang di pasar", "no"},
      {"tidak", "no"},
      {"siapapun presiden", "no"},
      // What is excluded asks nothing.
      {"presiden -siapa", "no"},
      {"-siapa", "no"},
      {"presiden -(siapa apa)", "no"},
      {"presiden -(harga OR berapa)", "no"},
      // Nor does what is wanted as it stands.
      {"\"siapa presiden\"", "no"},
      {"~\"siapa presiden\"", "no"},
      {"=siapa presiden", "no"},
      {"judul:siapa presiden", "no"},
      {"sumber:siapa presiden", "no"},
      {"siap* presiden", "no"},
      {"siapa~ presiden", "no"},
  };
  ExpectShown(kCases, ShowQuestion);
}

TEST(IsFunctionWord, OfGrammarAndOfQuestionsInSmallLetters) {
  for (const char* form : {"adalah", "di", "dan", "yang", "apa", "siapakah", "mana"}) {
    EXPECT_TRUE(IsFunctionWord(form)) << form;
  }
  for (const char* form : {"", "a", "tidak", "harga", "Yang", "yan", "yangg", "zzz", "siapapun"}) {
    EXPECT_FALSE(IsFunctionWord(form)) << form;
  }
}

// In the order of the query: what is no function word, or everything.
TEST(LeaveOutFunctionWordsProperty, WordsSideBySideAreFiltered) {
  constexpr std::string_view kWords[] = {"yang", "di",    "siapa", "dan",
                                         "apa",  "harga", "beras", "pasar"};
  Random random(71);
  for (int round = 0; round < 500; ++round) {
    std::string query;
    std::string rest;
    std::string_view before;
    for (std::size_t words = 1 + random.Below(6); words > 0; --words) {
      const std::string_view word = random.Pick(kWords);
      if (word == before) continue;  // one word, doubled
      before = word;
      query.append(query.empty() ? "" : " ").append(word);
      if (!IsFunctionWord(word)) rest.append(rest.empty() ? "" : " ").append(word);
    }
    EXPECT_EQ(Left(query), rest.empty() ? query : rest);
  }
}

}  // namespace
}  // namespace warta
