#include "indexer/readers/sidecar.h"

#include <string_view>
#include <utility>

#include <unistd.h>

#include "indexer/readers/byte_stream.h"
#include "indexer/readers/input.h"
#include "indexer/readers/json_record.h"

namespace warta {
namespace {

constexpr std::string_view kEnding = ".json";
constexpr std::string_view kOwners[] = {".txt", ".html", ".htm", ".TXT", ".HTML", ".HTM"};

// The most that a file of a few fields holds.
constexpr std::size_t kMaxBytes = std::size_t{64} * 1024;

bool Exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

std::optional<Article> Load(const std::string& path) {
  FileStream file(path);
  Input input(file);
  Result<std::string> bytes = input.Read(kMaxBytes + 1);
  if (!bytes.ok() || bytes.value().size() > kMaxBytes) return std::nullopt;
  Result<Article> fields = JsonRecords().ParseFields(std::move(bytes.value()));
  if (!fields.ok() || !fields.value().body.empty()) return std::nullopt;
  return std::move(fields.value());
}

}  // namespace

std::optional<std::string> SidecarName(std::string_view name) {
  for (const std::string_view owner : kOwners) {
    if (!name.ends_with(owner)) continue;
    return std::string(name.substr(0, name.size() - owner.size())).append(kEnding);
  }
  return std::nullopt;
}

std::optional<Article> LoadSidecar(const std::string& path) {
  const auto sidecar = SidecarName(path);
  return sidecar && Exists(*sidecar) ? Load(*sidecar) : std::nullopt;
}

std::vector<std::string> SidecarOwners(std::string_view name) {
  std::vector<std::string> owners;
  if (!name.ends_with(kEnding)) return owners;
  const std::string stem(name.substr(0, name.size() - kEnding.size()));
  for (const std::string_view owner : kOwners) owners.push_back(stem + std::string(owner));
  return owners;
}

bool IsSidecar(const std::string& path) {
  for (const std::string& owner : SidecarOwners(path)) {
    if (Exists(owner)) return Load(path).has_value();
  }
  return false;
}

void ApplySidecar(Article& article, const Article& sidecar) {
  const auto take = [](std::string& field, const std::string& stated) {
    if (!stated.empty()) field = stated;
  };
  take(article.id, sidecar.id);
  take(article.title, sidecar.title);
  take(article.source, sidecar.source);
  take(article.category, sidecar.category);
  take(article.author, sidecar.author);
  take(article.url, sidecar.url);
  if (sidecar.date) {
    article.date = sidecar.date;
    article.time = sidecar.time;
    article.date_source = sidecar.date_source;
  }
}

}  // namespace warta
