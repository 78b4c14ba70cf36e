#include "indexer/readers/text_article.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/clean.h"
#include "common/text/decode.h"
#include "tests/line_fields.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// "title / paragraph / paragraph | field=value ..."
std::string Show(std::string_view text) {
  const Article a = ParseTextArticle(text);
  EXPECT_EQ(a.date_source, a.date ? DateSource::kField : DateSource::kNone);
  std::string shown = a.title;
  for (std::string_view body = a.body; !body.empty();) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    shown.append(" / ").append(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  std::string fields;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) fields.append(" ").append(name).append("=").append(value);
  };
  add("id", a.id);
  add("date", a.date ? FormatIso(*a.date) : "");
  add("source", a.source);
  add("category", a.category);
  add("author", a.author);
  add("url", a.url);
  return fields.empty() ? shown : shown + " |" + fields;
}

TEST(ParseTextArticle, TitleAndAParagraphALine) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {" \n\t\r\n", ""},
      {"Jembatan Retak", "Jembatan Retak"},
      {"Jembatan Retak\nWarga resah.\nJalan ditutup.\n",
       "Jembatan Retak / Warga resah. / Jalan ditutup."},
      {"\n\n  Jembatan Retak \n\n Warga resah.\n\n\n\tJalan ditutup.",
       "Jembatan Retak / Warga resah. / Jalan ditutup."},
      {"Jembatan Retak\rWarga resah.\r\rJalan ditutup.\r",
       "Jembatan Retak / Warga resah. / Jalan ditutup."},
      {"Jembatan Retak\u2029Warga resah.\u2028Jalan ditutup.",
       "Jembatan Retak / Warga resah. / Jalan ditutup."},
      {"\u00A0Jembatan Retak\u00A0\n\u00A0\nWarga\tresah.", "Jembatan Retak / Warga resah."},
  };
  ExpectShown(kCases, Show);
}

