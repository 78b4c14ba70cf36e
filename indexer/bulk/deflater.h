#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace warta::glass {

/// Compresses tags as Xapian's glass backend does: raw deflate, nothing around it.
class Deflater {
 public:
  Deflater();

  /// The tag compressed, good until the next call; empty when that would not make it smaller.
  std::string_view Compress(std::string_view tag);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };

  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string compressed_;  // only grows
};

}  // namespace warta::glass
