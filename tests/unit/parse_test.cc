#include "searcher/query/parse.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// The reading, then the notes in brackets by a word of each.
std::string Read(std::string_view query) {
  Analyser analyser;
  const ParsedQuery parsed = ParseQuery(query, analyser);
  std::string shown = parsed.root ? ToString(*parsed.root) : "nothing";
  for (const Message& message : parsed.notes) {
    const std::string note = English(message);
    const auto says = [&](std::string_view part) { return note.find(part) != std::string::npos; };
    shown += says("quotation mark")        ? " [quote]"
             : says("nothing opens")       ? " [closing]"
             : says("not closed")          ? " [open]"
             : says("operator")            ? " [operator]"
             : says("deep")                ? " [deep]"
             : says("letters")             ? " [long]"
             : says("bytes of the query")  ? " [cut]"
             : says("the first 256 words") ? " [many]"
                                           : " [" + note + "]";
  }
  return shown;
}

std::string Kind(const QueryNode& node) {
  std::string shown;
  switch (node.kind) {
    case QueryNode::Kind::kWord:
      return "word";
    case QueryNode::Kind::kPhrase:
      return "phrase";
    case QueryNode::Kind::kExact:
      return "exact";
    case QueryNode::Kind::kAnyFormPhrase:
      return "anyform";
    case QueryNode::Kind::kPrefix:
      return "prefix";
    case QueryNode::Kind::kFuzzy:
      return "fuzzy";
    case QueryNode::Kind::kMetadata:
      return "metadata";
    case QueryNode::Kind::kDate:
      return "date";
    case QueryNode::Kind::kEverything:
      return "all";
    case QueryNode::Kind::kNear:
      shown = "near(";
      break;
    case QueryNode::Kind::kRanked:
      shown = "ranked(";
      break;
    case QueryNode::Kind::kAnd:
      shown = "and(";
      break;
    case QueryNode::Kind::kOr:
      shown = "or(";
      break;
    case QueryNode::Kind::kAndNot:
      shown = "andnot(";
      break;
  }
  for (const QueryNode& child : node.children) {
    if (shown.back() != '(') shown += ' ';
    shown += Kind(child);
  }
  return shown + ')';
}

std::string Tree(std::string_view query) {
  Analyser analyser;
  const ParsedQuery parsed = ParseQuery(query, analyser);
  return parsed.root ? Kind(*parsed.root) : "nothing";
}

TEST(ParseQuery, WordsAndPhrases) {
  constexpr TextCase kCases[] = {
      {"rusia", "rusia"},
      {"kemitraan strategis", "kemitraan strategis"},
      {"  kemitraan \t strategis\n", "kemitraan strategis"},
      {"\"kemitraan strategis\"", "\"kemitraan strategis\""},
      {"\u201Ckemitraan strategis\u201D", "\"kemitraan strategis\""},
      {"\u201Ekemitraan strategis\u201C", "\"kemitraan strategis\""},
      {"\u00ABkemitraan strategis\u00BB", "\"kemitraan strategis\""},
      {"\" kemitraan, strategis! \"", "\"kemitraan, strategis\""},
      {"\"rusia\"", "\"rusia\""},
      {"harga \"beras naik\" lagi", "harga \"beras naik\" lagi"},
      {"rusia\"beras naik\"lagi", "rusia \"beras naik\" lagi"},
      {"rusia,ukraina", "rusia ukraina"},
      {"rusia/ukraina", "rusia ukraina"},
      {"rusia.", "rusia"},
      {"Prabowo-Gibran", "Prabowo-Gibran"},
      {"negara-negara", "negara-negara"},
      {"Jum'at", "Jum'at"},
      {"Jum\u2019at", "Jum\u2019at"},
      {"Rp1,5", "Rp1,5"},
      {"5%", "5%"},
      {"anak2", "anak2"},
      {"COVID-19 2022", "COVID-19 2022"},
      {"Alice & Bob", "Alice Bob"},
      {"\u0627\u0644\u0642\u062F\u0633 \u063A\u0632\u0629",
       "\u0627\u0644\u0642\u062F\u0633 \u063A\u0632\u0629"},
      {"\u041C\u043E\u0441\u043A\u0432\u0430", "\u041C\u043E\u0441\u043A\u0432\u0430"},
      {"harga?", "harga"},
      {"stra*", "stra*"},
      {"and or not", "and or not"},
  };
  ExpectShown(kCases, Read);
}

