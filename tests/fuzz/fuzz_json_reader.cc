// Any line of any file is an article or a problem.

#include "indexer/readers/json.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::fuzz::RequireGoodReading(warta::fuzz::AsText(data, size), warta::ReadJson);
  return 0;
}
