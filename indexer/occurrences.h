#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/document_term.h"

namespace warta {

/// Groups the occurrences of terms in a document, one document after the other. Terms are kept once,
/// with their beginnings as numbers, because hundreds are looked up and sorted in each document.
class Occurrences {
 public:
  Occurrences();

  /// The term is the prefix with the form behind it. Position 0 stands for none: positions in documents
  /// start at 1.
  void Add(std::string_view prefix, std::string_view form, std::uint32_t position,
           std::uint32_t weight);

  /// The terms of all occurrences since the last call, ascending, each once.
  std::vector<DocumentTerm> TakeTerms();

 private:
  // The first bytes of a term as numbers that compare as they do; zero bytes behind its end.
  struct Beginning {
    std::uint64_t first;
    std::uint64_t second;
    bool operator==(const Beginning&) const = default;
  };

  struct Term {
    Beginning beginning;
    std::uint32_t hash;
    std::uint32_t begin;  // in texts_
    std::uint32_t size;
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;  // how many
    std::uint32_t last = 0;       // of them, and one; 0: none
  };
  struct Position {
    std::uint32_t position;
    std::uint32_t before;  // of the same term, and one; 0: none
  };

  static Beginning BeginningOf(std::string_view prefix, std::string_view form);
  Term& TermOf(std::string_view prefix, std::string_view form);
  Term* Find(const Term& wanted);
  void Insert(std::uint32_t number);
  std::string_view TextOf(const Term& term) const;
  bool IsLess(const Term& a, const Term& b) const;
  DocumentTerm Made(const Term& term) const;
  void Clear();

  std::string texts_;  // of the terms, one behind the other
  std::vector<Term> terms_;
  std::vector<Position> positions_;
  std::vector<std::uint32_t> slots_;  // hash table: number of a term, and one; 0: free
  std::uint64_t salt_;
};

}  // namespace warta
