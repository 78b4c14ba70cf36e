#include "indexer/copy_finder.h"

#include <algorithm>
#include <span>
#include <utility>

namespace warta {
namespace {

std::string_view SketchOf(const CopyFinder::Article& article) {
  return {article.sketch.data(), article.sketch.size()};
}

// A band, and the place of an article that has it.
using BandPlace = std::pair<std::uint32_t, std::uint32_t>;

// Sets the flags of those articles of one band that have a copy among them.
void Compare(const std::vector<CopyFinder::Article>& articles, std::span<const BandPlace> alike,
             std::vector<bool>& copied) {
  if (alike.size() > CopyFinder::kMostAlike) {
    for (const auto& [band, a] : alike) copied[a] = true;
    return;
  }
  for (std::size_t i = 0; i < alike.size(); ++i) {
    const std::uint32_t a = alike[i].second;
    for (std::size_t j = 0; j < alike.size() && !copied[a]; ++j) {
      const std::uint32_t b = alike[j].second;
      if (a == b || !MayBeCopies(SketchOf(articles[a]), SketchOf(articles[b]))) continue;
      copied[a] = true;
      copied[b] = true;
    }
  }
}

}  // namespace

void CopyFinder::Add(std::uint32_t number, std::string_view sketch) {
  if (sketch.size() != kSketchBytes) return;
  Article& article = articles_.emplace_back();
  article.number = number;
  sketch.copy(article.sketch.data(), sketch.size());
}

std::vector<std::uint32_t> CopyFinder::Find() const {
  std::vector<BandPlace> bands;
  bands.reserve(articles_.size() * kSketchBands);
  for (std::uint32_t place = 0; place < articles_.size(); ++place) {
    for (const std::uint32_t band : Bands(SketchOf(articles_[place]))) {
      bands.emplace_back(band, place);
    }
  }
  std::sort(bands.begin(), bands.end());
  std::vector<bool> copied(articles_.size());
  for (auto first = bands.begin(); first != bands.end();) {
    const auto last = std::find_if(
        first, bands.end(), [&](const BandPlace& other) { return other.first != first->first; });
    Compare(articles_, {first, last}, copied);
    first = last;
  }
  std::vector<std::uint32_t> numbers;
  for (std::size_t place = 0; place < articles_.size(); ++place) {
    if (copied[place]) numbers.push_back(articles_[place].number);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

bool MayBeCopies(std::string_view a, std::string_view b) {
  return AreCopies(a, b, Circumstances{});
}

}  // namespace warta
