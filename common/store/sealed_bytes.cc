#include "common/store/sealed_bytes.h"

#include <cstddef>

#include <xxhash.h>

namespace warta {
namespace {

constexpr std::size_t kHeaderSize = 1 + sizeof(std::uint64_t);

std::string HashBytes(std::string_view payload) {
  std::uint64_t hash = XXH3_64bits(payload.data(), payload.size());
  std::string bytes;
  for (unsigned i = 0; i < sizeof hash; ++i, hash >>= 8)
    bytes.push_back(static_cast<char>(hash & 0xFF));
  return bytes;
}

}  // namespace

std::string Seal(char format, std::string_view payload) {
  std::string record(1, format);
  record += HashBytes(payload);
  return record += payload;
}

Result<std::string_view> Unseal(char format, std::string_view record, std::string_view what) {
  const auto error = [what](std::string_view why) { return Error{std::string(what).append(why)}; };
  if (record.size() < kHeaderSize) return error(" is cut short");
  if (record.front() != format) return error(" has an unknown format");
  const std::string_view payload = record.substr(kHeaderSize);
  if (record.substr(1, sizeof(std::uint64_t)) != HashBytes(payload)) {
    return error(" is damaged (its checksum does not fit)");
  }
  return payload;
}

void AppendNumber(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<char>(value | 0x80));
  out.push_back(static_cast<char>(value));
}

void AppendText(std::string& out, std::string_view text) {
  AppendNumber(out, text.size());
  out.append(text);
}

std::optional<std::uint64_t> TakeNumber(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; !in.empty() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

std::optional<std::string_view> TakeText(std::string_view& in) {
  const auto size = TakeNumber(in);
  if (!size || *size > in.size()) return std::nullopt;
  const std::string_view text = in.substr(0, *size);
  in.remove_prefix(*size);
  return text;
}

}  // namespace warta
