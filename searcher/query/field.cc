#include "searcher/query/field.h"

#include <algorithm>
#include <iterator>

#include "common/ascii.h"

namespace warta {
namespace {

struct NamedField {
  std::string_view name;
  QueryField field;
};

constexpr QueryField kTitleField{QueryField::Kind::kScope, Scope::kTitle, {}};
constexpr QueryField kBodyField{QueryField::Kind::kScope, Scope::kBody, {}};
constexpr QueryField kSourceField{QueryField::Kind::kMetadata, {}, MetadataField::kSource};
constexpr QueryField kCategoryField{QueryField::Kind::kMetadata, {}, MetadataField::kCategory};
constexpr QueryField kAuthorField{QueryField::Kind::kMetadata, {}, MetadataField::kAuthor};
constexpr QueryField kDateField{QueryField::Kind::kDate, {}, {}};

// Of the names of a field the first is the one that is shown.
constexpr NamedField kFields[] = {
    {"judul", kTitleField},       {"title", kTitleField},    {"isi", kBodyField},
    {"teks", kBodyField},         {"body", kBodyField},      {"text", kBodyField},
    {"sumber", kSourceField},     {"media", kSourceField},   {"source", kSourceField},
    {"rubrik", kCategoryField},   {"kanal", kCategoryField}, {"kategori", kCategoryField},
    {"category", kCategoryField}, {"penulis", kAuthorField}, {"author", kAuthorField},
    {"tanggal", kDateField},      {"tgl", kDateField},       {"date", kDateField},
};

QueryField FieldOf(const QueryNode& leaf) {
  switch (leaf.kind) {
    case QueryNode::Kind::kDate:
      return kDateField;
    case QueryNode::Kind::kMetadata:
      return {QueryField::Kind::kMetadata, {}, leaf.field};
    default:
      return {QueryField::Kind::kScope, leaf.scope, {}};
  }
}

}  // namespace

const QueryField* FindField(std::string_view name) {
  const std::string lower = LowerAscii(name);
  const auto found = std::find_if(std::begin(kFields), std::end(kFields),
                                  [&](const NamedField& one) { return one.name == lower; });
  return found == std::end(kFields) ? nullptr : &found->field;
}

std::string FieldNames() {
  std::string names;
  const QueryField* before = nullptr;
  for (const auto& [name, field] : kFields) {
    if (before != nullptr && field == *before) continue;
    if (before != nullptr) names += ", ";
    names += name;
    before = &field;
  }
  return names;
}

std::string FieldPrefix(const QueryNode& leaf) {
  const QueryField field = FieldOf(leaf);
  const auto found = std::find_if(std::begin(kFields), std::end(kFields),
                                  [&](const NamedField& one) { return one.field == field; });
  return found == std::end(kFields) ? std::string() : std::string(found->name) + ':';
}

}  // namespace warta
