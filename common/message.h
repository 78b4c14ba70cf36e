#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warta {

/// Something to say to a person, kept apart from the language that it is said in: machine output
/// says it in English always (English), terminals in the language of the environment (Say in
/// common/translate.h).
struct Message {
  /// English, with `{1}`, `{2}`... for the arguments; the key of the translation. Written as
  /// N_("...") (translate.h), which puts it into the catalogue.
  const char* format = "";
  std::vector<std::string> arguments = {};

  bool operator==(const Message& other) const {
    return std::string_view(format) == other.format && arguments == other.arguments;
  }
};

/// The format with its arguments put in; `{9}` without an argument stays as it is.
std::string Fill(std::string_view format, const std::vector<std::string>& arguments);

/// The message in English.
std::string English(const Message& message);

}  // namespace warta
