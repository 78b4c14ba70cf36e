#include "indexer/url.h"

#include <gtest/gtest.h>

#include "tests/unit/text_case.h"

namespace warta {
namespace {

TEST(UrlTest, Hosts) {
  constexpr TextCase kCases[] = {
      {"http://www.kabar.example/berita/1", "kabar.example"},
      {"https://NEWS.Kabar.example:8080?x=1", "news.kabar.example"},
      {"//kabar.example/x", "kabar.example"},
      {"https://nama:sandi@kabar.example/", "kabar.example"},
      {"https://kabar.example#atas", "kabar.example"},
      {"kabar.example/1", ""},
      {"ftp://kabar.example/1", ""},
      {"https://localhost/1", ""},
      {"https://kab ar.example/1", ""},
      {"https://", ""},
      {"", ""},
  };
  ExpectShown(kCases, [](std::string_view url) { return HostOf(url); });
}

}  // namespace
}  // namespace warta
