// Any bytes become tokens that keep the promises of token.h, whatever was analysed before and
// whatever stands in the lines around them.

#include <string>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/utf8.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

struct OwnedToken {
  std::string surface;
  std::string stem;
  std::uint32_t position;
  std::uint32_t begin;
  std::uint32_t end;
  Token::Kind kind;

  bool operator==(const OwnedToken&) const = default;
};

std::vector<OwnedToken> Owned(std::span<const Token> tokens) {
  std::vector<OwnedToken> owned;
  for (const Token& token : tokens) {
    owned.push_back({std::string(token.surface), std::string(token.stem), token.position,
                     token.begin, token.end, token.kind});
  }
  return owned;
}

// A line break lets nothing through: the tokens of two lines are those of each.
void RequireLinesApart(std::string_view text, const std::vector<OwnedToken>& whole,
                       Analyser& analyser) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return;
  std::vector<OwnedToken> parts = Owned(analyser.Analyse(text.substr(0, end)));
  std::uint32_t position = 0;
  for (const OwnedToken& token : parts) position = token.position + 1;
  for (OwnedToken token : Owned(analyser.Analyse(text.substr(end + 1)))) {
    token.position += position;
    token.begin += static_cast<std::uint32_t>(end + 1);
    token.end += static_cast<std::uint32_t>(end + 1);
    parts.push_back(std::move(token));
  }
  Require(parts == whole, "the tokens of two lines are those of each line", text);
}

void Check(std::string_view text) {
  static Analyser old;
  const std::span<const Token> tokens = old.Analyse(text);
  fuzz::RequireGoodTokens(text, tokens);
  const std::vector<OwnedToken> whole = Owned(tokens);
  const std::size_t overlong = old.overlong();
  Analyser fresh;
  Require(Owned(fresh.Analyse(text)) == whole && fresh.overlong() == overlong,
          "an analyser does not depend on what it saw before", text);
  RequireLinesApart(text, whole, old);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::AsText(data, size);
  Check(bytes);
  if (!IsValidUtf8(bytes)) Check(RepairUtf8(bytes));
  return 0;
}
