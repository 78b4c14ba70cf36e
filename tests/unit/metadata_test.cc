#include "indexer/metadata.h"

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "common/store/stored_article.h"
#include "common/text/utf8.h"

namespace warta {
namespace {

constexpr std::int64_t kNoonOf7February2022 = 1'644'235'200;

SourceFile File(const std::string& relative) {
  return SourceFile{"/arsip/" + relative, relative, kNoonOf7February2022};
}

std::string DateOf(const Article& article) {
  return article.date ? FormatIso(*article.date) : "none";
}

TEST(CompleteMetadata, TheIdIsTheRecordsOwnThenTheUrlThenThePath) {
  Article own;
  own.id = "a-17";
  own.url = "https://berita.example/17";
  CompleteMetadata(own, File("a.jsonl"));
  EXPECT_EQ(own.id, "a-17");

  Article url;
  url.url = "https://berita.example/17";
  CompleteMetadata(url, File("a.jsonl"));
  EXPECT_EQ(url.id, "https://berita.example/17");

  Article path;
  CompleteMetadata(path, File("2022/a.txt"));
  EXPECT_EQ(path.id, "2022/a.txt");

  Article line;
  line.line = 17;
  CompleteMetadata(line, File("a.jsonl"));
  EXPECT_EQ(line.id, "a.jsonl#17");
}

TEST(CompleteMetadata, DatesInTheOrderOfTheirReliability) {
  Article article;
  article.body = "Kata dia, Senin (1/2/2021).";
  article.url = "https://berita.example/2020/03/04/x";
  article.date = MakeDate(2019, 5, 6);
  article.date_source = DateSource::kField;
  CompleteMetadata(article, File("2018/07/08/a.txt"));
  EXPECT_EQ(DateOf(article), "2019-05-06");
  EXPECT_EQ(article.date_source, DateSource::kField);

  article.date.reset();
  CompleteMetadata(article, File("2018/07/08/a.txt"));
  EXPECT_EQ(DateOf(article), "2020-03-04");
  EXPECT_EQ(article.date_source, DateSource::kUrl);

  article.date.reset();
  article.url = "https://berita.example/x";
  CompleteMetadata(article, File("2018/07/08/a.txt"));
  EXPECT_EQ(DateOf(article), "2018-07-08");
  EXPECT_EQ(article.date_source, DateSource::kPath);

  article.date.reset();
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(DateOf(article), "2021-02-01");
  EXPECT_EQ(article.date_source, DateSource::kText);

  article.date.reset();
  article.body = "Tanpa tanggal.";
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(DateOf(article), "2022-02-07");
  EXPECT_EQ(article.date_source, DateSource::kFile);
}

TEST(CompleteMetadata, ADatelineComesBeforeTheSentences) {
  Article article;
  article.body = "JAKARTA, 7 Februari 2022 10.15 WIB - Harga naik, kata dia, Selasa (8/2/2022).";
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(DateOf(article), "2022-02-07");
  EXPECT_EQ(article.time, (LocalTime{std::chrono::minutes(615), kWib}));
  EXPECT_EQ(article.date_source, DateSource::kDateline);
}

TEST(CompleteMetadata, TimesInSentencesAreOfEvents) {
  Article article;
  article.body = "Rapat dimulai Senin (7/2/2022) pukul 10.00 WIB.";
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(DateOf(article), "2022-02-07");
  EXPECT_FALSE(article.time);
}

TEST(CompleteMetadata, TheUrlTellsTheTimeAlsoOfADayThatAFieldStates) {
  Article article;
  article.url = "https://nasional.kompas.com/read/2022/02/07/21040031/judul";
  article.date = MakeDate(2022, 2, 7);
  article.date_source = DateSource::kField;
  CompleteMetadata(article, File("a.jsonl"));
  EXPECT_EQ(article.date_source, DateSource::kField);
  EXPECT_EQ(article.time, LocalTime{std::chrono::minutes(21 * 60 + 4)});
  // Not of another day.
  article.date = MakeDate(2022, 2, 8);
  article.time.reset();
  CompleteMetadata(article, File("a.jsonl"));
  EXPECT_FALSE(article.time);
}

TEST(CompleteMetadata, PathOrFileTellTheYearThatTheTextLeavesOut) {
  Article file;
  file.body = "Kata dia, Senin (31/1).";
  CompleteMetadata(file, File("a.txt"));
  EXPECT_EQ(DateOf(file), "2022-01-31");
  EXPECT_EQ(file.date_source, DateSource::kText);

  Article path;
  path.line = 3;
  path.body = "Kata dia, Senin (31/1).";
  CompleteMetadata(path, File("2011/02/a.jsonl"));
  EXPECT_EQ(DateOf(path), "2011-01-31");

  Article nothing;
  nothing.line = 3;
  nothing.body = "Kata dia, Senin (31/1).";
  CompleteMetadata(nothing, File("a.jsonl"));
  EXPECT_EQ(DateOf(nothing), "none");
}

TEST(CompleteMetadata, DatesOfThePathAboveTheRootDoNotCount) {
  Article article;
  CompleteMetadata(article, SourceFile{"/2018/07/08/arsip/a.txt", "a.txt", kNoonOf7February2022});
  EXPECT_EQ(article.date_source, DateSource::kFile);
}

TEST(CompleteMetadata, TheSourceIsTheRecordsThenTheDatelinesThenTheQuoted) {
  Article article;
  article.body = "Jakarta, Kabar Nusantara -- Harga naik, seperti dikutip dari Reuters, Senin.";
  article.source = "Warta";
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(article.source, "Warta");
  article.source.clear();
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(article.source, "Kabar Nusantara");
  article.source.clear();
  article.body = "Harga naik, seperti dikutip dari Reuters, Senin.";
  CompleteMetadata(article, File("a.txt"));
  EXPECT_EQ(article.source, "Reuters");
}

TEST(CompleteMetadata, FileTimesThatAreNoDateOfOursAreNone) {
  for (const std::int64_t modified :
       {std::int64_t{253'370'764'800},  // 9999-01-01
        std::int64_t{-5'000'000'000},   // 1811
        std::numeric_limits<std::int64_t>::max() / 1'000'000'000, std::int64_t{1} << 55}) {
    Article article;
    CompleteMetadata(article, SourceFile{"/a.txt", "a.txt", modified});
    EXPECT_EQ(DateOf(article),
              article.date ? DateOf(DecodeArticle(EncodeArticle(article)).value()) : "none")
        << modified;
    EXPECT_EQ(article.date_source, article.date ? DateSource::kFile : DateSource::kNone);
  }
}

TEST(CompleteMetadata, TheDayOfAFileIsThatOfTheLocalClock) {
  const char* old = std::getenv("TZ");
  const std::string before = old == nullptr ? "" : old;
  ::setenv("TZ", "WIB-7", 1);
  ::tzset();
  Article article;
  CompleteMetadata(article, SourceFile{"/a.txt", "a.txt", 1'644'181'200});  // 21:00 UTC of the 6th
  EXPECT_EQ(DateOf(article), "2022-02-07");
  if (old == nullptr) {
    ::unsetenv("TZ");
  } else {
    ::setenv("TZ", before.c_str(), 1);
  }
  ::tzset();
}

TEST(CompleteMetadata, TheTimeOfAFileOfManySaysNothingOfOne) {
  Article article;
  article.line = 3;
  CompleteMetadata(article, File("a.jsonl"));
  EXPECT_EQ(DateOf(article), "none");
  EXPECT_EQ(article.date_source, DateSource::kNone);
}

TEST(CompleteMetadata, AFileNameThatIsNotUtf8MakesAValidId) {
  Article article;
  CompleteMetadata(article, File("caf\xE9.txt"));
  EXPECT_NE(article.id, "");
  EXPECT_TRUE(IsValidUtf8(article.id)) << ::testing::PrintToString(article.id);
}

}  // namespace
}  // namespace warta