TEST(ParseQuery, NothingToSearchFor) {
  constexpr TextCase kCases[] = {
      {"", "nothing"},      {"   ", "nothing"},          {"*", "nothing"},
      {"\"\"", "nothing"},  {"\" \"", "nothing"},        {"()", "nothing"},
      {"(())", "nothing"},  {"\U0001F600", "nothing"},   {"?!,.", "nothing"},
      {"-", "nothing"},     {"---", "nothing"},          {"&", "nothing"},
      {"\"", "nothing"},    {"\u00AD\u200B", "nothing"}, {"\"***\"", "nothing"},
      {"-\"\"", "nothing"}, {"-()", "nothing"},
  };
  ExpectShown(kCases, Read);
}

TEST(ParseQuery, Exclusions) {
  constexpr TextCase kCases[] = {
      {"-rusia", "-rusia"},
      {"china -rusia", "china -rusia"},
      {"-rusia china", "china -rusia"},
      {"china (-rusia)", "china -rusia"},
      {"china NOT rusia", "china -rusia"},
      {"NOT rusia", "-rusia"},
      {"NOT NOT x", "-x"},
      {"china AND NOT rusia", "china -rusia"},
      {"china -\"perang dagang\"", "china -\"perang dagang\""},
      {"-(a b)", "-(a b)"},
      {"x -(a OR b)", "x -(a OR b)"},
      {"x -(a AND b)", "x -(a AND b)"},
      {"x -a -b", "x -a -b"},
      {"x NOT a b", "x -(a b)"},
      {"x y -a", "x y -a"},
      {"--x", "x"},
      {"x --y", "x y"},
      {"x - y", "x y"},
      {"x -", "x"},
      {"x (-)", "x"},
      {"-x -y", "-x -y"},
      {"-rusia,ukraina", "-rusia -ukraina"},
      {"-Prabowo-Gibran", "-Prabowo-Gibran"},
      {"x\u2013y", "x y"},
      {"(-a) (-b) c", "c -a -b"},
  };
  ExpectShown(kCases, Read);
}

TEST(ParseQuery, ExactForms) {
  constexpr TextCase kCases[] = {
      {"=AS", "=AS"},
      {"=\"AS\"", "=AS"},
      {"=\u201CAS\u201D", "=AS"},
      {"=baca", "=baca"},
      {"=Baca,", "=Baca"},
      {"=Jum'at", "=Jum'at"},
      {"=negara-negara", "=negara-negara"},
      {"=Prabowo-Gibran", "\"Prabowo-Gibran\""},
      {"=\"harga beras\"", "\"harga beras\""},
      {"=harga,beras", "\"harga,beras\""},
      {"=5%", "\"5%\""},
      {"=AND", "=AND"},
      {"=or", "=or"},
      {"menteri =AS -=KPK", "menteri =AS -=KPK"},
      {"-=AS", "-=AS"},
      {"=AS=KPK", "\"AS=KPK\""},
      {"\"a b\"=c", "\"a b\" =c"},
      {"(=AS)", "=AS"},
      {"=AS OR =KPK", "=AS OR =KPK"},
      // Elsewhere an equals sign is punctuation.
      {"a=b", "a b"},
      {"a = b", "a b"},
      {"= b", "b"},
      {"==b", "b"},
      {"=-b", "-b"},
      {"=(b c)", "b c"},
      {"=", "nothing"},
      {"(=)", "nothing"},
      {"=\"", "nothing"},
      {"=\"\"", "nothing"},
      {"=*", "nothing"},
      {"=\"AS", "=AS [quote]"},
  };
  ExpectShown(kCases, Read);
  EXPECT_EQ(Tree("=AS"), "exact");
  EXPECT_EQ(Tree("=\"AS\" b"), "ranked(exact word)");
}

TEST(ParseQuery, AnExactFormInCapitalsIsTheAcronym) {
  Analyser analyser;
  const auto term = [&](std::string_view query) {
    const ParsedQuery parsed = ParseQuery(query, analyser);
    EXPECT_TRUE(parsed.root);
    EXPECT_EQ(parsed.root->terms.size(), 1U);
    return parsed.root->terms.front();
  };
  EXPECT_EQ(term("=AS"), (QueryTerm{"AS", "AS", Token::Kind::kAcronym}));
  EXPECT_EQ(term("=as"), (QueryTerm{"as", "as", Token::Kind::kWord}));
  // In a word it is a question to the archive.
  EXPECT_EQ(term("AS"), (QueryTerm{"as", "as", Token::Kind::kWord, "AS"}));
  EXPECT_EQ(term("as"), (QueryTerm{"as", "as", Token::Kind::kWord}));
  EXPECT_EQ(term("\"AS\""), (QueryTerm{"as", "as", Token::Kind::kWord}));
  const ParsedQuery pair = ParseQuery("AS-Rusia", analyser);
  ASSERT_TRUE(pair.root);
  EXPECT_EQ(pair.root->terms.front().acronym, "AS");
}

