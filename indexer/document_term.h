#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace warta {

/// A term of a document, with the places where it stands.
struct DocumentTerm {
  std::string term;
  std::uint32_t wdf = 0;                 ///< within-document frequency, title words weighted
  std::vector<std::uint32_t> positions;  ///< ascending, without repetition; empty for stems and ids
};

}  // namespace warta
