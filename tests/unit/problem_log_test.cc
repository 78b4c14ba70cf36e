#include "indexer/problem_log.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace warta {
namespace {

using Strings = std::vector<std::string>;

constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();

Problem Skipped(const std::string& message, std::uint64_t line = 0,
                const std::string& member = {}) {
  return Problem{message, line, true, false, "/arsip/a", member};
}

Problem Mended(const std::string& message, std::uint64_t line = 0) {
  return Problem{message, line, false, false, "/arsip/a", {}};
}

class ProblemLogTest : public ::testing::Test {
 protected:
  explicit ProblemLogTest(bool verbose = false, bool quiet = false)
      : log_([this](const std::string& line) { said_.push_back(line); }, verbose, quiet) {}

  // A run over one file with these problems. Returns its new record, which the next run knows.
  FileRecord Run(const FileRecord& known, const std::vector<Problem>& problems) {
    said_.clear();
    log_.Begin(known);
    for (const Problem& problem : problems) log_.Report(problem);
    FileRecord record;
    record.path = "/arsip/a";
    log_.End(record);
    return record;
  }

  Strings said_;
  ProblemLog log_;
};

class VerboseProblemLogTest : public ProblemLogTest {
 protected:
  VerboseProblemLogTest() : ProblemLogTest(true, false) {}
};

class QuietProblemLogTest : public ProblemLogTest {
 protected:
  QuietProblemLogTest() : ProblemLogTest(false, true) {}
};

TEST_F(ProblemLogTest, NamesThePlaceAndWhatBecameOfIt) {
  const FileRecord record = Run(
      {}, {Skipped("is empty"), Skipped("is not valid JSON", 3), Skipped("is not text", 0, "b/c"),
           Skipped("is not a JSON object", 7, "d"), Mended("is not UTF-8: read as windows-1252")});
  EXPECT_EQ(said_, (Strings{"/arsip/a: is empty: skipped", "/arsip/a:3: is not valid JSON: skipped",
                            "/arsip/a/b/c: is not text: skipped",
                            "/arsip/a/d:7: is not a JSON object: skipped",
                            "/arsip/a: is not UTF-8: read as windows-1252"}));
  EXPECT_EQ(record.problems.size(), 4U);
  EXPECT_EQ(record.remarks, Strings{": is not UTF-8: read as windows-1252"});
  EXPECT_EQ(log_.skipped(), 4U);
}

TEST_F(ProblemLogTest, WhatIsOnRecordIsNotNamedAgainButKept) {
  const std::vector<Problem> problems = {Skipped("is not valid JSON", 3),
                                         Mended("is not UTF-8", 4)};
  const FileRecord first = Run({}, problems);
  EXPECT_EQ(said_.size(), 2U);
  const FileRecord second = Run(first, problems);
  EXPECT_EQ(said_, Strings{});
  EXPECT_EQ(second, first);
  EXPECT_EQ(log_.skipped(), 1U) << "known ones are left out";
}

TEST_F(ProblemLogTest, WhatIsNewBesideIt) {
  const FileRecord first = Run({}, {Skipped("is not valid JSON", 3)});
  const FileRecord second =
      Run(first, {Skipped("is not valid JSON", 3), Skipped("is not valid JSON", 4)});
  EXPECT_EQ(said_, Strings{"/arsip/a:4: is not valid JSON: skipped"});
  EXPECT_EQ(second.problems.size(), 2U);
}

TEST_F(ProblemLogTest, WhatIsMendedIsForgottenAndNamedWhenItComesBack) {
  const FileRecord broken = Run({}, {Skipped("is not text")});
  const FileRecord mended = Run(broken, {});
  EXPECT_EQ(mended.problems, Strings{});
  Run(mended, {Skipped("is not text")});
  EXPECT_EQ(said_, Strings{"/arsip/a: is not text: skipped"});
}

TEST_F(ProblemLogTest, AMendedInputThatIsSkippedNowIsNews) {
  const FileRecord record = Run({}, {Mended("is odd")});
  Run(record, {Skipped("is odd")});
  EXPECT_EQ(said_, Strings{"/arsip/a: is odd: skipped"});
}

TEST_F(ProblemLogTest, TheProblemsOfAFileAreNotThoseOfTheNext) {
  const FileRecord first = Run({}, {Skipped("is empty")});
  const FileRecord second = Run({}, {});
  EXPECT_EQ(second.problems, Strings{});
  EXPECT_EQ(log_.unread(), 0U);
  EXPECT_EQ(log_.skipped(), 1U);
  EXPECT_NE(first, second);
}

TEST_F(ProblemLogTest, CountsTheRecordsThatCouldNotBeRead) {
  Run({}, {Skipped("x", 1), Skipped("x", 2), Mended("x", 3), Mended("x")});
  EXPECT_EQ(log_.unread(), 2U);
  // Of the whole file or of a member nobody knows how many.
  Run({}, {Skipped("x", 1), Skipped("x"), Skipped("x", 2)});
  EXPECT_EQ(log_.unread(), kAll);
  Run({}, {Skipped("x", 0, "b.txt")});
  EXPECT_EQ(log_.unread(), kAll);
  Run({}, {});
  EXPECT_EQ(log_.unread(), 0U);
}

// A known problem hides as many articles as a new one.
TEST_F(ProblemLogTest, KnownOnesCountAsUnreadToo) {
  const FileRecord record = Run({}, {Skipped("x", 1)});
  Run(record, {Skipped("x", 1)});
  EXPECT_EQ(log_.unread(), 1U);
}

TEST_F(ProblemLogTest, TellsWhatNobodyCouldLookInto) {
  Problem problem = Skipped("Permission denied");
  Run({}, {problem});
  EXPECT_FALSE(log_.unreadable());
  problem.unreadable = true;
  const FileRecord record = Run({}, {problem, Skipped("x", 1)});
  EXPECT_TRUE(log_.unreadable());
  Run(record, {problem});
  EXPECT_TRUE(log_.unreadable());
  EXPECT_EQ(said_, Strings{});
  Run(record, {});
  EXPECT_FALSE(log_.unreadable());
}

TEST_F(ProblemLogTest, OfVeryManyProblemsTheNumberIsSaid) {
  std::vector<Problem> problems;
  for (std::uint64_t line = 1; line <= 1'500; ++line) problems.push_back(Skipped("x", line));
  const FileRecord record = Run({}, problems);
  ASSERT_EQ(said_.size(), 101U);
  EXPECT_EQ(said_.front(), "/arsip/a:1: x: skipped");
  EXPECT_EQ(said_.back(), "/arsip/a: and 1,400 more problems");
  EXPECT_EQ(record.problems.size(), 101U);
  EXPECT_EQ(log_.unread(), 1'500U);
  EXPECT_EQ(log_.skipped(), 1'500U);
  // The same again is no news; one more is.
  Run(record, problems);
  EXPECT_EQ(said_, Strings{});
  problems.push_back(Skipped("x", 1'501));
  Run(record, problems);
  EXPECT_EQ(said_, Strings{"/arsip/a: and 1,401 more problems"});
}

// What is known is not among what was skipped, named or not.
TEST_F(ProblemLogTest, KnownProblemsBehindTheHundredthAreNotCountedAgain) {
  std::vector<Problem> problems;
  for (std::uint64_t line = 1; line <= 150; ++line) problems.push_back(Skipped("x", line));
  const FileRecord record = Run({}, problems);
  EXPECT_EQ(log_.skipped(), 150U);
  Run(record, problems);
  EXPECT_EQ(said_, Strings{});
  EXPECT_EQ(log_.skipped(), 150U);
}

TEST_F(VerboseProblemLogTest, NamesKnownProblemsAgain) {
  const FileRecord record = Run({}, {Skipped("x", 1), Mended("y")});
  Run(record, {Skipped("x", 1), Mended("y")});
  EXPECT_EQ(said_.size(), 2U);
  EXPECT_EQ(log_.skipped(), 1U);
}

TEST_F(QuietProblemLogTest, NamesWhatWasSkippedOnly) {
  const FileRecord record = Run({}, {Skipped("x", 1), Mended("y")});
  EXPECT_EQ(said_, Strings{"/arsip/a:1: x: skipped"});
  EXPECT_EQ(record.remarks, Strings{": y"}) << "it is known all the same";
}

}  // namespace
}  // namespace warta
