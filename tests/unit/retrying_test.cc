#include "common/store/retrying.h"

#include <string>

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class RetryingTest : public TempDirectoryTest {
 protected:
  // Two commits of many changes: what a reader from before them sees is written over.
  void Overtake(const std::string& value) {
    for (int commit = 0; commit < 2; ++commit) {
      for (int i = 0; i < 500; ++i)
        writer_.set_metadata("kunci" + std::to_string(i), value + std::to_string(commit));
      writer_.commit();
    }
  }

  Xapian::WritableDatabase writer_{Path("db"), Xapian::DB_CREATE};
};

TEST_F(RetryingTest, AReaderThatIsOvertakenReadsAgain) {
  Overtake("lama");
  Xapian::Database reader(Path("db"));
  int attempts = 0;
  const std::string value = Retrying(reader, [&] {
    if (++attempts == 1) Overtake("baru");
    return reader.get_metadata("kunci250");
  });
  EXPECT_EQ(value, "baru1");
  EXPECT_EQ(attempts, 2);
}

TEST_F(RetryingTest, OneThatAlwaysIsGivesUp) {
  Xapian::Database reader(Path("db"));
  int attempts = 0;
  const auto step = [&] {
    ++attempts;
    throw Xapian::DatabaseModifiedError("terlalu lambat");
  };
  EXPECT_THROW(Retrying(reader, step), Xapian::DatabaseModifiedError);
  EXPECT_EQ(attempts, 5);
}

TEST_F(RetryingTest, OtherErrorsComeThroughAtOnce) {
  Xapian::Database reader(Path("db"));
  int attempts = 0;
  const auto step = [&] {
    ++attempts;
    throw Xapian::DatabaseCorruptError("rusak");
  };
  EXPECT_THROW(Retrying(reader, step), Xapian::DatabaseCorruptError);
  EXPECT_EQ(attempts, 1);
}

}  // namespace
}  // namespace warta
