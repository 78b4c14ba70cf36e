#include "indexer/bulk/bulk_generation.h"

#include <utility>

#include <xxhash.h>

#include "common/store/schema.h"

namespace warta {
namespace {

// An entry of the table of keys, which is half empty.
constexpr std::size_t kKeyBytes = 64;

// What it takes to find the copies of an article: its sketch and, in the end, its bands.
constexpr std::size_t kCopyBytes =
    sizeof(CopyFinder::Article) + kSketchBands * 2 * sizeof(std::uint32_t);

// What a map takes for an entry beside it.
constexpr std::size_t kNodeBytes = 112;

}  // namespace

BulkGeneration::BulkGeneration(const std::string& folder, std::size_t bulk_bytes)
    : builder_(folder, bulk_bytes), records_(folder) {}

BulkGeneration::KeyHash BulkGeneration::HashOf(const std::string& key) {
  const XXH128_hash_t hash = XXH3_128bits(key.data(), key.size());
  return {hash.low64, hash.high64};
}

std::uint32_t BulkGeneration::Find(const std::string& key) const {
  const auto found = documents_.find(HashOf(key));
  return found == documents_.end() ? 0 : found->second;
}

std::string BulkGeneration::Data(std::uint32_t number) const {
  const auto changed = changes_.find(number);
  if (changed == changes_.end()) return records_.Read(number - 1);
  return changed->second ? changed->second->data : std::string();
}

std::uint32_t BulkGeneration::Add(Document document, std::string data,
                                  const std::vector<std::string>& keys) {
  const auto number = static_cast<std::uint32_t>(records_.size() + 1);
  records_.Add(data);
  for (const StemmedForm& form : document.forms) builder_.AddSynonym(form.stem, form.form);
  for (const std::string& key : keys) documents_[HashOf(key)] = number;
  waiting_bytes_ += kKeyBytes * keys.size();
  for (const auto& [slot, value] : document.values) {
    waiting_bytes_ += value.size();
    if (slot != kSketchSlot) continue;
    copies_.Add(number, value);
    waiting_bytes_ += kCopyBytes;
  }
  return builder_.Add(std::move(document), std::move(data));
}

void BulkGeneration::Skip(std::uint32_t numbers) {
  builder_.Skip(numbers);
  for (std::uint32_t i = 0; i < numbers; ++i) records_.Add({});
}

void BulkGeneration::Replace(std::uint32_t number, const Document& document,
                             const std::string& data, const std::vector<std::string>& old_keys,
                             const std::vector<std::string>& keys) {
  SetChange(number, Change::Content{document, data});
  for (const StemmedForm& form : document.forms) builder_.AddSynonym(form.stem, form.form);
  for (const std::string& key : old_keys) documents_.erase(HashOf(key));
  for (const std::string& key : keys) documents_[HashOf(key)] = number;
}

void BulkGeneration::Delete(std::uint32_t number, const std::vector<std::string>& keys) {
  SetChange(number, std::nullopt);
  for (const std::string& key : keys) documents_.erase(HashOf(key));
}

void BulkGeneration::SetMetadata(const std::string& key, const std::string& value) {
  builder_.SetMetadata(key, value);
  waiting_bytes_ += kNodeBytes + key.size() + value.size();
}

// The last change of a document is what counts.
void BulkGeneration::SetChange(std::uint32_t number, std::optional<Change::Content> content) {
  if (content) waiting_bytes_ += BytesOf(content->document) + content->data.size();
  changes_[number] = std::move(content);
}

Result<std::vector<BulkGeneration::Change>> BulkGeneration::Finish() {
  for (const std::uint32_t number : copies_.Find()) {
    builder_.SetMetadata(CopiedKey(number), kCopied);
  }
  if (const auto error = builder_.Finish()) return *error;
  std::vector<Change> changes;
  for (auto& [number, content] : changes_) changes.push_back({number, std::move(content)});
  return changes;
}

}  // namespace warta
