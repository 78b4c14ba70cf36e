#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace warta {

/// The places of a term in a document, from 1. Most terms that have any have one, which needs no memory
/// of its own.
class Positions {
 public:
  Positions() = default;
  Positions(std::initializer_list<std::uint32_t> positions)
      : Positions(std::vector<std::uint32_t>(positions)) {}
  Positions(std::vector<std::uint32_t> positions) : several_(std::move(positions)) {
    if (several_.size() == 1) one_ = several_.front();
    if (several_.size() == 1) several_ = {};
  }

  const std::uint32_t* begin() const { return several_.empty() ? &one_ : several_.data(); }
  const std::uint32_t* end() const { return begin() + size(); }
  std::size_t size() const { return one_ > 0 ? 1 : several_.size(); }
  bool empty() const { return size() == 0; }

  void push_back(std::uint32_t position) {
    if (empty()) {
      one_ = position;
      return;
    }
    if (one_ > 0) several_.push_back(std::exchange(one_, 0));
    several_.push_back(position);
  }

 private:
  std::uint32_t one_ = 0;  // 0: there is none, or several
  std::vector<std::uint32_t> several_;
};

/// A term of a document, with the places where it stands.
struct DocumentTerm {
  std::string term;
  std::uint32_t wdf = 0;  ///< within-document frequency, title words weighted
  Positions positions;    ///< ascending, without repetition; none for stems and ids
};

}  // namespace warta
