#include "searcher/search/stories.h"

namespace warta {

std::vector<Story> StoriesOf(RankedList& list, const Xapian::Database& /*database*/,
                             const Xapian::Query& /*query*/, std::size_t offset, std::size_t limit,
                             bool /*fold*/) {
  std::vector<Story> stories;
  while (stories.size() < limit) {
    const auto ranked = list.At(offset + stories.size());
    if (!ranked) break;
    stories.push_back({*ranked, {}});
  }
  return stories;
}

}  // namespace warta
