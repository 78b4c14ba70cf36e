#include "common/store/generation_checksums.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include "common/store/files.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/random.h"
#include "tests/unit/temp_directory.h"
#include "tests/unit/without_privileges.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class GenerationChecksumsTest : public TempDirectoryTest {
 protected:
  std::string Generation() const { return Path("gen-000001"); }
  std::string File(const std::string& name) const { return Generation() + '/' + name; }

  std::vector<std::string> Damage() const { return VerifyChecksums(Generation()).damage; }
};

TEST_F(GenerationChecksumsTest, WithoutAnyNothingIsDamaged) {
  Write("gen-000001/postlist.glass", "isi");
  EXPECT_FALSE(HasChecksums(Generation()));
  EXPECT_FALSE(VerifyChecksums(Generation()).found);
  EXPECT_THAT(Damage(), ElementsAre());
}

TEST_F(GenerationChecksumsTest, WhatWasWrittenFits) {
  Write("gen-000001/postlist.glass", std::string(3'000'000, 'x'));
  Write("gen-000001/nama dengan spasi", "isi");
  Write("gen-000001/flintlock", "");
  for (int round = 0; round < 2; ++round) {
    WriteChecksums(Generation(), 28'027);
    const ChecksumReport report = VerifyChecksums(Generation());
    EXPECT_TRUE(report.found);
    EXPECT_EQ(report.articles, 28'027U);
    EXPECT_THAT(report.damage, ElementsAre());
  }
  EXPECT_THAT(ReadSmallFile(File("CHECKSUMS")), HasSubstr(" 3000000 postlist.glass\n"));
}

TEST_F(GenerationChecksumsTest, RemovedTheyAreGone) {
  Write("gen-000001/postlist.glass", "isi");
  WriteChecksums(Generation(), 1);
  RemoveChecksums(Generation());
  EXPECT_FALSE(HasChecksums(Generation()));
  EXPECT_NO_THROW(RemoveChecksums(Generation()));
}

TEST_F(GenerationChecksumsTest, NamesEveryFileThatIsNotAsItWas) {
  for (const char* name : {"a", "b", "c", "d"})
    Write(std::string("gen-000001/") + name, "isi lama");
  WriteChecksums(Generation(), 1);
  Write("gen-000001/a", "isi baru");
  fs::remove(File("b"));
  fs::remove(File("c"));
  fs::create_directory(File("c"));
  Write("gen-000001/d", "isi");
  Write("gen-000001/synonym.glass", "");
  Write("gen-000001/catatan", "tidak dibaca siapa-siapa");
  EXPECT_THAT(Damage(),
              ElementsAre("a: its checksum does not fit", "b: it is missing",
                          "c: it cannot be read: Is a directory", "d: it has 3 bytes instead of 8",
                          "synonym.glass: it does not belong there"));
}

TEST_F(GenerationChecksumsTest, AFileThatCannotBeOpenedIsNoDamage) {
  Write("gen-000001/postlist.glass", "isi");
  WriteChecksums(Generation(), 1);
  const WithoutPrivileges unprivileged;
  fs::permissions(File("postlist.glass"), fs::perms::none);
  const auto fatal = FatalOf([&] { Damage(); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_EQ(fatal->what(), "cannot open " + File("postlist.glass") + ": Permission denied");
}

TEST_F(GenerationChecksumsTest, AFileThatCannotBeLookedAtIsFatal) {
  Write("gen-000001/postlist.glass", "isi");
  WriteChecksums(Generation(), 1);
  fs::create_symlink("putar", File("putar"));
  for (const auto& fatal :
       {FatalOf([&] { Damage(); }), FatalOf([&] { WriteChecksums(Generation(), 1); })}) {
    ASSERT_TRUE(fatal);
    EXPECT_EQ(fatal->code(), ExitCode::kIoError);
    EXPECT_THAT(fatal->what(), HasSubstr("cannot list " + Generation() + ": Too many levels"));
  }
}

TEST_F(GenerationChecksumsTest, NoneAreWrittenOfWhatCannotBeRead) {
  Write("gen-000001/postlist.glass", "isi");
  WriteChecksums(Generation(), 1);
  const std::string before = ReadSmallFile(File("CHECKSUMS"));
  fs::create_symlink("/proc/self/mem", File("record.glass"));  // address 0 cannot be read
  const auto fatal = FatalOf([&] { WriteChecksums(Generation(), 2); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_EQ(fatal->what(), File("record.glass") + " cannot be read: Input/output error");
  EXPECT_EQ(ReadSmallFile(File("CHECKSUMS")), before);
}

TEST_F(GenerationChecksumsTest, DamagedChecksumsAreNamed) {
  Write("gen-000001/postlist.glass", "isi");
  WriteChecksums(Generation(), 1);
  const std::string good = ReadSmallFile(File("CHECKSUMS"));
  for (const std::string& bad : {std::string(), std::string("\n"), good.substr(0, good.size() / 2),
                                 good.substr(0, good.size() - 1), good + '\n', good + good}) {
    Write("gen-000001/CHECKSUMS", bad);
    EXPECT_THAT(Damage(), ElementsAre("CHECKSUMS: it is damaged itself")) << bad;
  }
}

// Flips a bit of a file while it lives.
class FlippedBit {
 public:
  FlippedBit(const std::string& path, std::size_t bit)
      : file_(path, std::ios::in | std::ios::out | std::ios::binary), bit_(bit) {
    Flip();
  }
  ~FlippedBit() { Flip(); }
  FlippedBit(const FlippedBit&) = delete;
  FlippedBit& operator=(const FlippedBit&) = delete;

 private:
  void Flip() {
    const auto at = static_cast<std::streamoff>(bit_ / 8);
    file_.seekg(at);
    const int byte = file_.get();
    file_.seekp(at);
    file_.put(static_cast<char>(byte ^ (1 << (bit_ % 8))));
    file_.flush();
  }

  std::fstream file_;
  std::size_t bit_;
};

// Of the tables a bit in every 32 bytes, of CHECKSUMS each.
TEST_F(GenerationChecksumsTest, EveryFlippedBitIsFound) {
  {
    Xapian::WritableDatabase database(Generation(), Xapian::DB_CREATE);
    for (unsigned i = 0; i < 20; ++i) {
      Xapian::Document document;
      document.add_posting("kopi", i + 1);
      document.add_posting("kata" + std::to_string(i), 7);
      document.set_data("isi " + std::to_string(i));
      database.add_document(document);
    }
    database.commit();
  }
  WriteChecksums(Generation(), 20);
  ASSERT_THAT(Damage(), ElementsAre());
  Random random(1);
  std::size_t flips = 0;
  for (const auto& entry : fs::directory_iterator(Generation())) {
    const bool each = entry.path().filename() == "CHECKSUMS";
    const std::size_t step = each ? 1 : std::size_t{32} * 8;
    for (std::size_t from = 0; from < entry.file_size() * 8; from += step, ++flips) {
      const std::size_t bit = std::min(from + random.Below(step), entry.file_size() * 8 - 1);
      const FlippedBit flipped(entry.path().string(), bit);
      EXPECT_EQ(Damage().size(), 1U) << entry.path() << ", bit " << bit;
    }
  }
  EXPECT_GT(flips, 1000U);
  EXPECT_THAT(Damage(), ElementsAre());
}

}  // namespace
}  // namespace warta
