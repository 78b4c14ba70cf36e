#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/result.h"

namespace warta {

/// Turns objects of JSON into articles: their fields under the names of field_names.h. Text may
/// stand directly, as a list of paragraphs, or one level deeper, as WordPress ({"rendered": ...}),
/// news APIs ({"name": ...}), MongoDB ({"$date": ...}) and Elasticsearch ({"_source": {...}}) write
/// it. What JSON forbids but programs write all the same is mended: NaN, bare control characters, halves of
/// surrogate pairs. Thread-compatible.
class JsonRecords {
 public:
  JsonRecords();
  ~JsonRecords();

  /// The articles of an object that starts at the beginning of the text: itself, or, when it has no
  /// text of its own but wraps a list of articles, those. Fails when it is no JSON object or has
  /// neither.
  Result<std::vector<Article>> Parse(std::string text);

  /// The fields of an object that need not be an article (sidecar.h).
  Result<Article> ParseFields(std::string text);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace warta
