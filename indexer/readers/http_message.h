#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace warta {

/// What the head of a server's answer says, as far as it tells how to read the page behind it.
/// Everything but the charset is in small letters.
struct HttpHead {
  int status = 0;
  std::string media_type;  ///< text/html; empty when the server does not say
  std::string charset;     ///< as stated, else empty
  std::string transfer_coding;
  std::string content_coding;
  std::size_t size = 0;  ///< of the head in the bytes, with the empty line behind it
};

/// Reads the head of an answer of HTTP/0.9 to 2, of which archives keep the form of 1.1. None when
/// the bytes do not begin with one; one without an end reaches to the end of the bytes.
std::optional<HttpHead> ParseHttpHead(std::string_view bytes);

/// The page that was sent as these bytes: chunks joined, gzip and deflate unpacked. Crawlers often
/// undo either and keep the head as it was: bytes that are not coded as it says are the page. A
/// page that is cut ends where it is cut. Fails on other codings (br, zstd), on damaged bytes and
/// above kMaxRecordBytes.
Result<std::string> DecodeHttpBody(const HttpHead& head, std::string_view body);

/// Splits `text/html; charset=utf-8`: media type in small letters, charset without quotes.
void ParseContentType(std::string_view value, std::string& media_type, std::string& charset);

}  // namespace warta
