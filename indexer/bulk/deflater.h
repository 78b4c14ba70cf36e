#pragma once

#include <memory>
#include <string>
#include <string_view>

struct z_stream_s;

namespace warta::glass {

/// Compresses tags as Xapian's glass backend does: raw deflate, nothing around it.
class Deflater {
 public:
  Deflater();
  ~Deflater();

  /// The tag compressed, good until the next call; empty when that would not make it smaller.
  std::string_view Compress(std::string_view tag);

 private:
  std::unique_ptr<z_stream_s> stream_;
  std::string compressed_;
};

}  // namespace warta::glass
