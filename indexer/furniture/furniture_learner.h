#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/store/furniture_record.h"

namespace warta {

/// Learns which lines a publisher puts into its articles over and over: they stand in so many of
/// them that they cannot belong to any. Sentences of a subject that is in the news for weeks repeat
/// too (the most frequent one in 5,931 articles of one paper stood in 12 of them), and so do short
/// sub-headlines; therefore a line has to stand in
/// * 10 articles and 1 % of its publisher's, when it is no sentence,
/// * 20 articles and 10 %, when it is one: when it ends as one, or has more than 12 words.
/// Lines of more than 240 bytes, and those that begin within a sentence, are never learned.
///
/// An article counts once, when it is new. The counts are kept in bounded memory by lossy counting
/// (Manku and Motwani, "Approximate frequency counts over data streams", VLDB 2002).
class FurnitureLearner {
 public:
  /// Goes on from what earlier runs have learned and counted.
  explicit FurnitureLearner(FurnitureRecord known);

  /// Takes the lines that were learned of its publisher from a body; returns them.
  std::vector<std::string> Drop(Article& article) const;

  /// Counts the lines of an article that is new, after Drop. A line that leaves no doubt (in 50
  /// articles and a fifth of them all, a sentence in half) is learned at once.
  void Count(const Article& article);

  /// Ends the run: learns what the final shares show. Returns all lines that this object, or a run
  /// that was interrupted, has learned; they stand in articles that were counted before and are to
  /// be taken from there.
  std::vector<FurnitureLine> Finish();

  /// What Finish has returned has been taken from all articles.
  void Settle();

  /// What is to be kept for the next run.
  FurnitureRecord Record() const;

  /// What the lines of an article are counted under: its source, else the host of its URL.
  static std::string PublisherOf(const Article& article);

 private:
  using Key = std::pair<std::string, std::string>;  // publisher, line

  void Learn(const Key& key, std::uint32_t articles);
  void Forget();

  FurnitureRecord known_;  // but for counts and frequent
  std::set<Key> learned_;
  std::vector<FurnitureLine> new_;
  std::map<Key, std::uint32_t> frequent_;
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  std::uint32_t forgotten_ = 0;  // a line that is missing in counts_ was counted at most so often
};

}  // namespace warta
