#include "indexer/bulk/deflater.h"

#include <new>

#include <zlib.h>

namespace warta::glass {
namespace {

// As in Xapian, so that a database is as large whoever has built it.
constexpr int kLevel = Z_DEFAULT_COMPRESSION;
constexpr int kRawWindowBits = -15;
constexpr int kMemoryLevel = 9;

}  // namespace

Deflater::Deflater() : stream_(std::make_unique<z_stream>()) {
  if (deflateInit2(stream_.get(), kLevel, Z_DEFLATED, kRawWindowBits, kMemoryLevel,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

Deflater::~Deflater() {
  deflateEnd(stream_.get());
}

std::string_view Deflater::Compress(std::string_view tag) {
  compressed_.resize(tag.size());
  deflateReset(stream_.get());
  stream_->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));  // only read
  stream_->avail_in = static_cast<uInt>(tag.size());
  stream_->next_out = reinterpret_cast<Bytef*>(compressed_.data());
  stream_->avail_out = static_cast<uInt>(compressed_.size());
  const bool done = deflate(stream_.get(), Z_FINISH) == Z_STREAM_END;
  if (!done || stream_->total_out >= tag.size()) return {};
  return std::string_view(compressed_).substr(0, stream_->total_out);
}

}  // namespace warta::glass
