#include <iomanip>
#include <ostream>
#include <string>

#include "searcher/render.h"

namespace warta {
namespace {

// A column is one word for the tools that read runs.
std::string Column(std::string id) {
  for (char& c : id) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') c = '_';
  }
  return id;
}

}  // namespace

void RenderTrec(const ResultPage& page, std::string_view query_id, std::ostream& out) {
  for (const Hit& hit : page.hits) {
    out << Column(std::string(query_id)) << " Q0 " << Column(hit.article.id) << ' ' << hit.rank
        << ' ' << std::fixed << std::setprecision(6) << hit.score << " warta\n";
  }
}

}  // namespace warta