TEST(ParseQuery, OperatorsBindInTheirOrder) {
  constexpr TextCase kCases[] = {
      {"a AND b", "a AND b"},
      {"a OR b", "a OR b"},
      {"a AND b c OR d", "or(and(word ranked(word word)) word)"},
      {"a b AND c d", "and(ranked(word word) ranked(word word))"},
      {"a OR b AND c", "or(word and(word word))"},
      {"a OR b c", "or(word ranked(word word))"},
      {"(a OR b) c", "ranked(or(word word) word)"},
      {"(a OR b) AND c", "and(or(word word) word)"},
      {"a AND b AND c", "and(word word word)"},
      {"a OR b OR c", "or(word word word)"},
      {"a (b c)", "ranked(word ranked(word word))"},
      {"((a))", "word"},
      {"a b -c", "andnot(ranked(word word) word)"},
      {"a AND b NOT c", "andnot(and(word word) word)"},
      {"a NOT b OR c", "or(andnot(word word) word)"},
      {"-a", "andnot(all word)"},
      {"-a -b", "andnot(all word word)"},
      {"\"a b\" AND c", "and(phrase word)"},
      {"(a)(b)", "ranked(word word)"},
  };
  for (const TextCase& c : kCases) {
    const bool is_tree = c.shown.find('(') != std::string_view::npos || c.shown == "word";
    EXPECT_EQ(is_tree ? Tree(c.input) : Read(c.input), c.shown) << ::testing::PrintToString(c);
  }
}

TEST(ParseQuery, OperatorsWithoutAnOperandAreDroppedWithANote) {
  constexpr TextCase kCases[] = {
      {"AND x", "x [operator]"},
      {"x AND", "x [operator]"},
      {"x OR", "x [operator]"},
      {"OR x", "x [operator]"},
      {"x NOT", "x [operator]"},
      {"AND", "nothing [operator]"},
      {"NOT", "nothing [operator]"},
      {"OR", "nothing [operator]"},
      {"OR OR", "nothing [operator]"},
      {"a OR OR b", "a OR b [operator]"},
      {"a AND AND b", "a AND b [operator]"},
      {"a AND OR b", "a OR b [operator]"},
      {"a AND ()", "a [operator]"},
      {"a AND *", "a [operator]"},
      {"(a AND) b", "a b [operator]"},
  };
  ExpectShown(kCases, Read);
}

TEST(ParseQuery, QuotesAndParenthesesWithoutTheirPartner) {
  constexpr TextCase kCases[] = {
      {"\"kemitraan strategis", "\"kemitraan strategis\" [quote]"},
      {"harga \"beras naik", "harga \"beras naik\" [quote]"},
      {"harga \"", "harga"},
      {"\u201Charga beras", "\"harga beras\" [quote]"},
      {"(a b", "a b [open]"},
      {"((a", "a [open]"},
      {"a)", "a [closing]"},
      {")", "nothing [closing]"},
      {")(", "nothing [closing] [open]"},
      {"a) b", "a b [closing]"},
      {"a OR b) c", "(a OR b) c [closing]"},
      {"a) -b", "a -b [closing]"},
      {"(a OR (b", "a OR b [open]"},
      {"-(a b", "-(a b) [open]"},
  };
  ExpectShown(kCases, Read);
}

TEST(ParseQuery, OrdinaryTextOfArticles) {
  constexpr TextCase kCases[] = {
      {"fire brigades", "fire brigades"},
      {"Harga naik 5% (y-o-y), kata Sari.", "Harga naik 5% y-o-y kata Sari"},
      {"Presiden: \"Kami siap.\"", "Presiden \"Kami siap\""},
      {"R&D; C++ <b>x</b>", "R D C b x b"},
      {"sari@berita.example", "sari berita example"},
      {"https://berita.example/17", "https berita example 17"},
  };
  for (const TextCase& c : kCases) {
    // Parentheses group, so only the words and their order count here.
    std::string read = Read(c.input);
    std::erase(read, '(');
    std::erase(read, ')');
    EXPECT_EQ(read, c.shown) << ::testing::PrintToString(c);
  }
}

