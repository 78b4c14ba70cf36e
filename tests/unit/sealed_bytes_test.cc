#include "common/store/sealed_bytes.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"

namespace warta {
namespace {

using namespace std::string_view_literals;

TEST(SealedBytesTest, APayloadComesBack) {
  for (const std::string_view payload : {""sv, "kopi"sv, "\0\xFF\n"sv}) {
    const std::string record = Seal(3, payload);
    EXPECT_EQ(record.size(), payload.size() + 9);
    const Result<std::string_view> back = Unseal(3, record, "the record");
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back.value(), payload);
  }
}

// The form on disk: docs/FORMAT.md.
TEST(SealedBytesTest, FormatThenChecksumThenPayload) {
  // XXH3-64 of nothing is 2d06800538d394c2.
  EXPECT_EQ(Seal(1, ""), "\x01\xC2\x94\xD3\x38\x05\x80\x06\x2D"sv);
  EXPECT_EQ(Seal(7, "kopi").substr(1), Seal(1, "kopi").substr(1));
}

TEST(SealedBytesTest, ErrorsNameTheRecordAndTheReason) {
  const std::string record = Seal(1, "kopi");
  const struct {
    std::string bytes;
    const char* message;
  } cases[] = {
      {"", "the recipe is cut short"},
      {record.substr(0, 8), "the recipe is cut short"},
      {Seal(2, "kopi"), "the recipe has an unknown format"},
      {record + 'x', "the recipe is damaged (its checksum does not fit)"},
      {record.substr(0, 9), "the recipe is damaged (its checksum does not fit)"},
  };
  for (const auto& c : cases) {
    const Result<std::string_view> payload = Unseal(1, c.bytes, "the recipe");
    ASSERT_FALSE(payload.ok()) << c.message;
    EXPECT_EQ(payload.error().message, c.message);
  }
}

TEST(SealedBytesTest, EveryFlippedBitAndEveryCutIsFound) {
  const std::string record = Seal(1, "Harga kopi naik.");
  for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
    std::string damaged = record;
    damaged[bit / 8] =
        static_cast<char>(static_cast<unsigned char>(damaged[bit / 8]) ^ 1U << bit % 8);
    EXPECT_FALSE(Unseal(1, damaged, "it").ok()) << "bit " << bit;
  }
  for (std::size_t size = 0; size < record.size(); ++size) {
    EXPECT_FALSE(Unseal(1, std::string_view(record).substr(0, size), "it").ok()) << size;
  }
}

TEST(SealedBytesTest, NumbersOnDisk) {
  const struct {
    std::uint64_t value;
    std::string_view bytes;
  } cases[] = {
      {0, "\0"sv},
      {127, "\x7F"sv},
      {128, "\x80\x01"sv},
      {300, "\xAC\x02"sv},
      {std::numeric_limits<std::uint64_t>::max(), "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"sv},
  };
  for (const auto& c : cases) {
    std::string out = "x";
    AppendNumber(out, c.value);
    EXPECT_EQ(out, "x" + std::string(c.bytes)) << c.value;
    std::string_view in = c.bytes;
    EXPECT_EQ(TakeNumber(in), c.value);
    EXPECT_EQ(in, "");
  }
}

TEST(SealedBytesTest, WhatIsNotThereIsNotTaken) {
  for (const std::string_view bytes :
       {""sv, "\x80"sv, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv}) {
    std::string_view in = bytes;
    EXPECT_FALSE(TakeNumber(in)) << ::testing::PrintToString(bytes);
  }
  for (const std::string_view bytes :
       {""sv, "\x01"sv, "\x05kopi"sv, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01kopi"sv}) {
    std::string_view in = bytes;
    EXPECT_FALSE(TakeText(in)) << ::testing::PrintToString(bytes);
  }
}

TEST(SealedBytesTest, OnlyTheFirstIsTaken) {
  std::string bytes;
  AppendText(bytes, "kopi");
  AppendNumber(bytes, 7);
  AppendText(bytes, "");
  std::string_view in = bytes;
  EXPECT_EQ(TakeText(in), "kopi");
  EXPECT_EQ(TakeNumber(in), 7U);
  EXPECT_EQ(TakeText(in), "");
  EXPECT_EQ(in, "");
  EXPECT_FALSE(TakeText(in));
}

TEST(SealedBytesProperty, RandomNumbersAndTextsComeBack) {
  Random random(21);
  for (int round = 0; round < 2000; ++round) {
    std::uint64_t number = 0;
    for (std::size_t byte = random.Below(9); byte > 0; --byte) {
      number = number << 8 | random.Below(256);
    }
    const std::string text = random.Bytes(300);
    std::string bytes;
    AppendNumber(bytes, number);
    AppendText(bytes, text);
    std::string_view in = bytes;
    ASSERT_EQ(TakeNumber(in), number);
    ASSERT_EQ(TakeText(in), text);
    ASSERT_EQ(in, "");
  }
}

TEST(SealedBytesProperty, RandomBytesAreNoRecordAndEndTheReading) {
  Random random(22);
  for (int round = 0; round < 3000; ++round) {
    const std::string bytes = random.Bytes(40);
    EXPECT_FALSE(Unseal(1, bytes, "it").ok());
    std::string_view in = bytes;
    while (TakeText(in)) EXPECT_LE(in.size(), bytes.size());
  }
}

}  // namespace
}  // namespace warta
