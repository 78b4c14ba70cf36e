#include "common/text/piece.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/char_class.h"
#include "common/text/word_hash.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// "piece|rest", with ~ between them for a piece that is not pure ASCII.
std::string Show(std::string_view text) {
  const PieceScan scan = ScanPiece(text, 0);
  const Piece& piece = scan.piece;
  EXPECT_EQ(piece.begin, 0U);
  EXPECT_EQ(piece.hash, HashWord(text.substr(0, piece.end))) << text;
  return std::string(text.substr(0, piece.end)) + (piece.ascii ? "|" : "~|") +
         std::string(text.substr(scan.after));
}

TEST(ScanPiece, WordsEndAtSeparators) {
  constexpr TextCase kCases[] = {
      {"harga", "harga|"},
      {"harga beras", "harga| beras"},
      {"harga,beras", "harga|,beras"},
      {"nama_berkas", "nama|_berkas"},
      {"kata.kata", "kata|.kata"},
      {"a%", "a|%"},
      {"anak-anak", "anak|-anak"},
      {"KPK)", "KPK|)"},
      {"a\xFF"
       "b",
       "a|\xFF"
       "b"},
      {"harga\nberas", "harga|\nberas"},
      {"e\u0301lite kota", "e\u0301lite~| kota"},
  };
  ExpectShown(kCases, Show);
}

TEST(ScanPiece, ApostrophesBetweenLetters) {
  constexpr TextCase kCases[] = {
      {"Jum'at", "Jum'at|"}, {"siap' kata", "siap|' kata"},      {"a''b", "a|''b"},
      {"Jum'2", "Jum|'2"},   {"Jum\u2019at.", "Jum\u2019at~|."},
  };
  ExpectShown(kCases, Show);
}

TEST(ScanPiece, Numbers) {
  constexpr TextCase kCases[] = {
      {"1.000", "1.000|"},     {"1.000.", "1.000|."},
      {"1,5juta", "1,5|juta"}, {"1..2", "1|..2"},
      {"10:00", "10:00|"},     {"S3", "S3|"},
      {"3G", "3G|"},           {"a1.2", "a1|.2"},
      {"anak2", "anak2|"},     {"anak\u00B2", "anak\u00B2~|"},
      {"2\u00B2", "2|\u00B2"},
  };
  ExpectShown(kCases, Show);
}

TEST(ScanPiece, RupiahAndItsAmount) {
  constexpr TextCase kCases[] = {
      {"Rp1,5", "Rp|1,5"}, {"RP10", "RP|10"}, {"rp1", "rp|1"}, {"Rpa1", "Rpa1|"},
      {"aRp1", "aRp1|"},   {"Rp.5", "Rp|.5"}, {"R1", "R1|"},   {"R\u00ADp1", "R\u00ADp~|1"},
  };
  ExpectShown(kCases, Show);
}

TEST(ScanPiece, InvisibleCharactersBehindBelongToNoPiece) {
  constexpr TextCase kCases[] = {
      {"kata\u00AD lain", "kata| lain"},
      {"ka\u00ADta", "ka\u00ADta~|"},
      {"ka\u00ADta\u200E\u00AD.", "ka\u00ADta~|."},
      {"kata\u00AD", "kata|"},
  };
  ExpectShown(kCases, Show);
}

TEST(IsJoiningHyphen, BetweenLettersAndDigitsOnly) {
  const auto show = [](std::string_view text) {
    std::size_t after = 0;
    return IsJoiningHyphen(text, 0, after) ? std::string(text.substr(after)) : std::string("no");
  };
  constexpr TextCase kCases[] = {
      {"-anak", "anak"},
      {"-19", "19"},
      {"\u2011anak", "anak"},
      {"- anak", "no"},
      {"--anak", "no"},
      {"-", "no"},
      {"", "no"},
      {"anak", "no"},
      {"\u2013anak", "no"},
      {"-\u00ADanak", "\u00ADanak"},
      {"-'a", "no"},
      {"-\n", "no"},
  };
  ExpectShown(kCases, show);
}

TEST(IsOneSpace, InvisibleCharactersDoNotCount) {
  const auto show = [](std::string_view gap) {
    return std::string(IsOneSpace(gap) ? "one" : "no") + (IsAtMostOneSpace(gap) ? " most" : "");
  };
  constexpr TextCase kCases[] = {
      {"", "no most"},
      {" ", "one most"},
      {"\u00A0", "one most"},
      {"\u202F", "one most"},
      {"  ", "no"},
      {"\n", "no"},
      {",", "no"},
      {"\t", "no"},
      {" \u00AD", "one most"},
      {"\u00AD", "no most"},
      {" \u00AD ", "no"},
      {"\u2003", "no"},
  };
  ExpectShown(kCases, show);
}

// Words of ASCII letters take a short way, and an invisible character behind the word sends the
// same word along the other: both must find the same piece.

constexpr std::string_view kBits[] = {"a",      "Z",      "kata",   "Rp",   "rp",     "1",
                                      "25",     ".",      ",",      "'",    "-",      "%",
                                      " ",      "\n",     "_",      "(",    "\u00AD", "\u00E9",
                                      "\u0301", "\u2019", "\u00B2", "\xFF", "\u4EAC", "\u200B"};

std::string RandomText(Random& random) {
  std::string text;
  for (std::size_t count = 1 + random.Below(8); count > 0; --count) text += random.Pick(kBits);
  return text;
}

bool StartsWord(std::string_view text, std::size_t at) {
  const CharClass c = CharAt(text, at).char_class;
  return c == CharClass::kLetter || c == CharClass::kDigit;
}

void ExpectBothWaysEqual(const std::string& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!StartsWord(text, at)) continue;
    const PieceScan plain = ScanPiece(text, at);
    ASSERT_GT(plain.piece.end, at);
    ASSERT_GE(plain.after, plain.piece.end);
    std::string marked = text;
    marked.insert(plain.piece.end, "\u00AD");
    const PieceScan scan = ScanPiece(marked, at);
    ASSERT_EQ(scan.piece.begin, plain.piece.begin) << ::testing::PrintToString(text);
    ASSERT_EQ(scan.piece.end, plain.piece.end) << ::testing::PrintToString(text);
    ASSERT_EQ(scan.piece.hash, plain.piece.hash) << ::testing::PrintToString(text);
    ASSERT_EQ(scan.piece.ascii, plain.piece.ascii) << ::testing::PrintToString(text);
    ASSERT_EQ(scan.after, plain.after + 2) << ::testing::PrintToString(text);
    ASSERT_EQ(plain.piece.hash, HashWord(text.substr(at, plain.piece.end - at)));
  }
}

TEST(ScanPieceProperty, TheShortWayEqualsTheLongOne) {
  Random random(0x91);
  for (int round = 0; round < 20'000; ++round) ExpectBothWaysEqual(RandomText(random));
}

TEST(ScanPieceProperty, TheShortWayEqualsTheLongOneOnAnyAscii) {
  Random random(0x92);
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random.Bytes(12);
    for (char& c : text) c = static_cast<char>(c & 0x7F);
    ExpectBothWaysEqual(text);
  }
}

TEST(ScanPieceProperty, WhatFollowsAWordDoesNotChangeIt) {
  Random random(0x93);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = "kata " + RandomText(random);
    const PieceScan scan = ScanPiece(text, 0);
    ASSERT_EQ(scan.piece.end, 4U) << text;
    ASSERT_EQ(scan.after, 4U) << text;
  }
}

}  // namespace
}  // namespace warta
