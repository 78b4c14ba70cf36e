#include "searcher/query/filters.h"

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::optional<QueryNode> Parse(std::string_view query) {
  Analyser analyser;
  return ParseQuery(query, analyser).root;
}

std::string Show(const std::optional<QueryNode>& root) {
  return root ? ToString(*root) : "nothing";
}

TEST(RequirePeriod, IsAllOrWantedBesideTheQuery) {
  const DateRange week = {*MakeDate(2022, 2, 7), *MakeDate(2022, 2, 13)};
  std::optional<QueryNode> root;
  RequirePeriod(root, week);
  EXPECT_EQ(Show(root), Show(Parse("tanggal:2022-02-07..2022-02-13")));
  EXPECT_EQ(root->period, week);
  root = Parse("harga beras");
  RequirePeriod(root, week);
  EXPECT_EQ(Show(root), Show(Parse("harga beras tanggal:2022-02-07..2022-02-13")));
  EXPECT_EQ(root->kind, QueryNode::Kind::kAnd);
}

// The query `kopi` with what must stand in the name of its source.
std::string WithSource(std::string_view source) {
  Analyser analyser;
  std::optional<QueryNode> root = Parse("kopi");
  RequireMetadata(root, MetadataField::kSource, source, analyser);
  return Show(root);
}

TEST(RequireMetadata, WordsOfAName) {
  constexpr TextCase kCases[] = {
      {"Reuters", "kopi AND sumber:Reuters"},
      {"Kabar Pagi", "kopi AND sumber:\"Kabar Pagi\""},
      {"  (Kabar Pagi!) ", "kopi AND sumber:\"Kabar Pagi\""},
      {"Kabar \"Pagi\" Ini", "kopi AND sumber:\"Kabar  Pagi  Ini\""},
      {"", "kopi"},
      {" ?! ", "kopi"},
  };
  ExpectShown(kCases, WithSource);
}

TEST(RequireMetadata, OfEachField) {
  Analyser analyser;
  std::optional<QueryNode> root;
  RequireMetadata(root, MetadataField::kCategory, "ekonomi", analyser);
  RequireMetadata(root, MetadataField::kAuthor, "Sari", analyser);
  EXPECT_EQ(Show(root), Show(Parse("kategori:ekonomi penulis:Sari")));
}

}  // namespace
}  // namespace warta
