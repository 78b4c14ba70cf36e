#include "common/store/database_check.h"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string_view>
#include <tuple>
#include <utility>

#include <xapian.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/child_process.h"
#include "common/store/database_directory.h"
#include "common/store/database_lock.h"
#include "common/store/file_record.h"
#include "common/store/findings.h"
#include "common/store/generation_checksums.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "common/store/structure_findings.h"

namespace warta {
namespace {

// Kinds of findings.
constexpr std::string_view kStructure = "errors of structure";
constexpr std::string_view kDocuments = "articles that cannot be read";
constexpr std::string_view kTerms = "articles with wrong terms";
constexpr std::string_view kValues = "articles with wrong values";
constexpr std::string_view kFiles = "records of files";

// Looks at a generation through Xapian.
class Inspection {
 public:
  Inspection(std::string path, std::ostream& out) : path_(std::move(path)), findings_(out) {}

  void CheckStructure() {
    std::ostringstream text;
    std::size_t errors = 0;
    try {
      errors = Xapian::Database::check(path_, 0, &text);
    } catch (const Xapian::Error& error) {
      text << error.get_description() << '\n';
    }
    for (const std::string& finding : StructureFindings(text.str(), errors))
      findings_.Add(kStructure, finding);
  }

  // How many articles there are. Fatal as CheckStamps, with `name` in the message.
  std::optional<std::uint64_t> CheckArticles(const std::string& name) {
    try {
      database_ = Xapian::Database(path_);
      CheckStamps(database_, name);
      CheckFileRecords();
      std::uint64_t articles = 0;
      for (auto it = database_.postlist_begin(""); it != database_.postlist_end(""); ++it) {
        CheckDocument(*it);
        ++articles;
      }
      return articles;
    } catch (const Xapian::Error& error) {
      findings_.Add(kStructure, error.get_description());
    }
    return std::nullopt;
  }

  void CheckCount(std::uint64_t articles, std::uint64_t expected) {
    if (articles == expected) return;
    findings_.Add(kStructure, "it holds " + std::to_string(articles) + " articles; " +
                                  std::to_string(expected) + " were written");
  }

  void Finish() { findings_.CountMore(); }

 private:
  void CheckFileRecords() {
    const auto end = database_.metadata_keys_end(kFileKeyPrefix);
    for (auto key = database_.metadata_keys_begin(kFileKeyPrefix); key != end; ++key) {
      knows_files_ = true;
      const Result<FileRecord> record = DecodeFileRecord(database_.get_metadata(*key));
      if (!record.ok()) {
        findings_.Add(kFiles, *key + ": " + record.error().message);
      } else if (FileKey(record.value().path) != *key) {
        findings_.Add(kFiles, *key + ": it is the record of " + record.value().path);
      }
    }
  }

  void CheckDocument(Xapian::docid number) {
    std::string name = "document " + std::to_string(number);
    try {
      const Xapian::Document document = database_.get_document(number);
      const Result<Article> article = DecodeArticle(document.get_data());
      if (!article.ok()) {
        findings_.Add(kDocuments, name + ": " + article.error().message);
        return;
      }
      name += " (id " + article.value().id + ")";
      CheckTerms(number, name, article.value());
      CheckValues(document, name, article.value());
      if (knows_files_ && database_.get_metadata(FileKey(article.value().path)).empty())
        findings_.Add(kFiles, name + ": there is no record of its file");
    } catch (const Xapian::Error& error) {
      findings_.Add(kDocuments, name + ": " + error.get_description());
    }
  }

  void CheckTerms(Xapian::docid number, const std::string& name, const Article& article) {
    const std::string id = IdTerm(article.id);
    const std::string place = PlaceTerm(article);
    // Whether the document knows of the terms, and takes them along when it is removed.
    static_assert(kPlacePrefix < kIdPrefix, "looked for in the order of the list");
    auto listed = database_.termlist_begin(number);
    const auto end = database_.termlist_end(number);
    const auto is_listed = [&](const std::string& term) {
      listed.skip_to(term);
      return listed != end && *listed == term;
    };
    const bool lists_place = is_listed(place);
    const bool lists_id = is_listed(id);
    if (!lists_id || !IsPosted(number, id))
      findings_.Add(kTerms, name + ": it is not found by its id");
    if (database_.get_termfreq(id) > 1)
      findings_.Add(kTerms, name + ": its id is that of another article too");
    if (!lists_place || !IsPosted(number, place))
      findings_.Add(kTerms, name + ": it is not found by its place");
  }

  // Whether the term leads to the document.
  bool IsPosted(Xapian::docid number, const std::string& term) const {
    auto posting = database_.postlist_begin(term);
    posting.skip_to(number);
    return posting != database_.postlist_end(term) && *posting == number;
  }

  void CheckValues(const Xapian::Document& document, const std::string& name,
                   const Article& article) {
    const std::string date = DateValue(article);
    const std::tuple<unsigned, const char*, const std::string&> values[] = {
        {kDateSlot, "date", date},
        {kSourceSlot, "source", article.source},
        {kCategorySlot, "category", article.category}};
    for (const auto& [slot, what, expected] : values) {
      if (document.get_value(slot) != expected)
        findings_.Add(kValues, name + ": its " + what + " is kept differently as a value");
    }
  }

