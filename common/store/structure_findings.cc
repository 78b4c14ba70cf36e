#include "common/store/structure_findings.h"

#include <sstream>

namespace warta {
namespace {

// Lines that tell of no error.
bool IsSound(const std::string& line) {
  return line.ends_with("table structure checked OK") || line.starts_with("Lazily created") ||
         line.starts_with("Database couldn't be opened") ||  // it will be opened once more
         line.ends_with("Full structure check not implemented, checking readability") ||
         line.empty() || line.find("table errors found:") != std::string::npos ||
         line == "Continuing check anyway";
}

}  // namespace

std::vector<std::string> StructureFindings(const std::string& written, std::size_t errors) {
  std::vector<std::string> findings;
  std::istringstream in(written);
  std::string table;
  for (std::string line; std::getline(in, line);) {
    if (IsSound(line)) continue;
    if (line.ends_with(':')) {
      table = line + ' ';
    } else {
      findings.push_back(table + line);
    }
  }
  if (errors > 0 && findings.empty())
    findings.push_back("Xapian counts " + std::to_string(errors) + " errors");
  return findings;
}

}  // namespace warta
