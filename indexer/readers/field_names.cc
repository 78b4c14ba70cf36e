#include "indexer/readers/field_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/ascii.h"

namespace warta {
namespace {

struct Name {
  std::string_view name;  // small letters only
  Field field;
};

// Names of one field in the order of preference: first those that can mean nothing else.
constexpr Name kNames[] = {
    {"id", Field::kId},
    {"guid", Field::kId},
    {"docno", Field::kId},
    {"docid", Field::kId},
    {"articleid", Field::kId},
    {"title", Field::kTitle},
    {"judul", Field::kTitle},
    {"headline", Field::kTitle},
    {"judulberita", Field::kTitle},
    {"judulartikel", Field::kTitle},
    {"body", Field::kBody},
    {"isi", Field::kBody},
    {"text", Field::kBody},
    {"content", Field::kBody},
    {"articlebody", Field::kBody},
    {"contenthtml", Field::kBody},
    {"contenttext", Field::kBody},
    {"konten", Field::kBody},
    {"teks", Field::kBody},
    {"naskah", Field::kBody},
    {"fulltext", Field::kBody},
    {"articletext", Field::kBody},
    {"maintext", Field::kBody},
    {"isiberita", Field::kBody},
    {"isiartikel", Field::kBody},
    {"berita", Field::kBody},
    {"date", Field::kDate},
    {"tanggal", Field::kDate},
    {"published", Field::kDate},
    {"datepublished", Field::kDate},
    {"publishedat", Field::kDate},
    {"pubdate", Field::kDate},
    {"publishdate", Field::kDate},
    {"publisheddate", Field::kDate},
    {"publishedtime", Field::kDate},
    {"datepublish", Field::kDate},
    {"tanggalterbit", Field::kDate},
    {"tanggaltayang", Field::kDate},
    {"tanggalpublikasi", Field::kDate},
    {"waktuterbit", Field::kDate},
    {"waktu", Field::kDate},
    {"source", Field::kSource},
    {"sumber", Field::kSource},
    {"publisher", Field::kSource},
    {"media", Field::kSource},
    {"penerbit", Field::kSource},
    {"category", Field::kCategory},
    {"rubrik", Field::kCategory},
    {"kategori", Field::kCategory},
    {"kanal", Field::kCategory},
    {"section", Field::kCategory},
    {"articlesection", Field::kCategory},
    {"author", Field::kAuthor},
    {"penulis", Field::kAuthor},
    {"byline", Field::kAuthor},
    {"wartawan", Field::kAuthor},
    {"reporter", Field::kAuthor},
    {"jurnalis", Field::kAuthor},
    {"oleh", Field::kAuthor},
    {"url", Field::kUrl},
    {"link", Field::kUrl},
    {"tautan", Field::kUrl},
    {"permalink", Field::kUrl},
    {"articleurl", Field::kUrl},
};

static_assert(std::ranges::all_of(kNames, [](const Name& one) {
  return static_cast<std::size_t>(one.field) < kFieldCount;
}));

constexpr std::size_t kLongestName = 32;

bool IsSeparator(char c) {
  return c == '_' || c == '-' || c == ' ';
}

const Name* Find(std::string_view name) {
  if (name.size() > kLongestName) return nullptr;
  std::string letters = LowerAscii(name);
  letters.erase(std::remove_if(letters.begin(), letters.end(), IsSeparator), letters.end());
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                   [&](const Name& n) { return n.name == letters; });
  return found == std::end(kNames) ? nullptr : found;
}

}  // namespace

std::optional<Field> FieldOf(std::string_view name) {
  const Name* found = Find(name);
  if (found == nullptr) return std::nullopt;
  return found->field;
}

std::size_t PreferenceOf(std::string_view name) {
  const auto separators =
      static_cast<std::size_t>(std::count_if(name.begin(), name.end(), IsSeparator));
  return static_cast<std::size_t>(Find(name) - kNames) * kLongestName + separators;
}

}  // namespace warta
