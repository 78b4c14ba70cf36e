#include "common/store/stored_article.h"

#include <chrono>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <xxhash.h>

#include "tests/line_fields.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

Article Full() {
  Article article;
  article.id = "a-17";
  article.path = "/arsip/2022.zip";
  article.member = "02/berita.jsonl";
  article.line = 17;
  article.title = "Harga beras naik";
  article.body = "Harga beras naik lagi.\nPedagang mengeluh.";
  article.source = "Warta";
  article.category = "Ekonomi";
  article.author = "Sari";
  article.url = "https://berita.example/17";
  article.date = MakeDate(2022, 2, 7);
  article.time = LocalTime{std::chrono::hours(10), kWib};
  article.date_source = DateSource::kField;
  return article;
}

// A record of these fields with the checksum that fits.
std::string Record(std::string_view fields) {
  std::string record(1, '\x01');
  std::uint64_t hash = XXH3_64bits(fields.data(), fields.size());
  for (unsigned i = 0; i < 8; ++i, hash >>= 8) record.push_back(static_cast<char>(hash & 0xFF));
  return record.append(fields);
}

TEST(StoredArticle, RoundTrip) {
  const Result<Article> decoded = DecodeArticle(EncodeArticle(Full()));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value(), Full());
}

TEST(StoredArticle, EmptyFieldsAndExtremeValues) {
  Article article;
  EXPECT_EQ(DecodeArticle(EncodeArticle(article)).value(), article);
  article.line = std::numeric_limits<std::uint64_t>::max();
  article.body = std::string(100'000, 'x');
  article.title = std::string("\0\xFF\n", 3);
  article.date = MakeDate(1900, 1, 1);
  article.date_source = DateSource::kFile;
  EXPECT_EQ(DecodeArticle(EncodeArticle(article)).value(), article);
}

TEST(StoredArticle, EveryChangeOfAFieldChangesTheRecord) {
  const std::string record = EncodeArticle(Full());
  EXPECT_EQ(EncodeArticle(Full()), record);
  const auto differs = [&](auto change) {
    Article article = Full();
    change(article);
    return EncodeArticle(article) != record;
  };
  for (const auto line : kLineFields) {
    EXPECT_TRUE(differs([line](Article& a) { a.*line += 'x'; }));
  }
  EXPECT_TRUE(differs([](Article& a) { a.path += 'x'; }));
  EXPECT_TRUE(differs([](Article& a) { a.line += 1; }));
  EXPECT_TRUE(differs([](Article& a) { a.body += 'x'; }));
  EXPECT_TRUE(differs([](Article& a) { a.date.reset(); }));
  EXPECT_TRUE(differs([](Article& a) { a.time.reset(); }));
  EXPECT_TRUE(differs([](Article& a) { a.time->zone.reset(); }));
  EXPECT_TRUE(differs([](Article& a) { a.date_source = DateSource::kText; }));
  EXPECT_TRUE(differs([](Article& a) { a.title.swap(a.body); }));
}

TEST(StoredArticle, EveryFlippedBitIsFound) {
  const std::string record = EncodeArticle(Full());
  for (std::size_t at = 0; at < record.size(); ++at) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string damaged = record;
      damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ (1U << bit));
      EXPECT_FALSE(DecodeArticle(damaged).ok()) << "byte " << at << " bit " << bit;
    }
  }
}

TEST(StoredArticle, EveryCutIsFound) {
  const std::string record = EncodeArticle(Full());
  for (std::size_t size = 0; size < record.size(); ++size)
    EXPECT_FALSE(DecodeArticle(record.substr(0, size)).ok()) << size;
  EXPECT_FALSE(DecodeArticle(record + 'x').ok());
}

TEST(StoredArticle, AnotherFormatIsNamed) {
  std::string record = EncodeArticle(Full());
  record[0] = '\x02';
  const Result<Article> decoded = DecodeArticle(record);
  ASSERT_FALSE(decoded.ok());
  EXPECT_NE(decoded.error().message.find("format"), std::string::npos);
}

TEST(StoredArticle, ARecordWithTheDayOnlyIsReadAsBefore) {
  const Result<Article> decoded =
      DecodeArticle(Record("\x0A\x0A"
                           "2022-02-07"));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().date, MakeDate(2022, 2, 7));
  EXPECT_FALSE(decoded.value().time);
}

TEST(StoredArticle, FieldsOfLaterVersionsArePassedOver) {
  const Result<Article> decoded = DecodeArticle(Record("\x63\x03xyz\x04\x06naskah"));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(decoded.value().title, "naskah");
}

TEST(StoredArticle, MalformedFieldsUnderAGoodChecksumAreErrors) {
  using namespace std::string_view_literals;
  constexpr std::string_view kFields[] = {
      "\x04"sv,  // no length
      "\x04\x05"
      "abc"sv,       // longer than what is left
      "\x04\x00"sv,  // an empty field is never written
      "\x04\xFF"sv,  // a length that is cut
      "\x04\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv,
      "\x04\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01x"sv,  // 2^64 - 1
  };
  for (const std::string_view fields : kFields)
    EXPECT_FALSE(DecodeArticle(Record(fields)).ok()) << ::testing::PrintToString(fields);
}

TEST(StoredArticleProperty, RandomArticlesSurvive) {
  Random random(11);
  for (int round = 0; round < 2000; ++round) {
    Article article;
    const auto fill = [&](std::string& text) {
      text = random.Below(3) == 0 ? random.Bytes(300) : random.Utf8(20);
    };
    for (const auto line : kLineFields) fill(article.*line);
    fill(article.path);
    fill(article.body);
    article.line = random.Below(4) == 0 ? 0 : random.Below(1'000'000'000);
    if (random.Below(2) == 0) {
      article.date =
          MakeDate(1900 + static_cast<int>(random.Below(300)),
                   1 + static_cast<int>(random.Below(12)), 1 + static_cast<int>(random.Below(28)));
    }
    if (article.date && random.Below(2) == 0) {
      article.time = LocalTime{std::chrono::seconds(random.Below(86'400))};
      if (random.Below(2) == 0) article.time->zone = std::chrono::minutes(1 + random.Below(840));
    }
    article.date_source = static_cast<DateSource>(random.Below(7));
    const Result<Article> decoded = DecodeArticle(EncodeArticle(article));
    ASSERT_TRUE(decoded.ok());
    ASSERT_EQ(decoded.value(), article);
  }
}

TEST(StoredArticleProperty, RandomBytesAreNeverAnArticle) {
  Random random(12);
  for (int round = 0; round < 3000; ++round) EXPECT_FALSE(DecodeArticle(random.Bytes(64)).ok());
}

TEST(StoredArticleProperty, RandomFieldsUnderAGoodChecksumDoNotCrash) {
  Random random(13);
  for (int round = 0; round < 3000; ++round)
    static_cast<void>(DecodeArticle(Record(random.Bytes(40))).ok());
}

}  // namespace
}  // namespace warta
