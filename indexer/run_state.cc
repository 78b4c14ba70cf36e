#include "indexer/run_state.h"

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/files.h"
#include "indexer/time_text.h"

namespace warta {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::string StatePath(const std::string& directory) {
  return directory + "/state.json";
}

bool IsSuccess(const RunReport& report) {
  return report.exit_code == static_cast<int>(ExitCode::kOk) ||
         report.exit_code == static_cast<int>(ExitCode::kSkipped);
}

Result<RunState> Parse(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("version") != kVersion) return Error{"it is of another version"};
    Result<RunReport> last_run = RunReportFromJson(json.at("last_run").dump());
    if (!last_run.ok()) return last_run.error();
    RunState state;
    state.last_run = std::move(last_run.value());
    if (const Json& success = json.at("last_success"); !success.is_null()) {
      state.last_success = ParseUtc(success.get<std::string>());
    }
    return state;
  } catch (const Json::exception&) {
    return Error{"it is malformed"};
  }
}

}  // namespace

Result<RunState> LoadRunState(const std::string& directory) {
  const std::string path = StatePath(directory);
  std::error_code error;
  if (!std::filesystem::exists(path, error) && !error) return RunState{};
  try {
    Result<RunState> state = Parse(ReadSmallFile(path));
    if (!state.ok()) return Error{path + " cannot be read: " + state.error().message};
    return state;
  } catch (const Fatal& failure) {
    return Error{failure.what()};
  }
}

void SaveRunState(const std::string& directory, const RunReport& report) {
  Json success;
  if (IsSuccess(report)) {
    success = UtcText(Finished(report));
  } else if (const auto before = LoadRunState(directory);
             before.ok() && before.value().last_success) {
    success = UtcText(*before.value().last_success);
  }
  const Json state = {
      {"version", kVersion}, {"last_success", success}, {"last_run", Json::parse(ToJson(report))}};
  ReplaceFile(StatePath(directory), state.dump(2) + '\n');
}

}  // namespace warta
