#pragma once

#include <string>

namespace warta {

/// What is wrong with a command line, in the language chosen (translate.h), from the name and the text
/// of CLI11's error, which for a missing value speaks of "1 required TEXT missing".
std::string UsageText(const std::string& error_name, const std::string& text);

}  // namespace warta
