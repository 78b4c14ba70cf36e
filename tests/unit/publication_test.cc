#include "common/date/publication.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Show(const std::optional<PublicationDate>& found) {
  if (!found) return "none";
  return FormatIso(found->when) + (found->evidence == DateEvidence::kDateline ? " line" : "");
}

std::string ShowDate(std::string_view text) {
  return Show(FindPublicationDate(text));
}

// In a text that was published around the middle of February 2022.
std::string ShowNear(std::string_view text) {
  return Show(FindPublicationDate(text, {std::nullopt, MakeDate(2022, 2, 15)}));
}

TEST(FindPublicationDate, NothingIsPublishedInTheFuture) {
  const std::string_view text =
      "Konser digelar Sabtu (9/3/2030), kata promotor, Senin, 4 Februari 2019.";
  EXPECT_EQ(ShowDate(text), "2030-03-09");
  EXPECT_EQ(Show(FindPublicationDate(text, {MakeDate(2019, 2, 5), std::nullopt})), "2019-02-04");
}

TEST(FindPublicationDate, TheLatestDayOnWhichSomethingWasSaid) {
  constexpr TextCase kCases[] = {
      {"Rapat itu digelar Jumat, 4 Februari 2022, kata dia, Senin (7/2/2022).", "2022-02-07"},
      {"Kata dia, Senin (7/2/2022). Pada Selasa (8/2/2022) ia pergi.", "2022-02-07"},
      {"Ia pergi Jumat (4/2/2022).\n\"Benar,\" ujarnya, Sabtu (5/2/2022).", "2022-02-05"},
      {"Pada Jumat, 4 Februari 2022 dan Senin, 7 Februari 2022 dan Sabtu 5 Februari 2022.",
       "2022-02-07"},
      {"Habibie (25/6/1936) wafat Rabu (11/9/2019).", "2019-09-11"},
      {"Kabar itu beredar (11/9/2019).", "2019-09-11"},
      {"Proklamasi dibacakan pada 17 Agustus 1945.", "none"},
      {"Ia lahir 17/8/1945.", "none"},
      {"Sejak Februari 2022.", "none"},
      {"Tidak ada tanggal.", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, ShowDate);
}

TEST(FindPublicationDate, WhatIsAnnouncedComesLater) {
  constexpr TextCase kCases[] = {
      {"Rapat itu akan digelar Rabu (9/2/2022). Panitia bersiap Senin (7/2/2022).", "2022-02-07"},
      {"Panitia bersiap Senin (7/2/2022) untuk rapat Rabu (9/2/2022) mendatang.", "2022-02-07"},
      {"Rapat itu akan digelar Rabu (9/2/2022).", "2022-02-09"},  // better than nothing
  };
  ExpectShown(kCases, ShowDate);
}

TEST(FindPublicationDate, AWeekdayThatDoesNotFitIsAMistake) {
  EXPECT_EQ(ShowDate("Ia tiba Senin (7/2/2022).\nIa pergi Selasa (9/2/2022)."), "2022-02-07");
  EXPECT_EQ(ShowDate("Ia pergi Selasa (9/2/2022)."), "2022-02-09");
}

TEST(FindPublicationDate, AMissingYearIsToldByTheTextOrTheHint) {
  constexpr TextCase kCases[] = {
      {"Ia pergi Senin (7/2).", "2022-02-07"},
      {"Ia tiba Jumat (1/2/2019). Ia pergi Senin (4/2).", "2019-02-04"},
      {"Ia tiba Jumat (4/2/2022). Ia pergi Senin (7/2).", "2022-02-07"},
      {"Harga naik hari ini (7/2).", "2022-02-07"},
      {"Ia pergi 7 Februari.", "none"},
  };
  ExpectShown(kCases, ShowNear);
  EXPECT_EQ(ShowDate("Ia pergi Senin (7/2)."), "none");
}

TEST(FindPublicationDate, Datelines) {
  constexpr TextCase kCases[] = {
      {"JAKARTA, 7 Februari 2022 - Harga naik sejak Selasa (8/2/2022).", "2022-02-07 line"},
      {"Jakarta (7/2/2022) - Harga naik.", "2022-02-07 line"},
      {"Jakarta, Senin (7/2) -- Harga naik.", "2022-02-07 line"},
      {"TEMPO.CO, Jakarta, 7 Februari 2022 \u2014 Harga naik.", "2022-02-07 line"},
      {"Kota Bandung, Senin, 7 Februari 2022 pukul 10.15 WIB - Harga naik.",
       "2022-02-07T10:15:00+07:00 line"},
      {"Harga naik\nJAKARTA, 7 Februari 2022 - Harga naik.", "2022-02-07 line"},
      // Programmes, ranges and sentences.
      {"Senin (7/2/2022) - Persija lawan Persib", "2022-02-07"},
      {"Jakarta, 7 - 9 Februari 2022", "none"},
      {"Harga beras pada Senin (7/2/2022) - kata dia - naik.", "2022-02-07"},
      {"Banjir Jakarta 7 Februari 2022 - Pemerintah menyerah.", "none"},
  };
  ExpectShown(kCases, ShowNear);
}

TEST(FindPublicationDate, LinesThatOnlyStateTheDate) {
  constexpr TextCase kCases[] = {
      {"Senin, 07 Februari 2022 10:15 WIB\nHarga naik.", "2022-02-07T10:15:00+07:00 line"},
      {"Harga naik\nSenin, 07 Februari 2022 | 10:15 WIB\nHarga naik Jumat (4/2/2022).",
       "2022-02-07T10:15:00+07:00 line"},
      {"Harga naik.\nJakarta, 7 Februari 2022", "2022-02-07 line"},
      {"Terbit: 7/2/2022\nHarga naik.", "2022-02-07 line"},
      {"Budi Santoso - 7 Februari 2022, 10.15\nHarga naik.", "2022-02-07T10:15:00 line"},
      {"Budi Santoso | Senin, 07 Feb 2022 10:15 WITA\nHarga naik.",
       "2022-02-07T10:15:00+08:00 line"},
      // No such lines.
      {"Diperbarui: 8 Februari 2022\nHarga naik.", "none"},
      {"Banjir Jakarta 7 Februari 2022\nHarga naik.", "none"},
      {"Ia tiba di gedung\nSenin (7/2/2022).\nLalu ia pergi pukul 10.00 WIB.", "2022-02-07"},
      {"a.\nb.\nc.\n7 Februari 2022\nd.\ne.\nf.", "none"},
  };
  ExpectShown(kCases, ShowNear);
}

TEST(FindPublicationDateProperty, NeverAfterTheHintNorWithATimeFromSentences) {
  Random random(27);
  constexpr std::string_view kPieces[] = {"Senin",
                                          " (7/2/2022)",
                                          ", 7 Februari 2022",
                                          "\n",
                                          ". ",
                                          "Jakarta",
                                          " - ",
                                          " kata",
                                          " akan",
                                          " 10:15 WIB",
                                          " (9/2)",
                                          "Rabu",
                                          " 31/12/2030",
                                          "Terbit:",
                                          "(",
                                          "\u00A0",
                                          "|"};
  const Date today = *MakeDate(2022, 2, 8);
  for (int round = 0; round < 50'000; ++round) {
    std::string text = random.Below(10) == 0 ? random.Bytes(30) : "";
    for (std::size_t i = random.Below(14); i > 0; --i) text += random.Pick(kPieces);
    const auto found = FindPublicationDate(text, {today, today});
    if (!found) continue;
    ASSERT_LE(found->when.date, today) << text;
    if (found->evidence != DateEvidence::kDateline) {
      ASSERT_FALSE(found->when.time) << text;
    }
  }
}

}  // namespace
}  // namespace warta
