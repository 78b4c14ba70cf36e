#include "indexer/bulk/document_tags.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "indexer/bulk/glass_pack.h"

namespace warta::glass {
namespace {

// From here on, the frequency never fits into the byte of the shared prefix.
constexpr std::uint32_t kLeastUnpackedWdf = 127;

// A term behind another one shares its beginning: a byte for how much, which has the frequency too if
// both fit, a byte for how much is new, that, and the frequency if it was not there yet. The reader
// knows the length of the term before, and so tells a byte with the frequency by its being greater.
void AppendTerm(std::string& tag, std::string_view before, const DocumentTerm& term) {
  const std::string_view name = term.term;
  const auto shared = static_cast<std::size_t>(
      std::mismatch(before.begin(), before.end(), name.begin(), name.end()).first - before.begin());
  const std::size_t packed =
      term.wdf < kLeastUnpackedWdf ? (term.wdf + std::size_t{1}) * (before.size() + 1) + shared : 0;
  const bool fits = packed > 0 && packed <= 0xFF;
  tag += static_cast<char>(fits ? packed : shared);
  tag += static_cast<char>(name.size() - shared);
  tag += name.substr(shared);
  if (!fits) PackUint(tag, term.wdf);
}

}  // namespace

std::string TermListTag(const std::vector<DocumentTerm>& terms, std::uint32_t length) {
  std::string tag;
  if (terms.empty()) return tag;
  PackUint(tag, length);
  PackUint(tag, terms.size());
  tag += static_cast<char>(terms.front().term.size());
  tag += terms.front().term;
  PackUint(tag, terms.front().wdf);
  for (std::size_t i = 1; i < terms.size(); ++i) AppendTerm(tag, terms[i - 1].term, terms[i]);
  return tag;
}

std::string SlotsTag(const std::vector<DocumentValue>& values) {
  std::vector<unsigned> slots;
  slots.reserve(values.size());
  for (const auto& [slot, value] : values) slots.push_back(slot);
  std::sort(slots.begin(), slots.end());
  std::string tag;
  unsigned next = 0;
  for (const unsigned slot : slots) {
    PackUint(tag, slot - next);
    next = slot + 1;
  }
  return tag;
}

}  // namespace warta::glass
