#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "common/date.h"
#include "indexer/readers/input.h"
#include "indexer/readers/reader.h"
#include "tests/unit/recording_sink.h"
#include "tests/unit/string_stream.h"

namespace warta {

/// What a reader makes of the bytes, in blocks of a size, and with a fault at their end where one is
/// wanted.
inline RecordingSink ReadBytes(ReadFunction read, std::string_view bytes,
                               std::size_t block = 1U << 20U, std::string fault = {}) {
  StringStream stream(std::string(bytes), block, std::move(fault));
  Input input(stream);
  RecordingSink found;
  read(input, found.sink());
  return found;
}

/// Articles as "line: id|title|body|source|category|author|url|date", the body's lines joined by
/// " / "; problems behind them as "line!" (skipped) or "line~" (mended).
inline std::string ShowReading(const RecordingSink& found) {
  std::string shown;
  for (const Article& a : found.articles) {
    std::string body = a.body;
    for (std::size_t at = 0; (at = body.find('\n', at)) != std::string::npos;) {
      body.replace(at, 1, " / ");
    }
    shown += shown.empty() ? "" : " ; ";
    shown += std::to_string(a.line) + ": " + a.id + '|' + a.title + '|' + body + '|' + a.source +
             '|' + a.category + '|' + a.author + '|' + a.url + '|' +
             (a.date ? FormatIso(*a.date) : "");
  }
  for (const Problem& p : found.problems) {
    shown += ' ' + std::to_string(p.line) + (p.skipped ? "!" : "~");
  }
  return shown;
}

}  // namespace warta
