#include "indexer/readers/json.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/text/decode.h"
#include "indexer/readers/json_record.h"
#include "indexer/readers/json_scanner.h"

namespace warta {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

// The brackets that open and close outside of strings, counted over one line.
bool IsComplete(std::string_view line) {
  int open = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (in_string && c == '\\') ++at;
    if (c == '"') in_string = !in_string;
    if (in_string) continue;
    if (c == '{' || c == '[') ++open;
    if (c == '}' || c == ']') --open;
  }
  return open == 0 && !in_string;
}

// What stands before the first line break, and at least one byte behind it; as far as a line may go.
Result<std::string_view> FirstLine(Input& input) {
  std::size_t wanted = kDetectBytes;
  while (true) {
    Result<std::string_view> head = input.Peek(wanted);
    if (!head.ok() || head.value().size() < wanted || wanted > kMaxRecordBytes) return head;
    const std::size_t begin = head.value().find_first_not_of(kSpace);
    const std::size_t end = head.value().find('\n', std::min(begin, head.value().size()));
    if (end < head.value().size() - 1) return head;
    wanted *= 4;
  }
}

// Whether the file is one record a line: its first line is whole by itself, or the one behind it
// begins a record too, or it is no JSON at all. Where there is but one line, it makes no difference
// unless that is larger than a record.
bool IsLines(std::string_view head) {
  head.remove_prefix(std::min(head.find_first_not_of(kSpace), head.size()));
  if (head.starts_with('[')) return false;
  if (!head.starts_with('{')) return true;
  const std::size_t end = head.find('\n');
  if (end == head.npos) return head.size() <= kMaxRecordBytes;
  return IsComplete(head.substr(0, end)) || head.substr(end + 1).starts_with('{');
}

class JsonReader {
 public:
  JsonReader(Input& input, const ReaderSink& sink) : input_(input), sink_(sink) {}

  void ReadLines() {
    std::string line;
    bool any = false;
    for (std::uint64_t number = 1;; ++number) {
      const Result<Input::Line> read = input_.ReadLine(line, kMaxRecordBytes);
      if (!read.ok()) return Skip(number, read.error().message);
      if (read.value() == Input::Line::kEnd) break;
      const bool is_long = read.value() == Input::Line::kLong;
      if (!is_long && line.find_first_not_of(kSpace) == std::string::npos) continue;
      any = true;
      is_long ? Skip(number, "is longer than 8 MiB") : ReadRecord(line, number);
    }
    if (!any) Skip(0, "is empty");
  }

  void ReadDocument() {
    JsonScanner scanner(input_, kMaxRecordBytes);
    bool any = false;
    for (std::uint64_t number = 1;; ++number) {
      Result<std::optional<JsonScanner::Piece>> piece = scanner.Next();
      if (!piece.ok()) return Skip(any ? number : 0, piece.error().message);
      if (!piece.value()) break;
      any = true;
      if (piece.value()->overlong) {
        Skip(number, "is longer than 8 MiB");
      } else {
        ReadRecord(piece.value()->text, number);
      }
    }
    if (!any) Skip(0, "holds no records");
  }

 private:
  void Skip(std::uint64_t number, std::string why) {
    sink_.problem(Problem{std::move(why), number});
  }

  void ReadRecord(const std::string& text, std::uint64_t number) {
    Decoded decoded = DecodeText(text);
    if (!decoded.mended.empty()) sink_.problem(Problem{std::move(decoded.mended), number, false});
    Result<std::vector<Article>> articles = records_.Parse(std::move(decoded.text));
    if (!articles.ok()) return Skip(number, articles.error().message);
    const bool is_wrapper = articles.value().size() > 1;
    std::uint64_t line = is_wrapper ? 0 : number - 1;
    for (Article& article : articles.value()) {
      article.line = ++line;
      sink_.article(std::move(article));
    }
  }

  Input& input_;
  const ReaderSink& sink_;
  JsonRecords records_;
};

}  // namespace

void ReadJson(Input& input, const ReaderSink& sink) {
  const Result<std::string_view> head = FirstLine(input);
  if (!head.ok()) return sink.problem(Problem{head.error().message});
  JsonReader reader(input, sink);
  IsLines(head.value()) ? reader.ReadLines() : reader.ReadDocument();
}

}  // namespace warta
