#pragma once

#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/search/result_page.h"

namespace warta {

/// Values of one facet that a page has; there may be more.
inline constexpr std::size_t kMostFacetValues = 50;

/// Counts the articles of a query by what is known of them.
class FacetCounter {
 public:
  /// `facets`: as in SearchOptions; others are passed over.
  FacetCounter(const std::vector<std::string>& facets, const std::optional<Granularity>& histogram);

  bool empty() const { return facets_.empty() && !granularity_; }

  /// Looks at every article that the query finds.
  void Count(const Xapian::Database& database, const Xapian::Query& query);

  std::vector<Facet> TakeFacets() { return std::move(counted_); }
  std::optional<Histogram> TakeHistogram() { return std::move(histogram_); }

 private:
  std::vector<std::string> facets_;
  std::optional<Granularity> granularity_;
  std::vector<Facet> counted_;
  std::optional<Histogram> histogram_;
};

}  // namespace warta
