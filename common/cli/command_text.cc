#include "common/cli/command_text.h"

#include <CLI/CLI.hpp>

namespace warta {
namespace {

// The names in the braces of CLI11's type of a value, `TEXT:{auto,always,never}`.
std::vector<std::string> ChoicesIn(const std::string& type) {
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

OptionText TextOf(const CLI::Option& option) {
  OptionText text;
  text.group = option.get_group();
  for (const std::string& name : option.get_snames()) text.names.push_back('-' + name);
  for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
  if (option.get_type_size_max() > 0) {
    text.value = option.get_option_text();
    text.choices = ChoicesIn(option.get_type_name());
  }
  text.repeatable = option.get_expected_max() > 1;
  text.description = option.get_description();
  return text;
}

}  // namespace

CommandText Describe(const CLI::App& app) {
  CommandText command;
  command.name = app.get_name();
  command.footer = app.get_footer();
  for (const std::string& group : app.get_groups()) {
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_positional()) {
        command.argument = option->get_name(true);
      } else if (option->get_group() == group && !group.empty()) {
        command.options.push_back(TextOf(*option));
      }
    }
  }
  return command;
}

}  // namespace warta
