#pragma once

#include <string>
#include <string_view>

#include "searcher/query/query.h"

namespace warta {

/// What a name before a colon means.
struct QueryField {
  enum class Kind { kScope, kMetadata, kDate };

  Kind kind = Kind::kScope;
  Scope scope = Scope::kArticle;
  MetadataField metadata = MetadataField::kSource;

  bool operator==(const QueryField&) const = default;
};

/// The field of a name, in any case: judul, isi, sumber, rubrik, penulis, tanggal, and their English
/// and other names; nullptr: there is no such field.
const QueryField* FindField(std::string_view name);

/// The fields' Indonesian names with commas between them, as messages and the help list them.
std::string FieldNames();

/// The Indonesian name, with its colon, of where a leaf is looked for; empty for the whole article.
std::string FieldPrefix(const QueryNode& leaf);

}  // namespace warta
