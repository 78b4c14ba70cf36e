// Makes the built-in dictionary: reads hunspell-id and the lists, writes the C++ source of the
// table. Run by the build.

#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

#include "common/text/lexicon/lists.h"
#include "common/text/lexicon/table.h"

namespace {

void Compile(const std::string& hunspell, const std::string& lists, const std::string& target) {
  const warta::LexiconTable table = warta::MakeLexiconTable(warta::ReadLists(hunspell, lists));
  std::ofstream out(target);
  warta::WriteLexiconTable(table, out);
  out.close();
  if (!out) throw std::runtime_error("cannot write " + target);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: compile_lexicon id_ID.dic LISTS_FOLDER TARGET.cc\n";
    return 64;
  }
  try {
    Compile(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "compile_lexicon: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
