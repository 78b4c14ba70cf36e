// Measures the analysis on one core: reads the articles of the folders and files given and prints
// two figures, medians of the rounds: how many distinct words are stemmed a second, in millions,
// without any cache; and how many MB of text are tokenised, folded and stemmed a second with it.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "common/ascii.h"
#include "common/fatal.h"
#include "common/text/analyser.h"
#include "common/text/stem.h"
#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace warta {
namespace {

constexpr int kRounds = 5;

template <class Work>
double MedianSeconds(const Work& work) {
  std::vector<double> seconds;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    seconds.push_back(took.count());
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[kRounds / 2];
}

std::vector<std::string> ReadTexts(int count, char** roots) {
  std::vector<std::string> texts;
  const ArticleSink sink{
      [&](Article&& article, const SourceFile&) { texts.push_back(std::move(article.body)); },
      [](Problem&&) {}, [](std::string&&) {}};
  for (int i = 0; i < count; ++i) {
    CanonicalRoot(roots[i]);
    Walk(
        roots[i], [&](const SourceFile& file) { ReadArticles(file, {}, sink); },
        [](const std::string&, const std::string&) {});
  }
  return texts;
}

// The distinct words of the texts, in no order: sorted ones would keep the lines of the dictionary
// in the processor's cache.
std::vector<std::string> DistinctWords(const std::vector<std::string>& texts) {
  std::unordered_set<std::string> distinct;
  Analyser analyser;
  for (const std::string& text : texts) {
    for (const Token& token : analyser.Analyse(text)) {
      if (std::all_of(token.surface.begin(), token.surface.end(), IsLower)) {
        distinct.emplace(token.surface);
      }
    }
  }
  std::vector<std::string> words(distinct.begin(), distinct.end());
  std::shuffle(words.begin(), words.end(), std::mt19937(1));
  return words;
}

int Run(int count, char** roots) {
  const std::vector<std::string> texts = ReadTexts(count, roots);
  const std::vector<std::string> words = DistinctWords(texts);
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  std::size_t letters = 0;  // printed, so that no work is optimised away
  const double stemming = MedianSeconds([&] {
    for (const std::string& word : words) letters += Stem(word).size();
  });
  std::size_t tokens = 0;
  const double analysis = MedianSeconds([&] {
    Analyser analyser;
    for (const std::string& text : texts) tokens += analyser.Analyse(text).size();
  });
  std::cerr << "bench_analysis: " << words.size() << " distinct words, " << letters / kRounds
            << " letters of stems, " << tokens / kRounds << " tokens\n";
  std::cout << std::fixed << std::setprecision(1)
            << static_cast<double>(words.size()) / stemming / 1e6 << " million words a second\n"
            << static_cast<double>(bytes) / analysis / 1e6 << " MB a second\n";
  return 0;
}

}  // namespace
}  // namespace warta

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: bench_analysis FOLDER|FILE...\n";
    return 64;
  }
  try {
    return warta::Run(argc - 1, argv + 1);
  } catch (const warta::Fatal& error) {
    std::cerr << "bench_analysis: " << error.what() << '\n';
    return 66;
  }
}
