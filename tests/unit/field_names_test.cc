#include "indexer/readers/field_names.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Show(std::string_view name) {
  constexpr std::string_view kFields[kFieldCount] = {"id",     "title",    "body",   "date",
                                                     "source", "category", "author", "url"};
  const std::optional<Field> field = FieldOf(name);
  return field ? std::string(kFields[static_cast<std::size_t>(*field)]) : "-";
}

TEST(FieldOf, NamesInAnyDress) {
  constexpr TextCase kCases[] = {
      {"id", "id"},
      {"_id", "id"},
      {"GUID", "id"},
      {"title", "title"},
      {"Judul", "title"},
      {"HEADLINE", "title"},
      {"isi", "body"},
      {"articleBody", "body"},
      {"full_text", "body"},
      {"konten", "body"},
      {"date", "date"},
      {"Tanggal", "date"},
      {"datePublished", "date"},
      {"date_published", "date"},
      {"Date Published", "date"},
      {"pubDate", "date"},
      {"tanggal-terbit", "date"},
      {"published_at", "date"},
      {"sumber", "source"},
      {"media", "source"},
      {"rubrik", "category"},
      {"articleSection", "category"},
      {"penulis", "author"},
      {"Oleh", "author"},
      {"tautan", "url"},
      {"permalink", "url"},
  };
  ExpectShown(kCases, Show);
}

TEST(FieldOf, OtherNamesMeanNothing) {
  constexpr std::string_view kNames[] = {"",
                                         "_",
                                         "polisi",
                                         "tags",
                                         "judul kedua",
                                         "sum ber x",
                                         "dates",
                                         "ur",
                                         "tanggal lahir",
                                         "nama yang lebih panjang daripada semua nama"};
  for (const std::string_view name : kNames) EXPECT_EQ(Show(name), "-") << name;
}

TEST(PreferenceOf, NamesThatCanMeanNothingElseComeFirst) {
  constexpr std::string_view kPairs[][2] = {
      {"title", "headline"}, {"id", "_id"},     {"body", "content"},
      {"isi", "berita"},     {"date", "waktu"}, {"Source", "publisher"},
      {"author", "oleh"},    {"url", "link"},   {"datePublished", "date_published"},
  };
  for (const auto& [better, worse] : kPairs) {
    EXPECT_LT(PreferenceOf(better), PreferenceOf(worse)) << better << ' ' << worse;
  }
  EXPECT_EQ(PreferenceOf("TITLE"), PreferenceOf("title"));
}

}  // namespace
}  // namespace warta
