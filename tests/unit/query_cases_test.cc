// What people type, and how it is read: the contract of docs/QUERIES.md in examples.

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "searcher/query/parse.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// A Monday.
const Date kToday = *MakeDate(2022, 2, 7);

// One word for each note.
std::string ShowNote(const Message& note) {
  const std::string text = English(note);
  const auto says = [&](std::string_view part) { return text.find(part) != std::string::npos; };
  if (says("quotation mark")) return "[quote]";
  if (says("nothing opens")) return "[closing]";
  if (says("not closed")) return "[open]";
  if (says("operator")) return "[operator]";
  if (says("NEAR needs")) return "[near]";
  if (says("several fields")) return "[fields]";
  if (says("a star means nothing")) return "[star]";
  if (says("first 65536 bytes")) return "[bytes]";
  if (says("deep")) return "[deep]";
  if (says("letters")) return "[long]";
  if (says("first 256 words")) return "[many]";
  return "[" + text + "]";
}

// The reading and the notes; or the mistakes, each before what it is about.
std::string Read(std::string_view query) {
  static Analyser analyser;
  const ParsedQuery parsed = ParseQuery(query, analyser, kToday);
  std::string shown;
  for (const QueryMistake& mistake : parsed.mistakes) {
    const std::string text = English(mistake.message);
    if (!shown.empty()) shown += ", ";
    shown += text.find("field") != std::string::npos ? "no field " : "no period ";
    shown += query.substr(mistake.begin, mistake.end - mistake.begin);
  }
  if (!shown.empty()) return shown;
  shown = parsed.root ? ToString(*parsed.root) : "nothing";
  for (const Message& note : parsed.notes) shown += ' ' + ShowNote(note);
  return shown;
}

