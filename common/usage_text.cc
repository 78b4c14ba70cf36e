#include "common/usage_text.h"

namespace warta {

std::string UsageText(const std::string& error_name, const std::string& text) {
  const std::size_t colon = text.find(": ");
  const bool missing = error_name == "ArgumentMismatch" && text.ends_with(" missing");
  return missing && colon != std::string::npos ? text.substr(0, colon) + " needs a value" : text;
}

}  // namespace warta
