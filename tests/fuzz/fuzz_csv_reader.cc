// Any row of any table is an article or a problem, and no stray quote ends that.

#include "indexer/readers/csv.h"
#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::fuzz::RequireGoodReading(warta::fuzz::AsText(data, size), warta::ReadCsv);
  return 0;
}
