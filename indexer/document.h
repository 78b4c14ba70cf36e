#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <tsl/robin_set.h>

#include "common/article.h"
#include "common/text/analyser.h"
#include "indexer/document_term.h"
#include "indexer/occurrences.h"

namespace warta {

/// Slot and value, which is never empty.
using DocumentValue = std::pair<unsigned, std::string>;

/// A form of a word and its stem, which differs from it.
struct StemmedForm {
  std::string stem;
  std::string form;

  bool operator==(const StemmedForm&) const = default;
  bool operator<(const StemmedForm& other) const {
    return std::tie(stem, form) < std::tie(other.stem, other.form);
  }
};

/// What an article becomes in the index: plain data, in the terms of schema.h.
struct Document {
  std::vector<DocumentTerm> terms;  ///< by term, ascending, each once
  std::vector<DocumentValue> values;
  /// Of its words, ascending, each once; without those of documents that were built before.
  std::vector<StemmedForm> forms;
};

/// The memory it takes, about.
std::size_t BytesOf(const Document& document);

/// Whether the two articles become the same document but for the terms of their ids and places.
bool IsIndexedAlike(const Article& a, const Article& b);

/// Turns articles into documents. Thread-compatible: one object a thread.
class DocumentBuilder {
 public:
  /// REQUIRES: the document gets into the database, as those before did: its forms are not told again.
  Document Build(const Article& article);

  /// How many words of the last article were too long to be indexed.
  std::size_t overlong() const { return overlong_; }

 private:
  void AddNewForm(const Token& token, std::vector<StemmedForm>& forms);

  Analyser analyser_;
  Occurrences occurrences_;
  tsl::robin_set<std::uint64_t> known_forms_;  // hashed
  std::size_t overlong_ = 0;
};

}  // namespace warta
