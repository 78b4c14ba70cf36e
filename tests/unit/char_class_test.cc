#include "common/text/char_class.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Name(CharClass c) {
  switch (c) {
    case CharClass::kSeparator:
      return "separator";
    case CharClass::kLetter:
      return "letter";
    case CharClass::kDigit:
      return "digit";
    case CharClass::kSuperscript:
      return "superscript";
    case CharClass::kMark:
      return "mark";
    case CharClass::kApostrophe:
      return "apostrophe";
    case CharClass::kHyphen:
      return "hyphen";
    case CharClass::kPoint:
      return "point";
    case CharClass::kPercent:
      return "percent";
    case CharClass::kIgnorable:
      return "ignorable";
  }
  return "?";
}

// The class and the length of the first character.
std::string Show(std::string_view text) {
  const Char c = CharAt(text, 0);
  return Name(c.char_class) + ' ' + std::to_string(c.length) + (c.ascii ? " ascii" : "");
}

TEST(CharClass, TheTableEqualsTheUnicodePropertiesOnAllOfAscii) {
  for (char32_t c = 0; c < 128; ++c)
    EXPECT_EQ(Name(ClassifyUnicode(c)), Name(kAsciiClass[c])) << static_cast<unsigned>(c);
}

TEST(CharClass, CharactersOfNews) {
  constexpr TextCase kCases[] = {
      {"a", "letter 1 ascii"},       {"Z", "letter 1 ascii"},    {"7", "digit 1 ascii"},
      {"'", "apostrophe 1 ascii"},   {"-", "hyphen 1 ascii"},    {",", "point 1 ascii"},
      {"%", "percent 1 ascii"},      {"_", "separator 1 ascii"}, {"$", "separator 1 ascii"},
      {"\u00E9", "letter 2"},        {"\u2019", "apostrophe 3"}, {"\u02BC", "apostrophe 2"},
      {"\u2011", "hyphen 3"},        {"\u2013", "separator 3"},  // en dash: a pause, no hyphen
      {"\u2014", "separator 3"},     {"\u2212", "separator 3"},  // minus sign
      {"\u00B2", "superscript 2"},   {"\u00BD", "separator 2"},  {"\u2460", "separator 3"},
      {"\u2163", "letter 3"},  // Roman numeral four
      {"\u0301", "mark 2"},          {"\u00AD", "ignorable 2"},  {"\u200B", "ignorable 3"},
      {"\u200E", "ignorable 3"},     {"\uFEFF", "ignorable 3"},  {"\uFE0F", "ignorable 3"},
      {"\u00A0", "separator 2"},     {"\u2800", "separator 3"},  // braille blank
      {"\u201C", "separator 3"},     {"\u0663", "digit 2"},      {"\u4EAC", "letter 3"},
      {"\U0001F600", "separator 4"},
  };
  ExpectShown(kCases, Show);
}

TEST(CharClass, StrayBytesAreSeparatorsOfOneByte) {
  constexpr TextCase kCases[] = {
      {"\x80", "separator 1"},         {"\xC3", "separator 1"},
      {"\xC3(", "separator 1"},        {"\xE2\x80", "separator 1"},
      {"\xFF", "separator 1"},         {"\xC0\xAF", "separator 1"},
      {"\xED\xA0\x80", "separator 1"}, {"\xF4\x90\x80\x80", "separator 1"},
  };
  ExpectShown(kCases, Show);
}

}  // namespace
}  // namespace warta
