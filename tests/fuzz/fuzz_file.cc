// Any file, packed or not, is read without harm: formats are told, archives unpacked, limits kept.

#include "tests/fuzz/checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warta::fuzz::RequireGoodFile(warta::fuzz::AsText(data, size));
  return 0;
}
