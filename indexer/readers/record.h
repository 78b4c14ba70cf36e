#pragma once

#include <array>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/result.h"
#include "indexer/readers/field_names.h"

namespace warta {

/// The fields of one record (an object of JSON, a row of a table, an item of a feed) on the way to
/// an article.
class Record {
 public:
  /// Takes a field under one of the names of field_names.h; other names are ignored. Where several
  /// names of one field hold text, the preferred one counts. The value is UTF-8, or nearly so; a
  /// text with the tags of HTML loses them, its paragraphs stay.
  void Add(std::string_view name, std::string value);

  /// The article as far as the fields state it. A date is what ParseTimestamp reads; another form
  /// counts as no date.
  Article Build() &&;

 private:
  struct Value {
    std::string text;
    std::size_t rank = 0;  // of its name
  };
  std::array<Value, kFieldCount> values_;
};

/// The article of a whole record. Fails when it has neither a title nor a text.
Result<Article> ToArticle(Record record);

}  // namespace warta
