#include "common/cli/usage_text.h"

#include <optional>
#include <string_view>
#include <vector>

#include "common/translate.h"

namespace warta {
namespace {

// What CLI11 says, with placeholders for what it puts in.
constexpr const char* kKnown[] = {
    N_("{1} needs a value"),
    N_("{1} is required"),
    N_("{1} excludes {2}"),
    N_("{1} requires {2}"),
    N_("The following argument was not expected: {1}"),
    N_("The following arguments were not expected: {1}"),
    N_("{1}: Value {2} not in range {3} to {4}"),
    N_("{1}: {2} not in {3}"),
};

// What stands in the text for each placeholder of the format, if it is one of that format.
std::optional<std::vector<std::string>> ArgumentsIn(std::string_view text,
                                                    std::string_view format) {
  constexpr std::size_t kPlaceholder = 3;  // {1}
  std::vector<std::string> arguments;
  std::size_t brace = format.find('{');
  if (text.substr(0, brace) != format.substr(0, brace)) return std::nullopt;
  text.remove_prefix(brace);
  while (brace != std::string_view::npos) {
    format.remove_prefix(brace + kPlaceholder);
    brace = format.find('{');
    const std::string_view literal = format.substr(0, brace);
    const std::size_t end = literal.empty() ? text.size() : text.find(literal);
    if (end == std::string_view::npos) return std::nullopt;
    arguments.emplace_back(text.substr(0, end));
    text.remove_prefix(end + literal.size());
  }
  return text.empty() ? std::optional(arguments) : std::nullopt;
}

}  // namespace

std::string UsageText(const std::string& error_name, const std::string& text) {
  const std::size_t colon = text.find(": ");
  const bool missing = error_name == "ArgumentMismatch" && text.ends_with(" missing");
  std::string english = missing && colon != std::string::npos
                            ? Fill("{1} needs a value", {text.substr(0, colon)})
                            : text;
  for (const char* format : kKnown) {
    if (const auto arguments = ArgumentsIn(english, format))
      return Fill(Translate(format), *arguments);
  }
  return english;
}

}  // namespace warta
