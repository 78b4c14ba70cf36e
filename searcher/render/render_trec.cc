#include <algorithm>
#include <iomanip>
#include <ostream>
#include <string>
#include <string_view>

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

void RenderTrec(const ResultPage& page, std::string_view query_id, std::ostream& out) {
  for (const Hit& hit : page.hits) {
    out << Column(query_id) << " Q0 " << Column(hit.article.id) << ' ' << hit.rank << ' '
        << std::fixed << std::setprecision(6) << hit.score << " warta\n";
  }
}

}  // namespace warta
