// Compares what the analyser makes of texts with what is written down in files.
//
// usage: golden_tokens [--update] CORPUS FOLDER
//   CORPUS  articles, of which all are analysed
//   FOLDER  hazards.txt (texts of one line) and the golden files, which --update writes:
//     hazards.tokens  all tokens of each text
//     corpus.tokens   for each article a digest; all tokens of a few
//     corpus.forms    all forms of the corpus: surface, stem, kind, how many
//
// The first line of a golden file is the identity of the analyser that made it. A text has a header
// line `> ...`, below it stand its tokens: surface, stem (= for the surface), kind, position.
// --update refuses to write other tokens for a text under an unchanged identity: databases made
// before would be taken for good.

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xxhash.h>

#include "common/text/analyser.h"
#include "indexer/readers/reader.h"
#include "indexer/walk.h"

namespace {

using namespace warta;

// Articles of which every token is written down: one every so many.
constexpr std::size_t kShownEvery = 16;

constexpr std::string_view kRaise =
    "The analyser makes other tokens under the same identity. Raise kRulesVersion in\n"
    "common/text/analyser.cc, because databases made before have other terms.\n";

constexpr std::string_view kLookAtThem =
    "If that is meant: `golden_tokens --update CORPUS FOLDER` writes the files anew (see\n"
    "CONTRIBUTING.md). Read the difference before it is committed.\n";

// A text that is analysed, with what names it.
struct Sample {
  std::string name;
  std::string text;
};

// Of one text: what names it, and what was made of it.
struct Block {
  std::string header;
  std::string body;

  bool operator==(const Block&) const = default;
};

struct GoldenFile {
  std::string identity;
  std::vector<Block> blocks;
};

std::string Hex(std::string_view bytes) {
  std::array<char, 17> hex{};
  const auto hash = static_cast<unsigned long long>(XXH3_64bits(bytes.data(), bytes.size()));
  static_cast<void>(std::snprintf(hex.data(), hex.size(), "%016llx", hash));
  return hex.data();
}

std::string_view KindOf(const Token& token) {
  constexpr std::array<std::string_view, 4> kNames = {"word", "variant", "part", "acronym"};
  return kNames[static_cast<std::size_t>(token.kind)];
}

std::string FormOf(const Token& token) {
  std::string form(token.surface);
  form += ' ';
  form += token.stem == token.surface ? "=" : token.stem;
  form += ' ';
  form += KindOf(token);
  return form;
}

std::string TokensOf(Analyser& analyser, const std::string& text) {
  std::string lines;
  for (const Token& token : analyser.Analyse(text)) {
    lines += FormOf(token) + ' ' + std::to_string(token.position) + '\n';
  }
  return lines;
}

std::vector<Sample> ReadHazards(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Sample> samples;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') samples.push_back({line, line});
  }
  return samples;
}

std::vector<Sample> ReadCorpus(const std::string& corpus) {
  std::vector<Sample> samples;
  const auto fail = [](const std::string& path, const std::string& message) {
    throw std::runtime_error(path + ": " + message);
  };
  Walk(
      corpus,
      [&](const SourceFile& file) {
        ArticleSink sink;
        sink.article = [&](Article&& article, const SourceFile&) {
          std::string name = file.relative;
          if (article.line > 0) name += '#' + std::to_string(article.line);
          samples.push_back({std::move(name), article.title + '\n' + article.body});
        };
        sink.problem = [&](Problem&& problem) { fail(problem.path, problem.message); };
        ReadArticles(file, {}, sink);
      },
      fail);
  if (samples.empty()) throw std::runtime_error("no articles in " + corpus);
  return samples;
}

std::vector<Block> HazardBlocks(const std::vector<Sample>& samples) {
  Analyser analyser;
  std::vector<Block> blocks(samples.size());
  std::transform(samples.begin(), samples.end(), blocks.begin(), [&](const Sample& sample) {
    return Block{sample.name, TokensOf(analyser, sample.text)};
  });
  return blocks;
}

// A header with a digest of the text, below it a digest of the tokens, or the tokens.
std::vector<Block> CorpusBlocks(const std::vector<Sample>& samples) {
  Analyser analyser;
  std::vector<Block> blocks;
  for (const Sample& sample : samples) {
    const std::string tokens = TokensOf(analyser, sample.text);
    const auto count = std::count(tokens.begin(), tokens.end(), '\n');
    std::string body = std::to_string(count) + " tokens, digest " + Hex(tokens) + '\n';
    if (blocks.size() % kShownEvery == 0) body += tokens;
    blocks.push_back({sample.name + ' ' + Hex(sample.text), std::move(body)});
  }
  return blocks;
}

