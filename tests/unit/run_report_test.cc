#include "indexer/run_report.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/store/files.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

RunReport Example() {
  RunReport report;
  report.roots = {"/srv/berita", "/srv/arsip 2"};
  report.started = 1795490100;
  report.seconds = 2.4;
  report.files = 4000;
  report.files_read = 12;
  report.added = 1;
  report.changed = 2;
  report.moved = 3;
  report.unchanged = 27000;
  report.repeated = 4;
  report.removed = 5;
  report.skipped = 1;
  report.dropped = 6;
  report.text_bytes = 12'000'000;
  report.articles = 28027;
  report.peak_megabytes = 34.4;
  return report;
}

TEST(RunReportTest, SummarySaysWhatIsRareOnlyWhereThereIsSome) {
  EXPECT_EQ(SummaryLine(RunReport{}),
            "0 articles: 0 new, 0 changed, 0 unchanged; 0 inputs skipped; 0.0 MB of text in 0.0 s "
            "(0.0 MB/s), peak memory 0 MB");
  EXPECT_EQ(SummaryLine(Example()),
            "27,010 articles: 1 new, 2 changed, 27,000 unchanged, 3 moved, 4 repeated, 5 removed; "
            "12 of 4,000 files read; 1 input skipped, 6 lines of page furniture left out; "
            "12.0 MB of text in 2.4 s (5.0 MB/s), peak memory 34 MB");
}

TEST(RunReportTest, ResultInWords) {
  struct {
    int code;
    std::uint64_t skipped;
    const char* message;
    const char* text;
  } const cases[] = {
      {0, 0, "", "done"},
      {3, 2, "", "done, but 2 inputs were skipped"},
      {3, 1, "", "done, but 1 input was skipped"},
      {3, 0, "", "done, but a folder held no articles"},
      {65, 0, "too many would be removed", "refused: too many would be removed"},
      {66, 0, "", "a folder was missing or could not be read"},
      {74, 0, "the disk is full", "failed: the disk is full"},
      {76, 0, "", "the database is damaged"},
      {130, 0, "", "stopped by a signal"},
      {143, 0, "", "stopped by a signal"},
      {99, 0, "", "failed"},
  };
  for (const auto& c : cases) {
    RunReport report;
    report.exit_code = c.code;
    report.skipped = c.skipped;
    report.message = c.message;
    EXPECT_EQ(ResultText(report), c.text) << c.code;
  }
}

// The keys are what programs rely on (docs/FORMAT.md).
TEST(RunReportTest, Json) {
  EXPECT_EQ(ToJson(Example()), R"({
  "version": 1,
  "started": "2026-11-24T03:15:00Z",
  "finished": "2026-11-24T03:15:02Z",
  "seconds": 2.4,
  "exit_code": 0,
  "message": "",
  "rebuild": false,
  "folders": [
    "/srv/berita",
    "/srv/arsip 2"
  ],
  "files": {
    "found": 4000,
    "read": 12
  },
  "articles": {
    "added": 1,
    "changed": 2,
    "moved": 3,
    "unchanged": 27000,
    "repeated": 4,
    "removed": 5,
    "total": 28027
  },
  "inputs_skipped": 1,
  "lines_left_out": 6,
  "text_bytes": 12000000,
  "peak_megabytes": 34
}
)");
}

TEST(RunReportTest, JsonReadsBack) {
  RunReport report = Example();
  report.exit_code = 65;
  report.message = "\"tanda kutip\"\ndan baris";
  report.rebuild = true;
  const auto read = RunReportFromJson(ToJson(report));
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(ToJson(read.value()), ToJson(report));
  EXPECT_EQ(read.value().message, report.message);
}

TEST(RunReportTest, AFolderNeedNotBeNamedInUtf8) {
  RunReport report;
  report.roots = {"/srv/caf\xe9"};
  EXPECT_TRUE(nlohmann::json::accept(ToJson(report)));
}

TEST(RunReportTest, MalformedJsonIsAnError) {
  const std::string start = R"({"version": 1, "started": "2026-11-24T03:15:00Z")";
  EXPECT_TRUE(RunReportFromJson(start + "}").ok());
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("[]"), std::string("1"), std::string("{}"),
        std::string(R"({"version": 2, "started": "2026-11-24T03:15:00Z"})"),
        std::string(R"({"version": 1, "started": "kemarin"})"),
        std::string(R"({"version": 1, "started": 0})"), start + R"(, "seconds": "dua"})",
        start + R"(, "seconds": -1})", start + R"(, "seconds": 1e300})",
        start + R"(, "articles": {"added": "satu"}})", start + R"(, "folders": "/srv"})"})
    EXPECT_FALSE(RunReportFromJson(text).ok()) << text;
}

class WriteReportTest : public TempDirectoryTest {};

TEST_F(WriteReportTest, ReplacesAFile) {
  const std::string path = Write("laporan.json", "lama");
  WriteReport(path, Example());
  EXPECT_EQ(ReadSmallFile(path), ToJson(Example()));
  EXPECT_FALSE(std::filesystem::exists(path + ".tmp"));
}

TEST_F(WriteReportTest, WritesIntoWhatIsNoPlainFile) {
  const std::string link = Path("nol");
  std::filesystem::create_symlink("/dev/null", link);
  WriteReport(link, Example());
  EXPECT_TRUE(std::filesystem::is_symlink(link));
}

TEST_F(WriteReportTest, NamesTheFileThatCannotBeWritten) {
  const std::string path = Path("tidak/ada/laporan.json");
  const auto fatal = FatalOf([&] { WriteReport(path, Example()); });
  ASSERT_TRUE(fatal);
  EXPECT_EQ(fatal->code(), ExitCode::kIoError);
  EXPECT_NE(std::string(fatal->what()).find("cannot write the report " + path), std::string::npos);
  ExpectFatal(ExitCode::kIoError, [&] { WriteReport("/dev/full", Example()); });
  ExpectFatal(ExitCode::kIoError, [&] { WriteReport(directory(), Example()); });
}

}  // namespace
}  // namespace warta
