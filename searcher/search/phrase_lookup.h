#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/posting_lists.h"

namespace warta {

/// Looks forms up that stand side by side, in the positions of one document after the other.
class PhraseLookup {
 public:
  /// `forms`: at least two. `lists` has to outlive this.
  PhraseLookup(PostingLists& lists, std::vector<std::string> forms);

  /// Those of the documents that have the phrase, ascending. None of the rest, where the positions are damaged.
  std::vector<Xapian::docid> Find(std::vector<Xapian::docid> documents) const;

 private:
  PostingLists& lists_;
  std::vector<std::string> forms_;
  std::vector<std::size_t> rarest_;  // places in forms_, the rarest first
  std::vector<std::shared_ptr<const Postings>>
      known_;  // of those that have been read, the shortest first
};

}  // namespace warta
