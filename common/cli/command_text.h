#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace warta {

/// An option of a program, as its help, its manual page and its completions name it.
struct OptionText {
  std::string group;
  /// With their dashes, short ones first: `-d`, `--db`.
  std::vector<std::string> names;
  /// What stands for the value: `DIR`. Empty: the option takes none.
  std::string value;
  /// The values that are allowed, where they are few; otherwise empty.
  std::vector<std::string> choices;
  bool repeatable = false;
  std::string description;
};

/// A program as its command line is declared; everything that describes options is made of it.
struct CommandText {
  std::string name;
  /// What the arguments without a dash are: `FOLDER`. Empty: there are none.
  std::string argument;
  /// Those that help lists, in its order.
  std::vector<OptionText> options;
  /// What help ends with. A paragraph whose first line ends in a colon, with indented lines below it, is a list
  /// of terms, each with its explanation two or more spaces behind it.
  std::string footer;
};

/// What `app` declares.
CommandText Describe(const CLI::App& app);

}  // namespace warta
