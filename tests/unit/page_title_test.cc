#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/page/title.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Clean(std::string_view title) {
  return CleanTitle(title, {"", "", ""});
}

TEST(CleanTitle, WhatIsKnownByItself) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"Harga Beras Naik", "Harga Beras Naik"},
      {"Harga Beras Naik - Kompas.com", "Harga Beras Naik"},
      {"Harga Beras Naik - Kompas.com Regional", "Harga Beras Naik"},
      {"Harga Beras Naik Lagi - Nasional Tempo.co", "Harga Beras Naik Lagi"},
      {"Harga Beras Naik Lagi - Bisnis - Liputan6.com", "Harga Beras Naik Lagi"},
      {"Harga Beras Naik | tempo.co", "Harga Beras Naik"},
      {"Harga Beras Naik Halaman all - Kompas.com", "Harga Beras Naik"},
      {"Harga Beras Naik - Halaman 2", "Harga Beras Naik"},
      {"JPNN.com: Harga Beras Naik", "Harga Beras Naik"},
      {"Harga Beras Naik Lagi | -nasional- | Tempo.co", "Harga Beras Naik Lagi"},
      {"Harga Beras Naik Halaman 2 - Kompas.com", "Harga Beras Naik"},
      {"Harga &quot;Beras&quot; &amp;amp; Gula", "Harga \"Beras\" & Gula"},
      // What may be the headline's own stays.
      {"Harga Beras Naik - Petani Senang", "Harga Beras Naik - Petani Senang"},
      {"FOTO: Harga Beras Naik", "FOTO: Harga Beras Naik"},
      {"Timnas 2 - 1 Thailand", "Timnas 2 - 1 Thailand"},
      {"Mengenal e-commerce - Apa Itu?", "Mengenal e-commerce - Apa Itu?"},
  };
  ExpectShown(kCases, Clean);
}

TEST(CleanTitle, NamesOfThePublisher) {
  struct Case {
    std::string_view title;
    TitleContext context;
    std::string_view clean;
  };
  constexpr Case kCases[] = {
      {"Harga Beras Naik - ANTARA News",
       {"", "http://www.antaranews.com/berita/1", ""},
       "Harga Beras Naik"},
      {"Harga Beras Naik: Okezone News",
       {"", "https://news.okezone.com/read", ""},
       "Harga Beras Naik"},
      {"Harga Beras Naik | DW | 12.03.2018",
       {"", "https://www.dw.com/id/a", ""},
       "Harga Beras Naik"},
      {"Harga Beras Naik | 12.03.2018",
       {"", "https://www.dw.com/id/a", ""},
       "Harga Beras Naik | 12.03.2018"},
      {"Harga Beras Naik : Okezone News",
       {"", "https://news.okezone.com/read", ""},
       "Harga Beras Naik"},
      {"Harga Beras Naik | Republika Online", {"Republika Online", "", ""}, "Harga Beras Naik"},
      {"Harga Beras Naik di Pasar - Ekonomi - Pos Kita",
       {"Pos Kita", "", ""},
       "Harga Beras Naik di Pasar"},
      {"Harga Beras Naik di Pasar - Ragam Desa",
       {"", "", "Ragam Desa"},
       "Harga Beras Naik di Pasar"},
      {"Pos Kita : Harga Beras Naik", {"Pos Kita", "", ""}, "Harga Beras Naik"},
      {"Rektor: Selamat untuk Kanal Baru Poskita.com!",
       {"Pos Kita", "", ""},
       "Rektor: Selamat untuk Kanal Baru Poskita.com!"},
      {"Pos Kita: Harga Beras Naik", {"Pos Kita", "", ""}, "Harga Beras Naik"},
      {"Pos Kita Fest: Harga Beras Naik", {"Pos Kita", "", ""}, "Pos Kita Fest: Harga Beras Naik"},
      {"Survei Toko.com: Harga Beras Naik",
       {"Pos Kita", "", ""},
       "Survei Toko.com: Harga Beras Naik"},
      {"Pasar Induk - Harga Beras Naik", {"Pos Kita", "", ""}, "Pasar Induk - Harga Beras Naik"},
  };
  for (const Case& c : kCases) EXPECT_EQ(CleanTitle(c.title, c.context), c.clean);
}

TEST(SameHeadline, SpellingsOfOneHeadline) {
  EXPECT_TRUE(SameHeadline("Harga \u201CBeras\u201D Naik", "Harga \"Beras\" Naik"));
  EXPECT_TRUE(SameHeadline("Harga Beras Naik di Tiga...", "Harga Beras Naik di Tiga Kota Besar"));
  EXPECT_TRUE(SameHeadline("Harga Beras Naik, Warga Resah", "Warga Resah Harga Beras Naik"));
  EXPECT_FALSE(SameHeadline("Harga Beras Naik", "Gubernur Lantik Bupati"));
  EXPECT_FALSE(SameHeadline("Regional", "Harga Beras Naik di Regional"));
  EXPECT_FALSE(SameHeadline("", ""));
}

}  // namespace
}  // namespace warta
