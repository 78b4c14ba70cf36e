#include <ostream>
#include <string_view>

#include "common/text/analyser.h"
#include "searcher/render/render.h"

namespace warta {

namespace {

// Empty for words, which need no explanation.
std::string_view KindName(Token::Kind kind) {
  switch (kind) {
    case Token::Kind::kWord:
      break;
    case Token::Kind::kVariant:
      return "variant";
    case Token::Kind::kPart:
      return "part";
    case Token::Kind::kAcronym:
      return "acronym";
  }
  return {};
}

}  // namespace

void RenderTokens(std::string_view text, std::ostream& out) {
  Analyser analyser;
  for (const Token& token : analyser.Analyse(text)) {
    out << token.surface << '\t' << token.stem << '\t' << token.position << '\t' << token.begin
        << '\t' << token.end;
    if (token.kind != Token::Kind::kWord) out << '\t' << KindName(token.kind);
    out << '\n';
  }
}

}  // namespace warta
