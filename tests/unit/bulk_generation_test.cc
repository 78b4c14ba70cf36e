#include "indexer/bulk/bulk_generation.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class BulkGenerationTest : public TempDirectoryTest {
 protected:
  static Document With(const std::string& word) { return {{{word, 1, {1}}}, {}, {}}; }

  BulkGeneration generation_{Path("gen"), 0};
};

TEST_F(BulkGenerationTest, KnowsWhatWasAdded) {
  // Records larger than what waits in memory, and smaller ones.
  const std::string large(3'000'000, 'x');
  const std::vector<std::string> records = {"satu", large, "", "empat"};
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string key = "Q" + std::to_string(i);
    EXPECT_EQ(generation_.Find(key), 0U);
    EXPECT_EQ(generation_.Add(With("kata"), records[i], {key, "U" + key}), i + 1);
    EXPECT_EQ(generation_.Find(key), i + 1);
    EXPECT_EQ(generation_.Find("U" + key), i + 1);
  }
  for (std::size_t i = 0; i < records.size(); ++i) {
    EXPECT_EQ(generation_.Data(static_cast<std::uint32_t>(i + 1)), records[i]);
  }
}

TEST_F(BulkGenerationTest, LeavesOutNumbers) {
  generation_.Skip(2);
  EXPECT_EQ(generation_.Add(With("satu"), "satu", {"Qa"}), 3U);
  generation_.Skip(0);
  EXPECT_EQ(generation_.Add(With("dua"), "dua", {"Qb"}), 4U);
  generation_.Skip(1);
  EXPECT_EQ(generation_.Add(With("tiga"), "tiga", {"Qc"}), 6U);
  EXPECT_EQ(generation_.Find("Qc"), 6U);
  EXPECT_EQ(generation_.Data(3), "satu");
  EXPECT_EQ(generation_.Data(4), "dua");
  EXPECT_EQ(generation_.Data(6), "tiga");
}

TEST_F(BulkGenerationTest, KnowsMetadata) {
  EXPECT_EQ(generation_.Metadata("kunci"), "");
  generation_.SetMetadata("kunci", "nilai");
  EXPECT_EQ(generation_.Metadata("kunci"), "nilai");
}

TEST_F(BulkGenerationTest, GivesTheLastChangeOfEachDocumentInTheEnd) {
  for (const char* key : {"Qa", "Qb", "Qc"}) generation_.Add(With("lama"), "lama", {key});
  generation_.Replace(2, With("baru"), "baru", {"Qb"}, {"Qx"});
  EXPECT_EQ(generation_.Find("Qb"), 0U);
  EXPECT_EQ(generation_.Find("Qx"), 2U);
  EXPECT_EQ(generation_.Data(2), "baru");
  generation_.Replace(2, With("terbaru"), "terbaru", {"Qx"}, {"Qx"});
  EXPECT_EQ(generation_.Find("Qx"), 2U);
  EXPECT_EQ(generation_.Data(2), "terbaru");
  generation_.Delete(3, {"Qc"});
  EXPECT_EQ(generation_.Find("Qc"), 0U);
  EXPECT_GT(generation_.waiting_bytes(), 0U);

  const auto changes = generation_.Finish();
  ASSERT_TRUE(changes.ok());
  ASSERT_EQ(changes.value().size(), 2U);
  EXPECT_EQ(changes.value()[0].number, 2U);
  EXPECT_EQ(changes.value()[0].content->data, "terbaru");
  EXPECT_EQ(changes.value()[0].content->document.terms.front().term, "terbaru");
  EXPECT_EQ(changes.value()[1].number, 3U);
  EXPECT_FALSE(changes.value()[1].content);
  // They are made by whoever has the database.
  const Xapian::Database database(Path("gen"));
  EXPECT_EQ(database.get_doccount(), 3U);
  EXPECT_EQ(database.get_termfreq("lama"), 3U);
}

}  // namespace
}  // namespace warta
