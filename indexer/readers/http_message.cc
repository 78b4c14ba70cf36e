#include "indexer/readers/http_message.h"

#include <algorithm>
#include <charconv>

#include <zlib.h>

#include "common/ascii.h"
#include "indexer/readers/reader.h"

namespace warta {
namespace {

// Takes a line off the front, and its end.
std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void TakeHeader(std::string_view line, HttpHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  const std::string name = LowerAscii(Trim(line.substr(0, colon)));
  const std::string_view value = Trim(line.substr(colon + 1));
  if (name == "content-type") {
    ParseContentType(value, head.media_type, head.charset);
  } else if (name == "transfer-encoding") {
    head.transfer_coding = LowerAscii(value);
  } else if (name == "content-encoding") {
    head.content_coding = LowerAscii(value);
  }
}

// The size that a line before a chunk states (`1a2b;name=value`).
std::optional<std::size_t> ChunkSize(std::string_view line) {
  line = Trim(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc() || end != line.data() + line.size()) return std::nullopt;
  return size;
}

// The chunks joined; none when the bytes are not chunks.
std::optional<std::string> JoinChunks(std::string_view body) {
  std::string joined;
  bool any = false;
  while (!body.empty()) {
    std::string_view rest = body;
    const std::optional<std::size_t> size = ChunkSize(TakeLine(rest));
    if (!size) break;
    if (*size == 0) return joined;
    const std::string_view chunk = rest.substr(0, *size);
    rest.remove_prefix(chunk.size());
    // A line end stands behind each.
    if (!rest.empty() && !TakeLine(rest).empty()) break;
    any = true;
    joined += chunk;
    body = rest;
  }
  return any ? std::optional(std::move(joined)) : std::nullopt;
}

class Inflater {
 public:
  explicit Inflater(int window_bits) { ok_ = inflateInit2(&stream_, window_bits) == Z_OK; }
  ~Inflater() {
    if (ok_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Result<std::string> Unpack(std::string_view packed);

 private:
  z_stream stream_ = {};
  bool ok_ = false;
};

Result<std::string> Inflater::Unpack(std::string_view packed) {
  constexpr std::size_t kBlock = std::size_t{64} * 1024;
  std::string page;
  if (!ok_) return Error{"cannot be unpacked"};
  // zlib does not write to it.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream_.avail_in = static_cast<uInt>(packed.size());
  int status = Z_OK;
  while (status == Z_OK) {
    const std::size_t size = page.size();
    if (size > kMaxRecordBytes) return Error{"is larger than 8 MiB"};
    page.resize(size + kBlock);
    stream_.next_out = reinterpret_cast<Bytef*>(page.data() + size);
    stream_.avail_out = static_cast<uInt>(kBlock);
    status = inflate(&stream_, Z_NO_FLUSH);
    page.resize(size + kBlock - stream_.avail_out);
  }
  // Z_BUF_ERROR: the bytes end before the page does.
  if (status != Z_STREAM_END && status != Z_BUF_ERROR) return Error{"is packed and damaged"};
  return page;
}

Result<std::string> Unpack(std::string_view body, const std::string& coding) {
  if (coding == "gzip" || coding == "x-gzip") {
    constexpr int kGzip = 16 + MAX_WBITS;
    return body.starts_with("\x1F\x8B") ? Inflater(kGzip).Unpack(body)
                                        : Result<std::string>(std::string(body));
  }
  // With the header of zlib, as the standard has it, or without, as servers had it.
  Result<std::string> page = Inflater(MAX_WBITS).Unpack(body);
  if (!page.ok()) page = Inflater(-MAX_WBITS).Unpack(body);
  return page;
}

bool LooksLikeMarkup(std::string_view body) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (body.starts_with(kMark)) body.remove_prefix(kMark.size());
  body.remove_prefix(std::min(body.find_first_not_of(" \t\r\n"), body.size()));
  return body.size() >= 2 && body[0] == '<' &&
         (body[1] == '!' || body[1] == '?' || IsLetter(body[1]));
}

}  // namespace

void ParseContentType(std::string_view value, std::string& media_type, std::string& charset) {
  std::size_t end = std::min(value.find(';'), value.size());
  media_type = LowerAscii(Trim(value.substr(0, end)));
  while (end < value.size()) {
    value.remove_prefix(end + 1);
    end = std::min(value.find(';'), value.size());
    const std::string_view parameter = Trim(value.substr(0, end));
    constexpr std::string_view kName = "charset=";
    if (LowerAscii(parameter.substr(0, kName.size())) != kName) continue;
    std::string_view stated = Trim(parameter.substr(kName.size()));
    while (!stated.empty() && (stated.front() == '"' || stated.front() == '\'')) {
      stated.remove_prefix(1);
    }
    charset = stated.substr(0, stated.find_first_of("\"' \t"));
    return;
  }
}

std::optional<HttpHead> ParseHttpHead(std::string_view bytes) {
  std::string_view rest = bytes;
  std::string_view line = TakeLine(rest);
  if (!line.starts_with("HTTP/")) return std::nullopt;
  HttpHead head;
  const std::size_t space = line.find(' ');
  if (space == line.npos) return std::nullopt;
  line = Trim(line.substr(space));
  std::from_chars(line.data(), line.data() + line.size(), head.status);
  while (!rest.empty()) {
    line = TakeLine(rest);
    if (line.empty()) break;
    TakeHeader(line, head);
  }
  head.size = bytes.size() - rest.size();
  return head;
}

Result<std::string> DecodeHttpBody(const HttpHead& head, std::string_view body) {
  std::optional<std::string> joined;
  if (head.transfer_coding.find("chunked") != std::string::npos) joined = JoinChunks(body);
  if (joined) body = *joined;
  const std::string& coding = head.content_coding;
  if (!coding.empty() && coding != "identity" && !LooksLikeMarkup(body)) {
    if (coding != "gzip" && coding != "x-gzip" && coding != "deflate") {
      return Error{"is packed as " + coding.substr(0, 20) + ", which is not supported"};
    }
    return Unpack(body, coding);
  }
  if (body.size() > kMaxRecordBytes) return Error{"is larger than 8 MiB"};
  return joined ? std::move(*joined) : std::string(body);
}

}  // namespace warta
