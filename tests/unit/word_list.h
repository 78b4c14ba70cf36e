#pragma once

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace warta {

/// The lines of a list of common/text/lists, as their words; comments and empty lines are left out.
inline std::vector<std::vector<std::string>> ReadWordList(const std::string& name) {
  std::ifstream file(std::string(WARTA_LISTS "/") + name);
  EXPECT_TRUE(file) << name;
  std::vector<std::vector<std::string>> lines;
  for (std::string text; std::getline(file, text);) {
    std::istringstream words(text.substr(0, text.find('#')));
    std::vector<std::string> fields{std::istream_iterator<std::string>(words), {}};
    if (!fields.empty()) lines.push_back(std::move(fields));
  }
  EXPECT_FALSE(lines.empty()) << name;
  return lines;
}

}  // namespace warta
