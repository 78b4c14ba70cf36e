#include "indexer/status.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/store/database_directory.h"
#include "common/store/file_record.h"
#include "common/store/files.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "indexer/run_state.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

using testing::HasSubstr;
using testing::Not;

// The transcripts of tests/cli show the whole; here are the cases that they cannot make.
class StatusTest : public TempDirectoryTest {
 protected:
  // A database in which so many inputs of a file are failing.
  DatabaseDirectory Make(int problems) const {
    DatabaseDirectory directory(Path("db"));
    directory.Create();
    auto database = OpenForWriting(directory.path(), directory.GenerationPath(2), true);
    FileRecord record;
    record.path = "/berita";
    for (int i = 1; i <= problems; ++i) record.problems.push_back(": masalah " + std::to_string(i));
    database.set_metadata(FileKey(record.path), EncodeFileRecord(record));
    database.commit();
    directory.Publish(2);
    return directory;
  }

  std::string Status(Verbosity verbosity = Verbosity::kNormal) const {
    testing::internal::CaptureStdout();
    EXPECT_EQ(PrintStatus(Path("db"), verbosity), ExitCode::kOk);
    return testing::internal::GetCapturedStdout();
  }
};

TEST_F(StatusTest, ShowsTheFirstOfTheFailingInputs) {
  Make(22);
  EXPECT_THAT(Status(), HasSubstr("skipped       22 inputs of 1 file\n  /berita: masalah 1\n"));
  EXPECT_THAT(Status(), HasSubstr("  /berita: masalah 20\n  and 2 more (-v shows all)\n"));
  EXPECT_THAT(Status(Verbosity::kVerbose), HasSubstr("  /berita: masalah 22\nfurniture"));
}

TEST_F(StatusTest, SaysWhatEachGenerationIsFor) {
  const DatabaseDirectory directory = Make(0);
  Write("db/gen-000001/iamglass", std::string(3'000'000, 'x'));
  Write("db/gen-000003/postlist.glass", "x");
  const std::string status = Status();
  EXPECT_THAT(status, HasSubstr("left over     generation 3, 0 MB, the next run removes it\nlive   "
                                "       generation 2, "));
  EXPECT_THAT(status, HasSubstr("kept          generation 1, 3 MB, as of "));
  EXPECT_THAT(status, HasSubstr(", for --rollback\n"));
}

// This program is not called indexer, and no process has the other number.
TEST_F(StatusTest, AnIndexerThatIsGoneIsNotAtWork) {
  Make(0);
  for (const std::string& lock : {std::to_string(::getpid()) + " 0\n", std::string("999999999 0\n"),
                                  std::string("bukan angka\n")}) {
    Write("db/LOCK", lock);
    EXPECT_THAT(Status(), Not(HasSubstr("at work")));
  }
}

TEST_F(StatusTest, TellsTheRunsOfADatabaseThatIsNotThereYet) {
  RunReport report;
  report.exit_code = 74;
  report.message = "cadangan";
  DatabaseDirectory(Path("db")).Create();
  SaveRunState(Path("db"), report);
  testing::internal::CaptureStdout();
  ExpectFatal(ExitCode::kRefused, [&] { PrintStatus(Path("db"), Verbosity::kNormal); });
  EXPECT_THAT(testing::internal::GetCapturedStdout(), HasSubstr("failed: cadangan\n"));
}

TEST_F(StatusTest, NothingOfARecordActsOnTheTerminal) {
  Make(0);
  RunReport report;
  report.message = "\x1b[31mmerah";
  SaveRunState(Path("db"), report);
  EXPECT_THAT(Status(), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace warta