// The shape of an article as papers deliver it: a sub-headline inside, sentences of every length.
TEST(ParseTextArticle, ShortParagraphsAndSubHeadlinesAreNotJoined) {
  constexpr TextCase kCases[] = {
      {"Dua Desa Berbagi Satu Jembatan\n"
       "Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan bambu bersama-sama.\n"
       "Kesepakatan itu dibacakan kepala desa dalam musyawarah di balai, Jumat 4 Februari 2022.\n"
       "Giliran Kerja Diatur\n"
       "Setiap keluarga mengirim satu orang pada hari Minggu.\n"
       "\"Kami tidak menunggu bantuan,\" kata Kepala Desa Kalibening, Suparno.\n"
       "Iklan\n",
       "Dua Desa Berbagi Satu Jembatan"
       " / Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan bambu bersama-sama."
       " / Kesepakatan itu dibacakan kepala desa dalam musyawarah di balai, Jumat 4 Februari 2022."
       " / Giliran Kerja Diatur"
       " / Setiap keluarga mengirim satu orang pada hari Minggu."
       " / \"Kami tidak menunggu bantuan,\" kata Kepala Desa Kalibening, Suparno."
       " / Iklan"},
      // Headlines of about one length, without full stops.
      {"Indeks Hari Ini\n"
       "Harga Cabai Naik Menjelang Puasa di Pasar Induk Kramat\n"
       "Tim Voli Putri Lolos ke Semifinal Kejuaraan Asia Timur\n"
       "Menteri Resmikan Pelabuhan Ikan Baru di Pesisir Selatan\n",
       "Indeks Hari Ini / Harga Cabai Naik Menjelang Puasa di Pasar Induk Kramat"
       " / Tim Voli Putri Lolos ke Semifinal Kejuaraan Asia Timur"
       " / Menteri Resmikan Pelabuhan Ikan Baru di Pesisir Selatan"},
      // A poem.
      {"Sajak Hujan\nhujan turun pelan\ndi atap seng tua\nibu menghitung tetes\nsampai pagi",
       "Sajak Hujan / hujan turun pelan / di atap seng tua / ibu menghitung tetes / sampai pagi"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, MarksOfMarkdown) {
  constexpr TextCase kCases[] = {
      {"# Jembatan Retak\n\nWarga resah.\n\n## Jalan Ditutup\n\nSampai Senin.",
       "Jembatan Retak / Warga resah. / Jalan Ditutup / Sampai Senin."},
      {"## Jembatan Retak ##\nWarga resah.", "Jembatan Retak / Warga resah."},
      {"**Jembatan Retak**\nWarga resah.", "Jembatan Retak / Warga resah."},
      {"Jembatan Retak\n==============\nWarga resah.", "Jembatan Retak / Warga resah."},
      {"Jembatan Retak\n---\n\nWarga resah.", "Jembatan Retak / Warga resah."},
      {"#JembatanRetak Jadi Tren\nWarga resah.", "#JembatanRetak Jadi Tren / Warga resah."},
      {"####### Jembatan\nWarga", "####### Jembatan / Warga"},
      {"#\nWarga", "# / Warga"},
      {"# #\nWarga", "# # / Warga"},
      {"** **\nWarga", "** ** / Warga"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, AFirstLineThatIsNoTitle) {
  const std::string words = "Warga dua desa di lereng gunung sepakat merawat jembatan bambu. ";
  std::string line;
  while (line.size() <= 300) line += words;
  line.pop_back();
  EXPECT_EQ(Show(line + "\nSelesai."),
            line.substr(0, line.rfind(' ', 100)) + "\u2026 / " + line + " / Selesai.");
  EXPECT_EQ(Show("Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan\n"
                 "bambu bersama-sama. Kesepakatan itu dibacakan kepala desa dalam\n"
                 "musyawarah di balai, dan setiap keluarga mengirim satu orang\n"
                 "pada hari Minggu.\n"),
            "Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan bambu bersama-sama."
            " Kesepakatan itu\u2026 / Warga dua desa di lereng Gunung Sumbing sepakat merawat "
            "jembatan bambu"
            " bersama-sama. Kesepakatan itu dibacakan kepala desa dalam musyawarah di balai, dan"
            " setiap keluarga mengirim satu orang pada hari Minggu.");
}

TEST(ParseTextArticle, FrontMatterAtTheTop) {
  constexpr TextCase kCases[] = {
      {"Judul: Jembatan Retak\nTanggal: 7 Februari 2022\nSumber: Warta Kali\n\nWarga resah.",
       "Jembatan Retak / Warga resah. | date=2022-02-07 source=Warta Kali"},
      {"TITLE: Jembatan Retak\r\nDate: 2022-02-07\r\nCategory: Daerah\r\nAuthor: Sri\r\n"
       "URL: https://warta.example/1\r\nID: 17\r\n\r\nWarga resah.",
       "Jembatan Retak / Warga resah. | id=17 date=2022-02-07 category=Daerah author=Sri "
       "url=https://warta.example/1"},
      {"Tanggal: 7/2/2022\nRubrik: Daerah\n\nJembatan Retak\n\nWarga resah.",
       "Jembatan Retak / Warga resah. | date=2022-02-07 category=Daerah"},
      {"Tanggal: 7/2/2022\nEditor: Budi\nRubrik: Daerah\nTags: a, b\n\nJembatan Retak\nIsi.",
       "Jembatan Retak / Isi. | date=2022-02-07 category=Daerah"},
      {"Judul: Jembatan Retak\n\nTanggal: 7/2/2022\n\nWarga resah.",
       "Jembatan Retak / Warga resah. | date=2022-02-07"},
      {"Judul: Jembatan Retak\nTanggal: 7/2/2022\nIsi: Warga resah.\nJalan ditutup.",
       "Jembatan Retak / Warga resah. / Jalan ditutup. | date=2022-02-07"},
      {"Judul: Jembatan Retak\nTanggal: 7/2/2022\nIsi:\nWarga resah.\nJalan ditutup.",
       "Jembatan Retak / Warga resah. / Jalan ditutup. | date=2022-02-07"},
      {"Judul: Jembatan Retak\nSumber: Warta Kali\n\nJembatan Retak\n\nWarga resah.",
       "Jembatan Retak / Warga resah. | source=Warta Kali"},
      {"Headline: Retak\nTitle: Jembatan Retak\nDate: kemarin\n\nWarga.",
       "Jembatan Retak / Warga."},
      {"Judul: \"Siap\" dan \"Sigap\"\nIsi: \"Ya,\" kata Sri, \"siap.\"",
       "\"Siap\" dan \"Sigap\" / \"Ya,\" kata Sri, \"siap.\""},
      {"Judul: Jembatan Retak\n\nIsi: Warga dua desa di lereng Gunung Sumbing sepakat merawat\n"
       "jembatan bambu bersama-sama. Kesepakatan itu dibacakan kepala desa\n"
       "dalam musyawarah di balai, dan setiap keluarga mengirim satu orang\npada hari Minggu.",
       "Jembatan Retak / Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan bambu"
       " bersama-sama. Kesepakatan itu dibacakan kepala desa dalam musyawarah di balai, dan setiap"
       " keluarga mengirim satu orang pada hari Minggu."},
      {"Tanggal: 7/2/2022\nIsi:\tWarga\tresah.", "Warga resah. / Warga resah. | date=2022-02-07"},
      {"Isi: Warga resah.\nSri", "Isi: Warga resah. / Sri"},
      {"Judul: Jembatan Retak\nWarga resah.", "Jembatan Retak / Warga resah."},
      {"Tanggal: Senin, 7 Februari 2022\nJembatan Retak\nWarga resah.",
       "Jembatan Retak / Warga resah. | date=2022-02-07"},
      {"URL: https://warta.example/1\nJembatan Retak\nWarga resah.",
       "Jembatan Retak / Warga resah. | url=https://warta.example/1"},
      {"Judul: Jembatan Retak\nTanggal: 7/2/2022", "Jembatan Retak | date=2022-02-07"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, FrontMatterBetweenFences) {
  constexpr TextCase kCases[] = {
      {"---\ntitle: \"Jembatan: Retak\"\ndate: 2022-02-07T08:00:00+07:00\nlayout: "
       "post\n---\n\nWarga.",
       "Jembatan: Retak / Warga. | date=2022-02-07"},
      {"\n---\njudul: 'Jembatan Retak'\n# catatan\npenulis:\n  - Sri\n  - Budi\n"
       "kategori: [Daerah, \"Desa\"]\n...\nWarga.",
       "Jembatan Retak / Warga. | category=Daerah, Desa author=Sri, Budi"},
      {"---\ntitle: >\n  Jembatan\n  Retak\nauthor:\n  nama: Sri\n  usia: 7\n---\nWarga.",
       "Jembatan Retak / Warga."},
      {"---\ntitle: Jembatan Retak\nisi: Warga resah.\n---\nJalan ditutup.",
       "Jembatan Retak / Warga resah. / Jalan ditutup."},
      {"---\nlayout: post\n---\n# Jembatan Retak\nWarga.", "Jembatan Retak / Warga."},
      {"---\nsumber: Warta Kali\n---\nJembatan Retak\nWarga.",
       "Jembatan Retak / Warga. | source=Warta Kali"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, FrontMatterBehindTheTitle) {
  constexpr TextCase kCases[] = {
      {"Jembatan Retak\nPenulis: Sri\nTanggal: 7/2/2022\n\nWarga resah.",
       "Jembatan Retak / Warga resah. | date=2022-02-07 author=Sri"},
      {"Jembatan Retak\n\nSumber: Warta Kali\nKategori: Daerah\nWarga resah.",
       "Jembatan Retak / Warga resah. | source=Warta Kali category=Daerah"},
      {"Jembatan Retak\nTanggal: 7 Februari 2022\nWarga resah.",
       "Jembatan Retak / Warga resah. | date=2022-02-07"},
      {"# Jembatan Retak\n\nTautan: https://warta.example/1\n\nWarga resah.",
       "Jembatan Retak / Warga resah. | url=https://warta.example/1"},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, WhatOnlyLooksLikeFrontMatter) {
  constexpr TextCase kCases[] = {
      {"Sumber: Gempa Berasal dari Laut\nGempa terasa di Cilacap.",
       "Sumber: Gempa Berasal dari Laut / Gempa terasa di Cilacap."},
      {"Polisi: Tersangka Ditangkap\nKejadian: Senin.\nWarga lega.",
       "Polisi: Tersangka Ditangkap / Kejadian: Senin. / Warga lega."},
      {"Media: Pelatih Mundur\n\nKabar itu dibantah.",
       "Media: Pelatih Mundur / Kabar itu dibantah."},
      {"Penulis: Buku Ini Bukan Fiksi\nNovel itu terbit lagi.",
       "Penulis: Buku Ini Bukan Fiksi / Novel itu terbit lagi."},
      {"Tanggal: Hari yang Menentukan\nWarga memilih.",
       "Tanggal: Hari yang Menentukan / Warga memilih."},
      {"Bazar Desa\nWaktu: Sabtu, 12 Maret 2022\nTempat: Balai desa\n\nSemua boleh datang.",
       "Bazar Desa / Waktu: Sabtu, 12 Maret 2022 / Tempat: Balai desa / Semua boleh datang."},
      {"Jembatan Retak\nOleh: Sri\nWarga resah.", "Jembatan Retak / Oleh: Sri / Warga resah."},
      {"Jembatan Retak\nWarga resah.\nSumber: Warta Kali\nPenulis: Sri",
       "Jembatan Retak / Warga resah. / Sumber: Warta Kali / Penulis: Sri"},
      {"---\nJembatan Retak\n---\nWarga.", "--- / Jembatan Retak / --- / Warga."},
      {"Pukul 10:00: Jembatan Retak\nWarga.", "Pukul 10:00: Jembatan Retak / Warga."},
      {"Sumber: A\nSumber: B\nWarga.", "Sumber: A / Sumber: B / Warga."},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, HardWrappedTextIsJoined) {
  constexpr TextCase kCases[] = {
      {"Dua Desa Berbagi Satu Jembatan\n"
       "\n"
       "Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan\n"
       "bambu bersama-sama. Kesepakatan itu dibacakan kepala desa dalam\n"
       "musyawarah di balai.\n"
       "\n"
       "Giliran Kerja Diatur\n"
       "\n"
       "\"Kami tidak menunggu bantuan dari mana pun,\" kata Kepala Desa\n"
       "Kalibening, Suparno, ketika ditemui di rumahnya.\n",
       "Dua Desa Berbagi Satu Jembatan"
       " / Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan bambu bersama-sama."
       " Kesepakatan itu dibacakan kepala desa dalam musyawarah di balai."
       " / Giliran Kerja Diatur"
       " / \"Kami tidak menunggu bantuan dari mana pun,\" kata Kepala Desa Kalibening, Suparno,"
       " ketika ditemui di rumahnya."},
      // Paragraphs by indentation.
      {"Dua Desa Berbagi Satu Jembatan\n"
       "    Warga dua desa di lereng Gunung Sumbing sepakat merawat\n"
       "jembatan bambu bersama-sama. Kesepakatan itu dibacakan kepala\n"
       "desa dalam musyawarah di balai.\n"
       "    Setiap keluarga mengirim satu orang pada hari Minggu, dan\n"
       "yang berhalangan mengganti dengan bambu.\n",
       "Dua Desa Berbagi Satu Jembatan"
       " / Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan bambu bersama-sama."
       " Kesepakatan itu dibacakan kepala desa dalam musyawarah di balai."
       " / Setiap keluarga mengirim satu orang pada hari Minggu, dan yang berhalangan mengganti"
       " dengan bambu."},
      // Lists and words broken at a hyphen.
      {"Dua Desa\n"
       "\n"
       "Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan-\n"
       "jembatan bambu bersama-sama, sebab bantuan dari kabupaten tidak per-\n"
       "nah datang. Mereka membawa:\n"
       "- bambu sepanjang tiga meter yang sudah dikeringkan di bawah atap\n"
       "  selama sebulan\n"
       "- tali\n"
       "- parang\n",
       "Dua Desa / Warga dua desa di lereng Gunung Sumbing sepakat merawat jembatan-jembatan bambu"
       " bersama-sama, sebab bantuan dari kabupaten tidak per-nah datang. Mereka membawa:"
       " / - bambu sepanjang tiga meter yang sudah dikeringkan di bawah atap selama sebulan"
       " / - tali / - parang"},
      // Titles of several lines.
      {"Dua Desa di Lereng Gunung Sumbing,\nSindoro, dan\nPrau Berbagi\n\nWarga resah.",
       "Dua Desa di Lereng Gunung Sumbing, Sindoro, dan Prau Berbagi / Warga resah."},
      {"Dua Desa di Lereng Gunung Sumbing\ndan Sindoro, juga\ndi Prau\n\nWarga resah.",
       "Dua Desa di Lereng Gunung Sumbing dan Sindoro, juga di Prau / Warga resah."},
      {"Dua Desa di Lereng Gunung Sumbing dan\nSindoro Berbagi Satu Jembatan\n\nWarga resah.",
       "Dua Desa di Lereng Gunung Sumbing dan Sindoro Berbagi Satu Jembatan / Warga resah."},
      {"Dua Desa di Lereng Gunung Sumbing,\nKabar Kali\nSri\n\nWarga resah.",
       "Dua Desa di Lereng Gunung Sumbing, / Kabar Kali / Sri / Warga resah."},
      {"Dua Desa Berbagi Satu Jembatan\nKalibening, 4 Februari\n\nWarga resah.",
       "Dua Desa Berbagi Satu Jembatan / Kalibening, 4 Februari / Warga resah."},
  };
  ExpectShown(kCases, Show);
}

TEST(ParseTextArticle, WhateverComesInComesOutClean) {
  constexpr std::string_view kPieces[] = {
      "Judul: ",
      "Tanggal: ",
      "7/2/2022",
      "---",
      "\n",
      "\n\n",
      "- ",
      "# ",
      "  ",
      "\t",
      "\"",
      "[",
      "]",
      "isi: ",
      "kata ",
      "kata-\n",
      "url: http://x",
      "===",
      "**",
      ".",
      "\u2028",
      "\u00A0",
      ": ",
      "|",
      "warga desa sepakat merawat jembatan bambu bersama-sama pada hari\n"};
  Random random(35);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t left = random.Below(16); left > 0; --left) text += random.Pick(kPieces);
    if (round % 8 == 0) text = CleanText(random.Bytes(40));
    const Article a = ParseTextArticle(text);
    for (const auto line : kLineFields) {
      const std::string& field = a.*line;
      ASSERT_TRUE(IsCleanText(field));
      ASSERT_EQ(field.find_first_of("\n\r\t"), std::string::npos) << text;
      ASSERT_TRUE(field.empty() || (field.front() != ' ' && field.back() != ' ')) << text;
    }
    ASSERT_EQ(("\n" + a.body + "\n").find("\n\n"), a.body.empty() ? 0 : std::string::npos) << text;
    ASSERT_EQ(("\n" + a.body + "\n").find("\n "), std::string::npos) << text;
    ASSERT_EQ(("\n" + a.body + "\n").find(" \n"), std::string::npos) << text;
    ASSERT_TRUE(IsCleanText(a.body));
    ASSERT_TRUE(!a.title.empty() || a.body.empty()) << text;
  }
}

}  // namespace
}  // namespace warta
