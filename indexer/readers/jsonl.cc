#include "indexer/readers/jsonl.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/text/clean.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/input.h"
#include "indexer/readers/text.h"

namespace warta {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 64;

using Names = std::initializer_list<const char*>;

// The text under the first of the names that holds any, cleaned.
std::string Paragraphs(const Json& record, Names names) {
  for (const char* name : names) {
    const auto found = record.find(name);
    if (found == record.end() || !found->is_string()) continue;
    // Again, after the line was cleaned: escapes can write what bytes cannot.
    std::string text = CleanParagraphs(CleanText(found->get_ref<const std::string&>()));
    if (!text.empty()) return text;
  }
  return {};
}

std::string OneLine(const Json& record, Names names) {
  std::string text = Paragraphs(record, names);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string Id(const Json& record) {
  const auto found = record.find("id");
  if (found != record.end() && found->is_number_integer()) return found->dump();
  return OneLine(record, {"id"});
}

Result<Article> ToArticle(const std::string& line) {
  // What is nested deeper than any record is dropped, not built up in memory.
  const auto keep = [](int depth, Json::parse_event_t, const Json&) { return depth <= kMaxDepth; };
  const Json record = Json::parse(line, keep, false);
  if (record.is_discarded()) return Error{"is not valid JSON"};
  if (!record.is_object()) return Error{"is not a JSON object"};
  Article article;
  article.id = Id(record);
  article.title = OneLine(record, {"title", "judul", "headline"});
  article.body = Paragraphs(record, {"body", "isi", "text", "content"});
  article.source = OneLine(record, {"source", "sumber", "publisher"});
  article.category = OneLine(record, {"category", "rubrik", "kategori"});
  article.author = OneLine(record, {"author", "penulis"});
  article.url = OneLine(record, {"url", "link"});
  article.date = ParseDateField(OneLine(record, {"date", "tanggal", "published", "datePublished"}));
  if (article.date) article.date_source = DateSource::kField;
  if (article.title.empty() && article.body.empty()) return Error{"has neither a title nor a text"};
  return article;
}

}  // namespace

void ReadJsonLines(const SourceFile& file, const ReaderSink& sink) {
  const auto skip = [&](std::uint64_t line, std::string why) {
    sink.problem(Problem{file.path, line, std::move(why), true});
  };
  Result<Input> input = Input::Open(file.path);
  if (!input.ok()) {
    return sink.problem(Problem{file.path, 0, input.error().message, true, true});
  }
  std::string line;
  bool any = false;
  for (std::uint64_t number = 1;; ++number) {
    const Result<Input::Line> read = input.value().ReadLine(line, kMaxRecordBytes);
    if (!read.ok()) return skip(number, read.error().message);
    if (read.value() == Input::Line::kEnd) break;
    if (read.value() == Input::Line::kLong) {
      any = true;
      skip(number, "is longer than 8 MiB");
      continue;
    }
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    any = true;
    Result<Article> article = ToArticle(ToUtf8(line, file, number, sink));
    if (!article.ok()) {
      skip(number, article.error().message);
      continue;
    }
    article.value().path = file.path;
    article.value().line = number;
    sink.article(std::move(article.value()));
  }
  if (!any) skip(0, "is empty");
}

}  // namespace warta
