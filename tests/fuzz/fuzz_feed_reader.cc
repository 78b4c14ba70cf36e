// Any item of any XML, well-formed or not, is an article or a problem.

#include "indexer/readers/feed.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::fuzz::RequireGoodReading(warta::fuzz::AsText(data, size), warta::ReadFeed);
  return 0;
}
