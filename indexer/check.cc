#include "indexer/check.h"

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <iostream>
#include <vector>

#include "common/fatal.h"
#include "common/group_digits.h"
#include "common/printable.h"
#include "common/store/database_check.h"

namespace warta {
namespace {

using Role = GenerationReport::Role;

std::string Verdict(const GenerationReport& generation) {
  if (generation.role == Role::kLeftover) return "left over; the next run removes it";
  if (!generation.damage.empty()) return "damaged";
  if (generation.has_checksums) return "sound";
  return generation.role == Role::kLive
             ? "sound; no checksums: a run was interrupted; the next run makes them"
             : "no checksums: a run was interrupted; not checked";
}

void PrintDamage(const std::vector<std::string>& damage) {
  for (const std::string& line : damage) std::cout << "  " << Printable(line) << '\n';
}

// `generation  3, live: 28,027 articles, 335 MB: sound`
void Print(const GenerationReport& generation) {
  std::cout << "generation  " << generation.number
            << (generation.role == Role::kLive ? ", live: " : ": ");
  if (generation.articles) {
    std::cout << GroupDigits(*generation.articles)
              << (*generation.articles == 1 ? " article, " : " articles, ");
  }
  std::cout << GroupDigits(generation.bytes / 1'000'000) << " MB: " << Verdict(generation) << '\n';
  PrintDamage(generation.damage);
}

// Whether the generation can take the place of one that is damaged.
bool IsSoundBefore(const GenerationReport& generation) {
  return generation.role == Role::kBefore && generation.has_checksums && generation.damage.empty();
}

bool IsLiveDamaged(const DatabaseReport& report) {
  return !report.damage.empty() ||
         std::any_of(report.generations.begin(), report.generations.end(),
                     [](const GenerationReport& generation) {
                       return generation.role == Role::kLive && !generation.damage.empty();
                     });
}

std::string WhatToDo(const DatabaseReport& report, const std::string& database) {
  const auto& generations = report.generations;
  const auto before = std::find_if(generations.begin(), generations.end(), IsSoundBefore);
  if (before != generations.end()) {
    return "go back to generation " + std::to_string(before->number) +
           ", which is sound: indexer --rollback --db " + database;
  }
  return "restore it from a backup, or build it again: indexer --rebuild --db " + database +
         " FOLDER...";
}

}  // namespace

ExitCode CheckAndPrint(const std::string& database, std::chrono::seconds lock_wait) {
  const DatabaseReport report = CheckDatabase(database, lock_wait);
  std::cout << "database    " << Printable(database) << '\n';
  PrintDamage(report.damage);
  bool damaged = !report.damage.empty();
  for (const GenerationReport& generation : report.generations) {
    Print(generation);
    damaged |= !generation.damage.empty();
  }
  std::cout.flush();
  if (!damaged) return ExitCode::kOk;
  if (!IsLiveDamaged(report)) {
    throw Fatal(ExitCode::kDamaged,
                "a generation of " + database + " is damaged; the live one is not",
                "searches do not need it, and the next rebuild removes it");
  }
  throw Fatal(ExitCode::kDamaged, database + " is damaged", WhatToDo(report, database));
}

}  // namespace warta
