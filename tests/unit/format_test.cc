#include "indexer/readers/format.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace warta {
namespace {

struct FormatCase {
  std::string_view name;
  std::string_view head;
  std::string_view format;  // as FormatNamed takes it; empty: none
};

std::string Shown(std::optional<Format> format) {
  for (const std::string_view name : {"text", "html", "json", "csv", "feed", "warc"}) {
    if (format == FormatNamed(name)) return format ? std::string(name) : std::string();
  }
  return {};
}

TEST(FormatTest, ContentTells) {
  using namespace std::string_view_literals;
  constexpr FormatCase kCases[] = {
      {"a.txt", "Harga Cabai Naik\nHarga cabai naik.", "text"},
      {"a", "Harga Cabai Naik\nHarga cabai naik.", "text"},
      {"a.txt", "<!DOCTYPE html><html><head>", "html"},
      {"a.txt", "\xEF\xBB\xBF\n <HTML>", "html"},
      {"a.dat", "<div class=\"isi\"><p>Harga", "html"},
      {"a.txt", "<Harga Cabai> Naik", "text"},
      {"a.html", "Harga Cabai Naik", "html"},
      {"a.php?id=3", "<html>", "html"},
      {"a.xml", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>", "feed"},
      {"a.xml", "<?xml version=\"1.0\"?>\n<!-- x -->\n<feed xmlns=\"http://www.w3.org/2005/Atom\">",
       "feed"},
      {"a", "<rdf:RDF xmlns:rdf=", "feed"},
      {"a.html", "<html><link title=\"rss\" href=\"x\"><rss>", "html"},
      {"peta.xml", "<?xml version=\"1.0\"?><urlset><url>", ""},
      {"a.xhtml", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC><html>", "html"},
      {"a.txt", "{\"judul\": \"Harga\"}", "json"},
      {"a", " [\n {\n \"judul\"", "json"},
      {"a", "[]", "json"},
      {"a.txt", "[Foto] Harga Cabai", "text"},
      {"a.txt", "{Harga} naik", "text"},
      {"a.jsonl", "rusak\n{\"judul\"", "json"},
      {"a.txt", "id,judul,isi\n1,Harga,Naik", "csv"},
      {"a.txt", "\"judul\";\"isi\";\"tanggal\"\n", "csv"},
      {"a.txt", "Judul, isi, dan sumber berita hoaks\nSatu.", "text"},
      {"a.csv", "nama,umur\nRina,3", "csv"},
      {"a.tsv", "title\tcontent\n", "csv"},
      {"a", "WARC/1.0\r\nWARC-Type: warcinfo", "warc"},
      {"a.txt", "\xFF\xFEH\0a\0r\0g\0a\0"sv, "text"},
      {"a.txt", "H\0a\0r\0g\0a\0 \0"sv, "text"},
      {"a.txt", "Harga\0biner"sv, ""},
      {"a", "\x01\x02\x03\x04harga", ""},
      {"a.txt", " \n\n", ""},
      {"a", "", ""},
  };
  for (const FormatCase& c : kCases) {
    EXPECT_EQ(Shown(DetectFormat(c.name, c.head)), c.format) << c.name << ": " << c.head;
  }
}

TEST(FormatTest, NamesTellWhatToExpect) {
  for (const std::string_view name :
       {"a.txt", "/x/a.HTML", "a.jsonl.gz", "a.csv.zst", "a.warc.gz", "a.rss"}) {
    EXPECT_EQ(HintOfName(name), NameHint::kArticles) << name;
  }
  for (const std::string_view name : {"a.jpg", "gaya.css", "x/robots.txt", "a.PDF", "a.js.gz"}) {
    EXPECT_EQ(HintOfName(name), NameHint::kOther) << name;
  }
  for (const std::string_view name : {"a", "a.gz", "a.zip", "berita.v2/a", "a.xml", "a.php?id=3"}) {
    EXPECT_EQ(HintOfName(name), NameHint::kUnknown) << name;
  }
  EXPECT_EQ(WithoutCompression("a.jsonl.GZ"), "a.jsonl");
  EXPECT_EQ(WithoutCompression("a.gzip"), "a.gzip");
}

TEST(FormatTest, NamesOfPeople) {
  EXPECT_EQ(FormatNamed("jsonl"), Format::kJson);
  EXPECT_EQ(FormatNamed("tsv"), Format::kCsv);
  EXPECT_EQ(FormatNamed("atom"), Format::kFeed);
  EXPECT_EQ(FormatNamed("pdf"), std::nullopt);
}

}  // namespace
}  // namespace warta
