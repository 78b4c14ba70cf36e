#include "searcher/search/facets.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string_view>
#include <utility>

#include "common/date.h"
#include "common/store/schema.h"

namespace warta {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

// What of an article's values a facet goes by.
struct FacetSource {
  std::string_view name;
  Xapian::valueno slot;
  std::size_t length;  // of the value, in bytes; dates begin with the year
};

constexpr std::size_t kYear = 4;
constexpr std::size_t kMonth = 6;
constexpr std::size_t kDay = 8;

constexpr FacetSource kSources[] = {{"source", kSourceSlot, std::string::npos},
                                    {"category", kCategorySlot, std::string::npos},
                                    {"year", kDateSlot, kYear},
                                    {"month", kDateSlot, kMonth}};

static_assert(std::ranges::equal(kSources, kFacetFields, {}, &FacetSource::name));

const FacetSource* FindSource(std::string_view name) {
  const auto found = std::find_if(std::begin(kSources), std::end(kSources),
                                  [&](const FacetSource& one) { return one.name == name; });
  return found == std::end(kSources) ? nullptr : found;
}

std::size_t LengthOf(Granularity granularity) {
  switch (granularity) {
    case Granularity::kYear:
      return kYear;
    case Granularity::kMonth:
      return kMonth;
    case Granularity::kDay:
      break;
  }
  return kDay;
}

// `202202` is `2022-02`.
std::string WithDashes(std::string_view digits) {
  std::string text(digits.substr(0, kYear));
  for (std::size_t at = kYear; at < digits.size(); at += 2) {
    text.append("-").append(digits.substr(at, 2));
  }
  return text;
}

class ValueSpy : public Xapian::MatchSpy {
 public:
  ValueSpy(Xapian::valueno slot, std::size_t length) : slot_(slot), length_(length) {}

  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ++counts_[document.get_value(slot_).substr(0, length_)];
  }

  const Counts& counts() const { return counts_; }

 private:
  Xapian::valueno slot_;
  std::size_t length_;
  Counts counts_;
};

Facet MakeFacet(const FacetSource& source, const Counts& counts) {
  Facet facet;
  facet.field = source.name;
  const bool dated = source.slot == kDateSlot;
  for (const auto& [value, articles] : counts) {
    facet.values.push_back({dated ? WithDashes(value) : value, articles});
  }
  facet.values_in_all = facet.values.size();
  if (dated) return facet;
  std::stable_sort(
      facet.values.begin(), facet.values.end(),
      [](const FacetCount& a, const FacetCount& b) { return a.articles > b.articles; });
  if (facet.values.size() > kMostFacetValues) facet.values.resize(kMostFacetValues);
  return facet;
}

// Of all articles.
Counts CountAll(const Xapian::Database& database, std::size_t length) {
  Counts counts;
  for (auto it = database.valuestream_begin(kDateSlot); it != database.valuestream_end(kDateSlot);
       ++it) {
    ++counts[(*it).substr(0, length)];
  }
  return counts;
}

// The first day of the period behind that of the digits.
std::string NextPeriod(const std::string& digits) {
  int year = std::stoi(digits.substr(0, kYear));
  if (digits.size() == kYear) return std::to_string(year + 1);
  int month = std::stoi(digits.substr(kYear, 2));
  if (digits.size() == kMonth) {
    if (++month > 12) month = 1, ++year;
    return FormatCompact(*MakeDate(year, month, 1)).substr(0, kMonth);
  }
  const std::optional<Date> day = MakeDate(year, month, std::stoi(digits.substr(kMonth, 2)));
  return FormatCompact(AddDays(*day, 1).value_or(*day));
}

Histogram MakeHistogram(Granularity granularity, Counts counts, const Counts& all) {
  Histogram histogram;
  histogram.granularity = granularity;
  histogram.undated = std::exchange(counts[""], 0);
  counts.erase("");
  if (counts.empty()) return histogram;
  const std::string last = counts.rbegin()->first;
  const auto in = [](const Counts& from, const std::string& period) {
    const auto found = from.find(period);
    return found == from.end() ? 0 : found->second;
  };
  for (std::string period = counts.begin()->first; period <= last; period = NextPeriod(period)) {
    histogram.bars.push_back({WithDashes(period), in(counts, period), in(all, period)});
    if (period == last) break;
  }
  return histogram;
}

}  // namespace

FacetCounter::FacetCounter(const std::vector<std::string>& facets,
                           const std::optional<Granularity>& histogram)
    : granularity_(histogram) {
  std::copy_if(facets.begin(), facets.end(), std::back_inserter(facets_),
               [](const std::string& name) { return FindSource(name) != nullptr; });
}

void FacetCounter::Count(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  std::vector<std::unique_ptr<ValueSpy>> spies;
  for (const std::string& name : facets_) {
    const FacetSource& source = *FindSource(name);
    spies.push_back(std::make_unique<ValueSpy>(source.slot, source.length));
  }
  if (granularity_) {
    spies.push_back(std::make_unique<ValueSpy>(kDateSlot, LengthOf(*granularity_)));
  }
  for (const auto& spy : spies) enquire.add_matchspy(spy.get());
  enquire.get_mset(0, 0, database.get_doccount());
  for (std::size_t i = 0; i < facets_.size(); ++i) {
    counted_.push_back(MakeFacet(*FindSource(facets_[i]), spies[i]->counts()));
  }
  if (!granularity_) return;
  histogram_ = MakeHistogram(*granularity_, spies.back()->counts(),
                             CountAll(database, LengthOf(*granularity_)));
}

}  // namespace warta
