#include "common/message.h"

#include <cstddef>

namespace warta {

std::string Fill(std::string_view format, const std::vector<std::string>& arguments) {
  std::string text;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const bool placeholder = format[i] == '{' && i + 2 < format.size() && format[i + 1] >= '1' &&
                             format[i + 1] <= '9' && format[i + 2] == '}';
    const std::size_t argument = placeholder ? static_cast<std::size_t>(format[i + 1] - '1') : 0;
    if (placeholder && argument < arguments.size()) {
      text += arguments[argument];
      i += 2;
    } else {
      text += format[i];
    }
  }
  return text;
}

std::string English(const Message& message) {
  return Fill(message.format, message.arguments);
}

}  // namespace warta
