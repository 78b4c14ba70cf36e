// Any text defines abbreviations that stand in it and fit into a term, and how often it says so
// does not matter for what is found at each place.

#include <string>
#include <vector>

#include "common/text/abbreviation.h"
#include "common/text/analyser.h"
#include "common/text/utf8.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

void RequireGoodDefinition(std::string_view text, const AbbreviationDefinition& one) {
  Require(text.find(one.short_form) != std::string_view::npos, "a short form stands in the text",
          one.short_form);
  Require(one.short_form.size() >= 2 && one.short_form.size() <= kMostShortFormBytes,
          "a short form is short", one.short_form);
  Require(one.short_form.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                           "0123456789") == std::string::npos,
          "a short form has letters and digits", one.short_form);
  Require(!one.long_form.empty() && one.long_form.size() <= kMostLongFormBytes,
          "a long form fits into a term", one.long_form);
  Require(one.long_form.find('=') == std::string::npos && IsValidUtf8(one.long_form),
          "a long form has words", one.long_form);
}

void Check(std::string_view text) {
  static Analyser analyser;
  const auto found = FindDefinitions(text, analyser.Analyse(text));
  for (const AbbreviationDefinition& one : found) RequireGoodDefinition(text, one);
  std::string twice(text);
  twice.append("\n").append(text);
  std::vector<AbbreviationDefinition> expected = found;
  expected.insert(expected.end(), found.begin(), found.end());
  Require(FindDefinitions(twice, analyser.Analyse(twice)) == expected,
          "lines do not change each other's definitions", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::AsText(data, size);
  Check(bytes);
  if (!IsValidUtf8(bytes)) Check(RepairUtf8(bytes));
  return 0;
}
