#include "searcher/search/stories.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "common/store/schema.h"
#include "common/text/sketch.h"
#include "searcher/search/fold.h"
#include "searcher/search/scored_match.h"

namespace warta {
namespace {

// Copies that are looked for behind the page, for all of its stories.
constexpr Xapian::doccount kMostCandidates = 1000;

// Puts articles, in their order, into stories.
class StoryMaker {
 public:
  StoryMaker(PostingLists& lists, std::size_t offset)
      : lists_(lists), database_(lists.database()), offset_(offset) {}

  void Add(const Ranked& ranked) {
    seen_.insert(ranked.document);
    const CopySigns signs = SignsIfCopied(ranked.document);
    if (const auto leader = folder_.Add(signs)) {
      Attach(*leader, ranked.document);
    } else if (stories_++ >= offset_) {
      places_.emplace(hits_, page_.size());
      page_.push_back({ranked, {}});
      for (const std::string& band : BandTerms(signs.sketch)) {
        bands_.push_back(std::string(kSketchPrefix) + band);
      }
    }
    ++hits_;
  }

  std::size_t size() const { return page_.size(); }

  // Looks for copies of the page's stories among all articles that the query finds.
  void FindMore(const Xapian::Query& query) {
    const std::vector<std::string> bands = SharedBands();
    if (bands.empty()) return;
    for (const Xapian::docid document : WithBands(bands, query)) {
      if (!seen_.insert(document).second) continue;
      const auto leader = folder_.Find(SignsOf(database_.get_document(document)));
      if (leader) Attach(*leader, document);
    }
  }

  std::vector<Story> Take() { return std::move(page_); }

 private:
  // Nothing where the indexer has seen no copy, as of most articles. It has looked into one database only.
  CopySigns SignsIfCopied(Xapian::docid article) const {
    if (database_.size() == 1 && database_.get_metadata(CopiedKey(article)).empty()) return {};
    return SignsOf(database_.get_document(article));
  }

  static CopySigns SignsOf(const Xapian::Document& document) {
    return {document.get_value(kSketchSlot), DayOfDateValue(document.get_value(kDateSlot)),
            document.get_value(kSourceSlot)};
  }

  // The first articles that have one of the bands and that the query finds.
  std::vector<Xapian::docid> WithBands(const std::vector<std::string>& bands,
                                       const Xapian::Query& query) {
    std::vector<Xapian::docid> with_band;
    for (const std::string& band : bands) {
      const Xapian::PostingIterator end = database_.postlist_end(band);
      for (auto it = database_.postlist_begin(band); it != end; ++it) with_band.push_back(*it);
    }
    std::sort(with_band.begin(), with_band.end());
    with_band.erase(std::unique(with_band.begin(), with_band.end()), with_band.end());
    if (auto found = FilterByPostings(lists_, query, with_band)) {
      found->resize(std::min<std::size_t>(found->size(), kMostCandidates));
      return std::move(*found);
    }
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND,
                                    Xapian::Query(Xapian::Query::OP_OR, bands.begin(), bands.end()),
                                    query));
    const Xapian::MSet found = enquire.get_mset(0, kMostCandidates);
    return {found.begin(), found.end()};
  }

  // The bands that another article has too: to open the posting lists of all is what a page of several
  // databases would cost most. In their order, so that Xapian finds many in the block that it has read.
  std::vector<std::string> SharedBands() {
    std::vector<std::string> shared;
    std::sort(bands_.begin(), bands_.end());
    for (const std::string& band : bands_) {
      if (database_.get_termfreq(band) > 1) shared.push_back(band);
    }
    return shared;
  }

  void Attach(std::size_t leader, Xapian::docid copy) {
    const auto place = places_.find(leader);
    if (place != places_.end()) page_[place->second].copies.push_back(copy);
  }

  PostingLists& lists_;
  const Xapian::Database& database_;
  std::size_t offset_;
  CopyFolder folder_;
  std::size_t hits_ = 0;
  std::size_t stories_ = 0;
  std::vector<Story> page_;
  std::vector<std::string> bands_;                       // of its stories
  std::unordered_map<std::size_t, std::size_t> places_;  // on the page, of hits that lead a story
  std::unordered_set<Xapian::docid> seen_;
};

}  // namespace

std::vector<Story> StoriesOf(RankedList& list, PostingLists& lists, const Xapian::Query& query,
                             std::size_t offset, std::size_t limit, bool fold) {
  std::vector<Story> stories;
  if (!fold) {
    while (stories.size() < limit) {
      const auto ranked = list.At(offset + stories.size());
      if (!ranked) break;
      stories.push_back({*ranked, {}});
    }
    return stories;
  }
  StoryMaker maker(lists, offset);
  for (std::size_t place = 0; maker.size() < limit; ++place) {
    const auto ranked = list.At(place);
    if (!ranked) return maker.Take();  // all copies have been seen
    maker.Add(*ranked);
  }
  if (limit > 0) maker.FindMore(query);
  return maker.Take();
}

}  // namespace warta
