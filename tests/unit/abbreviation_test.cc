#include "common/text/abbreviation.h"

#include <chrono>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/analyser.h"
#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

// "KPK=komisi pemberantasan korupsi; ..."
std::string Find(std::string_view text) {
  Analyser analyser;
  std::string shown;
  for (const AbbreviationDefinition& one : FindDefinitions(text, analyser.Analyse(text))) {
    shown.append(shown.empty() ? "" : "; ").append(one.short_form + '=' + one.long_form);
  }
  return shown;
}

TEST(FindDefinitions, Initials) {
  constexpr TextCase kCases[] = {
      {"Ketua Komisi Pemberantasan Korupsi (KPK) hadir", "KPK=komisi pemberantasan korupsi"},
      {"presiden Amerika Serikat (AS) datang", "AS=amerika serikat"},
      {"sumber daya manusia (SDM)", "SDM=sumber daya manusia"},
      {"di World Health Organization (WHO)", "WHO=world health organization"},
      {"Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)",
       "BMKG=badan meteorologi klimatologi dan geofisika"},
      {"Anggaran Pendapatan dan Belanja Negara (APBN)",
       "APBN=anggaran pendapatan dan belanja negara"},
      {"Sekolah Tinggi Ilmu Komputer (STIK)", "STIK=sekolah tinggi ilmu komputer"},
      {"Tanggung Jawab Sosial dan Lingkungan (TJSL)", "TJSL=tanggung jawab sosial dan lingkungan"},
      {"year on year (yoy)", "yoy=year on year"},  // a function word may give a letter
      {"Bank of Japan (BoJ)", "BoJ=bank of japan"},
      {"Pemberhentian Tidak Dengan Hormat (PTDH)", "PTDH=pemberhentian tidak dengan hormat"},
  };
  ExpectShown(kCases, Find);
}

TEST(FindDefinitions, HyphensAndDigits) {
  constexpr TextCase kCases[] = {
      {"Perserikatan Bangsa-Bangsa (PBB)", "PBB=perserikatan bangsa-bangsa"},
      {"Kitab Undang-Undang Hukum Pidana (KUHP)", "KUHP=kitab undang-undang hukum pidana"},
      {"Rancangan Undang-Undang (RUU)", "RUU=rancangan undang-undang"},
      {"revisi undang-undang (UU) itu", "UU=undang-undang"},
      {"Badan Pelindungan Pekerja Migran Indonesia (BP2MI)",
       "BP2MI=badan pelindungan pekerja migran indonesia"},
      {"Surat Perintah Penghentian Penyidikan (SP3)", "SP3=surat perintah penghentian penyidikan"},
  };
  ExpectShown(kCases, Find);
}

TEST(FindDefinitions, Syllables) {
  constexpr TextCase kCases[] = {
      {"Badan Pengawas Pemilu (Bawaslu)", "Bawaslu=badan pengawas pemilu"},
      {"Kementerian Kesehatan (Kemenkes)", "Kemenkes=kementerian kesehatan"},
      {"Polisi Republik Indonesia (Polri)", "Polri=polisi republik indonesia"},
      {"Kepolisian Daerah (Polda)", "Polda=kepolisian daerah"},
      {"Komando Distrik Militer (Kodim)", "Kodim=komando distrik militer"},
      {"Menteri Pemuda dan Olahraga (Menpora)", "Menpora=menteri pemuda dan olahraga"},
      {"kebakaran hutan dan lahan (karhutla)", "karhutla=kebakaran hutan dan lahan"},
      {"Pemilihan Kepala Daerah (Pilkada)", "Pilkada=pemilihan kepala daerah"},
      {"Menteri Koordinator Bidang Politik, Hukum, dan Keamanan (Menkopolhukam)",
       "Menkopolhukam=menteri koordinator bidang politik hukum dan keamanan"},
      {"Badan Amil Zakat Nasional (BAZNAS)", "BAZNAS=badan amil zakat nasional"},
      {"Badan Usaha Milik Desa (BUMDes)", "BUMDes=badan usaha milik desa"},
      {"pelaksana tugas (Plt)", "Plt=pelaksana tugas"},
  };
  ExpectShown(kCases, Find);
}

TEST(FindDefinitions, WhereTheFormsStand) {
  constexpr TextCase kCases[] = {
      {"KPK (Komisi Pemberantasan Korupsi)", "KPK=komisi pemberantasan korupsi"},
      {"sistem itu (Automatic Identification System/AIS)", "AIS=automatic identification system"},
      {"\"Front Pembela Islam\" (FPI)", "FPI=front pembela islam"},
      {"\u201CFront Pembela Islam\u201D (\u201CFPI\u201D)", "FPI=front pembela islam"},
      {"Bank Indonesia (BI) dan Otoritas Jasa Keuangan (OJK)",
       "BI=bank indonesia; OJK=otoritas jasa keuangan"},
      {"Bank Indonesia (BI). Bank Indonesia (BI).", "BI=bank indonesia; BI=bank indonesia"},
      {"Komisi Pemberantasan Korupsi(KPK)", "KPK=komisi pemberantasan korupsi"},
      {"Komisi\u00A0Pemberantasan Korupsi ( KPK )", "KPK=komisi pemberantasan korupsi"},
      {"Komisi Pemberantasan Korupsi (\u00A0KPK\u00A0)", "KPK=komisi pemberantasan korupsi"},
      // The shortest name that fits.
      {"Kepala Kantor Komisi Yudisial (KY)", "KY=komisi yudisial"},
  };
  ExpectShown(kCases, Find);
}

