#include "indexer/furniture/furniture_learner.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace warta {
namespace {

Article Published(std::string_view publisher, std::string_view body) {
  Article article;
  article.source = publisher;
  article.body = body;
  return article;
}

// Counts articles with bodies of their own, some of them with the line behind.
void CountArticles(FurnitureLearner& learner, int articles, int with_line, std::string_view line,
                   std::string_view publisher = "Kabar Pagi") {
  static int number = 0;
  for (int i = 0; i < articles; ++i) {
    Article article = Published(publisher, "Paragraf nomor " + std::to_string(++number) + ".");
    if (i < with_line) article.body.append("\n").append(line);
    learner.Drop(article);
    learner.Count(article);
  }
}

// How many lines are learned from so many articles.
std::size_t Learned(int articles, int with_line, std::string_view line) {
  FurnitureLearner learner({});
  CountArticles(learner, articles, with_line, line);
  return learner.Finish().size();
}

constexpr std::string_view kLine = "Ikuti kami di Telegram";
constexpr std::string_view kSentence = "Polisi masih mendalami kasus itu.";

TEST(FurnitureLearnerTest, ALineIsLearnedFromManyArticles) {
  EXPECT_EQ(Learned(9, 9, kLine), 0U);
  EXPECT_EQ(Learned(10, 10, kLine), 1U);
  EXPECT_EQ(Learned(1000, 10, kLine), 1U);
  EXPECT_EQ(Learned(1001, 10, kLine), 0U);
}

TEST(FurnitureLearnerTest, ASentenceNeedsMore) {
  EXPECT_EQ(Learned(19, 19, kSentence), 0U);
  EXPECT_EQ(Learned(20, 20, kSentence), 1U);
  EXPECT_EQ(Learned(200, 20, kSentence), 1U);
  EXPECT_EQ(Learned(201, 20, kSentence), 0U);
  EXPECT_EQ(Learned(19, 19,
                    "Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas "
                    "duabelas tigabelas"),
            0U);
}

TEST(FurnitureLearnerTest, SomeLinesAreNeverLearned) {
  EXPECT_EQ(Learned(100, 100, "\" kata dia"), 0U);
  EXPECT_EQ(Learned(100, 100, "kata dia"), 0U);
  EXPECT_EQ(Learned(100, 100, "***"), 0U);
  EXPECT_EQ(Learned(100, 100, "A" + std::string(240, 'a')), 0U);
}

TEST(FurnitureLearnerTest, EachPublisherHasItsOwn) {
  FurnitureLearner learner({});
  CountArticles(learner, 8, 8, kLine, "Kabar Pagi");
  CountArticles(learner, 8, 8, kLine, "Kabar Sore");
  EXPECT_TRUE(learner.Finish().empty());

  FurnitureLearner both({});
  CountArticles(both, 10, 10, kLine, "Kabar Pagi");
  CountArticles(both, 10, 0, kLine, "Kabar Sore");
  const std::vector<FurnitureLine> learned = both.Finish();
  ASSERT_EQ(learned.size(), 1U);
  EXPECT_EQ(learned[0].publisher, "Kabar Pagi");
  Article other = Published("Kabar Sore", kLine);
  EXPECT_TRUE(both.Drop(other).empty());
  Article own = Published("Kabar Pagi", "Satu.\nIkuti kami di Telegram\nDua.");
  EXPECT_EQ(both.Drop(own), std::vector<std::string>{std::string(kLine)});
  EXPECT_EQ(own.body, "Satu.\nDua.");
}

TEST(FurnitureLearnerTest, ALineTwiceInAnArticleCountsOnce) {
  FurnitureLearner learner({});
  for (int i = 0; i < 5; ++i) {
    learner.Count(Published("Kabar Pagi", "Ikuti kami di Telegram\nSatu.\nIkuti kami di Telegram"));
  }
  EXPECT_TRUE(learner.Finish().empty());
}

TEST(FurnitureLearnerTest, WhatLeavesNoDoubtIsLearnedAtOnce) {
  FurnitureLearner learner({});
  CountArticles(learner, 50, 50, kLine);
  Article next = Published("Kabar Pagi", "Satu.\nIkuti kami di Telegram");
  EXPECT_EQ(learner.Drop(next).size(), 1U);
  EXPECT_EQ(learner.Finish().size(), 1U);
}

TEST(FurnitureLearnerTest, LearningGoesOnInTheNextRun) {
  FurnitureLearner first({});
  CountArticles(first, 6, 6, kLine);
  EXPECT_TRUE(first.Finish().empty());
  FurnitureLearner second(DecodeFurniture(EncodeFurniture(first.Record())));
  CountArticles(second, 4, 4, kLine);
  ASSERT_EQ(second.Finish().size(), 1U);
  const FurnitureRecord unfinished = DecodeFurniture(EncodeFurniture(second.Record()));
  EXPECT_EQ(FurnitureLearner(unfinished).Finish().size(), 1U) << "the run was interrupted";
  second.Settle();
  FurnitureLearner third(DecodeFurniture(EncodeFurniture(second.Record())));
  Article article = Published("Kabar Pagi", kLine);
  EXPECT_EQ(third.Drop(article).size(), 1U);
  EXPECT_EQ(article.body, "");
  EXPECT_TRUE(third.Finish().empty()) << "what is known is not learned again";
}

TEST(FurnitureLearnerTest, ThePublisherIsTheSourceElseTheHost) {
  Article article;
  EXPECT_EQ(FurnitureLearner::PublisherOf(article), "");
  article.url = "https://www.kabar.example/1";
  EXPECT_EQ(FurnitureLearner::PublisherOf(article), "kabar.example");
  article.source = "Kabar Pagi";
  EXPECT_EQ(FurnitureLearner::PublisherOf(article), "Kabar Pagi");
}

}  // namespace
}  // namespace warta
