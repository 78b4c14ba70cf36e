// A record of the database, damaged in any way, is an article or an error; damage does not pass the
// checksum. The input is the record's fields (docs/FORMAT.md), without format byte and checksum.

#include <string>

#include <xxhash.h>

#include "common/store/stored_article.h"
#include "tests/fuzz/checks.h"

namespace {

using namespace warta;
using fuzz::Require;

std::string WithHeader(std::string_view fields) {
  std::string record(1, '\1');
  const std::uint64_t hash = XXH3_64bits(fields.data(), fields.size());
  for (unsigned shift = 0; shift < 64; shift += 8)
    record.push_back(static_cast<char>(hash >> shift & 0xFF));
  return record.append(fields);
}

void RequireDamageShows(std::string record, std::size_t at) {
  record[at] = static_cast<char>(record[at] ^ 0x10);
  Require(!DecodeArticle(record).ok(), "a flipped bit shows");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::AsText(data, size);
  (void)DecodeArticle(bytes).ok();
  const std::string record = WithHeader(bytes);
  const Result<Article> article = DecodeArticle(record);
  RequireDamageShows(record, size % record.size());
  if (!article.ok()) {
    Require(!article.error().message.empty(), "an error says what it is");
    return 0;
  }
  const std::string encoded = EncodeArticle(article.value());
  const Result<Article> again = DecodeArticle(encoded);
  Require(again.ok() && again.value() == article.value(), "an article comes back as it was");
  Require(EncodeArticle(again.value()) == encoded, "equal articles have equal records");
  for (std::size_t length = 0; length < encoded.size(); length += 1 + length / 8)
    Require(!DecodeArticle(std::string_view(encoded).substr(0, length)).ok(), "a cut shows");
  return 0;
}
