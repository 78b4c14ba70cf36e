#include "indexer/progress.h"

#include <string>

#include <gtest/gtest.h>

namespace warta {
namespace {

RunProgress Example() {
  RunProgress progress;
  progress.total_bytes = 1000;
  progress.done_bytes = 410;
  progress.articles = 12345;
  progress.seconds = 10;
  progress.bytes_per_second = 3;
  return progress;
}

TEST(ProgressLineTest, ShareArticlesRateAndTimeLeft) {
  EXPECT_EQ(ProgressLine(Example(), 79),
            "[=======>          ]  41% 12,345 articles, 1,234 a second, 3 minutes left");
}

TEST(ProgressLineTest, WhatIsNotImportantGivesWay) {
  EXPECT_EQ(ProgressLine(Example(), 66),
            "[====>      ]  41% 12,345 articles, 1,234 a second, 3 minutes left");
  EXPECT_EQ(ProgressLine(Example(), 55), " 41% 12,345 articles, 1,234 a second, 3 minutes left");
  EXPECT_EQ(ProgressLine(Example(), 40), " 41% 12,345 articles, 1,234 a second");
  EXPECT_EQ(ProgressLine(Example(), 20), " 41% 12,345 articles");
  EXPECT_EQ(ProgressLine(Example(), 10), " 41%");
  EXPECT_EQ(ProgressLine(Example(), 0), "");
}

TEST(ProgressLineTest, FitsWhateverTheNumbers) {
  RunProgress progress = Example();
  progress.total_bytes = 1'000'000'000'000'000;
  progress.articles = 999'999'999'999;
  progress.phase = "";
  for (const double done : {0.0, 0.1, 0.5, 0.999, 1.0, 1.5}) {
    progress.done_bytes = static_cast<std::uint64_t>(done * 1e15);
    for (std::size_t columns = 0; columns < 200; ++columns)
      EXPECT_LE(ProgressLine(progress, columns).size(), columns);
  }
}

TEST(ProgressLineTest, NoTimeLeftBeforeTheRateHasSettledOrWithoutOne) {
  RunProgress progress = Example();
  progress.seconds = 2;
  EXPECT_EQ(ProgressLine(progress, 46), " 41% 12,345 articles, 6,172 a second");
  progress = Example();
  progress.bytes_per_second = 0;
  EXPECT_EQ(ProgressLine(progress, 46), " 41% 12,345 articles, 1,234 a second");
  progress.bytes_per_second = 1e-9;
  EXPECT_EQ(ProgressLine(progress, 46), " 41% 12,345 articles, 1,234 a second");
}

TEST(ProgressLineTest, AtTheEnds) {
  RunProgress progress = Example();
  progress.done_bytes = 0;
  progress.articles = 0;
  progress.seconds = 0;
  EXPECT_EQ(ProgressLine(progress, 79), "[>                 ]   0% 0 articles");
  progress = Example();
  progress.done_bytes = 1000;
  EXPECT_EQ(ProgressLine(progress, 79),
            "[==================] 100% 12,345 articles, 1,234 a second");
  progress.done_bytes = 2000;  // files grew
  EXPECT_EQ(ProgressLine(progress, 79),
            "[==================] 100% 12,345 articles, 1,234 a second");
}

TEST(ProgressLineTest, Phases) {
  RunProgress progress;
  progress.phase = "looking for files";
  EXPECT_EQ(ProgressLine(progress, 79), "looking for files");
  progress.articles = 1;
  progress.total_bytes = 10;
  EXPECT_EQ(ProgressLine(progress, 79), "looking for files: 1 article");
  EXPECT_EQ(ProgressLine(progress, 10), "looking fo");
}

TEST(ProgressLineTest, WithoutATotal) {
  RunProgress progress = Example();
  progress.total_bytes = 0;
  EXPECT_EQ(ProgressLine(progress, 79), "12,345 articles, 1,234 a second");
}

TEST(SmoothedRateTest, FollowsAChange) {
  SmoothedRate rate;
  EXPECT_EQ(rate.PerSecond(), 0);
  rate.Add(0, 0);
  EXPECT_EQ(rate.PerSecond(), 0);
  for (int i = 0; i < 100; ++i) rate.Add(10, 0.1);
  EXPECT_NEAR(rate.PerSecond(), 100, 1e-6);
  for (int i = 0; i < 1000; ++i) rate.Add(2, 0.1);
  EXPECT_NEAR(rate.PerSecond(), 20, 1);
}

TEST(ProgressTest, SaysNothingUnlessEnabled) {
  testing::internal::CaptureStderr();
  {
    Progress progress(false);
    progress.Phase("looking for files");
    progress.SetTotal(10);
    progress.Article();
    progress.Advance(10);
    progress.Message("satu baris");
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "satu baris\n");
}

TEST(ProgressTest, IsGoneAtTheEndAndUnderMessages) {
  testing::internal::CaptureStderr();
  {
    Progress progress(true);
    progress.Phase("looking for files");
    progress.Message("satu baris");
    progress.Phase("checking");
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "\r\x1b[Klooking for files\r\x1b[Ksatu baris\n\r\x1b[Kchecking\r\x1b[K");
}

}  // namespace
}  // namespace warta
