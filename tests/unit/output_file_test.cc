#include "indexer/bulk/output_file.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "common/store/files.h"
#include "tests/unit/fatal_matcher.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

class OutputFileTest : public TempDirectoryTest {};

TEST_F(OutputFileTest, ReplacesAFileByWhatWasAppended) {
  const std::string path = Write("berkas", "isi yang lama dan panjang");
  const std::string large(3'000'001, 'x');
  OutputFile file(path);
  file.Append("satu ");
  file.Append({});
  file.Append(large);
  file.Append(" tiga");
  file.Close();
  EXPECT_EQ(ReadSmallFile(path), "satu " + large + " tiga");
}

TEST_F(OutputFileTest, IsEmptyWithoutAnything) {
  OutputFile file(Path("berkas"));
  file.Close();
  EXPECT_EQ(std::filesystem::file_size(Path("berkas")), 0U);
}

TEST_F(OutputFileTest, WhatCannotBeCreatedEndsTheJob) {
  ExpectFatal(ExitCode::kIoError, [&] { OutputFile file(Path("tidak ada/berkas")); });
}

TEST_F(OutputFileTest, AFullDiskEndsTheJob) {
  OutputFile file("/dev/full");
  ExpectFatal(ExitCode::kIoError, [&] { file.Append(std::string(2'000'000, 'x')); });
  OutputFile other("/dev/full");
  other.Append("x");
  ExpectFatal(ExitCode::kIoError, [&] { other.Close(); });
}

}  // namespace
}  // namespace warta
