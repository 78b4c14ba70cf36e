#pragma once

#include <string>

#include "common/cli/command_text.h"

namespace warta {

/// What makes a shell complete the options of a program, their values where they are few, files and folders: a
/// function for bash-completion, one for zsh's `_arguments`, and commands for fish. Values named FILE, DIR and
/// FOLDER (a file or folder) are taken for those; of others nothing is known.
std::string BashCompletion(const CommandText& command);
std::string ZshCompletion(const CommandText& command);
std::string FishCompletion(const CommandText& command);

}  // namespace warta
