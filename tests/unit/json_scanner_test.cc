#include "indexer/readers/json_scanner.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/string_stream.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// The records with "|" between them, "<long>" for one too long, the error in the end.
std::string Scan(std::string_view text, std::size_t limit = 1000, std::size_t block = 1U << 20U) {
  StringStream stream(std::string(text), block);
  Input input(stream);
  JsonScanner scanner(input, limit);
  std::string shown;
  while (true) {
    const auto piece = scanner.Next();
    if (!shown.empty()) shown += '|';
    if (!piece.ok()) return shown + piece.error().message;
    if (!piece.value()) return shown.substr(0, shown.size() - (shown.empty() ? 0 : 1));
    shown += piece.value()->overlong ? "<long>" : piece.value()->text;
  }
}

TEST(JsonScannerTest, RecordsOfADocument) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {" \n", ""},
      {"[]", ""},
      {R"({"a":1})", R"({"a":1})"},
      {R"([{"a":1}, {"b":[{"c":2}]}])", R"({"a":1}|{"b":[{"c":2}]})"},
      {"{\"a\":1}\n{\"b\":2}", R"({"a":1}|{"b":2})"},
      {R"([[{"a":1}],[{"b":2}]])", R"({"a":1}|{"b":2})"},
      {R"([{"a":"}]{["}])", R"({"a":"}]{["})"},
      {R"([{"a":"\"}"},{"b":"\\"}])", R"({"a":"\"}"}|{"b":"\\"})"},
      {R"([1,"x{",null,{"a":1}])", R"({"a":1})"},
      {R"([{"a":1})", R"({"a":1}|ends in the midst of a record)"},
      {R"({"a":"x)", "ends in the midst of a record"},
      {R"({"a":1} rusak)", R"({"a":1}|is not valid JSON)"},
      {"]", "is not valid JSON"},
  };
  ExpectShown(kCases, [](std::string_view text) { return Scan(text); });
}

TEST(JsonScannerTest, RecordsThatAreTooLong) {
  const std::string large = "{\"x\":\"" + std::string(50, 'x') + "\"}";
  EXPECT_EQ(Scan("[" + large + ",{\"a\":1}]", 20), "<long>|{\"a\":1}");
  EXPECT_EQ(Scan("[{\"a\":1}," + large + "]", 20), "{\"a\":1}|<long>");
}

TEST(JsonScannerTest, AnObjectLargerThanARecordWrapsThem) {
  std::string wrapper = R"({"status":"ok","items":[)";
  std::string expected;
  for (int i = 0; i < 40; ++i) {
    const std::string record = "{\"id\":" + std::to_string(i) + "}";
    wrapper += (i > 0 ? "," : "") + record;
    expected += (i > 0 ? "|" : "") + record;
  }
  wrapper += "]}";
  EXPECT_EQ(Scan(wrapper, 60), expected);
  EXPECT_EQ(Scan(wrapper + "{\"a\":1}", 60), expected + "|{\"a\":1}");
  EXPECT_EQ(Scan(wrapper, 1000), wrapper);
}

TEST(JsonScannerTest, BlocksMakeNoDifference) {
  Random random(31);
  constexpr std::string_view kPieces[] = {"{",
                                          "}",
                                          "[",
                                          "]",
                                          "\"",
                                          "\\",
                                          "\\\"",
                                          ",",
                                          "x",
                                          " ",
                                          "\n",
                                          R"({"a":"b\"c"})",
                                          R"([{"a":1},{"b":2}])"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t count = random.Below(30); count > 0; --count) {
      text += kPieces[random.Below(std::size(kPieces))];
    }
    const std::string whole = Scan(text, 20);
    for (const std::size_t block : {1U, 2U, 3U, 7U}) {
      ASSERT_EQ(Scan(text, 20, block), whole) << text << " in blocks of " << block;
    }
  }
}

TEST(JsonScannerTest, DeepNestingEndsIt) {
  EXPECT_EQ(Scan(std::string(1'000'000, '[')), "is not valid JSON");
}

}  // namespace
}  // namespace warta
