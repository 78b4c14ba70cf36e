#include "indexer/readers/http_message.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <zlib.h>

#include "indexer/readers/reader.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

using namespace std::string_literals;

std::string ShowHead(std::string_view bytes) {
  const std::optional<HttpHead> head = ParseHttpHead(bytes);
  if (!head) return "none";
  return std::to_string(head->status) + ' ' + head->media_type + '|' + head->charset + '|' +
         head->transfer_coding + '|' + head->content_coding + ' ' + std::to_string(head->size);
}

TEST(HttpMessage, Heads) {
  constexpr TextCase kCases[] = {
      {"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"UTF-8\"\r\n\r\nisi",
       "200 text/html|UTF-8|| 61"},
      {"HTTP/1.0 200\ncontent-type:text/html;a=b;Charset=iso-8859-1 \n\nisi",
       "200 text/html|iso-8859-1|| 61"},
      {"HTTP/2 404 \r\n\r\n", "404 ||| 15"},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Encoding: GZIP\r\n\r\n",
       "200 ||chunked|gzip 71"},
      {"HTTP/1.1 200 OK\r\nrusak\r\n: x\r\nContent-Type:\r\n", "200 ||| 44"},
      {"HTTP/1.1 dua OK\r\n\r\n", "0 ||| 19"},
      {"HTTP/1.1", "none"},
      {"<html>", "none"},
      {"", "none"},
  };
  ExpectShown(kCases, ShowHead);
}

std::string Decode(std::string_view transfer, std::string_view content, std::string_view body) {
  HttpHead head;
  head.transfer_coding = transfer;
  head.content_coding = content;
  const Result<std::string> page = DecodeHttpBody(head, body);
  return page.ok() ? page.value() : "! " + page.error().message;
}

TEST(HttpMessage, Chunks) {
  constexpr TextCase kCases[] = {
      {"3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n", "abc0123456789"},
      {"3\nabc\n0\n\n", "abc"},
      {"3 \r\nabc\r\n", "abc"},
      {"0\r\n\r\n", ""},
      // Cut.
      {"3\r\nabc\r\n5\r\nde", "abcde"},
      {"3\r\nabc\r\n5", "abc"},
      // The crawler undid it.
      {"<html>abc</html>", "<html>abc</html>"},
      {"3\r\nabcd\r\n", "3\r\nabcd\r\n"},
      {"-1\r\nabc", "-1\r\nabc"},
      {"", ""},
      {"ffffffffffffffff\r\nabc", "abc"},
      {"fffffffffffffffff\r\nabc", "fffffffffffffffff\r\nabc"},
  };
  ExpectShown(kCases, [](std::string_view body) { return Decode("chunked", "", body); });
}

// `window_bits` as zlib has them: gzip, zlib or neither around the data.
std::string Pack(std::string_view text, int window_bits) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY), Z_OK);
  std::string input(text);
  std::string packed(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(packed.size() - stream.avail_out);
  deflateEnd(&stream);
  return packed;
}

TEST(HttpMessage, PackedPages) {
  const std::string page = "<html>kata kata kata</html>";
  EXPECT_EQ(Decode("", "gzip", Pack(page, 31)), page);
  EXPECT_EQ(Decode("", "x-gzip", Pack(page, 31)), page);
  EXPECT_EQ(Decode("", "deflate", Pack(page, 15)), page);
  EXPECT_EQ(Decode("", "deflate", Pack(page, -15)), page);
  EXPECT_EQ(Decode("", "identity", page), page);
  EXPECT_EQ(Decode("", "br", "\x0B\x02\x80"), "! is packed as br, which is not supported");
  // The crawler undid it.
  for (const std::string_view coding : {"gzip", "deflate", "br"}) {
    EXPECT_EQ(Decode("", coding, page), page);
  }
  const std::string packed = Pack(page, 31);
  EXPECT_EQ(
      Decode("chunked", "gzip", "5\r\n" + packed.substr(0, 5) + "\r\nff\r\n" + packed.substr(5)),
      page);
  EXPECT_EQ(Decode("", "gzip", packed.substr(0, packed.size() - 10)).substr(0, 6), "<html>");
  EXPECT_EQ(Decode("", "gzip", packed.substr(0, 10) + "rusak rusak"), "! is packed and damaged");
  EXPECT_EQ(Decode("", "gzip", ""), "");
  EXPECT_EQ(Decode("", "deflate", ""), "");
}

TEST(HttpMessage, PagesAboveTheBoundAreNotUnpacked) {
  EXPECT_EQ(Decode("", "gzip", Pack(std::string(100'000'000, 'x'), 31)), "! is larger than 8 MiB");
  EXPECT_EQ(Decode("", "", std::string(kMaxRecordBytes + 1, 'x')), "! is larger than 8 MiB");
}

}  // namespace
}  // namespace warta
