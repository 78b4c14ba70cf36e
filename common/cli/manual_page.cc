#include "common/cli/manual_page.h"

#include <sstream>
#include <string_view>

#include "common/ascii.h"

namespace warta {
namespace {

// Text that groff prints as it is; groff_char(7) has the names of the characters that it would make something else of.
std::string Escaped(std::string_view text) {
  std::string escaped;
  if (text.starts_with('.')) escaped = "\\&";
  for (const char letter : text) {
    switch (letter) {
      case '\\':
        escaped += "\\e";
        break;
      case '-':
        escaped += "\\-";
        break;
      case '\'':
        escaped += "\\(aq";
        break;
      case '~':
        escaped += "\\(ti";
        break;
      case '^':
        escaped += "\\(ha";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string Bold(std::string_view text) {
  return "\\fB" + Escaped(text) + "\\fR";
}

void AddOption(const OptionText& option, std::string& page) {
  std::string names;
  for (const std::string& name : option.names) {
    if (!names.empty()) names += ", ";
    names += Bold(name);
  }
  if (!option.value.empty()) names += " \\fI" + Escaped(option.value) + "\\fR";
  page += ".TP\n" + names + '\n' + Escaped(option.description) + '\n';
}

std::string Capitals(std::string_view text) {
  std::string capitals(text);
  for (char& letter : capitals) {
    if (IsLower(letter)) letter = static_cast<char>(letter - 'a' + 'A');
  }
  return capitals;
}

// `  term  explanation`
void AddTerm(std::string_view line, std::string& page) {
  line.remove_prefix(line.find_first_not_of(' '));
  const std::size_t end = line.find("  ");
  page += ".TP\n" + Bold(line.substr(0, end)) + '\n';
  if (end != std::string_view::npos)
    page += Escaped(line.substr(line.find_first_not_of(' ', end))) + '\n';
}

void AddLists(const std::string& footer, std::string& page) {
  std::istringstream lines(footer);
  bool in_list = false;
  for (std::string line; std::getline(lines, line);) {
    const bool term = line.starts_with("  ");
    if (term && in_list) AddTerm(line, page);
    if (term) continue;
    in_list = line.ends_with(':');
    // `Queries (docs/QUERIES.md):` becomes QUERIES.
    if (in_list)
      page += ".SH " + Capitals(Trim(std::string_view(line).substr(0, line.find_first_of(":(")))) +
              '\n';
  }
}

}  // namespace

std::string ManualSections(const CommandText& command) {
  std::string page = ".SH OPTIONS\n";
  const std::string* group = nullptr;
  for (const OptionText& option : command.options) {
    // The first group needs no heading below that of the section.
    if (group != nullptr && *group != option.group) page += ".SS " + Escaped(option.group) + '\n';
    group = &option.group;
    AddOption(option, page);
  }
  AddLists(command.footer, page);
  return page;
}

}  // namespace warta
