#include "common/cli/completion.h"

#include <string_view>
#include <vector>

namespace warta {
namespace {

std::string Joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += separator;
    joined += word;
  }
  return joined;
}

// The text with a backslash before each of these characters.
std::string Guarded(std::string_view text, std::string_view characters) {
  std::string guarded;
  for (const char letter : text) {
    if (characters.find(letter) != std::string_view::npos) guarded += '\\';
    guarded += letter;
  }
  return guarded;
}

// In single quotes, for a shell of the Bourne family.
std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'') {
      quoted += "'\\''";
    } else {
      quoted += letter;
    }
  }
  return quoted + '\'';
}

std::string FirstLine(const CommandText& command, std::string_view shell) {
  return "# Completion of " + command.name + ", made by: " + command.name + " --generate " +
         std::string(shell) + "\n";
}

// --- bash ----------------------------------------------------------------------------------------

// The command that completes a value; empty: nothing is known of it.
std::string BashValue(std::string_view value, const std::vector<std::string>& choices) {
  if (!choices.empty())
    return "COMPREPLY=($(compgen -W " + Quoted(Joined(choices, " ")) + " -- \"$cur\"))";
  if (value == "DIR") return "_filedir -d";
  if (value == "FILE" || value == "FOLDER") return "_filedir";
  return "";
}

// --- zsh -----------------------------------------------------------------------------------------

std::string ZshValue(std::string_view value, const std::vector<std::string>& choices) {
  if (!choices.empty()) return '(' + Joined(choices, " ") + ')';
  if (value == "DIR") return "_files -/";
  if (value == "FILE" || value == "FOLDER") return "_files";
  return " ";
}

// A specification of _arguments (zshcompsys(1)).
std::string ZshOption(const OptionText& option) {
  std::string names = option.names.front();
  if (option.names.size() > 1) names = '{' + Joined(option.names, ",") + '}';
  const std::string guard = option.repeatable ? "*" : '(' + Joined(option.names, " ") + ')';
  std::string rest = '[' + Guarded(option.description, "[]:") + ']';
  if (!option.value.empty())
    rest += ':' + option.value + ':' + ZshValue(option.value, option.choices);
  return Quoted(guard) + names + Quoted(rest);
}

// --- fish ----------------------------------------------------------------------------------------

std::string FishValue(const OptionText& option) {
  if (option.value.empty()) return "";
  if (!option.choices.empty()) return " -x -a '" + Joined(option.choices, " ") + '\'';
  if (option.value == "DIR") return " -x -a '(__fish_complete_directories)'";
  if (option.value == "FILE" || option.value == "FOLDER") return " -r -F";
  return " -x";
}

}  // namespace

std::string BashCompletion(const CommandText& command) {
  const std::string function = '_' + command.name;
  std::string script = FirstLine(command, "bash") + function +
                       "() {\n"
                       "  local cur prev words cword split\n"
                       "  _init_completion -s || return\n"
                       "  case $prev in\n";
  std::vector<std::string> names;
  for (const OptionText& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
    if (option.value.empty()) continue;
    const std::string complete = BashValue(option.value, option.choices);
    script += "    " + Joined(option.names, "|") + ") " + complete +
              (complete.empty() ? "return ;;\n" : "; return ;;\n");
  }
  script +=
      "  esac\n"
      "  $split && return\n"
      "  if [[ $cur == -* ]]; then\n"
      "    COMPREPLY=($(compgen -W " +
      Quoted(Joined(names, " ")) + " -- \"$cur\"))\n";
  const std::string argument = BashValue(command.argument, {});
  if (!argument.empty()) script += "  else\n    " + argument + '\n';
  return script + "  fi\n} &&\n  complete -F " + function + ' ' + command.name + '\n';
}

std::string ZshCompletion(const CommandText& command) {
  std::string script =
      "#compdef " + command.name + '\n' + FirstLine(command, "zsh") + "_arguments -s -S";
  for (const OptionText& option : command.options) script += " \\\n  " + ZshOption(option);
  if (!command.argument.empty()) {
    script += " \\\n  " + Quoted("*:" + command.argument + ':' + ZshValue(command.argument, {}));
  }
  return script + '\n';
}

std::string FishCompletion(const CommandText& command) {
  const std::string complete = "complete -c " + command.name;
  std::string script = FirstLine(command, "fish");
  if (BashValue(command.argument, {}).empty()) script += complete + " -f\n";
  for (const OptionText& option : command.options) {
    script += complete;
    for (const std::string& name : option.names)
      script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    script += FishValue(option) + " -d '" + Guarded(option.description, "\\'") + "'\n";
  }
  return script;
}

}  // namespace warta