TEST(ParseQuery, TermsOfAWordOfSeveralParts) {
  Analyser analyser;
  const ParsedQuery parsed = ParseQuery("Prabowo-Gibran", analyser);
  ASSERT_TRUE(parsed.root);
  ASSERT_EQ(parsed.root->terms.size(), 3U);
  EXPECT_EQ(parsed.root->terms[0].surface, "prabowo");
  EXPECT_EQ(parsed.root->terms[1].surface, "prabowogibran");
  EXPECT_EQ(parsed.root->terms[1].kind, Token::Kind::kVariant);
  EXPECT_EQ(parsed.root->terms[2].surface, "gibran");
  const ParsedQuery phrase = ParseQuery("\"e-KTP baru\"", analyser);
  ASSERT_TRUE(phrase.root);
  ASSERT_EQ(phrase.root->terms.size(), 3U);  // no joined form in a phrase
  EXPECT_EQ(phrase.root->terms[2].surface, "baru");
}

TEST(ParseQuery, WordsTooLongAreLeftOutWithANote) {
  const std::string over(kMaxTokenCodePoints + 1, 'x');
  EXPECT_EQ(Read(over), "nothing [long]");
  EXPECT_EQ(Read("a " + over + " b"), "a b [long]");
  EXPECT_EQ(Read("\"a " + over + " b\""), "\"a " + over + " b\" [long]");
  EXPECT_TRUE(Read("a AND " + over).starts_with("a [long]"));
  EXPECT_EQ(Read(std::string(kMaxTokenCodePoints, 'x')), std::string(kMaxTokenCodePoints, 'x'));
}

std::string Numbered(std::size_t count, const std::string& between) {
  std::string words = "w1";
  for (std::size_t i = 2; i <= count; ++i) words += between + "w" + std::to_string(i);
  return words;
}

TEST(ParseQuery, MoreWordsThanTheLimitAreLeftOutWithANote) {
  EXPECT_EQ(Read(Numbered(kMaxQueryTerms, " ")), Numbered(kMaxQueryTerms, " "));
  EXPECT_EQ(Read(Numbered(kMaxQueryTerms + 44, " ")), Numbered(kMaxQueryTerms, " ") + " [many]");
  EXPECT_EQ(Read(Numbered(kMaxQueryTerms + 44, ",")), Numbered(kMaxQueryTerms, " ") + " [many]");
  // The operators of the words left out may have a note too.
  const std::string either = Read(Numbered(kMaxQueryTerms + 44, " OR "));
  EXPECT_TRUE(either.starts_with(Numbered(kMaxQueryTerms, " OR ") + " [many]")) << either;
}

TEST(ParseQuery, APhraseLongerThanTheLimitIsStillSearchedFor) {
  Analyser analyser;
  const ParsedQuery parsed = ParseQuery('"' + Numbered(kMaxQueryTerms + 44, " ") + '"', analyser);
  ASSERT_TRUE(parsed.root) << "the note says that the first words were searched for";
  EXPECT_EQ(parsed.root->terms.size(), kMaxQueryTerms);
  EXPECT_EQ(parsed.notes.size(), 1U);
}

