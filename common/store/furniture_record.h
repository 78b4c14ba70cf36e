#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// A line that a publisher puts into its articles over and over.
struct FurnitureLine {
  std::string publisher;
  std::string line;
  std::uint32_t articles = 0;  ///< that had it when they were counted

  bool operator==(const FurnitureLine&) const = default;
};

/// What the indexer has learned of the lines of each publisher, and what it needs to go on learning
/// (indexer/furniture/furniture_learner.h). Kept in the database's metadata, so that it is committed
/// with the articles that it was learned from.
struct FurnitureRecord {
  std::map<std::string, std::uint64_t> articles;  ///< counted, by publisher
  std::vector<FurnitureLine> learned;             ///< by publisher and line
  /// Learned, but not yet taken from all the articles that went in before.
  std::vector<FurnitureLine> unfinished;
  std::vector<FurnitureLine> frequent;  ///< not learned, but close enough to keep the text
  std::map<std::uint64_t, std::uint32_t> counts;  ///< of other lines, by their hash

  bool operator==(const FurnitureRecord&) const = default;
};

/// A line of text for each entry, its parts separated by tabs (docs/FORMAT.md). Publishers and lines
/// must hold neither tab nor line feed.
std::string EncodeFurniture(const FurnitureRecord& record);

/// The record of a text; what cannot be read of it is left out.
FurnitureRecord DecodeFurniture(std::string_view text);

}  // namespace warta
