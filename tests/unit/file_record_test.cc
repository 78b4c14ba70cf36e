#include "common/store/file_record.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/store/sealed_bytes.h"
#include "tests/unit/random.h"

namespace warta {
namespace {

FileRecord Full() {
  FileRecord record;
  record.path = "/arsip/2024/berita.jsonl";
  record.stamp = {48'213, 1'714'525'200'123'456'789, 1'714'525'200'987'654'321};
  record.hash = 0xFEDC'BA98'7654'3210;
  record.reading = "1/2";
  record.articles = 17;
  record.many = true;
  record.problems = {":3: is not valid JSON: skipped", ":9: is not a JSON object: skipped"};
  record.remarks = {":4: left out 1 word of more than 64 letters"};
  record.copies = {1, 2, std::numeric_limits<std::uint64_t>::max()};
  return record;
}

TEST(FileRecordTest, ComesBackAsItWas) {
  for (const FileRecord& record : {FileRecord{}, Full()}) {
    const Result<FileRecord> back = DecodeFileRecord(EncodeFileRecord(record));
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back.value(), record);
  }
}

TEST(FileRecordTest, ExtremeValuesComeBack) {
  FileRecord record;
  record.path = std::string("/a\nb\xFF\0c", 8);
  record.stamp = {std::numeric_limits<std::uint64_t>::max(),
                  std::numeric_limits<std::int64_t>::min(), -1};
  record.problems = {"", std::string(100'000, 'x')};
  record.copies.assign(10'000, 7);
  EXPECT_EQ(DecodeFileRecord(EncodeFileRecord(record)).value(), record);
}

TEST(FileRecordTest, EveryChangeOfAFieldChangesTheRecord) {
  const std::string bytes = EncodeFileRecord(Full());
  const auto differs = [&](auto change) {
    FileRecord record = Full();
    change(record);
    return EncodeFileRecord(record) != bytes;
  };
  EXPECT_TRUE(differs([](FileRecord& r) { r.path += 'x'; }));
  EXPECT_TRUE(differs([](FileRecord& r) { ++r.stamp.size; }));
  EXPECT_TRUE(differs([](FileRecord& r) { ++r.stamp.modified; }));
  EXPECT_TRUE(differs([](FileRecord& r) { ++r.stamp.changed; }));
  EXPECT_TRUE(differs([](FileRecord& r) { std::swap(r.stamp.modified, r.stamp.changed); }));
  EXPECT_TRUE(differs([](FileRecord& r) { ++r.hash; }));
  EXPECT_TRUE(differs([](FileRecord& r) { r.reading = "2"; }));
  EXPECT_TRUE(differs([](FileRecord& r) { ++r.articles; }));
  EXPECT_TRUE(differs([](FileRecord& r) { r.many = false; }));
  EXPECT_TRUE(differs([](FileRecord& r) { r.problems.pop_back(); }));
  EXPECT_TRUE(differs([](FileRecord& r) { std::swap(r.problems, r.remarks); }));
  EXPECT_TRUE(differs([](FileRecord& r) { r.copies.pop_back(); }));
}

TEST(FileRecordTest, EveryFlippedBitIsFound) {
  const std::string bytes = EncodeFileRecord(Full());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string damaged = bytes;
    damaged[bit / 8] =
        static_cast<char>(static_cast<unsigned char>(damaged[bit / 8]) ^ 1U << bit % 8);
    EXPECT_FALSE(DecodeFileRecord(damaged).ok()) << "bit " << bit;
  }
}

TEST(FileRecordTest, EveryCutAndEveryAdditionIsFound) {
  const std::string bytes = EncodeFileRecord(Full());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeFileRecord(std::string_view(bytes).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(DecodeFileRecord(bytes + 'x').ok());
  EXPECT_FALSE(DecodeFileRecord(bytes + bytes).ok());
}

// The checksum fits, the fields do not: a record is whole or it is an error.
TEST(FileRecordTest, EveryCutUnderAGoodChecksumIsMalformed) {
  const std::string bytes = EncodeFileRecord(Full());
  const std::string_view fields = Unseal(bytes.front(), bytes, "the record").value();
  for (std::size_t size = 0; size < fields.size(); ++size) {
    const Result<FileRecord> record = DecodeFileRecord(Seal(bytes.front(), fields.substr(0, size)));
    ASSERT_FALSE(record.ok()) << size;
    EXPECT_EQ(record.error().message, "the record of a file is malformed");
  }
}

TEST(FileRecordTest, ACountOfMoreThanThereIsTakesNoMemory) {
  std::string fields;
  AppendText(fields, "/a.txt");
  for (int number = 0; number < 4; ++number) AppendNumber(fields, 0);
  AppendText(fields, "1");
  AppendNumber(fields, 0);
  AppendNumber(fields, 0);
  AppendNumber(fields, std::numeric_limits<std::uint64_t>::max());
  EXPECT_FALSE(DecodeFileRecord(Seal(1, fields)).ok());
}

TEST(FileRecordTest, AnotherFormatIsNamed) {
  std::string bytes = EncodeFileRecord(Full());
  bytes[0] = '\x63';
  const Result<FileRecord> record = DecodeFileRecord(bytes);
  ASSERT_FALSE(record.ok());
  EXPECT_EQ(record.error().message, "the record of a file has an unknown format");
}

TEST(FileRecordTest, IdsAreHashedByTheirBytes) {
  EXPECT_EQ(HashId("wn-7"), HashId(std::string("wn-7")));
  EXPECT_NE(HashId("wn-7"), HashId("wn-8"));
  EXPECT_NE(HashId(""), HashId(std::string_view("\0", 1)));
}

TEST(FileRecordProperty, RandomRecordsComeBack) {
  Random random(31);
  for (int round = 0; round < 1000; ++round) {
    FileRecord record;
    record.path = random.Bytes(300);
    record.stamp = {random.Below(1'000'000'000), static_cast<std::int64_t>(random.Below(1 << 30)),
                    -static_cast<std::int64_t>(random.Below(1 << 30))};
    record.hash = random.Below(1 << 30);
    record.reading = random.Utf8(5);
    record.articles = random.Below(1000);
    record.many = random.Below(2) == 0;
    for (std::size_t i = random.Below(4); i > 0; --i) record.problems.push_back(random.Bytes(50));
    for (std::size_t i = random.Below(4); i > 0; --i) record.remarks.push_back(random.Utf8(20));
    for (std::size_t i = random.Below(9); i > 0; --i)
      record.copies.push_back(random.Below(1 << 30));
    const Result<FileRecord> back = DecodeFileRecord(EncodeFileRecord(record));
    ASSERT_TRUE(back.ok());
    ASSERT_EQ(back.value(), record);
  }
}

TEST(FileRecordProperty, RandomFieldsUnderAGoodChecksumDoNotCrash) {
  Random random(32);
  for (int round = 0; round < 3000; ++round) {
    EXPECT_FALSE(DecodeFileRecord(random.Bytes(64)).ok());
    static_cast<void>(DecodeFileRecord(Seal(1, random.Bytes(64))).ok());
  }
}

}  // namespace
}  // namespace warta
