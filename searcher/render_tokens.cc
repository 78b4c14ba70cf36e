#include <ostream>

#include "common/text/analyser.h"
#include "searcher/render.h"

namespace warta {

void RenderTokens(std::string_view text, std::ostream& out) {
  Analyser analyser;
  for (const Token& token : analyser.Analyse(text)) {
    out << token.surface << '\t' << token.stem << '\t' << token.position << '\t' << token.begin
        << '\t' << token.end << '\n';
  }
}

}  // namespace warta
