#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "indexer/readers/feed.h"
#include "tests/unit/show_reading.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

using namespace std::string_literals;

std::string Show(std::string_view content) {
  return ShowReading(ReadBytes(ReadFeed, content));
}

// A feed of RSS 2.0 with these items, the first on line 3.
std::string Rss(std::string_view items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Kabar "
         "Nusa - Ekonomi</title><link>https://kabar.id</link>\n" +
         std::string(items) + "</channel></rss>\n";
}

std::string ShowRss(std::string_view items) {
  return Show(Rss(items));
}

TEST(FeedReader, Rss2) {
  constexpr TextCase kCases[] = {
      {"<item><title>J</title><link>https://kabar.id/1</link><guid>g1</guid>"
       "<description>B</description><category>Beras</category><category>Pasar</category>"
       "<author>redaksi@kabar.id (Siti)</author><pubDate>2022-02-07</pubDate></item>",
       "3: |J|B|Kabar Nusa - Ekonomi|Beras|Siti|https://kabar.id/1|2022-02-07"},
      {"<item><title>J</title><guid>https://kabar.id/1</guid></item>",
       "3: |J||Kabar Nusa - Ekonomi|||https://kabar.id/1|"},
      {"<item><title>J</title><guid isPermaLink=\"false\">https://kabar.id/1</guid></item>",
       "3: https://kabar.id/1|J||Kabar Nusa - Ekonomi||||"},
      {"<item><title>J</title><guid>g1</guid></item>", "3: g1|J||Kabar Nusa - Ekonomi||||"},
      {"<item><title>J</title><source url=\"u\">Harian Senja</source></item>",
       "3: |J||Harian Senja||||"},
      {"<item><title>J</title></item>\n\n<item>\n<title>K</title></item>",
       "3: |J||Kabar Nusa - Ekonomi|||| ; 5: |K||Kabar Nusa - Ekonomi||||"},
      {"<item><link>u</link></item><item><title>K</title></item>",
       "3: |K||Kabar Nusa - Ekonomi|||| 3!"},
      {"", " 0!"},
  };
  ExpectShown(kCases, ShowRss);
}

TEST(FeedReader, TheFullestTextAndTheDayOfPublicationCount) {
  constexpr TextCase kCases[] = {
      {"<item><description>teras</description>"
       "<content:encoded><![CDATA[<p>satu &amp; dua</p><p>tiga&nbsp;empat</p>]]></content:encoded>"
       "</item>",
       "3: ||satu & dua / tiga empat|Kabar Nusa - Ekonomi||||"},
      {"<item><content:encoded>  </content:encoded><description>&lt;p&gt;satu&lt;/p&gt;dua"
       "</description></item>",
       "3: ||satu / dua|Kabar Nusa - Ekonomi||||"},
      {"<item><title>J</title><dc:date>2022-02-07T10:00:00+07:00</dc:date><dc:creator>Siti"
       "</dc:creator><dc:subject>Beras</dc:subject></item>",
       "3: |J||Kabar Nusa - Ekonomi|Beras|Siti||2022-02-07"},
      {"<item><updated>2022-02-09</updated><title>J</title><pubDate>2022-02-07</pubDate></item>",
       "3: |J||Kabar Nusa - Ekonomi||||2022-02-07"},
  };
  ExpectShown(kCases, ShowRss);
}

TEST(FeedReader, ExtensionsAreIgnored) {
  EXPECT_EQ(ShowRss("<item><media:title>salah</media:title><title>J</title>"
                    "<media:group xmlns:media=\"http://search.yahoo.com/mrss/\"><media:content/>"
                    "<title>salah</title></media:group>"
                    "<media:description>salah</media:description>"
                    "<itunes:author>salah</itunes:author><enclosure url=\"u\"/>"
                    "<atom:link href=\"https://kabar.id/feed\" rel=\"self\"/>"
                    "<link>https://kabar.id/1</link></item>"),
            "3: |J||Kabar Nusa - Ekonomi|||https://kabar.id/1|");
}

