#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/date/path.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Show(std::string_view path) {
  const auto found = FindDateInPath(path);
  return found ? FormatIso(*found) : "none";
}

TEST(FindDateInPath, WholeFoldersOnly) {
  constexpr TextCase kCases[] = {
      {"https://berita.example/2022/02/07/banjir", "2022-02-07"},
      {"/2022/02/07/", "2022-02-07"},
      {"2022/02/07/01.txt", "2022-02-07"},
      {"arsip/2022/2/7", "2022-02-07"},
      {"arsip/2022/02/7/x", "2022-02-07"},
      {"arsip/2022/02/31/x", "none"},
      {"a/2022/13/01/2021/05/06/x", "2021-05-06"},
      {"a/2020/01/02/2021/05/06/x", "2020-01-02"},
      {"a/2022/02/x", "none"},
      {"a/2022/02/07.txt", "none"},
      {"a/12022/02/07/x", "none"},
      {"a/x2022/02/07/x", "none"},
      {"a/2022/02/007/x", "none"},
      {"a/07/02/2022/x", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindDateInPath, TheQueryOfAUrlEndsItsPath) {
  constexpr TextCase kCases[] = {
      {"https://berita.example/2022/02/07?page=2", "2022-02-07"},
      {"https://berita.example/2022/02/07#komentar", "2022-02-07"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindDateInPath, NamesThatBeginWithADate) {
  constexpr TextCase kCases[] = {
      {"2022-02-07", "2022-02-07"},
      {"arsip/2022-02-07/banjir", "2022-02-07"},
      {"arsip/2022-02-07-banjir.html", "2022-02-07"},
      {"arsip/2022_02_07_banjir.html", "2022-02-07"},
      {"https://berita.example/nasional/20220207101500-20-429/banjir", "2022-02-07T10:15:00"},
      {"arsip/20220207.txt", "2022-02-07"},
      {"arsip/20220207-banjir.txt", "2022-02-07"},
      {"arsip/20220207/banjir", "2022-02-07"},
      {"arsip/2022-02-0712", "none"},
      {"arsip/2022-02_07", "none"},
      {"arsip/20220207a", "none"},
      {"arsip/20220207256000-1", "none"},
      {"arsip/202202071", "none"},
      {"arsip/banjir-20220207", "none"},
      {"arsip/19450817", "none"},  // a number rather than a day of publication
      {"https://berita.example/read/d-5931284/banjir", "none"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindDateInPath, KompasHasTheTimeInTheNextFolder) {
  constexpr TextCase kCases[] = {
      {"https://nasional.kompas.com/read/2015/11/04/21040031/Judul", "2015-11-04T21:04:00"},
      {"kompas.com/read/2019/09/16/225817420/judul", "2019-09-16T22:58:00"},
      {"https://nasional.kompas.com/read/2015/11/04/25040031/Judul", "2015-11-04"},
      {"https://nasional.kompas.com/read/2015/11/04/banjir", "2015-11-04"},
      {"https://berita.example/read/2015/11/04/21040031/Judul", "2015-11-04"},
  };
  ExpectShown(kCases, Show);
}

TEST(FindRoughDateInPath, MonthOrYear) {
  constexpr TextCase kCases[] = {
      {"https://berita.example/2021/03/judul.html", "2021-03-15"},
      {"arsip/2021/judul.txt", "2021-07-01"},
      {"arsip/2021/13/judul.txt", "2021-07-01"},
      {"2021/3", "2021-03-15"},
      {"arsip/1945/judul.txt", "none"},
      {"arsip/2021x/judul.txt", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, [](std::string_view path) {
    const auto date = FindRoughDateInPath(path);
    return date ? FormatIso(*date) : "none";
  });
}

}  // namespace
}  // namespace warta
