#include <algorithm>
#include <iomanip>
#include <ostream>
#include <string>

#include "common/printable.h"
#include "searcher/render/render.h"

namespace warta {
namespace {

// A column is one word for the tools that read runs.
std::string Column(std::string_view id) {
  std::string column = Printable(id);
  std::replace(column.begin(), column.end(), ' ', '_');
  return column;
}

}  // namespace

void RenderTrecLine(const Hit& hit, std::string_view query_id, std::ostream& out) {
  const double score = hit.score > 0 ? hit.order : -static_cast<double>(hit.rank);
  out << Column(query_id) << " Q0 " << Column(hit.article.id) << ' ' << hit.rank << ' '
      << std::fixed << std::setprecision(6) << score << " warta\n";
}

}  // namespace warta
