#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace warta {

/// Help with one empty line between groups, and without what options exclude and need.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
};

}  // namespace warta
