#include "common/store/furniture_record.h"

#include <gtest/gtest.h>

namespace warta {
namespace {

TEST(FurnitureRecordTest, ComesBackAsItWas) {
  FurnitureRecord record;
  EXPECT_EQ(DecodeFurniture(EncodeFurniture(record)), record);
  record.articles = {{"", 3}, {"Kabar Pagi", 5931}};
  record.learned = {{"Kabar Pagi", "Ikuti kami di Telegram", 74}, {"", "Sumber: kami", 10}};
  record.unfinished = {{"Kabar Pagi", "Baca juga", 8}};
  record.frequent = {{"Kabar Pagi", "Kronologi", 12}};
  record.counts = {{0, 3}, {0xFFFFFFFFFFFFFFFF, 9}};
  EXPECT_EQ(DecodeFurniture(EncodeFurniture(record)), record);
}

TEST(FurnitureRecordTest, WhatCannotBeReadIsLeftOut) {
  const FurnitureRecord record = DecodeFurniture(
      "learned\tx\tA\tB\nlearned\t7\tA\nlearned\t7\tA\tB\nbaru\t1\tA\tB\ncount\t3\tzz\n\n\t\t\t\n"
      "publisher\t-1\tA\ncount\t99999999999\t1");
  FurnitureRecord expected;
  expected.learned = {{"A", "B", 7}};
  EXPECT_EQ(record, expected);
}

}  // namespace
}  // namespace warta
