#include "searcher/render/local_text.h"

#include <iomanip>
#include <sstream>

#include "common/group_digits.h"
#include "common/translate.h"

namespace warta {
namespace {

bool IsIndonesian() {
  return CurrentLanguage() == Language::kIndonesian;
}

}  // namespace

std::string DateText(const Date& date) {
  return IsIndonesian() ? FormatIndonesian(date) : FormatEnglish(date);
}

std::string NumberText(std::uint64_t number) {
  return GroupDigits(number, IsIndonesian() ? '.' : ',');
}

std::string DecimalText(double number) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(2) << number;
  std::string decimal = text.str();
  if (const std::size_t point = decimal.find('.'); IsIndonesian() && point != std::string::npos)
    decimal[point] = ',';
  return decimal;
}

std::string CountText(const char* one, const char* many, std::uint64_t number) {
  return Fill(TranslatePlural(one, many, number), {NumberText(number)});
}

}  // namespace warta
