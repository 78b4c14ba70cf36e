#pragma once

#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

namespace warta {

/// What an option can be set to: names, in the order in which they are listed, and what each stands for.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

/// The names, in their order.
template <class Value>
std::vector<std::string> NamesOf(const Choices<Value>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const auto& [name, value] : choices) names.push_back(name);
  return names;
}

/// An option that takes one of some names and sets `target` to what the name stands for.
template <class Target, class Value>
CLI::Option* AddChoice(CLI::App& app, const std::string& name, Target& target,
                       const Choices<Value>& choices, const std::string& description) {
  const auto take = [&target, choices](const std::string& text) {
    for (const auto& [one, value] : choices) {
      if (one == text) target = value;
    }
  };
  return app.add_option_function<std::string>(name, take, description)
      ->check(CLI::IsMember(NamesOf(choices)));
}

}  // namespace warta
