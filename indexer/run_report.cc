#include "indexer/run_report.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/store/files.h"
#include "indexer/quantity.h"
#include "indexer/time_text.h"

namespace warta {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

struct Count {
  const char* where;  // JSON pointer
  std::uint64_t RunReport::*number;
};
constexpr Count kCounts[] = {
    {"/files/found", &RunReport::files},          {"/files/read", &RunReport::files_read},
    {"/articles/added", &RunReport::added},       {"/articles/changed", &RunReport::changed},
    {"/articles/moved", &RunReport::moved},       {"/articles/unchanged", &RunReport::unchanged},
    {"/articles/repeated", &RunReport::repeated}, {"/articles/removed", &RunReport::removed},
    {"/articles/total", &RunReport::articles},    {"/inputs_skipped", &RunReport::skipped},
    {"/lines_left_out", &RunReport::dropped},     {"/text_bytes", &RunReport::text_bytes},
};

std::string Megabytes(const RunReport& report) {
  const double megabytes = static_cast<double>(report.text_bytes) / 1e6;
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << megabytes << " MB of text in " << report.seconds
       << " s (" << (report.seconds > 0 ? megabytes / report.seconds : 0) << " MB/s), peak memory "
       << std::setprecision(0) << report.peak_megabytes << " MB";
  return std::move(text).str();
}

// How a run ended that did not do all it should have.
std::string Trouble(const RunReport& report) {
  switch (static_cast<ExitCode>(report.exit_code)) {
    case ExitCode::kSkipped:
      return report.skipped > 0 ? "done, but " + Counted(report.skipped, "input") +
                                      (report.skipped == 1 ? " was" : " were") + " skipped"
                                : "done, but a folder held no articles";
    case ExitCode::kRefused:
      return "refused";
    case ExitCode::kNoInput:
      return "a folder was missing or could not be read";
    case ExitCode::kDamaged:
      return "the database is damaged";
    case ExitCode::kHangup:
    case ExitCode::kInterrupted:
    case ExitCode::kTerminated:
      return "stopped by a signal";
    default:
      return "failed";
  }
}

}  // namespace

std::int64_t Finished(const RunReport& report) {
  return report.started + std::llround(report.seconds);
}

std::string SummaryLine(const RunReport& report) {
  const std::uint64_t seen =
      report.added + report.changed + report.moved + report.unchanged + report.repeated;
  std::string line = Counted(seen, "article") + ": " + GroupDigits(report.added) + " new, " +
                     GroupDigits(report.changed) + " changed, " + GroupDigits(report.unchanged) +
                     " unchanged";
  const auto add = [&line](std::uint64_t number, const char* what) {
    if (number > 0) line.append(", ").append(GroupDigits(number)).append(what);
  };
  add(report.moved, " moved");
  add(report.repeated, " repeated");
  add(report.removed, " removed");
  if (report.files_read < report.files) {
    line.append("; ").append(GroupDigits(report.files_read)).append(" of ");
    line.append(Counted(report.files, "file")).append(" read");
  }
  line.append("; ").append(Counted(report.skipped, "input")).append(" skipped");
  if (report.dropped > 0) {
    line.append(", ").append(Counted(report.dropped, "line")).append(" of page furniture left out");
  }
  return line.append("; ").append(Megabytes(report));
}

std::string ResultText(const RunReport& report) {
  std::string text = report.exit_code == 0 ? "done" : Trouble(report);
  if (!report.message.empty()) text.append(": ").append(report.message);
  return text;
}

std::string ToJson(const RunReport& report) {
  Json json = {
      {"version", kVersion},
      {"started", UtcText(report.started)},
      {"finished", UtcText(Finished(report))},
      {"seconds", std::round(report.seconds * 1000) / 1000},
      {"exit_code", report.exit_code},
      {"message", report.message},
      {"rebuild", report.rebuild},
      {"folders", report.roots},
  };
  for (const Count& count : kCounts) json[Json::json_pointer(count.where)] = report.*count.number;
  json["peak_megabytes"] = std::llround(report.peak_megabytes);
  // Names of folders need not be UTF-8.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<RunReport> RunReportFromJson(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (json.at("version") != kVersion) return Error{"it is of another version"};
    RunReport report;
    const auto started = ParseUtc(json.at("started").get<std::string>());
    if (!started) return Error{"its time of start is malformed"};
    report.started = *started;
    report.seconds = json.value("seconds", report.seconds);
    constexpr double kCentury = 3.2e9;
    if (!(report.seconds >= 0 && report.seconds < kCentury))
      return Error{"it took impossibly long"};
    report.exit_code = json.value("exit_code", report.exit_code);
    report.message = json.value("message", report.message);
    report.rebuild = json.value("rebuild", report.rebuild);
    report.roots = json.value("folders", report.roots);
    for (const Count& count : kCounts) {
      report.*count.number = json.value(Json::json_pointer(count.where), std::uint64_t{0});
    }
    report.peak_megabytes = json.value("peak_megabytes", report.peak_megabytes);
    return report;
  } catch (const Json::exception&) {
    return Error{"it is malformed"};
  }
}

void WriteReport(const std::string& path, const RunReport& report) {
  std::error_code error;
  const bool plain =
      !std::filesystem::exists(path, error) || std::filesystem::is_regular_file(path, error);
  if (plain) {
    try {
      ReplaceFile(path, ToJson(report));
    } catch (const Fatal& failure) {
      throw Fatal(failure.code(), "cannot write the report " + path + ": " + failure.what());
    }
    return;
  }
  std::ofstream out(path);
  out << ToJson(report) << std::flush;
  if (!out) throw Fatal(ExitCode::kIoError, "cannot write the report " + path);
}

}  // namespace warta
