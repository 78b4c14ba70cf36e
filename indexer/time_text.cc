#include "indexer/time_text.h"

#include <ctime>
#include <iomanip>
#include <sstream>
#include <utility>

namespace warta {
namespace {

constexpr const char* kUtcFormat = "%Y-%m-%dT%H:%M:%SZ";

std::string Format(const std::tm& parts, const char* format) {
  std::ostringstream text;
  text << std::put_time(&parts, format);
  return std::move(text).str();
}

}  // namespace

std::string UtcText(std::int64_t time) {
  const std::time_t seconds = time;
  std::tm parts = {};
  ::gmtime_r(&seconds, &parts);
  return Format(parts, kUtcFormat);
}

std::optional<std::int64_t> ParseUtc(const std::string& text) {
  std::tm parts = {};
  const char* end = ::strptime(text.c_str(), kUtcFormat, &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return ::timegm(&parts);
}

std::string LocalText(std::int64_t time) {
  const std::time_t seconds = time;
  std::tm parts = {};
  ::localtime_r(&seconds, &parts);
  return Format(parts, "%Y-%m-%d %H:%M");
}

}  // namespace warta
