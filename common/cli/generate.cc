#include "common/cli/generate.h"

#include <iostream>
#include <map>
#include <string>

#include <CLI/CLI.hpp>

#include "common/cli/command_text.h"
#include "common/cli/completion.h"
#include "common/cli/manual_page.h"

namespace warta {

void AddGenerate(CLI::App& app) {
  static const std::map<std::string, std::string (*)(const CommandText&)> kinds = {
      {"man", ManualSections},
      {"bash", BashCompletion},
      {"zsh", ZshCompletion},
      {"fish", FishCompletion}};
  const auto print = [&app](const std::string& kind) {
    std::cout << kinds.at(kind)(Describe(app));
    throw CLI::Success();
  };
  app.add_option_function<std::string>("--generate", print)->check(CLI::IsMember(kinds))->group("");
}

}  // namespace warta
