#include "indexer/bulk/glass_pack.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/bulk/interpolative.h"

namespace warta::glass {
namespace {

std::string Sortable(std::uint32_t value) {
  std::string out;
  PackSortableUint(out, value);
  return out;
}

std::string SortableText(std::string_view text) {
  std::string out;
  PackSortableText(out, text);
  return out + '\0' + Sortable(1);
}

TEST(GlassPackTest, NumbersComeBack) {
  for (unsigned bits = 0; bits < 64; ++bits) {
    for (const std::uint64_t off : {0U, 1U, 2U}) {
      const std::uint64_t value = (std::uint64_t{1} << bits) + off - 1;
      std::string packed;
      PackUint(packed, value);
      packed += "rest";
      std::string_view in = packed;
      EXPECT_EQ(UnpackUint(in), value);
      EXPECT_EQ(in, "rest");
    }
  }
}

TEST(GlassPackTest, SortableNumbersCompareAsNumbers) {
  std::vector<std::uint32_t> values;
  for (unsigned bits = 2; bits < 32; ++bits) {
    const std::uint32_t power = std::uint32_t{1} << bits;
    values.insert(values.end(), {power - 1, power, power + power / 2});
  }
  values.push_back(0xFFFF'FFFF);
  for (std::size_t i = 1; i < values.size(); ++i) {
    EXPECT_LT(Sortable(values[i - 1]), Sortable(values[i])) << values[i];
    EXPECT_NE(Sortable(values[i]).front(), '\xFF');
  }
}

TEST(GlassPackTest, SortableNumbersAreWrittenSo) {
  EXPECT_EQ(Sortable(0), std::string("\0\0", 2));
  EXPECT_EQ(Sortable(0x7FFF), "\x7F\xFF");
  EXPECT_EQ(Sortable(0x8000), std::string("\x80\x80\0", 3));
  EXPECT_EQ(Sortable(0x3F'FFFF), "\xBF\xFF\xFF");
  EXPECT_EQ(Sortable(0x40'0000), std::string("\xC0\x40\0\0", 4));
  EXPECT_EQ(Sortable(0xFFFF'FFFF), "\xE0\xFF\xFF\xFF\xFF");
}

TEST(GlassPackTest, SortableTextsCompareAsTexts) {
  const std::string zero(1, '\0');
  const std::vector<std::string> texts = {
      "",     zero,         zero + zero, zero + "\x01",       zero + 'a', zero + "\xFF",
      "\x01", "a",          "a" + zero,  "a" + zero + "\xFF", "a\x01",    "aa",
      "\xFF", "\xFF" + zero};
  for (std::size_t i = 1; i < texts.size(); ++i) {
    ASSERT_LT(texts[i - 1], texts[i]);
    EXPECT_LT(SortableText(texts[i - 1]), SortableText(texts[i])) << i;
  }
}

TEST(GlassPackTest, LastNumbersHaveNoZeroBytesAtTheEnd) {
  const auto packed = [](std::uint64_t value) {
    std::string out;
    PackLastUint(out, value);
    return out;
  };
  EXPECT_EQ(packed(0), "");
  EXPECT_EQ(packed(255), "\xFF");
  EXPECT_EQ(packed(256), std::string("\0\x01", 2));
}

// As Xapian 1.4 writes them; the oracle of bulk_builder_test reads many more.
TEST(GlassPackTest, Positions) {
  const auto packed = [](const std::vector<std::uint32_t>& positions) {
    std::string out;
    PackPositions(out, positions);
    return out;
  };
  EXPECT_EQ(packed({300}), "\xAC\x02");
  EXPECT_EQ(packed({1, 2, 3, 4}), "\x04\x09");
  EXPECT_EQ(packed({1, 5, 100, 101}), "\x65\x01\xC1\xC0\x0B");
}

}  // namespace
}  // namespace warta::glass