TEST(FindDefinitions, WhatIsNone) {
  constexpr TextCase kCases[] = {
      {"Organisasi Kesehatan Dunia (WHO)", ""},           // another language
      {"Komisi Tindak Pemberantasan Korupsi (KPK)", ""},  // a word without a letter
      {"Wakil Ketua , Korupsi (KPK)", ""},
      {"Komisi Pemberantasan. Korupsi (KPK)", ""},  // two sentences
      {"Komisi Pemberantasan\nKorupsi (KPK)", ""},
      {"Komisi Pemberantasan Korupsi: (KPK)", ""},
      {"Komisi Pemberantasan Korupsi (KPK, Jakarta)", ""},
      {"Komisi Pemberantasan Korupsi (KPK", ""},
      {"Komisi Pemberantasan Korupsi (KPK\n)", ""},
      {"Komisi Pemberantasan Korupsi ((KPK))", ""},
      {"KPK (Komisi Pemberantasan Korupsi Indonesia)", ""},
      {"yang dan di (YDD)", ""},  // begins with a function word
      {"Senin (7/2/2022)", ""},
      {"sepanjang 5 kilometer (km)", ""},  // abbreviated, not defined
      {"tersangka Budi (B)", ""},
      {"gambar itu (foto)", ""},
      {"dia menjadwalkan longgarnya (jadwal)", ""},  // a verb
      {"bakal calon (balon) wali kota", ""},         // a word of its own
      {"Korban Tindak Kekerasan (KontraS)", ""},     // its S is an initial
      {"Kementerian Hukum dan HAM (HAM)", ""},       // a word of the name
      {"Persero (Persero)", ""},
      {"()", ""},
      {"( )", ""},
      {"(KPK)", ""},
      {"KPK ()", ""},
  };
  ExpectShown(kCases, Find);
}

TEST(FindDefinitions, FormsTooLongForATermAreLeftOut) {
  const std::string word = 'k' + std::string(60, 'x');
  EXPECT_EQ(Find(word + ' ' + word + ' ' + word + " (KKK)"),
            "KKK=" + word + ' ' + word + ' ' + word);
  EXPECT_EQ(Find(word + ' ' + word + ' ' + word + ' ' + word + " (KKKK)"), "");
  EXPECT_EQ(Find("k k k k k k k k k k k k (KKKKKKKKKKKK)"), "");  // too many words
  EXPECT_EQ(Find("a a4444444 (A4444444)"), "");
}

TEST(FindDefinitions, HostileTextsCostNoMoreThanTheirLength) {
  Analyser analyser;
  const auto count = [&](const std::string& text) {
    return FindDefinitions(text, analyser.Analyse(text)).size();
  };
  const auto repeat = [](std::string_view part) {
    std::string text;
    while (text.size() < 1'000'000) text += part;
    return text;
  };
  EXPECT_EQ(count(repeat("(")), 0U);
  EXPECT_EQ(count(repeat(")")), 0U);
  EXPECT_EQ(count(repeat("()")), 0U);
  EXPECT_EQ(count(repeat("(a ")), 0U);
  EXPECT_EQ(count(repeat("a ") + "(AAAAAAAAAAAAAAAAAAAA)"), 0U);
  EXPECT_EQ(count(repeat("aa aa (Aaaaaaaaaaaaaaaaaaaa) ")), 0U);
  EXPECT_GT(
      count(repeat("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa aaaaaaaa aaaaaa aaaaa (Aaaaaaaaaaaaa) ")),
      1000U);
}

TEST(FindDefinitionsProperty, DefinitionsOfAnythingAreShortWordsOfTheText) {
  constexpr std::string_view kPieces[] = {"(",
                                          ")",
                                          " ",
                                          " ",
                                          " ",
                                          "KPK",
                                          "Komisi ",
                                          "komisi ",
                                          "Pemberantasan ",
                                          "korupsi ",
                                          "(KPK)",
                                          "dan ",
                                          "-",
                                          "/",
                                          ",",
                                          "undang-undang ",
                                          "UU",
                                          "\n",
                                          "AS",
                                          "a",
                                          "aa ",
                                          "Aaa",
                                          "2",
                                          "\u00A0",
                                          "\u201C",
                                          "k",
                                          "p "};
  Random random(71);
  Analyser analyser;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t count = random.Below(30); count > 0; --count) text += random.Pick(kPieces);
    if (round % 10 == 0) text = random.Utf8(60);
    for (const AbbreviationDefinition& one : FindDefinitions(text, analyser.Analyse(text))) {
      ASSERT_NE(text.find('('), std::string::npos);
      ASSERT_NE(text.find(one.short_form), std::string::npos) << text;
      ASSERT_GE(one.short_form.size(), 2U);
      ASSERT_LE(one.short_form.size(), kMostShortFormBytes);
      ASSERT_LE(one.long_form.size(), kMostLongFormBytes);
      ASSERT_FALSE(one.long_form.empty());
    }
  }
}

}  // namespace
}  // namespace warta
