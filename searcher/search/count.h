#pragma once

#include <cstdint>
#include <optional>

#include <xapian.h>

namespace warta {

/// How many articles the query finds, counted over the posting lists of its terms alone: without
/// weights, and in half of the time that Xapian's matcher takes. Nothing where it would have to look at
/// positions or values, or at more postings than a page is worth waiting for: the matcher, which can
/// stop early, has to be asked.
std::optional<std::uint64_t> CountByPostings(const Xapian::Database& database,
                                             const Xapian::Query& query);

}  // namespace warta