TEST(QueryCases, WhatXapiansOwnParserGetsWrong) {
  constexpr TextCase kCases[] = {
      // Finds rusia there.
      {"-rusia", "-rusia"},
      {"china (-rusia)", "china -rusia"},
      {"(-rusia) china", "china -rusia"},
      {"china AND (-rusia)", "china -rusia"},
      {"-rusia -ukraina", "-rusia -ukraina"},
      // An exception there.
      {"AND x", "x [operator]"},
      {"x OR", "x [operator]"},
      {"x AND OR y", "x OR y [operator]"},
      {"x AND (", "x [open] [operator]"},
      {"NOT", "nothing [operator]"},
      // Searches for the word near there.
      {"x NEAR", "x [operator]"},
      {"NEAR x", "x [operator]"},
      {"NEAR/3 x", "x [operator]"},
      {"x NEAR/3", "x [operator]"},
      // Drops the star there.
      {"\"kata* dua\"", "\"kata* dua\""},
      // A phrase without a word, and one of numbers, there.
      {"foo:bar", "no field foo"},
      {"2022-02-01..2022-02-07", "2022-02-01 2022-02-07"},
      {"..2022", "2022"},
      {"99/99/2022", "99 99 2022"},
      {"tanggal:2022-02-01..2022-02-07", "tanggal:2022-02-01..2022-02-07"},
      {"tanggal:99/99/2022", "no period 99/99/2022"},
      // Not in any form there.
      {"~\"kemitraan strategis\"", "~\"kemitraan strategis\""},
      {"Kemitraan NEAR Strategis", "Kemitraan NEAR/10 Strategis"},
      // An exception there.
      {"(a OR b) NEAR/3 c", "(a OR b) NEAR/3 c"},
      {"stra*", "stra*"},
      {"s*", "s*"},
      {"*", "nothing"},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, TextAsItIsCopiedAndTyped) {
  constexpr TextCase kCases[] = {
      {"Alice & Bob", "Alice Bob"},
      {"fire brigades\"", "fire brigades"},
      {"\"open phrase", "\"open phrase\" [quote]"},
      {"\U0001F525", "nothing"},
      {"\U0001F525 kebakaran \U0001F692", "kebakaran"},
      {"\u0627\u0644\u0642\u062F\u0633 \u063A\u0632\u0629",
       "\u0627\u0644\u0642\u062F\u0633 \u063A\u0632\u0629"},
      {"\u201CPerang\u201D di Ukraina", "\"Perang\" di Ukraina"},
      {"\u2018Perang\u2019 di Ukraina", "Perang di Ukraina"},
      {"'Perang' di Ukraina", "Perang di Ukraina"},
      {"\u00ABPerang dagang\u00BB", "\"Perang dagang\""},
      {"\u201EPerang dagang\u201C", "\"Perang dagang\""},
      {"https://berita.example/2022/02/07/harga-beras?utm=x#atas",
       "https berita example 2022 02 07 harga-beras utm x atas"},
      {"www.berita.example", "www berita example"},
      {"berita.example:8080/cari", "berita example 8080 cari"},
      {"sari.dewi@berita.example", "sari dewi berita example"},
      {"Kirim ke: sari@berita.example", "Kirim ke sari berita example"},
      {"10:30", "10:30"},
      {"pukul 10:30 WIB", "pukul 10:30 WIB"},
      {"07:05:00", "07:05:00"},
      {"Rp1,5 triliun", "Rp1,5 triliun"},
      {"Rp 1.500.000,-", "Rp 1.500.000"},
      {"AS vs. Iran: apa lagi?", "AS vs Iran apa lagi"},
      {"Harga BBM naik: warga antre, sopir mogok", "Harga BBM naik warga antre sopir mogok"},
      {"Kompas:lagi", "Kompas lagi"},
      {"Catatan:Ini bukan bidang", "Catatan Ini bukan bidang"},
      {"catatan: x", "catatan x"},
      {"catatan:", "catatan"},
      {"catatan :x", "catatan x"},
      {"katanya:... lalu", "katanya lalu"},
      {"catatan:\u2013 x", "catatan x"},
      {"harga:\u20AC5", "harga 5"},
      {"Harga naik\u2026 lagi?", "Harga naik lagi"},
      {"Harga naik... lagi?", "Harga naik lagi"},
      {"Rusia\u2013Ukraina", "Rusia Ukraina"},
      {"Rusia \u2014 Ukraina", "Rusia Ukraina"},
      {"Rusia - Ukraina", "Rusia Ukraina"},
      {"Rusia -Ukraina", "Rusia -Ukraina"},
      {"Rusia-Ukraina", "Rusia-Ukraina"},
      {"Covid-19/Omicron", "Covid-19 Omicron"},
      {"km/jam", "km jam"},
      {"24/7", "24 7"},
      {"[Foto] Banjir di Kudus", "Foto Banjir di Kudus"},
      {"Banjir (lagi) di Kudus", "Banjir lagi di Kudus"},
      {"#DaruratIklim @walhi", "DaruratIklim walhi"},
      {"1 + 1 = 2", "1 1 2"},
      {"C++ & R&D", "C R D"},
      {"<b>tebal</b>", "b tebal b"},
      {"No. 5 Tahun 2022", "No 5 Tahun 2022"},
      {"{\"judul\": \"banjir\"}", "\"judul\" \"banjir\""},
      {"dan atau bukan dekat", "dan atau bukan dekat"},
      {"and or not near", "and or not near"},
      {"And Or Not Near", "And Or Not Near"},
      {"NEAR", "nothing [operator]"},
      {"\"AND\" \"NEAR\"", "\"AND\" \"NEAR\""},
      {",NEAR", "near"},
      {"BANJIR DI KUDUS", "BANJIR DI KUDUS"},
      {"5% vs 5 persen", "5% vs 5 persen"},
      {"\t banjir \r\n kudus ", "banjir kudus"},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, Prefixes) {
  constexpr TextCase kCases[] = {
      {"stra* rusia", "stra* rusia"},
      {"Stra*", "Stra*"},
      {"stra*,", "stra*"},
      {"stra*.", "stra*"},
      {"(stra*)", "stra*"},
      {"(stra* OR neg*) AND x", "(stra* OR neg*) AND x"},
      {"-stra*", "-stra*"},
      {"stra**", "stra"},
      {"stra *", "stra"},
      {"*stra", "stra"},
      {"a*b", "a b"},
      {"* stra", "stra"},
      {"Jum'at*", "Jum'at*"},
      {"caf\u00E9*", "caf\u00E9*"},
      {"negara-negara*", "negara-negara*"},
      {"Prabowo-Gib*", "Prabowo-Gib"},
      {"e-KT*", "e-KT"},
      {"20*", "20*"},
      {"AS*", "AS*"},
      {"AND*", "AND*"},
      {"AND *", "nothing [operator]"},
      {"=stra*", "=stra"},
      {"stra*~", "stra"},
      {"\"stra\"*", "\"stra\""},
      {"\"kata *\"", "\"kata\""},
      {"\"* dua\"", "\"dua\""},
      {"\"kata*dua\"", "\"kata*dua\""},
      {"\"kata* dua*\"", "\"kata* dua*\""},
      {"\"kata*\"", "\"kata*\""},
      {"~\"kata* dua\"", "~\"kata* dua\""},
      {"=\"kata* dua\"", "\"kata* dua\""},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, InexactWords) {
  constexpr TextCase kCases[] = {
      {"putni~", "putni~"},
      {"Putni~ rusia", "Putni~ rusia"},
      {"-putni~", "-putni~"},
      {"(putni~)", "putni~"},
      {"putni~,", "putni~"},
      {"Soekarno~", "Soekarno~"},
      {"ab~", "ab~"},
      {"~~", "nothing"},
      {"~", "nothing"},
      {"putni~~", "putni"},
      {"putni ~", "putni"},
      {"~putni", "putni"},
      {"x~3", "x 3"},
      {"a~b", "a b"},
      {"Prabowo-Gibran~", "Prabowo-Gibran"},
      {"\"putni\"~", "\"putni\""},
      {"~\"a b\"", "~\"a b\""},
      {"~\u201Ca b\u201D", "~\"a b\""},
      {"~\"a\"", "~\"a\""},
      {"-~\"a b\"", "-~\"a b\""},
      {"x~\"a b\"", "x~ \"a b\""},
      {"~ \"a b\"", "\"a b\""},
      {"~~\"a b\"", "\"a b\""},
      {"~=\"a b\"", "\"a b\""},
      {"~\"", "nothing"},
      {"~\"\"", "nothing"},
      {"~\"a b", "~\"a b\" [quote]"},
      {"~(a b)", "a b"},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, Near) {
  constexpr TextCase kCases[] = {
      {"a NEAR b", "a NEAR/10 b"},
      {"a NEAR/10 b", "a NEAR/10 b"},
      {"a NEAR/5 b", "a NEAR/5 b"},
      {"a NEAR/1 b", "a NEAR/1 b"},
      {"a NEAR/99 b", "a NEAR/99 b"},
      {"a NEAR/0 b", "a NEAR/1 b [NEAR/0 was read as NEAR/1]"},
      {"a NEAR/1000 b", "a NEAR/99 b [NEAR/1000 was read as NEAR/99]"},
      {"a NEAR/99999999999999999999 b",
       "a NEAR/99 b [NEAR/99999999999999999999 was read as NEAR/99]"},
      {"a NEAR/ b", "a near b"},
      {"a NEAR/x b", "a near x b"},
      {"a NEAR/-3 b", "a near 3 b"},
      {"a NEAR b NEAR/2 c", "a NEAR/10 b NEAR/2 c"},
      {"(a NEAR b) NEAR/2 c", "a NEAR/10 b NEAR/2 c"},
      {"a b NEAR c d", "a b NEAR/10 c d"},
      {"(a b) NEAR c", "(a b) NEAR/10 c"},
      {"a NEAR (b OR c)", "a NEAR/10 (b OR c)"},
      {"a NEAR b OR c NEAR d", "a NEAR/10 b OR c NEAR/10 d"},
      {"a AND b NEAR c", "a AND b NEAR/10 c"},
      {"x -a NEAR b", "x -a NEAR/10 b"},
      {"x NOT a NEAR b", "x -a NEAR/10 b"},
      {"\"a b\" NEAR ~\"c d\"", "\"a b\" NEAR/10 ~\"c d\""},
      {"=AS NEAR stra*", "=AS NEAR/10 stra*"},
      {"putni~ NEAR/3 \"a* b\"", "putni~ NEAR/3 \"a* b\""},
      {"Prabowo-Gibran NEAR debat", "Prabowo-Gibran NEAR/10 debat"},
      {"judul:a NEAR b", "judul:a NEAR/10 b"},
      {"judul:(a NEAR b)", "judul:a NEAR/10 judul:b"},
      {"a NEAR near", "a NEAR/10 near"},
      {"a near b", "a near b"},
      {"a NEAR -b", "a -b [operator]"},
      {"a NEAR (-b)", "a -b [near]"},
      {"a NEAR (b AND c)", "a (b AND c) [near]"},
      {"a NEAR (b -c)", "a (b -c) [near]"},
      {"a NEAR sumber:reuters", "a AND sumber:reuters [near]"},
      {"a NEAR tanggal:kemarin", "a AND tanggal:2022-02-06 [near]"},
      {"a NEAR NEAR b", "a NEAR/10 b [operator]"},
      {"a NEAR NEAR/3 b", "a NEAR/3 b [operator]"},
      {"a NEAR (b NEAR c)", "a NEAR/10 (b NEAR/10 c)"},
      {"a NEAR OR b", "a OR b [operator]"},
      {"a NEAR AND b", "a AND b [operator]"},
      {"a OR NEAR b", "a OR b [operator]"},
      {"a NEAR ()", "a [operator]"},
      {"a NEAR *", "a [operator]"},
      {"(a NEAR) b", "a b [operator]"},
      {"NEAR NEAR", "nothing [operator]"},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, FieldsOfTheText) {
  constexpr TextCase kCases[] = {
      {"judul:x", "judul:x"},
      {"title:x", "judul:x"},
      {"Judul:x", "judul:x"},
      {"JUDUL:x", "judul:x"},
      {"isi:x", "isi:x"},
      {"body:x", "isi:x"},
      {"text:x", "isi:x"},
      {"judul:x y", "judul:x y"},
      {"y judul:x", "y judul:x"},
      {"-judul:x", "-judul:x"},
      {"y -judul:(a b)", "y -(judul:a judul:b)"},
      {"judul:(a b -c)", "judul:a judul:b -judul:c"},
      {"judul:(a OR \"b c\") AND d", "(judul:a OR judul:\"b c\") AND d"},
      {"judul:\"a b\"", "judul:\"a b\""},
      {"judul:\u201Ca b\u201D", "judul:\"a b\""},
      {"judul:~\"a b\"", "judul:~\"a b\""},
      {"judul:=AS", "judul:=AS"},
      {"judul:stra*", "judul:stra*"},
      {"judul:putni~", "judul:putni~"},
      {"judul:Prabowo-Gibran", "judul:Prabowo-Gibran"},
      {"judul:5%", "judul:5%"},
      {"judul:10:30", "judul:10:30"},
      {"judul:rusia,ukraina", "judul:rusia judul:ukraina"},
      {"judul:a OR isi:b", "judul:a OR isi:b"},
      {"judul:judul:x", "judul:x [fields]"},
      {"judul:isi:x", "isi:x [fields]"},
      {"judul:sumber:x", "sumber:x [fields]"},
      {"judul:(a isi:b)", "judul:a isi:b"},
      {"judul:AND", "nothing [operator]"},
      {"judul:AND x", "x [operator]"},
      {"x judul:OR", "x [operator]"},
      {"judul:()", "nothing"},
      {"judul:\"\"", "nothing"},
      {"judul:", "judul"},
      {"judul: x", "judul x"},
      {"judul:-x", "judul x"},
      {"judul:*", "judul"},
      {"judul:/x", "judul x"},
      {"judul/x", "judul x"},
      {"judul=x", "judul x"},
      {"\"judul:x\"", "\"judul:x\""},
      {"(judul:x)", "judul:x"},
      {"judul:(x", "judul:x [open]"},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, WhatIsKnownOfAnArticle) {
  constexpr TextCase kCases[] = {
      {"sumber:reuters", "sumber:reuters"},
      {"source:reuters", "sumber:reuters"},
      {"rubrik:dunia", "rubrik:dunia"},
      {"kategori:dunia", "rubrik:dunia"},
      {"category:dunia", "rubrik:dunia"},
      {"penulis:sari", "penulis:sari"},
      {"author:sari", "penulis:sari"},
      {"sumber:komp*", "sumber:komp [star]"},
      {"sumber:\"komp* tv\"", "sumber:\"komp  tv\" [star]"},
      {"sumber:kompas.com", "sumber:\"kompas.com\""},
      {"sumber:\"CNN Indonesia\"", "sumber:\"CNN Indonesia\""},
      {"sumber:CNN Indonesia", "Indonesia AND sumber:CNN"},
      {"sanksi rusia sumber:reuters", "sanksi rusia AND sumber:reuters"},
      {"sumber:reuters sanksi rusia", "sanksi rusia AND sumber:reuters"},
      {"sanksi sumber:reuters rusia", "sanksi rusia AND sumber:reuters"},
      {"sumber:a sumber:b x", "x AND (sumber:a OR sumber:b)"},
      {"sumber:a sumber:b", "sumber:a OR sumber:b"},
      {"sumber:a rubrik:b", "sumber:a AND rubrik:b"},
      {"x sumber:a rubrik:b sumber:c", "x AND (sumber:a OR sumber:c) AND rubrik:b"},
      {"x AND sumber:a", "x AND sumber:a"},
      {"x OR sumber:a", "x OR sumber:a"},
      {"x y OR z sumber:a", "x y OR z AND sumber:a"},
      {"sumber:(reuters OR antara)", "sumber:reuters OR sumber:antara"},
      {"sumber:(reuters antara) x", "x AND (sumber:reuters OR sumber:antara)"},
      {"x sumber:(a OR b) sumber:c", "x AND (sumber:a OR sumber:b OR sumber:c)"},
      {"x (sumber:a OR sumber:b)", "x AND (sumber:a OR sumber:b)"},
      {"x -sumber:detik", "x -sumber:detik"},
      {"x (sumber:a -sumber:b)", "x AND sumber:a -sumber:b"},
      {"x -sumber:(a OR b)", "x -(sumber:a OR sumber:b)"},
      {"-sumber:detik", "-sumber:detik"},
      {"x (sumber:a OR rubrik:b)", "x AND (sumber:a OR rubrik:b)"},
      {"foo:bar x", "no field foo"},
      {"x foo:(bar)", "no field foo"},
      {"x -foo:\"bar\" baz:1", "no field foo, no field baz"},
      {"pukul:10", "no field pukul"},
      {"Foo:bar", "Foo bar"},
      {"foo2:bar", "foo2 bar"},
      {"foo-x:bar", "foo-x bar"},
      {"foo::bar", "foo bar"},
  };
  ExpectShown(kCases, Read);
}

// A period is shown as the days that it means.
TEST(QueryCases, Dates) {
  constexpr TextCase kCases[] = {
      {"tanggal:2022", "tanggal:2022-01-01..2022-12-31"},
      {"date:2022-02", "tanggal:2022-02-01..2022-02-28"},
      {"tgl:2022-02-07", "tanggal:2022-02-07"},
      {"tanggal:7/2/2022", "tanggal:2022-02-07"},
      {"tanggal:2022-02-01..2022-02-07", "tanggal:2022-02-01..2022-02-07"},
      {"tanggal:2022-02-01 .. 2022-02-07 x", "x AND tanggal:2022-02-01..2022-02-07"},
      {"tanggal:1 Februari 2022..7 Februari 2022 x", "x AND tanggal:2022-02-01..2022-02-07"},
      {"tanggal:2022..", "tanggal:2022-01-01..2199-12-31"},
      {"tanggal:..2022", "tanggal:1900-01-01..2022-12-31"},
      {"tanggal:kemarin", "tanggal:2022-02-06"},
      {"banjir tanggal:kemarin", "banjir AND tanggal:2022-02-06"},
      {"tanggal:hari ini", "tanggal:2022-02-07"},
      {"tanggal:Senin", "tanggal:2022-01-31"},
      {"tanggal:minggu ini", "tanggal:2022-02-07..2022-02-13"},
      {"tanggal:Februari", "tanggal:2022-02-01..2022-02-28"},
      {"tanggal:Februari 2021", "tanggal:2021-02-01..2021-02-28"},
      {"tanggal:\"Februari 2021\"", "tanggal:2021-02-01..2021-02-28"},
      {"tanggal:\u201CFebruari 2021\u201D", "tanggal:2021-02-01..2021-02-28"},
      {"tanggal:7 Februari 2022 banjir", "banjir AND tanggal:2022-02-07"},
      {"tanggal:7 hari terakhir banjir", "banjir AND tanggal:2022-02-01..2022-02-07"},
      {"tanggal:dua minggu terakhir", "tanggal:2022-01-25..2022-02-07"},
      {"tanggal:minggu lalu (a OR b)", "(a OR b) AND tanggal:2022-01-31..2022-02-06"},
      {"(tanggal:kemarin) banjir", "banjir AND tanggal:2022-02-06"},
      {"tanggal:2022-02-01 AND banjir", "tanggal:2022-02-01 AND banjir"},
      {"tanggal:2022-02-01 judul:banjir", "judul:banjir AND tanggal:2022-02-01"},
      {"tanggal:2022-02-01 tanggal:2022-02-02 x",
       "x AND (tanggal:2022-02-01 OR tanggal:2022-02-02)"},
      {"tanggal:2022-02-01 OR tanggal:2022-02-02", "tanggal:2022-02-01 OR tanggal:2022-02-02"},
      {"tanggal:(2022-02-01 OR kemarin)", "tanggal:2022-02-01 OR tanggal:2022-02-06"},
      {"x -tanggal:2022-02-01", "x -tanggal:2022-02-01"},
      {"tanggal:", "tanggal"},
      {"banjir tanggal:", "banjir tanggal"},
      {"tanggal: kemarin", "tanggal kemarin"},
      {"Tanggal 7 Februari 2022", "Tanggal 7 Februari 2022"},
      {"tanggal:99/99/2022 x", "no period 99/99/2022"},
      {"tanggal:2022-02-30", "no period 2022-02-30"},
      {"tanggal:besok", "no period besok"},
      {"tanggal:\"31 Februari 2022\"", "no period \"31 Februari 2022\""},
      {"tanggal:31 Februari 2022", "no period 31"},
      {"tanggal:2022..2021", "no period 2022..2021"},
      {"tanggal:x foo:y", "no period x, no field foo"},
      {"sumber:reuters tanggal:kemarin sanksi", "sanksi AND sumber:reuters AND tanggal:2022-02-06"},
  };
  ExpectShown(kCases, Read);
}

TEST(QueryCases, TooMuchOfEverything) {
  const std::string open(10'000, '(');
  const std::string close(10'000, ')');
  EXPECT_EQ(Read(open + "a b" + close), "a b [deep]");
  EXPECT_EQ(Read(open), "nothing [deep] [open]");
  EXPECT_EQ(Read(close), "nothing [closing]");
  std::string near = "a";
  for (int i = 0; i < 10'000; ++i) near += " NEAR a";
  EXPECT_EQ(Read(near).substr(0, 11), "a NEAR/10 a");
  // Each operand multiplies the work, in parentheses as in a row.
  const std::string five = "a NEAR b NEAR c NEAR d NEAR e";
  const auto reading = Read("(" + five + ") NEAR (" + five + ")");
  EXPECT_NE(reading.find("NEAR between more than 8 words was passed over"), std::string::npos);
  EXPECT_EQ(reading.find("(a"), std::string::npos) << reading;
  std::string fields;
  for (int i = 0; i < 10'000; ++i) fields += "judul:";
  EXPECT_EQ(Read(fields + "x"), "judul:x [fields]");
  std::string nested;
  for (int i = 0; i < 1'000; ++i) nested += "judul:(";
  EXPECT_EQ(Read(nested + "x" + std::string(1'000, ')')), "judul:x [deep]");
  for (const std::string_view sign :
       {"*", "~", ":", "=", "-", "NEAR ", "judul:", "tanggal:", "a:"}) {
    std::string many;
    while (many.size() < 1'000'000) many += sign;
    EXPECT_NE(Read(many), "") << sign;
  }
  std::string words;
  while (words.size() < 1'000'000) words += "harga beras naik lagi, kata Sari. ";
  EXPECT_EQ(Read(words).substr(0, 11), "harga beras");
}

}  // namespace
}  // namespace warta
