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

constexpr NamedField kFields[] = {
    {"judul", kTitleField},       {"title", kTitleField},    {"isi", kBodyField},
    {"teks", kBodyField},         {"body", kBodyField},      {"text", kBodyField},
    {"sumber", kSourceField},     {"media", kSourceField},   {"source", kSourceField},
    {"rubrik", kCategoryField},   {"kanal", kCategoryField}, {"kategori", kCategoryField},
    {"category", kCategoryField}, {"penulis", kAuthorField}, {"author", kAuthorField},
    {"tanggal", kDateField},      {"tgl", kDateField},       {"date", kDateField},
};

}  // namespace

const QueryField* FindField(std::string_view name) {
  const std::string lower = LowerAscii(name);
  const auto found = std::find_if(std::begin(kFields), std::end(kFields),
                                  [&](const NamedField& one) { return one.name == lower; });
  return found == std::end(kFields) ? nullptr : &found->field;
}

std::string_view FieldPrefix(const QueryNode& leaf) {
  switch (leaf.kind) {
    case QueryNode::Kind::kDate:
      return "tanggal:";
    case QueryNode::Kind::kMetadata:
      if (leaf.field == MetadataField::kSource) return "sumber:";
      return leaf.field == MetadataField::kCategory ? "rubrik:" : "penulis:";
    default:
      if (leaf.scope == Scope::kArticle) return {};
      return leaf.scope == Scope::kTitle ? "judul:" : "isi:";
  }
}

}  // namespace warta
