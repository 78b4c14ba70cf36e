#include <iomanip>
#include <ostream>
#include <string>

#include "searcher/render.h"

namespace warta {
namespace {

// A docno is one word for the tools that read runs.
std::string Docno(std::string id) {
  for (char& c : id) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f') c = '_';
  }
  return id;
}

}  // namespace

void RenderTrec(const ResultPage& page, std::string_view query_id, std::ostream& out) {
  for (const Hit& hit : page.hits) {
    out << query_id << " Q0 " << Docno(hit.article.id) << ' ' << hit.rank << ' ' << std::fixed
        << std::setprecision(6) << hit.score << " warta\n";
  }
}

}  // namespace warta
