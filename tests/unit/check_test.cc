#include "indexer/check.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/store/database_lock.h"
#include "indexer/rollback.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/small_database.h"

namespace warta {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr std::chrono::seconds kNoWait(0);

class CheckAndPrintTest : public SmallDatabaseTest {
 protected:
  // What a step prints on stdout.
  template <class Step>
  static std::string Printed(const Step& step) {
    ::testing::internal::CaptureStdout();
    step();
    return ::testing::internal::GetCapturedStdout();
  }

  std::string PrintedCheck() {
    return Printed([&] { fatal_ = FatalOf([&] { CheckAndPrint(Db(), kNoWait); }); });
  }

  std::optional<Fatal> fatal_;
};

TEST_F(CheckAndPrintTest, SoundGenerations) {
  Build();
  Build();
  RemoveChecksums(Generation(1));
  Write("db/gen-000003/x", "");
  EXPECT_EQ(PrintedCheck(),
            "database    " + Db() +
                "\n"
                "generation  3: 0 MB: left over; the next run removes it\n"
                "generation  2, live: 4 articles, 0 MB: sound\n"
                "generation  1: 0 MB: no checksums: a run was interrupted; not checked\n");
  EXPECT_FALSE(fatal_);
}

TEST_F(CheckAndPrintTest, DamageAndWhatToDo) {
  Build();
  Build();
  const std::string table = Generation(2) + "/position.glass";
  fs::resize_file(table, fs::file_size(table) - 1);
  EXPECT_THAT(PrintedCheck(), HasSubstr("generation  2, live: 0 MB: damaged\n"
                                        "  position.glass: it has "));
  ASSERT_TRUE(fatal_);
  EXPECT_EQ(fatal_->code(), ExitCode::kDamaged);
  EXPECT_EQ(fatal_->hint(),
            "go back to generation 1, which is sound: indexer --rollback --db " + Db());

  EXPECT_EQ(Printed([&] { RollBackAndPrint(Db(), kNoWait); }),
            "generation 1 is live\ngeneration 2 will be removed by the next run\n");
  EXPECT_THAT(PrintedCheck(), HasSubstr("generation  1, live: 4 articles, 0 MB: sound"));
  EXPECT_FALSE(fatal_);

  fs::remove(Generation(1) + "/position.glass");
  PrintedCheck();
  ASSERT_TRUE(fatal_);
  EXPECT_THAT(fatal_->hint(), HasSubstr("indexer --rebuild --db " + Db()));
  ExpectFatal(ExitCode::kRefused, [&] { RollBackAndPrint(Db(), kNoWait); });
}

TEST_F(CheckAndPrintTest, DamageOfTheGenerationBefore) {
  Build();
  Build();
  fs::remove(Generation(1) + "/position.glass");
  EXPECT_THAT(PrintedCheck(), HasSubstr("generation  1: 0 MB: damaged\n"
                                        "  position.glass: it is missing\n"));
  ASSERT_TRUE(fatal_);
  EXPECT_EQ(fatal_->code(), ExitCode::kDamaged);
  EXPECT_THAT(fatal_->what(), HasSubstr("the live one is not"));
  ExpectFatal(ExitCode::kDamaged, [&] { RollBackAndPrint(Db(), kNoWait); });
  EXPECT_EQ(DatabaseDirectory(Db()).LiveGeneration(), 2U);
}

TEST_F(CheckAndPrintTest, RollingBackNeedsADatabase) {
  ExpectFatal(ExitCode::kRefused, [&] { RollBackAndPrint(Db(), kNoWait); });
  Write("lain/foto.jpg", "x");
  ExpectFatal(ExitCode::kRefused, [&] { RollBackAndPrint(Path("lain"), kNoWait); });
  EXPECT_FALSE(fs::exists(Path("lain/LOCK")));
  Build();
  ExpectFatal(ExitCode::kRefused, [&] { RollBackAndPrint(Db(), kNoWait); });
  const DatabaseLock lock(Db());
  ExpectFatal(ExitCode::kBusy, [&] { RollBackAndPrint(Db(), kNoWait); });
}

}  // namespace
}  // namespace warta