// All forms in one block, which is named by a digest of all texts.
std::vector<Block> FormBlocks(const std::vector<Sample>& samples) {
  Analyser analyser;
  std::map<std::string, int> forms;
  std::string texts;
  for (const Sample& sample : samples) {
    for (const Token& token : analyser.Analyse(sample.text)) ++forms[FormOf(token)];
    texts += sample.text;
  }
  std::string body;
  for (const auto& [form, count] : forms) body += form + ' ' + std::to_string(count) + '\n';
  return {{"forms of " + Hex(texts), std::move(body)}};
}

GoldenFile ReadGolden(const std::string& path) {
  GoldenFile golden;
  std::ifstream in(path);
  std::getline(in, golden.identity);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("> ")) {
      golden.blocks.push_back({line.substr(2), {}});
    } else if (!golden.blocks.empty()) {
      golden.blocks.back().body += line + '\n';
    }
  }
  return golden;
}

void WriteGolden(const std::string& path, const std::vector<Block>& blocks) {
  std::ofstream out(path);
  out << AnalyserIdentity() << '\n';
  for (const Block& block : blocks) out << "> " << block.header << '\n' << block.body;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path);
}

const Block* Find(const std::vector<Block>& blocks, const std::string& header) {
  const auto found = std::find_if(blocks.begin(), blocks.end(),
                                  [&](const Block& block) { return block.header == header; });
  return found == blocks.end() ? nullptr : &*found;
}

// The lines of one text that are not in the other, at most a few.
void PrintLinesOnlyIn(const std::string& text, const std::string& other, char mark) {
  constexpr int kMost = 10;
  int count = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool there =
        other.starts_with(line + '\n') || other.find('\n' + line + '\n') != std::string::npos;
    if (!there && ++count <= kMost) std::cerr << "  " << mark << ' ' << line << '\n';
  }
  if (count > kMost) std::cerr << "  " << mark << " and " << count - kMost << " more\n";
}

// Says which texts became other tokens. Whether any did.
bool HasOtherTokens(const std::string& path, const GoldenFile& golden,
                    const std::vector<Block>& blocks) {
  bool other = false;
  for (const Block& block : blocks) {
    const Block* before = Find(golden.blocks, block.header);
    if (before == nullptr || before->body == block.body) continue;
    other = true;
    std::cerr << path << ": " << block.header << '\n';
    PrintLinesOnlyIn(before->body, block.body, '-');
    PrintLinesOnlyIn(block.body, before->body, '+');
  }
  return other;
}

// Whether the file holds what the analyser makes of the texts now; says why not.
bool Check(const std::string& path, const std::vector<Block>& blocks) {
  const GoldenFile golden = ReadGolden(path);
  if (golden.identity.empty()) {
    std::cerr << path << ": missing or empty\n";
    return false;
  }
  const bool same_identity = golden.identity == AnalyserIdentity();
  if (HasOtherTokens(path, golden, blocks)) {
    std::cerr << (same_identity ? kRaise : std::string_view());
    return false;
  }
  if (!same_identity) {
    std::cerr << path << ": made by " << golden.identity << ", the analyser is "
              << AnalyserIdentity() << "; the tokens are the same\n";
    return false;
  }
  if (golden.blocks == blocks) return true;
  std::cerr << path << ": made of other texts\n";
  return false;
}

using GoldenFiles = std::vector<std::pair<std::string, std::vector<Block>>>;  // by path

int CheckAll(const GoldenFiles& files) {
  bool good = true;
  for (const auto& [path, blocks] : files) good = Check(path, blocks) && good;
  if (!good) std::cerr << kLookAtThem;
  return good ? 0 : 1;
}

int UpdateAll(const GoldenFiles& files) {
  bool refused = false;
  for (const auto& [path, blocks] : files) {
    const GoldenFile golden = ReadGolden(path);
    if (golden.identity != AnalyserIdentity()) continue;
    refused = HasOtherTokens(path, golden, blocks) || refused;
  }
  if (refused) {
    std::cerr << kRaise << "Nothing was written.\n";
    return 1;
  }
  for (const auto& [path, blocks] : files) WriteGolden(path, blocks);
  return 0;
}

int Run(bool update, const std::string& corpus, const std::string& folder) {
  const std::vector<Sample> articles = ReadCorpus(corpus);
  const GoldenFiles files = {
      {folder + "/hazards.tokens", HazardBlocks(ReadHazards(folder + "/hazards.txt"))},
      {folder + "/corpus.tokens", CorpusBlocks(articles)},
      {folder + "/corpus.forms", FormBlocks(articles)},
  };
  return update ? UpdateAll(files) : CheckAll(files);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool update = !arguments.empty() && arguments.front() == "--update";
  if (update) arguments.erase(arguments.begin());
  if (arguments.size() != 2) {
    std::cerr << "usage: golden_tokens [--update] CORPUS FOLDER\n";
    return 64;
  }
  try {
    return Run(update, arguments[0], arguments[1]);
  } catch (const std::exception& error) {
    std::cerr << "golden_tokens: " << error.what() << '\n';
    return 1;
  }
}
