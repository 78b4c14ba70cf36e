#include "indexer/content_hash.h"

#include <memory>

#include <xxhash.h>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/sidecar.h"

namespace warta {
namespace {

// Whether all of the file could be read.
bool Update(XXH3_state_t& state, const std::string& path) {
  FileStream file(path);
  while (true) {
    const Result<std::string_view> block = file.Next();
    if (!block.ok()) return false;
    if (block.value().empty()) return true;
    XXH3_64bits_update(&state, block.value().data(), block.value().size());
  }
}

}  // namespace

std::uint64_t HashContent(const SourceFile& file) {
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                              XXH3_freeState);
  XXH3_64bits_reset(state.get());
  if (!Update(*state, file.path)) return 0;
  if (const auto sidecar = SidecarName(file.path)) Update(*state, *sidecar);
  return XXH3_64bits_digest(state.get());
}

}  // namespace warta
