#include "common/text/lexicon/lists.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

#include "common/text/lexicon/hunspell.h"

namespace warta {
namespace {

std::ifstream Open(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  return file;
}

// The lines of a list: words separated by white space, `#` begins a comment.
std::vector<ListLine> ReadList(const std::string& path) {
  std::ifstream file = Open(path);
  std::vector<ListLine> lines;
  std::string text;
  for (int number = 1; std::getline(file, text); ++number) {
    std::istringstream words(text.substr(0, text.find('#')));
    ListLine line;
    std::copy(std::istream_iterator<std::string>(words), {}, std::back_inserter(line.fields));
    line.place = path + ':' + std::to_string(number);
    if (!line.fields.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Draft ReadLists(const std::string& hunspell, const std::string& folder) {
  Draft draft;
  std::ifstream dictionary = Open(hunspell);
  draft.AddHunspell(ReadHunspell(dictionary));
  draft.AddRoots(ReadList(folder + "/roots.txt"));
  draft.AddFixed(ReadList(folder + "/function_words.txt"));
  draft.AddFixed(ReadList(folder + "/names.txt"));
  draft.AddDerived(ReadList(folder + "/derived.txt"));
  draft.AddUnits(ReadList(folder + "/reduplications.txt"));
  draft.AddCompounds(ReadList(folder + "/compounds.txt"));
  draft.AddBoundForms(ReadList(folder + "/bound_forms.txt"));
  draft.AddSpellings(ReadList(folder + "/spellings.txt"));
  return draft;
}

}  // namespace warta
