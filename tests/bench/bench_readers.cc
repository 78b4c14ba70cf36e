// Measures the readers on one core: reads every file of each folder given, without indexing it, and
// prints for each folder the median of the rounds in MB of files (as they stand on the disk) and of
// text a second.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "common/fatal.h"
#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace warta {
namespace {

constexpr int kRounds = 5;

struct Figures {
  std::uint64_t articles = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t text_bytes = 0;
};

Figures ReadFolder(const std::string& folder) {
  Figures figures;
  const ArticleSink sink{[&](Article&& article, const SourceFile&) {
                           ++figures.articles;
                           figures.text_bytes += article.title.size() + article.body.size();
                         },
                         [](Problem&&) {}, [](std::string&&) {}};
  Walk(
      folder,
      [&](const SourceFile& file) {
        figures.file_bytes += std::filesystem::file_size(file.path);
        ReadArticles(file, {}, sink);
      },
      [](const std::string&, const std::string&) {});
  return figures;
}

void Measure(const std::string& folder) {
  std::vector<double> seconds;
  Figures figures;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    figures = ReadFolder(folder);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    seconds.push_back(took.count());
  }
  std::sort(seconds.begin(), seconds.end());
  const double median = seconds[kRounds / 2] * 1e6;
  std::cout << std::filesystem::path(folder).filename().string() << '\t' << figures.articles << '\t'
            << std::fixed << std::setprecision(0)
            << static_cast<double>(figures.file_bytes) / median << '\t'
            << static_cast<double>(figures.text_bytes) / median << '\n';
}

}  // namespace
}  // namespace warta

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_readers FOLDER...\n";
    return 64;
  }
  try {
    for (int i = 1; i < argc; ++i) warta::Measure(argv[i]);
  } catch (const warta::Fatal& error) {
    std::cerr << "bench_readers: " << error.what() << '\n';
    return 66;
  }
  return 0;
}
