#include "indexer/quantity.h"

#include <cstdint>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(QuantityTest, Sizes) {
  const auto show = [](std::string_view text) {
    const auto size = ParseSize(text);
    return size.ok() ? std::to_string(size.value()) : "-";
  };
  const TextCase cases[] = {
      {"0", "0"},
      {"4096", "4096"},
      {"4096b", "4096"},
      {"1K", "1024"},
      {"1k", "1024"},
      {"1KiB", "1024"},
      {"1KB", "1000"},
      {"512M", "536870912"},
      {"1.5G", "1610612736"},
      {"1.5GiB", "1610612736"},
      {".5m", "524288"},
      {"2.G", "2147483648"},
      {"2GB", "2000000000"},
      {"1T", "1099511627776"},
      {"8191T", "9006099743113216"},
      {"8193T", "-"},
      {"99999999999999999999", "-"},
      {"", "-"},
      {"G", "-"},
      {".", "-"},
      {"1.2.3", "-"},
      {"1,5G", "-"},
      {"-1", "-"},
      {"+1", "-"},
      {" 1", "-"},
      {"1 G", "-"},
      {"1e3", "-"},
      {"0x10", "-"},
      {"inf", "-"},
      {"nan", "-"},
      {"1X", "-"},
      {"1GG", "-"},
      {"5m%", "-"},
  };
  ExpectShown(cases, show);
}

TEST(QuantityTest, Durations) {
  const auto show = [](std::string_view text) {
    const auto duration = ParseDuration(text);
    return duration.ok() ? std::to_string(duration.value().count()) : "-";
  };
  const TextCase cases[] = {
      {"0", "0"},       {"90", "90"},
      {"90s", "90"},    {"30m", "1800"},
      {"2h", "7200"},   {"1.5H", "5400"},
      {"1d", "86400"},  {"1w", "604800"},
      {"0.5s", "0"},    {"99999999999999d", "-"},
      {"", "-"},        {"h", "-"},
      {"-1h", "-"},     {"1 h", "-"},
      {"2 hours", "-"}, {"1h30m", "-"},
      {"1M ", "-"},     {"1y", "-"},
      {"lama", "-"},
  };
  ExpectShown(cases, show);
}

TEST(QuantityTest, Percentages) {
  const auto show = [](std::string_view text) {
    const auto percent = ParsePercent(text);
    return percent.ok() ? std::to_string(percent.value()) : "-";
  };
  const TextCase cases[] = {
      {"0", "0.000000"},
      {"20", "20.000000"},
      {"20%", "20.000000"},
      {"0.5%", "0.500000"},
      {"100%", "100.000000"},
      {"100.1", "-"},
      {"-1", "-"},
      {"", "-"},
      {"%", "-"},
      {"20%%", "-"},
      {"20 %", "-"},
      {"nan", "-"},
  };
  ExpectShown(cases, show);
}

TEST(QuantityTest, AnErrorNamesTheTextAndWhatWouldDo) {
  EXPECT_EQ(ParseSize("besar").error().message, "besar is no size (such as 512M, 1.5G)");
  EXPECT_EQ(ParseDuration("lama").error().message,
            "lama is no duration (such as 90s, 30m, 2h, 1d, 1w)");
  EXPECT_EQ(ParsePercent("120").error().message, "120 is no percentage (0 to 100)");
}

TEST(QuantityTest, Counted) {
  EXPECT_EQ(Counted(0, "article"), "0 articles");
  EXPECT_EQ(Counted(1, "article"), "1 article");
  EXPECT_EQ(Counted(28027, "article"), "28,027 articles");
}

}  // namespace
}  // namespace warta
