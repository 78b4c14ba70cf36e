#include "indexer/content_hash.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>
#include <xxhash.h>

#include "tests/unit/temp_directory.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

class ContentHashTest : public TempDirectoryTest {
 protected:
  static std::uint64_t Hash(const std::string& path) {
    SourceFile file;
    file.path = path;
    return HashContent(file);
  }
};

TEST_F(ContentHashTest, IsThatOfTheBytes) {
  for (const std::size_t size : {0U, 1U, 1U << 16, (1U << 20) + 17}) {
    const std::string content(size, 'x');
    EXPECT_EQ(Hash(Write("a.jsonl", content)), XXH3_64bits(content.data(), size)) << size;
  }
}

TEST_F(ContentHashTest, TellsContentsNotNames) {
  const std::uint64_t hash = Hash(Write("a.txt", "Harga kopi naik."));
  EXPECT_EQ(Hash(Write("b/c.txt", "Harga kopi naik.")), hash);
  EXPECT_NE(Hash(Write("d.txt", "Harga kopi turun.")), hash);
  EXPECT_NE(Hash(Write("e.txt", "")), 0U);
}

TEST_F(ContentHashTest, ASidecarCountsWithItsFile) {
  const std::string text = Write("a.txt", "Harga kopi naik.");
  const std::uint64_t alone = Hash(text);
  Write("a.json", R"({"date": "2024-05-01"})");
  const std::uint64_t dated = Hash(text);
  EXPECT_NE(dated, alone);
  Write("a.json", R"({"date": "2024-05-02"})");
  EXPECT_NE(Hash(text), dated);
  std::filesystem::remove(Path("a.json"));
  EXPECT_EQ(Hash(text), alone);
  // Beside a file of another kind it is a file like others.
  const std::string records = Write("b.jsonl", "{}");
  const std::uint64_t hash = Hash(records);
  Write("b.json", "{}");
  EXPECT_EQ(Hash(records), hash);
}

TEST_F(ContentHashTest, WhatCannotBeReadHasNone) {
  EXPECT_EQ(Hash(Path("tidak-ada.txt")), 0U);
  EXPECT_EQ(Hash(directory()), 0U);
  const WithoutPrivileges unprivileged;
  const std::string path = Write("a.txt", "Harga kopi naik.");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_EQ(Hash(path), 0U);
}

}  // namespace
}  // namespace warta
