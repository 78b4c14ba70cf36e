// Any record of any crawl is an article, a problem or passed over.

#include "indexer/readers/warc.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::fuzz::RequireGoodReading(warta::fuzz::AsText(data, size), warta::ReadWarc);
  return 0;
}