TEST(ParseQuery, DeepNestingIsPassedOverWithoutHarm) {
  const std::string open(10'000, '(');
  const std::string close(10'000, ')');
  EXPECT_EQ(Read(open), "nothing [deep] [open]");
  EXPECT_EQ(Read(close), "nothing [closing]");
  EXPECT_EQ(Read(open + "a b" + close), "a b [deep]");
  EXPECT_EQ(Read(open + "a b" + close + " c"), "(a b) c [deep]");
  std::string minus;
  for (int i = 0; i < 10'000; ++i) minus += "-(";
  EXPECT_EQ(Read("x " + minus + "a").substr(0, 2), "x ");
  EXPECT_EQ(Read(std::string(kMaxQueryDepth, '(') + "a" + std::string(kMaxQueryDepth, ')')), "a");
}

TEST(ParseQuery, HugeQueries) {
  constexpr std::size_t kSize = 1'000'000;
  EXPECT_EQ(Read(std::string(kSize, 'x')), "nothing [long] [cut]");
  EXPECT_EQ(Read(std::string(kSize, '-')), "nothing [cut]");
  EXPECT_EQ(Read(std::string(kSize, '"')), "nothing [cut]");
  std::string words;
  while (words.size() < kSize) words += "harga beras naik lagi, kata Sari. ";
  EXPECT_EQ(Read(words).substr(0, 11), "harga beras");
  EXPECT_NE(Read('"' + words).find("[quote]"), std::string::npos);
  std::string operators;
  while (operators.size() < kSize) operators += "AND NOT OR ( ";
  EXPECT_EQ(Read(operators).substr(0, 7), "nothing");
}

TEST(ToString, WordsThatSpellAnOperatorStayWords) {
  constexpr TextCase kCases[] = {
      {",AND", "and"},
      {"x ,OR y", "x or y"},
      {"\"AND\"", "\"AND\""},
      {"NOT,", "not"},
  };
  ExpectShown(kCases, Read);
}

// Properties

std::string ReadingOf(Analyser& analyser, const std::string& query) {
  const ParsedQuery parsed = ParseQuery(query, analyser);
  return parsed.root ? ToString(*parsed.root) : std::string();
}

void ExpectStable(Analyser& analyser, const std::string& query) {
  const ParsedQuery parsed = ParseQuery(query, analyser);
  if (!parsed.root) return;
  const std::string understood = ToString(*parsed.root);
  const ParsedQuery again = ParseQuery(understood, analyser);
  ASSERT_TRUE(again.root) << ::testing::PrintToString(query) << " -> " << understood;
  ASSERT_EQ(ToString(*again.root), understood) << ::testing::PrintToString(query);
  ASSERT_TRUE(again.notes.empty()) << understood << ": " << English(again.notes.front());
  ASSERT_EQ(Kind(*again.root), Kind(*parsed.root)) << understood;
}

TEST(ParseQueryProperty, TheReadingParsesToItself) {
  constexpr std::string_view kPieces[] = {
      "a",   "rusia", "e-KTP", "5%", "Rp1,5",  "anak2",  "AND",    "OR", "NOT", "(",
      ")",   "-",     "\"",    " ",  " ",      " ",      ",",      "*",  "=",   "=AS",
      "AS",  "'",     "and",   ".",  "\u201C", "\u00AD", "Jum'at", "%",  "2-1", "\u4EAC\u90FD",
      "ke-", "x",     "--"};
  Random random(41);
  Analyser analyser;
  for (int round = 0; round < 5000; ++round) {
    std::string query;
    for (std::size_t count = random.Below(16); count > 0; --count) query += random.Pick(kPieces);
    ExpectStable(analyser, query);
    if (HasFatalFailure()) return;
  }
}

TEST(ParseQueryProperty, TheReadingOfSpacedOperatorsParsesToItself) {
  constexpr std::string_view kPieces[] = {"a", "b", "c", "\"d e\"", "f-g", "AND",     "OR", "NOT",
                                          "(", ")", "-", "-h",      "-(",  "AND NOT", "=i", "-=J"};
  Random random(42);
  Analyser analyser;
  for (int round = 0; round < 5000; ++round) {
    std::string query;
    for (std::size_t count = random.Below(20); count > 0; --count) {
      query += random.Pick(kPieces);
      if (query.back() != '-' && query.back() != '(') query += ' ';
    }
    ExpectStable(analyser, query);
    if (HasFatalFailure()) return;
  }
}

TEST(ParseQueryProperty, RandomUtf8NeverFails) {
  Random random(43);
  Analyser analyser;
  for (int round = 0; round < 3000; ++round) {
    ExpectStable(analyser, random.Utf8(30));
    if (HasFatalFailure()) return;
  }
}

TEST(ParseQuery, AWordTypedTwiceIsOneDoubled) {
  constexpr TextCase kCases[] = {
      {"mata mata", "mata-mata"},
      {"Mata mata", "mata-mata"},
      {"mata, mata", "mata-mata"},
      {"anak anak jalanan", "anak-anak jalanan"},
      {"hak anak anak", "hak anak-anak"},
      // Neither names nor acronyms, nor what is too short or too general to be doubled.
      {"duran duran", "duran duran"},
      {"jokowi jokowi", "jokowi jokowi"},
      {"PAN PAN", "PAN PAN"},
      {"yang yang", "yang yang"},
      {"oleh oleh", "oleh-oleh"},
      {"kupu kupu undang undang", "kupu-kupu undang-undang"},
      {"judul:(mata mata)", "judul:mata-mata"},
      {"isi:(mata mata) polisi", "isi:mata-mata polisi"},
      {"polisi -(mata mata)", "polisi -mata-mata"},
      {"mata -polisi mata", "mata-mata -polisi"},
      {"mata sumber:reuters mata", "mata-mata AND sumber:reuters"},
      {"(mata) (mata)", "mata-mata"},
      {"mata mata OR polisi", "mata-mata OR polisi"},
      {"polisi AND mata mata", "polisi AND mata-mata"},
      // Of three in a row the first two.
      {"mata mata mata", "mata-mata mata"},
      {"mata mata mata mata", "mata-mata mata-mata"},
      {"mata-mata mata-mata", "mata-mata mata-mata"},
      {"mata-mata mata", "mata-mata mata"},
      {"mata mata-mata", "mata mata-mata"},
      // Not what an operator, a sign or another field keeps apart.
      {"mata AND mata", "mata AND mata"},
      {"mata OR mata", "mata OR mata"},
      {"mata NEAR mata", "mata NEAR/10 mata"},
      {"\"mata\" mata", "\"mata\" mata"},
      {"\"mata mata\"", "\"mata mata\""},
      {"=mata =mata", "=mata =mata"},
      {"mata* mata*", "mata* mata*"},
      {"mata~ mata~", "mata~ mata~"},
      {"judul:mata mata", "judul:mata mata"},
      {"sumber:mata mata", "mata AND sumber:mata"},
      {"mata -mata", "mata -mata"},
      {"mata polisi mata", "mata polisi mata"},
      {"mata matanya", "mata matanya"},
      // Numbers, letters and words that are two already.
      {"1 1", "1 1"},
      {"a a", "a a"},
      {"di di", "di di"},
      {"Prabowo-Gibran Prabowo-Gibran", "Prabowo-Gibran Prabowo-Gibran"},
  };
  ExpectShown(kCases, Read);
  EXPECT_EQ(Tree("mata mata"), "word");
  EXPECT_EQ(Tree("anak anak jalanan"), "ranked(word word)");
}

// Whatever is typed between the two, it is the same word.
TEST(ParseQuery, AWordTypedTwiceIsWhatItIsWithAHyphen) {
  Analyser analyser;
  for (const std::string word :
       {"mata", "anak", "undang", "kupu", "rumah", "jaman", "ijin", "propinsi", "kerja"}) {
    EXPECT_EQ(ParseQuery(word + ' ' + word, analyser).root,
              ParseQuery(word + '-' + word, analyser).root)
        << word;
  }
}

TEST(ParseQueryProperty, TheReadingOfRepeatedWordsIsTheSameTree) {
  constexpr std::string_view kPieces[] = {
      "mata", "mata",  "mata", "anak",       "anak",      "kerja", "sama", "sama",
      "a",    "1",     "MATA", "judul:mata", "(",         ")",     "OR",   "AND",
      "-",    "-mata", "NOT",  "\"mata\"",   "mata-mata", "NEAR",  ","};
  Random random(44);
  Analyser analyser;
  for (int round = 0; round < 5000; ++round) {
    std::string query;
    for (std::size_t count = random.Below(10); count > 0; --count) {
      query += random.Pick(kPieces);
      if (query.back() != '-' && query.back() != '(') query += ' ';
    }
    ExpectStable(analyser, query);
    if (HasFatalFailure()) return;
  }
}

TEST(ToString, APercentageWithANoBreakSpaceParsesToItself) {
  Analyser analyser;
  ExpectStable(analyser, "naik 5\u00A0% lagi");
  EXPECT_EQ(ReadingOf(analyser, ReadingOf(analyser, "5\u00A0%")), ReadingOf(analyser, "5\u00A0%"));
}

// A compound of two words is found beside AND, not beside NEAR, whatever space is between them.
TEST(ParseQuery, ANoBreakSpaceIsASpace) {
  Analyser analyser;
  for (const std::string_view words : {"undang%undang", "x NEAR/5 undang%undang", "kerja%sama",
                                       "kerja%sama NEAR y", "e-KTP%lama"}) {
    const auto with = [&](std::string_view space) {
      std::string query(words);
      query.replace(query.find('%'), 1, space);
      return ParseQuery(query, analyser).root;
    };
    EXPECT_EQ(with("\u00A0"), with(" ")) << words;
  }
}

TEST(ToString, DeepQueriesParseToThemselves) {
  Analyser analyser;
  std::string query;
  for (int i = 0; i < 30; ++i) query += "a OR b AND c (";
  query += "x y" + std::string(30, ')');
  ExpectStable(analyser, query);
}

TEST(ToString, LongQueriesParseToThemselves) {
  Analyser analyser;
  ExpectStable(analyser, Numbered(400, " "));
  ExpectStable(analyser, Numbered(400, "-"));
}

}  // namespace
}  // namespace warta
