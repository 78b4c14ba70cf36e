#include "indexer/readers/feed_text.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/unit/random.h"
#include "tests/unit/string_stream.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string Mend(std::string_view bytes, std::size_t block_size = 1 << 16) {
  StringStream stream(std::string(bytes), block_size);
  Input input(stream);
  FeedText text(input);
  std::string all;
  while (true) {
    const Result<std::string> piece = text.Next();
    EXPECT_TRUE(piece.ok());
    if (!piece.ok() || piece.value().empty()) return all;
    all += piece.value();
  }
}

TEST(FeedText, WhatXmlDoesNotKnowIsEscaped) {
  constexpr TextCase kCases[] = {
      {"<a>b</a>", "<a>b</a>"},
      {"&amp; &lt; &gt; &quot; &apos; &#8217; &#x2019;",
       "&amp; &lt; &gt; &quot; &apos; &#8217; &#x2019;"},
      {"&nbsp; &rsquo; & &x &; &#; &#x; &#12 &#xg;",
       "&amp;nbsp; &amp;rsquo; &amp; &amp;x &amp;; &amp;#; &amp;#x; &amp;#12 &amp;#xg;"},
      {"<a href=\"u?a=1&b=2\"/>", "<a href=\"u?a=1&amp;b=2\"/>"},
      {"3 < 5, <3, <", "3 &lt; 5, &lt;3, &lt;"},
      {"<![CDATA[a & b < c &nbsp;]]> & <!-- & < --> &",
       "<![CDATA[a & b < c &nbsp;]]> &amp; <!-- & < --> &amp;"},
      {"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]>",
       "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"b\">]>"},
      {"a\x0B"
       "b\x1F\n\t\r",
       "a b \n\t\r"},
      {"\xEF\xBB\xBF<a/>", "<a/>"},
      {"", ""},
  };
  ExpectShown(kCases, [](std::string_view bytes) { return Mend(bytes); });
}

TEST(FeedText, PiecesAreCutWhereNothingIsCut) {
  Random random(7);
  constexpr std::string_view kParts[] = {"<item>",    "&amp;", "& ",   "\u00E9", "\u2019 ",
                                         "<![CDATA[", "]]>",   "<!--", "-->",    "kata ",
                                         "&nbsp;",    "< 5",   "\n",   "</item>"};
  for (int round = 0; round < 20; ++round) {
    std::string content;
    while (content.size() < 200'000) content += random.Pick(kParts);
    const std::string whole = Mend(content);
    EXPECT_TRUE(Mend(content, 1000) == whole);
    // The rest of a text mends as the whole does where a piece ends.
    EXPECT_TRUE(Mend("\n" + content) == "\n" + whole);
  }
}

TEST(FeedText, OtherEncodingsAreDecodedAPieceAtATime) {
  EXPECT_EQ(Mend("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>Kaf\xE9</a>"),
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>Kaf\u00E9</a>");
}

}  // namespace
}  // namespace warta
