#include "indexer/readers/json_record.h"

#include <array>
#include <string_view>
#include <utility>

#include <simdjson.h>

#include "indexer/readers/json_repair.h"
#include "indexer/readers/record.h"

namespace warta {
namespace {

namespace dom = simdjson::dom;

// Under which name a text stands one level below its field.
constexpr std::array<const char*, 8> kInnerNames = {"rendered", "name",  "$oid",  "$date",
                                                    "text",     "#text", "value", "title"};

// The text of a field: a string, a number, those of a list joined, or what an object has under one
// of the names above.
//
// Numbers count for ids and dates only: those of other fields are keys into tables nobody has.
std::string TextOf(dom::element value, Field field, int depth = 0) {
  constexpr int kMostDepth = 3;
  if (depth > kMostDepth) return {};
  const bool takes_numbers = field == Field::kId || field == Field::kDate;
  switch (value.type()) {
    case dom::element_type::STRING:
      return std::string(std::string_view(value.get_string().value_unsafe()));
    case dom::element_type::INT64:
      return takes_numbers ? std::to_string(value.get_int64().value_unsafe()) : std::string();
    case dom::element_type::UINT64:
      return takes_numbers ? std::to_string(value.get_uint64().value_unsafe()) : std::string();
    case dom::element_type::ARRAY: {
      std::string joined;
      for (const dom::element part : dom::array(value)) {
        std::string text = TextOf(part, field, depth + 1);
        if (text.empty()) continue;
        if (!joined.empty()) joined += field == Field::kBody ? "\n" : ", ";
        joined += text;
      }
      return joined;
    }
    case dom::element_type::OBJECT:
      for (const char* name : kInnerNames) {
        dom::element inner;
        if (value[name].get(inner) == simdjson::SUCCESS) return TextOf(inner, field, depth + 1);
      }
      return {};
    default:
      return {};
  }
}

void AddFields(dom::object object, Record& record) {
  for (const dom::key_value_pair member : object) {
    const auto field = FieldOf(member.key);
    if (field) record.Add(member.key, TextOf(member.value, *field));
  }
}

Article FieldsOf(dom::object object) {
  Record record;
  AddFields(object, record);
  dom::object source;
  if (object["_source"].get(source) == simdjson::SUCCESS) AddFields(source, record);
  return std::move(record).Build();
}

// The articles with a text of the lists that stand in the object, at most two levels below. A title
// alone may be that of a picture.
void CollectWrapped(dom::object object, int depth, std::vector<Article>& articles) {
  constexpr int kMostDepth = 2;
  for (const dom::key_value_pair field : object) {
    dom::array list;
    dom::object inner;
    if (field.value.get(list) == simdjson::SUCCESS) {
      for (const dom::element element : list) {
        if (element.get(inner) != simdjson::SUCCESS) continue;
        if (Article article = FieldsOf(inner); !article.body.empty()) {
          articles.push_back(std::move(article));
        }
      }
    } else if (depth < kMostDepth && field.value.get(inner) == simdjson::SUCCESS) {
      CollectWrapped(inner, depth + 1, articles);
    }
  }
}

}  // namespace

class JsonRecords::Impl {
 public:
  // The object of the text; valid until the next call.
  Result<dom::object> Object(std::string text) {
    text_ = std::move(text);
    dom::element root;
    simdjson::error_code error = Parse(root);
    if (error != simdjson::SUCCESS && error != simdjson::DEPTH_ERROR) {
      text_ = RepairJson(text_);
      error = Parse(root);
    }
    if (error == simdjson::DEPTH_ERROR) return Error{"is nested too deeply"};
    if (error != simdjson::SUCCESS) return Error{"is not valid JSON"};
    dom::object object;
    if (root.get(object) != simdjson::SUCCESS) return Error{"is not a JSON object"};
    return object;
  }

 private:
  simdjson::error_code Parse(dom::element& root) {
    text_.reserve(text_.size() + simdjson::SIMDJSON_PADDING);
    return parser_.parse(text_.data(), text_.size(), false).get(root);
  }

  dom::parser parser_;
  std::string text_;
};

JsonRecords::JsonRecords() : impl_(std::make_unique<Impl>()) {}
JsonRecords::~JsonRecords() = default;

Result<std::vector<Article>> JsonRecords::Parse(std::string text) {
  const Result<dom::object> object = impl_->Object(std::move(text));
  if (!object.ok()) return object.error();
  std::vector<Article> articles;
  Article article = FieldsOf(object.value());
  if (article.body.empty()) CollectWrapped(object.value(), 0, articles);
  if (!articles.empty()) return articles;
  if (article.title.empty() && article.body.empty()) return Error{"has neither a title nor a text"};
  articles.push_back(std::move(article));
  return articles;
}

Result<Article> JsonRecords::ParseFields(std::string text) {
  const Result<dom::object> object = impl_->Object(std::move(text));
  if (!object.ok()) return object.error();
  return FieldsOf(object.value());
}

}  // namespace warta
