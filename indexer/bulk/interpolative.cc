#include "indexer/bulk/interpolative.h"

#include <bit>

#include "indexer/bulk/glass_pack.h"

namespace warta::glass {
namespace {

// Numbers in as few bits as their range asks for, the lowest bit first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // A number below `range`. What a power of two leaves over makes the numbers in the middle of the range
  // a bit shorter: there positions are found most.
  void Write(std::uint64_t value, std::uint64_t range) {
    auto bits = static_cast<unsigned>(std::bit_width(range - 1));
    const std::uint64_t spare = (std::uint64_t{1} << bits) - range;
    const std::uint64_t middle = (range - spare) / 2;
    if (spare > 0 && value >= middle + spare) {
      value = (value - middle - spare) | std::uint64_t{1} << (bits - 1);
    } else if (spare > 0 && value >= middle) {
      --bits;
    }
    waiting_ |= value << waiting_bits_;
    waiting_bits_ += bits;
    for (; waiting_bits_ >= 8; waiting_bits_ -= 8) {
      out_ += static_cast<char>(waiting_);
      waiting_ >>= 8;
    }
  }

  void Flush() {
    if (waiting_bits_ > 0) out_ += static_cast<char>(waiting_);
  }

 private:
  std::string& out_;
  std::uint64_t waiting_ = 0;
  unsigned waiting_bits_ = 0;  // below 8 between calls, so 32 bits more always fit
};

// Those between two that are known, the middle one first: it has the fewer places left, the closer
// the two are.
void WriteBetween(BitWriter& bits, std::span<const std::uint32_t> positions, std::size_t first,
                  std::size_t last) {
  while (first + 1 < last) {
    const std::size_t middle = first + (last - first) / 2;
    const std::uint64_t places = positions[last] - positions[first] - (last - first) + 1;
    bits.Write(positions[middle] - positions[first] - (middle - first), places);
    WriteBetween(bits, positions, first, middle);
    first = middle;
  }
}

}  // namespace

void PackPositions(std::string& out, std::span<const std::uint32_t> positions) {
  const std::uint32_t first = positions.front();
  const std::uint32_t last = positions.back();
  PackUint(out, last);
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.Write(first, last);
  bits.Write(positions.size() - 2, last - first);
  WriteBetween(bits, positions, 0, positions.size() - 1);
  bits.Flush();
}

}  // namespace warta::glass
