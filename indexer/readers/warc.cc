#include "indexer/readers/warc.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "indexer/entry_name.h"
#include "indexer/readers/html.h"
#include "indexer/readers/http_message.h"

namespace warta {
namespace {

// What is more is no head.
constexpr std::size_t kMaxHeaderBytes = std::size_t{64} * 1024;
constexpr int kMaxHeaders = 1000;

// No crawl has a record so large; whatever states it is damaged.
constexpr std::uint64_t kMaxContentLength = std::uint64_t{1} << 40;

bool BeginsRecord(std::string_view line) {
  return line.starts_with("WARC/1.") || line.starts_with("WARC/0.");
}

struct RecordHead {
  std::string type;
  std::string uri;
  std::string content_type;
  std::optional<std::uint64_t> content_length;
};

void TakeHeader(std::string_view line, RecordHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return;
  const std::string name = LowerAscii(Trim(line.substr(0, colon)));
  std::string_view value = Trim(line.substr(colon + 1));
  if (name == "warc-type") {
    head.type = LowerAscii(value);
  } else if (name == "warc-target-uri") {
    // Some writers of WARC/1.0 took the standard's brackets for part of the form.
    if (value.starts_with('<') && value.ends_with('>')) {
      value = Trim(value.substr(1, value.size() - 2));
    }
    head.uri = EntryName(value);
  } else if (name == "content-type") {
    head.content_type = value;
  } else if (name == "content-length") {
    std::uint64_t length = 0;
    const char* end = value.data() + value.size();
    const auto parsed = std::from_chars(value.data(), end, length);
    const bool good = parsed.ec == std::errc() && parsed.ptr == end && length <= kMaxContentLength;
    head.content_length = good ? std::optional(length) : std::nullopt;
  }
}

bool IsHtmlType(std::string_view media_type) {
  constexpr std::array<std::string_view, 3> kTypes = {"text/html", "application/xhtml+xml",
                                                      "application/vnd.wap.xhtml+xml"};
  return std::find(kTypes.begin(), kTypes.end(), media_type) != kTypes.end();
}

// For pages without a type.
bool LooksLikeHtml(std::string_view body) {
  constexpr std::size_t kEnough = 1024;
  const std::string head = LowerAscii(body.substr(0, kEnough));
  return head.find("<html") != head.npos || head.find("<!doctype html") != head.npos;
}

class CrawlReader {
 public:
  CrawlReader(Input& input, const ReaderSink& sink) : input_(input), sink_(sink) {}

  void Read();

 private:
  enum class Next { kRecord, kEnd };

  void Complain(std::string why, const std::string& uri = {});
  Result<Next> FindRecord();
  Result<RecordHead> ReadHead();
  std::optional<Error> ReadBlock(const RecordHead& head);
  std::optional<Error> Pass(std::uint64_t size);
  void ReadPage(const RecordHead& head, const HttpHead& http, std::string_view body);

