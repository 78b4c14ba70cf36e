// Runs a fuzz target over files, and over mutations of them that are the same in every run.
//
// usage: replay_TARGET [--mutations N] [--keep FILE] FILE|FOLDER...
//   --mutations N   mutations of each file (default 0)
//   --keep FILE     writes each input there before it is run: after a crash, the one to look at

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/checks.h"

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937;

std::string keep_path;

std::size_t Below(Random& random, std::size_t below) {
  return static_cast<std::size_t>(random()) % below;
}

void Run(const std::string& input) {
  if (!keep_path.empty()) std::ofstream(keep_path, std::ios::binary) << input;
  // A buffer of the exact size on the heap, so that reading beyond its end is noticed.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> FilesOf(const std::vector<std::string>& arguments) {
  std::vector<fs::path> files;
  for (const std::string& argument : arguments) {
    if (!fs::is_directory(argument)) {
      files.emplace_back(argument);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argument)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string Slice(Random& random, const std::string& text) {
  const std::size_t begin = Below(random, text.size() + 1);
  return text.substr(begin, Below(random, 32));
}

// Changes the input in one place: bytes damaged, cut out, doubled, or taken from another seed.
void MutateOnce(Random& random, std::string& input, const std::vector<std::string>& seeds) {
  const std::size_t at = Below(random, input.size() + 1);
  switch (Below(random, 6)) {
    case 0:
      if (at < input.size()) input[at] = static_cast<char>(random() & 0xFF);
      return;
    case 1:
      if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << Below(random, 8)));
      return;
    case 2:
      input.erase(at, Below(random, 16));
      return;
    case 3:
      input.insert(at, 1, static_cast<char>(random() & 0xFF));
      return;
    case 4:
      input.insert(at, Slice(random, input));
      return;
    default:
      input.insert(at, Slice(random, seeds[Below(random, seeds.size())]));
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t mutations = 0;
  std::vector<std::string> arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const bool has_value = i + 1 < argc;
    if (argument == "--mutations" && has_value) {
      mutations = std::strtoull(argv[++i], nullptr, 10);
    } else if (argument == "--keep" && has_value) {
      keep_path = argv[++i];
    } else {
      arguments.emplace_back(argument);
    }
  }
  std::vector<std::string> seeds;
  const std::vector<fs::path> files = FilesOf(arguments);
  for (const fs::path& file : files) seeds.push_back(ReadFile(file));
  if (seeds.empty()) {
    std::fprintf(stderr, "no inputs\n");
    return 2;
  }
  // Said before, so that the last line names the file after a crash.
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    std::printf("%s\n", files[i].c_str());
    Run(seeds[i]);
    // Each file has mutations of its own, whatever other files there are before it.
    Random random(static_cast<Random::result_type>(seeds[i].size()));
    for (std::size_t n = 0; n < mutations; ++n) {
      std::string input = seeds[i];
      for (std::size_t times = 1 + Below(random, 4); times > 0; --times)
        MutateOnce(random, input, seeds);
      Run(input);
    }
  }
  std::printf("%zu inputs\n", seeds.size() * (1 + mutations));
  return 0;
}