TEST(FeedReader, Rss1) {
  EXPECT_EQ(Show("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                 "xmlns=\"http://purl.org/rss/1.0/\" "
                 "xmlns:d=\"http://purl.org/dc/elements/1.1/\">\n"
                 "<channel rdf:about=\"u\"><title>Kabar</title><link>u</link></channel>\n"
                 "<image><title>salah</title></image>\n"
                 "<item rdf:about=\"https://kabar.id/1\"><title>J</title><d:date>2022-02-07"
                 "</d:date></item>\n</rdf:RDF>"),
            "4: |J||Kabar|||https://kabar.id/1|2022-02-07");
}

TEST(FeedReader, Atom) {
  EXPECT_EQ(
      Show("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"html\">Kabar &amp;amp; "
           "Warta</title>\n"
           "<entry><id>tag:kabar.id,2022:1</id><title>3 &lt; 5</title>"
           "<link rel=\"replies\" href=\"salah\"/><link href=\"https://kabar.id/1\"/>"
           "<author><name>Siti</name><uri>salah</uri></author><category term=\"beras\" "
           "label=\"Beras\"/>"
           "<updated>2022-02-09T00:00:00Z</updated><published>2022-02-07T00:00:00Z</published>"
           "<summary>teras</summary><content type=\"xhtml\"><div "
           "xmlns=\"http://www.w3.org/1999/xhtml\"><p>sa<b>t</b>u</p><p>3 &lt; 5</p></div>"
           "</content></entry>\n"
           "<entry><id>tag:kabar.id,2022:2</id><title>K</title><source><id>x</id><title>Harian "
           "Senja</title><updated>2020-01-01</updated></source></entry></feed>"),
      "2: |3 < 5|satu / 3 < 5|Kabar & Warta|Beras|Siti|https://kabar.id/1|2022-02-07 ; "
      "3: tag:kabar.id,2022:2|K||Harian Senja||||");
}

TEST(FeedReader, FeedsThatAreNoXmlAreMended) {
  constexpr TextCase kCases[] = {
      {"<item><title>Jum&rsquo;at &nbsp;beras & gula < garam</title>"
       "<link>https://kabar.id/?a=1&b=2</link></item>",
       "3: |Jum\u2019at beras & gula < garam||Kabar Nusa - Ekonomi|||https://kabar.id/?a=1&b=2|"},
      {"<item><title>A\x0B"
       "B</title></item>",
       "3: |A B||Kabar Nusa - Ekonomi||||"},
      {"<item><title>Kaf\xE9</title></item>", "3: |Kaf\u00E9||Kabar Nusa - Ekonomi|||| 0~"},
      // A tag that is not closed.
      {"<item><title>J</title><description>a <b>b</description><pubDate>2022-02-07</pubDate>"
       "<link>u</link></item>\n<item><title>K</title></item>\n<item><title>L</title></item>",
       "3: |J|a b|Kabar Nusa - Ekonomi||||2022-02-07 ; 4: |K||Kabar Nusa - Ekonomi|||| ; "
       "5: |L||Kabar Nusa - Ekonomi|||| 3~"},
      {"<item><title>J</title>\n<item><title>K</title></item>",
       "3: |J||Kabar Nusa - Ekonomi|||| ; 4: |K||Kabar Nusa - Ekonomi|||| 4~"},
      // Tags that nobody escaped.
      {"<item><title>J</title><description><p>satu</p><p>du<i>a</i></p></description></item>",
       "3: |J|satu / dua|Kabar Nusa - Ekonomi||||"},
  };
  ExpectShown(kCases, ShowRss);
}

TEST(FeedReader, AFileThatIsCutGivesTheItemsBefore) {
  EXPECT_EQ(Show("<rss><channel><item><title>J</title></item>\n<item><title>K"),
            "1: |J|||||| 2! 2~");
  EXPECT_EQ(ShowReading(ReadBytes(ReadFeed, "<rss><channel><item><title>J</title></item>\n<item>",
                                  1, "is damaged")),
            "1: |J|||||| 2! 2!");
}

TEST(FeedReader, Encodings) {
  EXPECT_EQ(Show("<?xml version=\"1.0\" encoding=\"windows-1252\"?><rss><item><title>Kaf\xE9"
                 "</title></item></rss>"),
            "1: |Kaf\u00E9||||||");
  EXPECT_EQ(Show("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss><item><title>Kaf\u00E9"
                 "</title></item></rss>"),
            "1: |Kaf\u00E9||||||");
}

