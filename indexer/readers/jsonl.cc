#include "indexer/readers/jsonl.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/date/timestamp.h"
#include "common/text/clean.h"
#include "indexer/readers/encoding.h"
#include "indexer/readers/field_names.h"
#include "indexer/readers/input.h"
#include "indexer/readers/text.h"

namespace warta {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 64;

// The values of a record, by the field that their names mean.
class Fields {
 public:
  explicit Fields(const Json& record) {
    for (const auto& [name, value] : record.items()) {
      const std::optional<Field> field = FieldOf(name);
      if (field) named_[static_cast<std::size_t>(*field)].push_back({PreferenceOf(name), &value});
    }
    for (auto& values : named_) {
      std::stable_sort(values.begin(), values.end(),
                       [](const Named& a, const Named& b) { return a.preference < b.preference; });
    }
  }

  // The first text that the field has, cleaned.
  std::string Paragraphs(Field field) const {
    for (const Named& named : named_[static_cast<std::size_t>(field)]) {
      std::string text = Text(*named.value, field == Field::kId || field == Field::kDate);
      if (!text.empty()) return text;
    }
    return {};
  }

  std::string OneLine(Field field) const {
    std::string text = Paragraphs(field);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }

 private:
  struct Named {
    std::size_t preference;
    const Json* value;
  };

  static std::string Text(const Json& value, bool numbers) {
    if (numbers && value.is_number_integer()) return value.dump();
    if (!value.is_string()) return {};
    // Again, after the line was cleaned: escapes can write what bytes cannot.
    return CleanParagraphs(CleanText(value.get_ref<const std::string&>()));
  }

  std::array<std::vector<Named>, kFieldCount> named_;
};

Result<Article> ToArticle(const std::string& line) {
  // What is nested deeper than any record is dropped, not built up in memory.
  const auto keep = [](int depth, Json::parse_event_t, const Json&) { return depth <= kMaxDepth; };
  const Json record = Json::parse(line, keep, false);
  if (record.is_discarded()) return Error{"is not valid JSON"};
  if (!record.is_object()) return Error{"is not a JSON object"};
  Article article;
  const Fields fields(record);
  article.id = fields.OneLine(Field::kId);
  article.title = fields.OneLine(Field::kTitle);
  article.body = fields.Paragraphs(Field::kBody);
  article.source = fields.OneLine(Field::kSource);
  article.category = fields.OneLine(Field::kCategory);
  article.author = fields.OneLine(Field::kAuthor);
  article.url = fields.OneLine(Field::kUrl);
  if (const auto published = ParseTimestamp(fields.OneLine(Field::kDate))) {
    article.date = published->date;
    article.time = published->time;
    article.date_source = DateSource::kField;
  }
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