  Input& input_;
  const ReaderSink& sink_;
  std::string line_;
  bool lost_ = false;  // outside any record, and that was said
  bool any_ = false;   // an article or a problem
};

void CrawlReader::Complain(std::string why, const std::string& uri) {
  any_ = true;
  Problem problem;
  problem.message = std::move(why);
  problem.member = uri;
  sink_.problem(std::move(problem));
}

void CrawlReader::Read() {
  while (true) {
    const Result<Next> found = FindRecord();
    if (!found.ok()) return Complain(found.error().message);
    if (found.value() == Next::kEnd) break;
    const Result<RecordHead> head = ReadHead();
    if (!head.ok()) return Complain(head.error().message);
    if (!head.value().content_length) {
      Complain("has a damaged record", head.value().uri);
      lost_ = true;
      continue;
    }
    if (const auto error = ReadBlock(head.value()))
      return Complain(error->message, head.value().uri);
  }
  if (!any_) Complain("holds no page with an article");
}

// Goes to the next record and takes its first line. Two empty lines stand between records; all else
// is said once.
Result<CrawlReader::Next> CrawlReader::FindRecord() {
  while (true) {
    const Result<Input::Line> read = input_.ReadLine(line_, kMaxHeaderBytes);
    if (!read.ok()) return read.error();
    if (read.value() == Input::Line::kEnd) return Next::kEnd;
    if (BeginsRecord(line_)) {
      lost_ = false;
      return Next::kRecord;
    }
    if (read.value() == Input::Line::kRead && Trim(line_).empty()) continue;
    if (!std::exchange(lost_, true)) Complain("has something between its records");
  }
}

// Fails only where the input does; the head of a record that is damaged has no length.
Result<RecordHead> CrawlReader::ReadHead() {
  RecordHead head;
  std::string header;
  for (int count = 0; count < kMaxHeaders; ++count) {
    const Result<Input::Line> read = input_.ReadLine(line_, kMaxHeaderBytes);
    if (!read.ok()) return read.error();
    const bool folded = !line_.empty() && (line_.front() == ' ' || line_.front() == '\t');
    if (folded && header.size() < kMaxHeaderBytes) {
      header += line_;
      continue;
    }
    TakeHeader(header, head);
    header.swap(line_);
    if (read.value() == Input::Line::kEnd) return Error{"ends inside a record"};
    if (read.value() == Input::Line::kRead && header.empty()) return head;
  }
  return RecordHead{{}, std::move(head.uri), {}, {}};
}

std::optional<Error> CrawlReader::ReadBlock(const RecordHead& head) {
  const std::uint64_t size = *head.content_length;
  const bool is_answer = head.type == "response";
  if (!is_answer && head.type != "resource") return Pass(size);
  const auto begin_size = static_cast<std::size_t>(std::min<std::uint64_t>(size, kMaxHeaderBytes));
  const Result<std::string_view> begin = input_.Peek(begin_size);
  if (!begin.ok()) return begin.error();
  std::optional<HttpHead> http = HttpHead();
  if (is_answer) {
    http = ParseHttpHead(begin.value().substr(0, begin_size));
  } else {
    ParseContentType(head.content_type, http->media_type, http->charset);
  }
  const bool answered = http && (!is_answer || http->status == 200);
  if (!answered || !(http->media_type.empty() || IsHtmlType(http->media_type))) return Pass(size);
  if (size > http->size + kMaxRecordBytes) {
    if (!http->media_type.empty()) Complain("is larger than 8 MiB", head.uri);
    return Pass(size);
  }
  const Result<std::string_view> block = input_.Peek(static_cast<std::size_t>(size));
  if (!block.ok()) return block.error();
  if (block.value().size() < size) return Pass(size);
  ReadPage(head, *http,
           block.value().substr(http->size, static_cast<std::size_t>(size) - http->size));
  input_.Skip(static_cast<std::size_t>(size));
  return std::nullopt;
}

std::optional<Error> CrawlReader::Pass(std::uint64_t size) {
  while (size > 0) {
    const Result<std::string_view> bytes = input_.Peek(1);
    if (!bytes.ok()) return bytes.error();
    if (bytes.value().empty()) return Error{"ends inside a record"};
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes.value().size()));
    input_.Skip(count);
    size -= count;
  }
  return std::nullopt;
}

void CrawlReader::ReadPage(const RecordHead& head, const HttpHead& http, std::string_view body) {
  Result<std::string> page = DecodeHttpBody(http, body);
  if (!page.ok()) return Complain(page.error().message, head.uri);
  if (http.media_type.empty() && !LooksLikeHtml(page.value())) return;
  // What was mended of a page without an article is nobody's concern.
  std::optional<Problem> mended;
  const ReaderSink placed{[&](Article&& article) {
                            any_ = true;
                            if (mended) sink_.problem(std::move(*mended));
                            article.member = head.uri;
                            sink_.article(std::move(article));
                          },
                          [&](Problem&& problem) {
                            problem.member = head.uri;
                            if (!problem.skipped) mended = std::move(problem);
                          },
                          sink_.dropped};
  ReadHtmlPage(page.value(), http.charset, head.uri, 0, placed);
}

}  // namespace

void ReadWarc(Input& input, const ReaderSink& sink) {
  CrawlReader(input, sink).Read();
}

}  // namespace warta
