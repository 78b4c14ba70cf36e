#include "searcher/query/all_words.h"

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// The query as it is then, `=` before one that stays as it is.
std::string AllWanted(std::string_view query) {
  Analyser analyser;
  QueryNode root = *ParseQuery(query, analyser).root;
  const QueryNode before = root;
  const bool changed = WantAllWords(root);
  EXPECT_EQ(changed, root != before);
  return (changed ? "" : "= ") + ToString(root);
}

TEST(WantAllWords, WordsSideBySideBecomeAnAnd) {
  constexpr TextCase kCases[] = {
      {"beras", "= beras"},
      {"harga beras naik", "harga AND beras AND naik"},
      {"\"harga beras\" naik", "\"harga beras\" AND naik"},
      {"harga AND beras", "= harga AND beras"},
      {"harga beras AND kopi", "(harga AND beras) AND kopi"},
      {"(harga beras) OR (harga kopi)", "harga AND beras OR harga AND kopi"},
  };
  ExpectShown(kCases, AllWanted);
}

TEST(WantAllWords, ButNotBelowNearNorInWhatIsExcluded) {
  constexpr TextCase kCases[] = {
      {"(harga beras) NEAR naik", "= (harga beras) NEAR/10 naik"},
      {"kopi (harga beras) NEAR naik", "kopi AND (harga beras) NEAR/10 naik"},
      {"naik -(harga beras)", "= naik -(harga beras)"},
      {"kopi naik -(harga beras)", "kopi AND naik NOT (harga beras)"},
      {"-(harga beras)", "= -(harga beras)"},
  };
  ExpectShown(kCases, AllWanted);
}

}  // namespace
}  // namespace warta