  std::string path_;
  Findings findings_;
  Xapian::Database database_;
  bool knows_files_ = false;
};

// What Xapian says of a generation.
struct InspectionReport {
  std::optional<std::uint64_t> articles;
  std::vector<std::string> damage;
};

void InspectStructure(const std::string& path, std::ostream& out) {
  Inspection inspection(path, out);
  inspection.CheckStructure();
  inspection.Finish();
}

// Writes the number of articles last, behind `#`. Fatal as CheckStamps, with `name` in the message.
void InspectArticles(const std::string& path, const std::string& name,
                     const std::optional<std::uint64_t>& expected, std::ostream& out) {
  Inspection inspection(path, out);
  const auto found = inspection.CheckArticles(name);
  if (found && expected) inspection.CheckCount(*found, *expected);
  inspection.Finish();
  if (found) out << '#' << *found << '\n';
}

// Looks at a generation in two children, because Xapian may crash over damaged bytes and to look at the
// structure takes as long as to look at the articles. Fatal as CheckStamps.
InspectionReport Inspect(const std::string& path, const std::string& name,
                         const std::optional<std::uint64_t>& expected) {
  ChildProcess structure([&](std::ostream& out) { InspectStructure(path, out); });
  ChildProcess articles([&](std::ostream& out) { InspectArticles(path, name, expected, out); });
  InspectionReport report;
  bool crashed = false;
  for (ChildProcess* child : {&structure, &articles}) {
    const ChildOutput output = child->Wait();
    crashed |= output.crashed;
    std::istringstream in(output.text);
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with('#')) {
        report.articles = std::stoull(line.substr(1));
      } else {
        report.damage.push_back(line);
      }
    }
  }
  if (crashed) report.damage.emplace_back("Xapian crashes over it");
  return report;
}

GenerationReport CheckGeneration(const DatabaseDirectory::Generation& generation,
                                 const DatabaseDirectory& directory, bool leftover) {
  GenerationReport report;
  report.number = generation.number;
  report.bytes = generation.bytes;
  if (leftover) {
    report.role = GenerationReport::Role::kLeftover;
    return report;
  }
  ChecksumReport checksums = VerifyChecksums(generation.path);
  report.has_checksums = checksums.found;
  const bool knows_articles = checksums.found && checksums.damage.empty();
  if (knows_articles) report.articles = checksums.articles;
  const bool files_fit = checksums.damage.empty();
  report.damage = std::move(checksums.damage);
  if (!generation.live) return report;
  report.role = GenerationReport::Role::kLive;
  try {
    InspectionReport inspection = Inspect(generation.path, directory.path(), report.articles);
    report.articles = inspection.articles;
    std::move(inspection.damage.begin(), inspection.damage.end(),
              std::back_inserter(report.damage));
  } catch (const Fatal& error) {
    // Stamps of another version, if they are not damage.
    if (files_fit || error.code() != ExitCode::kRefused) throw;
    report.damage.emplace_back(error.what());
  }
  return report;
}

// The live generation; none, and why, when the pointer is damaged. Fatal: it holds no database.
std::optional<unsigned> FindLive(const DatabaseDirectory& directory,
                                 std::vector<std::string>& damage) {
  try {
    if (const auto live = directory.LiveGeneration()) return live;
  } catch (const Fatal& error) {
    if (error.code() != ExitCode::kRefused || directory.Generations().empty()) throw;
    damage.emplace_back(error.what());
    return std::nullopt;
  }
  // A first build that was killed is no database yet.
  const auto generations = directory.Generations();
  if (std::none_of(generations.begin(), generations.end(),
                   [](const auto& generation) { return HasChecksums(generation.path); })) {
    throw Fatal(ExitCode::kRefused, "there is no database at " + directory.path(),
                "make one: indexer --db " + directory.path() + " FOLDER...");
  }
  damage.emplace_back("there is nothing that points to the live generation");
  return std::nullopt;
}

}  // namespace

DatabaseReport CheckDatabase(const std::string& path, std::chrono::seconds lock_wait) {
  const DatabaseDirectory directory(path);
  // Looked at before LOCK is made, so that a foreign directory is left as it was.
  std::vector<std::string> ignored;
  FindLive(directory, ignored);
  const DatabaseLock lock(directory.path(), lock_wait, DatabaseLock::For::kChecking);
  DatabaseReport report;
  const std::optional<unsigned> live = FindLive(directory, report.damage);
  bool is_there = false;
  for (const auto& generation : directory.Generations()) {
    is_there |= generation.live;
    const bool leftover = live && generation.number > *live;
    report.generations.insert(report.generations.begin(),
                              CheckGeneration(generation, directory, leftover));
  }
  if (live && !is_there)
    report.damage.push_back("the live generation, " + std::to_string(*live) + ", is missing");
  return report;
}

void VerifyGeneration(const std::string& generation_path, std::uint64_t articles) {
  const InspectionReport report = Inspect(generation_path, generation_path, articles);
  if (report.damage.empty()) return;
  throw Fatal(ExitCode::kDamaged, generation_path + " is not sound: " + report.damage.front(),
              "the disk or the memory of this machine may be at fault");
}

}  // namespace warta
