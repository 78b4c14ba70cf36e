#include "indexer/run_state.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class RunStateTest : public TempDirectoryTest {
 protected:
  RunState Load() const {
    auto state = LoadRunState(directory());
    EXPECT_TRUE(state.ok()) << state.error().message;
    return state.ok() ? state.value() : RunState{};
  }
  void Save(std::int64_t started, int exit_code) const {
    RunReport report;
    report.started = started;
    report.seconds = 9.6;
    report.exit_code = exit_code;
    SaveRunState(directory(), report);
  }
};

TEST_F(RunStateTest, NothingIsKnownAtFirst) {
  EXPECT_FALSE(Load().last_run);
  EXPECT_FALSE(Load().last_success);
  EXPECT_TRUE(LoadRunState(Path("tidak-ada")).ok());
}

TEST_F(RunStateTest, KeepsTheLastRunAndTheLastSuccess) {
  struct {
    std::int64_t started;
    int exit_code;
    std::optional<std::int64_t> last_success;
  } const runs[] = {
      {1000, 74, std::nullopt}, {2000, 0, 2010}, {3000, 65, 2010},
      {4000, 143, 2010},        {5000, 3, 5010}, {6000, 66, 5010},
  };
  for (const auto& run : runs) {
    Save(run.started, run.exit_code);
    const RunState state = Load();
    ASSERT_TRUE(state.last_run);
    EXPECT_EQ(state.last_run->started, run.started);
    EXPECT_EQ(state.last_run->exit_code, run.exit_code);
    EXPECT_EQ(state.last_success, run.last_success) << run.started;
  }
}

TEST_F(RunStateTest, WhatIsMalformedIsSaidAndThenReplaced) {
  for (const char* text : {"", "{", "[]", R"({"version": 2})", R"({"version": 1})",
                           R"({"version": 1, "last_success": null, "last_run": {}})",
                           R"({"version": 1, "last_success": 5, "last_run":
                               {"version": 1, "started": "2026-11-24T03:15:00Z"}})"}) {
    Write("state.json", text);
    const auto state = LoadRunState(directory());
    ASSERT_FALSE(state.ok()) << text;
    EXPECT_NE(state.error().message.find("state.json"), std::string::npos);
    Save(1000, 65);
    EXPECT_EQ(Load().last_run->exit_code, 65);
    EXPECT_FALSE(Load().last_success);
  }
}

TEST_F(RunStateTest, WithoutADirectoryNothingCanBeSaved) {
  ExpectFatal(ExitCode::kIoError, [&] { SaveRunState(Path("tidak-ada"), RunReport{}); });
}

}  // namespace
}  // namespace warta
