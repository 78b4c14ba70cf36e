#include "common/text/decode.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/clean.h"
#include "common/text/decode_charset.h"
#include "common/text/mojibake.h"
#include "common/text/utf8.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

using namespace std::string_view_literals;

// "text | what was mended"
std::string Show(std::string_view bytes, std::string_view label = {}) {
  const Decoded decoded = DecodeText(bytes, label);
  return decoded.mended.empty() ? decoded.text : decoded.text + " | " + decoded.mended;
}

std::string Shown(std::string_view bytes) {
  return Show(bytes);
}

// The text in UTF-16 or UTF-32: only characters below U+10000.
std::string Wide(std::string_view text, std::size_t width, bool little) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    for (std::size_t i = 0; i < width; ++i) {
      const std::size_t place = little ? i : width - 1 - i;
      bytes.push_back(static_cast<char>(c >> (8 * place)));
    }
  }
  return bytes;
}

struct LabelCase {
  std::string_view label;
  std::string_view bytes;
  std::string_view shown;
};

void ExpectLabelled(const auto& cases) {
  for (const LabelCase& c : cases) EXPECT_EQ(Show(c.bytes, c.label), c.shown) << c.label;
}

TEST(DecodeText, AByteOrderMarkDecides) {
  constexpr TextCase kCases[] = {
      {"\xEF\xBB\xBFKafé", "Kafé"},
      {"\xEF\xBB\xBF", ""},
      {"\xEF\xBB\xBF\xEF\xBB\xBFKafé", "Kafé"},
      {"\xEF\xBB\xBFKaf\xE9 é",
       "Kaf\uFFFD é | is not valid UTF-8: the damaged characters were replaced"},
      {"\xFF\xFEK\0a\0f\0\xE9\0"sv, "Kafé"},
      {"\xFE\xFF\0K\0a\0f\0\xE9"sv, "Kafé"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"sv, "\U0001F600"},
      {"\xFF\xFEK\0\x3D\xD8z\0"sv,
       "K\uFFFDz | is not valid UTF-16LE: the damaged characters were replaced"},
      {"\xFF\xFEK\0a"sv, "K\uFFFD | is not valid UTF-16LE: the damaged characters were replaced"},
      {"\xFF\xFE\0\0K\0\0\0\xE9\0\0\0"sv, "Ké"},
      {"\0\0\xFE\xFF\0\0\0K\0\0\0\xE9"sv, "Ké"},
      {"\xFF\xFE", ""},
  };
  ExpectShown(kCases, Shown);
  EXPECT_EQ(Show("\xFE\xFF\0K"sv, "windows-1252"), "K");
  EXPECT_EQ(Show("\xEF\xBB\xBFKafé", "iso-8859-1"), "Kafé");
}

TEST(DecodeText, ValidUtf8WinsOverAnyLabel) {
  constexpr LabelCase kCases[] = {
      {"iso-8859-1", "Kafé “Wonoayu”", "Kafé “Wonoayu”"},
      {"windows-1251", "Kafé", "Kafé"},
      {"shift_jis", "Kafé", "Kafé"},
      {"utf-16", "Kafé", "Kafé"},
      {"utf-8", "Kafé", "Kafé"},
      {"", "Kafé", "Kafé"},
      {"iso-8859-1", "é“”’é“”’é“”’\xE9",
       "é“”’é“”’é“”’\uFFFD | is not valid UTF-8: the damaged characters were replaced"},
  };
  ExpectLabelled(kCases);
}

TEST(DecodeText, TheLabelHasItsMeaningOnTheWeb) {
  constexpr LabelCase kCases[] = {
      {"iso-8859-1", "\x93Kaf\xE9\x94", "“Kafé”"},
      {"ISO-8859-1", "\x93Kaf\xE9\x94", "“Kafé”"},
      {" \"Latin1\" ", "\x93Kaf\xE9\x94", "“Kafé”"},
      {"'us-ascii';", "\x93Kaf\xE9\x94", "“Kafé”"},
      {"windows-1252", "\x80 5", "€ 5"},
      {"windows-1251", "\xC4\xE0", "Да"},
      {"koi8-r", "\xE4\xC1", "Да"},
      {"windows-1256", "\xC8\xED\xD1\xE6\xCA", "بيروت"},
      {"iso-8859-9",
       "Erdo\xF0"
       "an",
       "Erdoğan"},
      {"iso-8859-15", "\xA4 5", "€ 5"},
      {"gb2312", "\xD6\xD0\xB9\xFA", "中国"},
      {"GBK", "\xD6\xD0\xB9\xFA", "中国"},
      {"big5", "\xA4\xA4\xB0\xEA", "中國"},
      {"Shift_JIS", "\x93\x8C\x8B\x9E", "東京"},
      {"euc-jp", "\xC5\xEC\xB5\xFE", "東京"},
      {"euc-kr", "\xBC\xAD\xBF\xEF", "서울"},
  };
  ExpectLabelled(kCases);
}

TEST(DecodeText, ALabelThatCannotBeRightIsPassedOver) {
  constexpr LabelCase kCases[] = {
      {"x-tidak-ada", "Kaf\xE9", "Kafé | is not UTF-8: read as windows-1252"},
      {"utf-8", "Kaf\xE9", "Kafé | is not UTF-8: read as windows-1252"},
      {"utf-16", "Kaf\xE9", "Kafé | is not UTF-8: read as windows-1252"},
      {"utf-16le", "Kafe", "Kafe"},
      {"shift_jis", "Kaf\xE9 \xE9!", "Kafé é! | is not UTF-8: read as windows-1252"},
      {"utf-8", "é “\xFF”",
       "é “\uFFFD” | is not valid UTF-8: the damaged characters were replaced"},
  };
  ExpectLabelled(kCases);
}

TEST(DecodeText, Utf16WithoutAMark) {
  const std::string_view text = "Kafé “Wonoayu” dibuka di Sidoarjo.\nRamai.";
  EXPECT_EQ(Show(Wide(text, 2, true)), std::string(text) + " | is not UTF-8: read as UTF-16LE");
  EXPECT_EQ(Show(Wide(text, 2, false)), std::string(text) + " | is not UTF-8: read as UTF-16BE");
  EXPECT_EQ(Show(Wide(text, 2, true), "utf-16"), text);
  EXPECT_EQ(Show(Wide(text, 2, false), "utf-16be"), text);
  EXPECT_EQ(Show(Wide(text, 2, false), "iso-8859-1"),
            std::string(text) + " | is not UTF-8: read as UTF-16BE");
}

TEST(DecodeText, DamagedUtf8IsMendedAndOthersAreWindows1252) {
  constexpr TextCase kCases[] = {
      {"“Kafé” \xFF.", "“Kafé” \uFFFD. | is not valid UTF-8: the damaged characters were replaced"},
      {"é \xE2\x80", "é \uFFFD | is not valid UTF-8: the damaged characters were replaced"},
      {"Kaf\xE9", "Kafé | is not UTF-8: read as windows-1252"},
      {"\x93ya\x94 \x96 Jum\x92"
       "at",
       "“ya” – Jum’at | is not UTF-8: read as windows-1252"},
      {"judul \x81\x8D\x8F\x90\x9D isi", "judul       isi | is not UTF-8: read as windows-1252"},
      {"lucu \xED\xA0\xBD\xED\xB8\x80", "lucu \U0001F600"},
      // One character that looks like UTF-8 by chance: it is undone where it is certain.
      {"\x93ya\x94 \x96 caf\xC3\xA9", "“ya” – café | is not UTF-8: read as windows-1252"},
  };
  ExpectShown(kCases, Shown);
}

TEST(DecodeText, OtherAlphabetsWhereTheyLeaveNoDoubt) {
  // "Сегодня в столице прошёл сильный дождь, движение на улицах было затруднено." and others, their
  // encodings made by Python.
  constexpr TextCase kCases[] = {
      {"\321\345\343\356\344\355\377\040\342\040\361\362\356\353\350\366\345\040\357\360\356\370"
       "\270\353\040\361\350\353\374\355\373\351\040\344\356\346\344\374\054\040\344\342\350\346"
       "\345\355\350\345\040\355\340\040\363\353\350\366\340\365\040\341\373\353\356\040\347\340"
       "\362\360\363\344\355\345\355\356\040\344\356\040\361\340\354\356\343\356\040\342\345\367"
       "\345\360\340\056",
       "Сегодня в столице прошёл сильный дождь, движение на улицах было затруднено до самого "
       "вечера. | is not UTF-8: read as windows-1251"},
      {"\363\305\307\317\304\316\321\040\327\040\323\324\317\314\311\303\305\040\320\322\317\333"
       "\243\314\040\323\311\314\330\316\331\312\040\304\317\326\304\330\054\040\304\327\311\326"
       "\305\316\311\305\040\316\301\040\325\314\311\303\301\310\040\302\331\314\317\040\332\301"
       "\324\322\325\304\316\305\316\317\040\304\317\040\323\301\315\317\307\317\040\327\305\336"
       "\305\322\301\056",
       "Сегодня в столице прошёл сильный дождь, движение на улицах было затруднено до самого "
       "вечера. | is not UTF-8: read as KOI8-R"},
      {"\345\330\341\312\040\303\343\330\307\321\040\333\322\355\321\311\040\332\341\354\040\307"
       "\341\332\307\325\343\311\040\325\310\307\315\040\307\341\355\346\343\040\346\312\346\336"
       "\335\312\040\315\321\337\311\040\307\341\343\321\346\321\040\335\355\040\324\346\307\321"
       "\332\040\337\313\355\321\311\040\315\312\354\040\307\341\343\323\307\301",
       "هطلت أمطار غزيرة على العاصمة صباح اليوم وتوقفت حركة المرور في شوارع كثيرة حتى المساء | is "
       "not UTF-8: read as windows-1256"},
      {"\275\361\314\354\311\317\316\347\312\327\266\274\317\302\301\313\264\363\323\352\243\254"
       "\320\355\266\340\275\326\265\300\265\304\275\273\315\250\322\273\326\261\326\320\266\317"
       "\265\275\315\355\311\317\243\254\276\323\303\361\303\307\265\310\264\375\276\310\324\256"
       "\310\313\324\261\265\304\265\275\300\264\241\243",
       "今天上午首都下了大雨，许多街道的交通一直中断到晚上，居民们等待救援人员的到来。 | is not "
       "UTF-8: read as GB18030"},
      {"\215\241\223\372\202\314\214\337\221\117\201\101\216\361\223\163\202\305\202\315\221\345"
       "\211\112\202\252\215\176\202\350\201\101\221\275\202\255\202\314\223\271\230\110\202\305"
       "\226\351\202\334\202\305\214\360\222\312\202\252\216\176\202\334\202\350\202\334\202\265"
       "\202\275\201\102\217\132\226\257\202\315\213\176\217\225\202\360\221\322\202\301\202\304"
       "\202\242\202\334\202\267\201\102",
       "今日の午前、首都では大雨が降り、多くの道路で夜まで交通が止まりました。住民は救助を待ってい"
       "ます。 | is not UTF-8: read as windows-31j"},
      {"\272\243\306\374\244\316\270\341\301\260\241\242\274\363\305\324\244\307\244\317\302\347"
       "\261\253\244\254\271\337\244\352\241\242\302\277\244\257\244\316\306\273\317\251\244\307"
       "\314\353\244\336\244\307\270\362\304\314\244\254\273\337\244\336\244\352\244\336\244\267"
       "\244\277\241\243\275\273\314\261\244\317\265\337\275\365\244\362\302\324\244\303\244\306"
       "\244\244\244\336\244\271\241\243",
       "今日の午前、首都では大雨が降り、多くの道路で夜まで交通が止まりました。住民は救助を待ってい"
       "ます。 | is not UTF-8: read as EUC-JP"},
      {"\277\300\264\303\040\277\300\300\374\040\274\366\265\265\277\241\040\305\253\040\272\361"
       "\260\241\040\263\273\267\301\040\270\271\300\272\040\260\305\270\256\300\307\040\261\263"
       "\305\353\300\314\040\300\372\263\341\261\356\301\366\040\270\330\303\337\276\372\260\355"
       "\040\301\326\271\316\265\351\300\272\040\261\270\301\266\270\246\040\261\342\264\331\270"
       "\256\260\355\040\300\326\275\300\264\317\264\331\056",
       "오늘 오전 수도에 큰 비가 내려 많은 거리의 교통이 저녁까지 멈추었고 주민들은 구조를 "
       "기다리고 있습니다. | is not UTF-8: read as windows-949"},
      {"\244\265\244\321\244\127\244\310\255\272\263\243\244\125\244\106\244\152\253\102\241\101"
       "\263\134\246\150\265\363\271\104\252\272\245\346\263\161\244\100\252\275\244\244\302\137"
       "\250\354\261\337\244\127\241\101\251\176\245\301\255\314\265\245\253\335\261\317\264\251"
       "\244\110\255\373\252\272\250\354\250\323\241\103",
       "今天上午首都下了大雨，許多街道的交通一直中斷到晚上，居民們等待救援人員的到來。 | is not "
       "UTF-8: read as Big5-HKSCS"},
  };
  ExpectShown(kCases, Shown);
}

TEST(DecodeText, NulsBecomeSpaces) {
  EXPECT_EQ(Show("Judul\0isi"sv), "Judul isi");
}

TEST(IsText, NulsMakeItNoneUnlessItIsUtf16) {
  constexpr TextCase kCases[] = {
      {"", "text"},
      {"Judul", "text"},
      {"Kaf\xE9", "text"},
      {"Judul\0isi"sv, "none"},
      {"\0"sv, "none"},
      {"\xEF\xBB\xBFJudul\0isi"sv, "none"},
      {"\xFF\xFEJ\0u\0"sv, "text"},
      {"\xFE\xFF\0J\0u"sv, "text"},
      {"J\0u\0d\0u\0l\0"sv, "text"},
      {"\0J\0u\0d\0u\0l"sv, "text"},
      {"\x01\0\x02\0\x03\0\x04\0"sv, "none"},
      {"\x01\0\0\0\x02\0\0\0"sv, "none"},
      {"\x7F"
       "ELF\2\1\1\0\0\0\0\0\0\0\0\0"sv,
       "none"},
  };
  ExpectShown(kCases, [](std::string_view bytes) { return IsText(bytes) ? "text" : "none"; });
}

TEST(CharsetOf, LabelsInAnyDress) {
  constexpr TextCase kCases[] = {
      {"UTF-8", "UTF-8"},
      {"utf8", "UTF-8"},
      {"\"utf-8\"", "UTF-8"},
      {" ISO-8859-1\r\n", "windows-1252"},
      {"latin1", "windows-1252"},
      {"Windows-1252;", "windows-1252"},
      {"gb2312", "GB18030"},
      {"utf-16", "UTF-16LE"},
      {"", ""},
      {" \"\" ", ""},
      {"iso-8859-99", ""},
      {"utf-7", ""},
  };
  ExpectShown(kCases, CharsetOf);
}

constexpr std::string_view kLabels[] = {"",
                                        "utf-8",
                                        "utf-16",
                                        "utf-16be",
                                        "iso-8859-1",
                                        "us-ascii",
                                        "iso-8859-2",
                                        "iso-8859-3",
                                        "iso-8859-4",
                                        "iso-8859-5",
                                        "iso-8859-6",
                                        "iso-8859-7",
                                        "iso-8859-8",
                                        "iso-8859-9",
                                        "iso-8859-11",
                                        "iso-8859-13",
                                        "iso-8859-15",
                                        "windows-1250",
                                        "windows-1251",
                                        "windows-1253",
                                        "windows-1255",
                                        "windows-1256",
                                        "windows-1257",
                                        "windows-1258",
                                        "koi8-r",
                                        "koi8-u",
                                        "ibm866",
                                        "macintosh",
                                        "gb18030",
                                        "big5",
                                        "shift_jis",
                                        "euc-jp",
                                        "euc-kr",
                                        "tidak-ada"};

TEST(DecodeText, EveryLabelDecodesEveryByteToCleanText) {
  std::string bytes(256, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
  for (const std::string_view label : kLabels) {
    EXPECT_TRUE(IsCleanText(DecodeText(bytes, label).text)) << label;
    const std::string_view charset = CharsetOf(label);
    if (charset.empty()) continue;
    EXPECT_NE(DecodeCharset(bytes, charset).text, "") << label;
  }
}

TEST(DecodeText, WhateverComesInIsCleanAndStays) {
  Random random(33);
  for (int round = 0; round < 20000; ++round) {
    const std::string_view label = random.Pick(kLabels);
    const std::string bytes = round % 2 == 0 ? random.Bytes(60) : random.Utf8(20) + random.Bytes(2);
    const std::string text = DecodeText(bytes, label).text;
    ASSERT_TRUE(IsCleanText(text)) << ::testing::PrintToString(bytes);
    const Decoded again = DecodeText(text, label);
    ASSERT_EQ(again.text, text) << ::testing::PrintToString(bytes);
    ASSERT_EQ(again.mended, "");
  }
}

TEST(DecodeText, ThereAndBack) {
  constexpr std::string_view kWords[] = {
      "Banjir", "di",       "kaf\u00E9", "\u201Cwarga\u201D", "Jum\u2019at", "31\u00B0C",
      "\u2013", "S\u00E3o", "Paulo,",    "na\u00EFf.",        "\u20AC5",     "\u2026"};
  Random random(34);
  for (int round = 0; round < 500; ++round) {
    std::string text = "Kabar dari kaf\u00E9";
    for (std::size_t left = random.Below(30); left > 0; --left) {
      text += ' ';
      text += random.Pick(kWords);
    }
    std::string windows;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = NextCodePoint(text, at);
      int byte = 0x80;
      while (c >= 0x100 && Windows1252ToUnicode(static_cast<unsigned char>(byte)) != c) ++byte;
      windows.push_back(static_cast<char>(c < 0x100 ? static_cast<int>(c) : byte));
    }
    ASSERT_EQ(DecodeText(windows).text, text);
    ASSERT_EQ(Show(windows, "iso-8859-1"), text);
    for (const bool little : {true, false}) {
      const std::string utf16 = Wide(text, 2, little);
      ASSERT_EQ(DecodeText(utf16).text, text);
      ASSERT_EQ(Show((little ? "\xFF\xFE" : "\xFE\xFF") + utf16), text);
      ASSERT_EQ(Show(Wide("\uFEFF" + text, 4, little)), text);
    }
    ASSERT_EQ(Show(text), text);
  }
}

}  // namespace
}  // namespace warta
