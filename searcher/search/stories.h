#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/search/posting_lists.h"
#include "searcher/search/ranked_list.h"

namespace warta {

/// A place on the page: an article and the copies of it that match too.
struct Story {
  Ranked hit;
  std::vector<Xapian::docid> copies;
};

/// The stories from the place `offset` on, at most `limit`. With `fold`, near-duplicates of an article
/// that stands before them (fold.h) are no stories of their own. `query`: finds all articles of the
/// list, of whose database `lists` are; asked for copies that stand behind the page.
std::vector<Story> StoriesOf(RankedList& list, PostingLists& lists, const Xapian::Query& query,
                             std::size_t offset, std::size_t limit, bool fold);

}  // namespace warta
