#include "searcher/session.h"

#include <ostream>
#include <sstream>
#include <utility>

#include "common/fatal.h"
#include "common/printable.h"
#include "common/text/utf8.h"
#include "common/translate.h"
#include "searcher/terminal.h"

namespace warta {
namespace {

// KPK: also "komisi pemberantasan korupsi"
std::string ExpansionText(const Expansion& expansion) {
  std::string also;
  for (const std::string& form : expansion.also) {
    const bool words = form.find(' ') != std::string::npos;
    also.append(also.empty() ? "" : ", ").append(words ? '"' + form + '"' : form);
  }
  return Fill(Translate(N_("{1}: also {2}")), {expansion.typed, also});
}

SearchOptions SearchOf(const Options& options) {
  SearchOptions search = options.search;
  const bool page = options.format == OutputFormat::kText || options.format == OutputFormat::kJson;
  // Ids and paths need no look at the texts.
  if (options.format == OutputFormat::kTrec || options.format == OutputFormat::kPaths)
    search.excerpts = false;
  search.suggest = search.suggest && page && !options.count;
  if (options.count) search.limit = 0;
  return search;
}

SynonymList SynonymsOf(const Options& options) {
  if (options.synonyms_file.empty()) return {};
  Analyser analyser;
  Result<SynonymList> list = ReadSynonymFile(options.synonyms_file, analyser);
  if (!list.ok()) throw Fatal(ExitCode::kQueryError, list.error().message);
  return std::move(list.value());
}

}  // namespace

Session::Session(const Options& options, std::ostream& out, std::ostream& errors)
    : options_(options),
      out_(out),
      errors_(errors),
      style_(StyleFor(options)),
      search_(SearchOf(options)),
      searcher_(options.databases, SynonymsOf(options)) {
  if (options.count) return;
  if (options.format == OutputFormat::kCsv) RenderTableHeader(Table::kCsv, out_);
  if (options.format == OutputFormat::kTsv) RenderTableHeader(Table::kTsv, out_);
}

bool Session::IsList() const {
  return !options_.count && options_.format != OutputFormat::kText &&
         options_.format != OutputFormat::kJson;
}

ResultPage Session::Ask(const std::string& query, const HitSink& sink) {
  if (!options_.similar.empty()) return searcher_.Similar(options_.similar, search_, sink);
  return searcher_.Search(RepairUtf8(query), search_, sink);
}

void Session::Answer(const std::string& query, const std::string& id) {
  std::vector<Hit> hits;
  ResultPage page = Ask(query, [&](Hit hit) {
    if (IsList()) {
      ShowHit(hit, id);
    } else {
      hits.push_back(std::move(hit));
    }
    return static_cast<bool>(out_);
  });
  page.hits = std::move(hits);
  for (const QueryMistake& mistake : page.mistakes) {
    if (options_.format == OutputFormat::kJson) break;
    std::istringstream lines(MistakeText(mistake, page.query));
    for (std::string line; std::getline(lines, line);) errors_ << "searcher: " << line << '\n';
  }
  mistaken_ |= !page.mistakes.empty();
  if (!IsList()) ShowPage(page, id);
  for (const std::string& line : page.damage) {
    errors_ << "searcher: " << Printable(line) << '\n';
  }
  damaged_ |= !page.damage.empty();
  found_ |= page.matches > 0;
}

void Session::ShowPage(const ResultPage& page, const std::string& id) {
  if (options_.format == OutputFormat::kJson) {
    RenderJson(page, id, out_);
    return;
  }
  if (!page.mistakes.empty()) return;
  if (options_.count) {
    if (!id.empty()) out_ << Printable(id) << '\t';
    out_ << page.matches << '\n';
    return;
  }
  SayNotes(page);
  if (!id.empty()) out_ << "# " << Printable(id) << '\t' << Printable(page.query) << '\n';
  RenderText(page, style_, out_);
}

void Session::SayNotes(const ResultPage& page) {
  for (const Message& note : page.notes) errors_ << "searcher: " << Printable(Say(note)) << '\n';
  if ((!page.notes.empty() || search_.explain) && !page.understood.empty()) {
    errors_ << "searcher: "
            << Fill(Translate(N_("searched for: {1}")), {Printable(page.understood)}) << '\n';
  }
  for (const Expansion& expansion : page.expansions) {
    errors_ << "searcher: " << Printable(ExpansionText(expansion)) << '\n';
  }
}

void Session::ShowHit(const Hit& hit, const std::string& id) {
  switch (options_.format) {
    case OutputFormat::kJsonLines:
      RenderJsonLine(hit, id, out_);
      break;
    case OutputFormat::kCsv:
      RenderTableRow(Table::kCsv, hit, id, out_);
      break;
    case OutputFormat::kTsv:
      RenderTableRow(Table::kTsv, hit, id, out_);
      break;
    case OutputFormat::kPaths:
      RenderPath(hit, options_.null_terminated ? '\0' : '\n', out_);
      break;
    case OutputFormat::kTrec:
      RenderTrecLine(hit, id.empty() ? "1" : id, out_);
      break;
    case OutputFormat::kText:
    case OutputFormat::kJson:
      break;
  }
}

}  // namespace warta
