#include "common/store/structure_findings.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(StructureFindings, NoneWhereAllIsAsItShouldBe) {
  EXPECT_THAT(StructureFindings("", 0), IsEmpty());
  EXPECT_THAT(StructureFindings("docdata table structure checked OK\n\n"
                                "spelling:\nLazily created, and not yet used.\n\n"
                                "synonym:\n"
                                "Full structure check not implemented, checking readability\n",
                                0),
              IsEmpty());
}

TEST(StructureFindings, StandBehindTheirTable) {
  EXPECT_THAT(
      StructureFindings("Database couldn't be opened for reading: rusak\n"
                        "Continuing check anyway\n"
                        "docdata:\ndocdata table structure checked OK\n\n"
                        "termlist:\nblok 7 rusak\nblok 9 rusak\n"
                        "termlist table errors found: 2\n"
                        "postlist:\nterlalu pendek\npostlist table errors found: 1\n",
                        3),
      ElementsAre("termlist: blok 7 rusak", "termlist: blok 9 rusak", "postlist: terlalu pendek"));
}

TEST(StructureFindings, ErrorsThatAreNotNamedAreCounted) {
  EXPECT_THAT(StructureFindings("docdata table structure checked OK\n", 2),
              ElementsAre("Xapian counts 2 errors"));
}

}  // namespace
}  // namespace warta
