#include <ostream>

#include "searcher/render/render.h"

namespace warta {

void RenderPath(const Hit& hit, char end, std::ostream& out) {
  out << hit.article.path << end;
}

}  // namespace warta
