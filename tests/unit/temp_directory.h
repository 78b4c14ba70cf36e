#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include <gtest/gtest.h>

namespace warta {

/// Gives each test an empty directory of its own, gone after the test.
class TempDirectoryTest : public ::testing::Test {
 protected:
  TempDirectoryTest() {
    std::string name = (std::filesystem::temp_directory_path() / "warta-unit-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) {
      directory_ = std::filesystem::canonical(name).string();
    }
  }
  ~TempDirectoryTest() override {
    std::error_code ignored;
    if (!directory_.empty()) std::filesystem::remove_all(directory_, ignored);
  }
  TempDirectoryTest(const TempDirectoryTest&) = delete;
  TempDirectoryTest& operator=(const TempDirectoryTest&) = delete;

  void SetUp() override { ASSERT_FALSE(directory_.empty()) << "no temporary directory"; }

  const std::string& directory() const { return directory_; }

  std::string Path(std::string_view name) const { return directory_ + "/" + std::string(name); }

  /// Writes a file below the directory, its folders included; returns its path.
  std::string Write(std::string_view name, std::string_view content) const {
    const std::string path = Path(name);
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream out(path, std::ios::binary);
    out << content;
    out.close();
    EXPECT_TRUE(out) << "cannot write " << path;
    return path;
  }

 private:
  std::string directory_;
};

}  // namespace warta
