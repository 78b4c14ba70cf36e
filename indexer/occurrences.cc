#include "indexer/occurrences.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <random>
#include <utility>

#include <xxhash.h>

namespace warta {
namespace {

// Powers of two, as all sizes.
constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kMostKeptSlots = 4096;

// Odd.
std::uint64_t RandomFactor() {
  std::random_device random;
  return std::uint64_t{random()} << 32U | random() | 1U;
}

// Eight bytes as a number that compares as they do.
std::uint64_t Number(const char* bytes) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return std::endian::native == std::endian::little ? __builtin_bswap64(number) : number;
}

}  // namespace

// Salted: articles made of words with one hash must not make the table slow.
Occurrences::Occurrences() : slots_(kFirstSlots), salt_(RandomFactor()) {}

void Occurrences::Add(std::string_view prefix, std::string_view form, std::uint32_t position,
                      std::uint32_t weight) {
  Term& term = TermOf(prefix, form);
  term.wdf += weight;
  const bool known = term.last > 0 && positions_[term.last - 1].position == position;
  if (position == 0 || known) return;
  positions_.push_back({position, term.last});
  term.last = static_cast<std::uint32_t>(positions_.size());
  ++term.positions;
}

Occurrences::Beginning Occurrences::BeginningOf(std::string_view prefix, std::string_view form) {
  std::array<char, sizeof(Beginning)> bytes{};
  const std::size_t size = prefix.copy(bytes.data(), bytes.size());
  form.copy(bytes.data() + size, bytes.size() - size);
  return {Number(bytes.data()), Number(bytes.data() + sizeof(std::uint64_t))};
}

Occurrences::Term& Occurrences::TermOf(std::string_view prefix, std::string_view form) {
  const std::size_t begin = texts_.size();
  const std::size_t size = prefix.size() + form.size();
  Term term = {BeginningOf(prefix, form), 0, static_cast<std::uint32_t>(begin),
               static_cast<std::uint32_t>(size)};
  const bool is_short = size <= sizeof(Beginning);
  std::uint64_t hash = term.beginning.first * salt_;
  hash = (hash ^ hash >> 32U ^ term.beginning.second) * salt_;
  if (!is_short) {
    texts_.append(prefix).append(form);
    hash = XXH3_64bits_withSeed(texts_.data() + begin, size, salt_);
  }
  term.hash = static_cast<std::uint32_t>(hash ^ hash >> 32U);
  if (Term* found = Find(term); found != nullptr) {
    if (!is_short) texts_.resize(begin);
    return *found;
  }
  if (is_short) texts_.append(prefix).append(form);
  terms_.push_back(term);
  // Half empty: collisions stay rare.
  if (terms_.size() * 2 > slots_.size()) {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i + 1 < terms_.size(); ++i) Insert(i);
  }
  Insert(static_cast<std::uint32_t>(terms_.size() - 1));
  return terms_.back();
}

// nullptr: it is not there.
Occurrences::Term* Occurrences::Find(const Term& wanted) {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = wanted.hash & mask; slots_[at] > 0; at = (at + 1) & mask) {
    Term& term = terms_[slots_[at] - 1];
    if (term.beginning != wanted.beginning || term.size != wanted.size) continue;
    if (term.size <= sizeof(Beginning) || TextOf(term) == TextOf(wanted)) return &term;
  }
  return nullptr;
}

void Occurrences::Insert(std::uint32_t number) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = terms_[number].hash & mask;
  while (slots_[at] > 0) at = (at + 1) & mask;
  slots_[at] = number + 1;
}

std::string_view Occurrences::TextOf(const Term& term) const {
  return std::string_view(texts_).substr(term.begin, term.size);
}

bool Occurrences::IsLess(const Term& a, const Term& b) const {
  if (a.beginning.first != b.beginning.first) return a.beginning.first < b.beginning.first;
  if (a.beginning.second != b.beginning.second) return a.beginning.second < b.beginning.second;
  return TextOf(a) < TextOf(b);
}

std::vector<DocumentTerm> Occurrences::TakeTerms() {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;  // beginnings and numbers
  order.reserve(terms_.size());
  for (std::uint32_t i = 0; i < terms_.size(); ++i)
    order.emplace_back(terms_[i].beginning.first, i);
  std::sort(order.begin(), order.end(), [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : IsLess(terms_[a.second], terms_[b.second]);
  });
  std::vector<DocumentTerm> made;
  made.reserve(order.size());
  for (const auto& [beginning, number] : order) made.push_back(Made(terms_[number]));
  Clear();
  return made;
}

// Of a large document nothing stays: neither the memory nor a large table to be cleared each time.
void Occurrences::Clear() {
  texts_.clear();
  terms_.clear();
  positions_.clear();
  slots_.assign(std::min(slots_.size(), kMostKeptSlots), 0);
  if (slots_.capacity() == slots_.size()) return;
  texts_.shrink_to_fit();
  terms_.shrink_to_fit();
  positions_.shrink_to_fit();
  slots_.shrink_to_fit();
}

DocumentTerm Occurrences::Made(const Term& term) const {
  DocumentTerm made{std::string(TextOf(term)), term.wdf, {}};
  if (term.positions == 1) made.positions.push_back(positions_[term.last - 1].position);
  if (term.positions < 2) return made;
  std::vector<std::uint32_t> positions(term.positions);
  std::uint32_t last = term.last;
  for (std::size_t i = positions.size(); i > 0; --i) {
    positions[i - 1] = positions_[last - 1].position;
    last = positions_[last - 1].before;
  }
  // They come so, as a rule.
  if (!std::is_sorted(positions.begin(), positions.end())) {
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }
  made.positions = std::move(positions);
  return made;
}

}  // namespace warta
