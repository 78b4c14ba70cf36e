#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/page/json_ld.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Headline(std::string_view script) {
  return ReadJsonLd({std::string(script)}).headline;
}

TEST(ReadJsonLd, FindsTheArticle) {
  constexpr TextCase kCases[] = {
      {R"({"@type":"NewsArticle","headline":"a"})", "a"},
      {R"({"@type":["Thing","ReportageNewsArticle"],"headline":"a"})", "a"},
      {R"([{"@type":"WebSite","headline":"x"},{"@type":"BlogPosting","headline":"a"}])", "a"},
      {R"({"@graph":[{"@type":"Person","name":"x"},{"@type":"Article","headline":"a"}]})", "a"},
      {R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":"a"}})", "a"},
      {R"({"@type":"NewsArticle","headline":"a &amp; b"})", "a & b"},
      {R"({"@type":"NewsArticle","name":"a"})", "a"},
      {R"({"@type":"Product","headline":"a"})", ""},
  };
  ExpectShown(kCases, Headline);
}

TEST(ReadJsonLd, ToleratesWhatPagesHave) {
  constexpr TextCase kCases[] = {
      {"<!-- {\"@type\":\"NewsArticle\",\"headline\":\"a\"} -->", "a"},
      {"//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"a\"}\n//]]>", "a"},
      {"/*<![CDATA[*/[{\"@type\":\"NewsArticle\",\"headline\":\"a\"}]/*]]>*/", "a"},
      {"{\"@type\":\"NewsArticle\",\"headline\":\"a\nb\tc\"}", "a b c"},
      {"{\"@type\":\"NewsArticle\",\"headline\":\"a\",}", "a"},
      {"{\"@type\":\"NewsArticle\",\"headline\":\"a\"};", "a"},
      {"{\"@type\":\"NewsArticle\",\"headline\":\"a", ""},
      {"", ""},
      {"null", ""},
      {"{", ""},
  };
  ExpectShown(kCases, Headline);
}

TEST(ReadJsonLd, BrokenScriptsDoNotHideOthers) {
  const JsonLd found = ReadJsonLd({"{broken", R"({"@type":"NewsArticle","headline":"a"})"});
  EXPECT_EQ(found.headline, "a");
}

TEST(ReadJsonLd, DeepNestingIsPassedOver) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(ReadJsonLd({deep, R"({"@type":"NewsArticle","headline":"a"})"}).headline, "a");
}

TEST(ReadJsonLd, AllFields) {
  const JsonLd found =
      ReadJsonLd({R"({"@type":"NewsArticle","headline":"a","datePublished":"2019-03-02",
           "articleSection":["Nasional","x"],"author":[{"@type":"Person","name":"Ani"},"Budi"],
           "publisher":{"name":"Pos Kita","logo":{}},
           "mainEntityOfPage":{"@type":"WebPage","@id":"https://poskita.example/1"}})",
                  R"({"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},
           {"item":{"@id":"/e","name":"Ekonomi"}},{"item":{"name":"a"}}]})",
                  R"({"@type":"NewsArticle","headline":"Lain","articleBody":"bukan"})"});
  EXPECT_EQ(found.published, "2019-03-02");
  EXPECT_EQ(found.section, "Nasional");
  EXPECT_EQ(found.authors, (std::vector<std::string>{"Ani", "Budi"}));
  EXPECT_EQ(found.publisher, "Pos Kita");
  EXPECT_EQ(found.url, "https://poskita.example/1");
  EXPECT_EQ(found.breadcrumb, "Ekonomi");
  EXPECT_EQ(found.body, "");
}

}  // namespace
}  // namespace warta