TEST(FeedReader, OtherXmlIsOneProblem) {
  for (const std::string_view content :
       {"<?xml version=\"1.0\"?><urlset><url><loc>u</loc></url></urlset>",
        "<opml><body><outline/></body></opml>", "<html><body><item>x</item></body></html>", "",
        "bukan XML", "<", "<?xml", "\xFF\xFE", "<rss>", "<rss/>", "<!-- x -->"}) {
    const RecordingSink found = ReadBytes(ReadFeed, content);
    EXPECT_TRUE(found.articles.empty()) << content;
    EXPECT_FALSE(found.problems.empty()) << content;
    EXPECT_TRUE(!found.problems.empty() && found.problems.front().skipped) << content;
  }
}

TEST(FeedReader, EntitiesAreNeverExpandedNorLoaded) {
  std::string laughs = "<!DOCTYPE rss [<!ENTITY a \"hahaha\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    laughs += "<!ENTITY "s + c + " \"";
    for (int i = 0; i < 10; ++i) laughs += "&"s + static_cast<char>(c - 1) + ";";
    laughs += "\">";
  }
  EXPECT_EQ(Show(laughs + "]><rss><item><title>&z;</title></item></rss>"), "1: |&z;||||||");
  EXPECT_EQ(Show("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><item>"
                 "<title>&x;</title></item></rss>"),
            "1: |&x;||||||");
  EXPECT_EQ(Show("<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><item><title>J</title></item>"
                 "</rss>"),
            "1: |J||||||");
  EXPECT_EQ(Show("<!DOCTYPE rss [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><rss><item>"
                 "<title>J</title></item></rss>"),
            "1: |J|||||| 1~");
  std::string many = "<!DOCTYPE rss [";
  for (int i = 0; i < 100'000; ++i) {
    many += "<!ENTITY e" + std::to_string(i) + " \"panjang sekali\">";
  }
  EXPECT_EQ(Show(many + "]><rss><item><title>J</title></item></rss>"), " 1!");
}

TEST(FeedReader, HostileFeeds) {
  std::string deep = "<rss>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  EXPECT_EQ(Show(deep), " 1!");
  std::string inside = "<item><title>J</title><description>";
  for (int i = 0; i < 1500; ++i) inside += "<b>";
  EXPECT_EQ(ShowRss(inside + "x").substr(0, 8), " 3! 3~");
  std::string wide = "<rss><item ";
  for (int i = 0; i < 100'000; ++i) wide += "a" + std::to_string(i) + "=\"\" ";
  EXPECT_EQ(Show(wide + "><title>J</title></item></rss>"), " 0!");
  std::string prefixes = "<rss>";
  for (int i = 0; i < 20'000; ++i) {
    prefixes += "<a xmlns:a" + std::to_string(i) + "=\"u\" xmlns:b" + std::to_string(i) + "=\"u\">";
    if (i % 1000 == 999) prefixes += "</a>";
  }
  EXPECT_EQ(Show(prefixes), " 1!");
  EXPECT_EQ(ShowRss("<item><title>A\0B</title></item>"s), "3: |A B||Kabar Nusa - Ekonomi||||");
  EXPECT_EQ(ShowRss("<item><title>J</title><description>" + std::string(kMaxRecordBytes, 'x') +
                    "</description></item>\n<item><title>K</title></item>"),
            "4: |K||Kabar Nusa - Ekonomi|||| 3!");
  EXPECT_FALSE(Show("<rss><" + std::string(20'000'000, 'a')).empty());
}

TEST(FeedReader, BordersOfBlocksChangeNothing) {
  const std::string content =
      Rss("<item><title>Jum&rsquo;at & <![CDATA[a < b]]></title><link>https://kabar.id/?a=1&b=2"
          "</link></item>\n<item><title>K \u00E9 \xE9</title><description>a <b>b</description>"
          "</item><item><title>L</title></item>");
  const std::string whole = Show(content);
  for (const std::size_t block : {1U, 2U, 3U, 7U, 100U}) {
    EXPECT_EQ(ShowReading(ReadBytes(ReadFeed, content, block)), whole);
  }
}

}  // namespace
}  // namespace warta
