#include "searcher/session.h"

#include <ostream>
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
  // Ids and paths need no look at the texts.
  if (options.format == OutputFormat::kTrec || options.format == OutputFormat::kPaths)
    search.excerpts = false;
  search.suggest = search.suggest && IsPage(options.format) && !options.count;
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

void Outcome::Add(const Outcome& other) {
  found |= other.found;
  damaged |= other.damaged;
  mistaken |= other.mistaken;
}

void ShowHeader(const Options& options, std::ostream& out) {
  if (options.count) return;
  if (options.format == OutputFormat::kCsv) RenderTableHeader(Table::kCsv, out);
  if (options.format == OutputFormat::kTsv) RenderTableHeader(Table::kTsv, out);
}

Session::Session(const Options& options, std::ostream& out, std::ostream& errors)
    : options_(options),
      out_(out),
      text_(out),
      errors_(errors),
      style_(StyleFor(options)),
      search_(SearchOf(options)),
      searcher_(options.databases, SynonymsOf(options)) {}

bool Session::IsList() const {
  return !options_.count && !IsPage(options_.format);
}

ResultPage Session::Ask(const std::string& query, const HitSink& sink) {
  if (!options_.similar.empty()) return searcher_.Similar(options_.similar, search_, sink);
  return searcher_.Search(RepairUtf8(query), search_, sink);
}

void Session::Answer(const std::string& query, const std::string& id) {
  std::vector<Hit> hits;
  last_path_.clear();
  ResultPage page = Ask(query, [&](Hit hit) {
    if (IsList()) {
      ShowHit(hit, id);
    } else {
      hits.push_back(std::move(hit));
    }
    return static_cast<bool>(out_);
  });
  page.hits = std::move(hits);
  SayMistakes(page, id);
  if (!IsList()) {
    ShowPage(page, id);
  } else if (id.empty() && page.mistakes.empty()) {
    SayNotes(page);
  }
  for (const std::string& line : page.damage) errors_ << "searcher: " << line << kLineEnd;
  outcome_.damaged |= !page.damage.empty();
  outcome_.found |= page.matches > 0;
}

void Session::ShowPage(const ResultPage& page, const std::string& id) {
  if (options_.format == OutputFormat::kJson) {
    RenderJson(page, id, out_);
    return;
  }
  if (!page.mistakes.empty()) return;
  SayNotes(page);
  if (options_.count) {
    if (!id.empty()) text_ << id << Control("\t");
    text_ << std::to_string(page.matches) << kLineEnd;
    return;
  }
  if (!id.empty()) text_ << "# " << id << Control("\t") << page.query << kLineEnd;
  RenderText(page, style_, text_);
}

void Session::SayMistakes(const ResultPage& page, const std::string& id) {
  outcome_.mistaken |= !page.mistakes.empty();
  if (options_.format == OutputFormat::kJson) return;
  if (!page.mistakes.empty() && !id.empty()) {
    errors_ << "searcher: " << Fill(Translate(N_("query {1}:")), {id}) << kLineEnd;
  }
  for (const QueryMistake& mistake : page.mistakes) RenderMistake(mistake, page.query, errors_);
}

void Session::SayNotes(const ResultPage& page) {
  for (const Message& note : page.notes) errors_ << "searcher: " << Say(note) << kLineEnd;
  if ((!page.notes.empty() || search_.explain) && !page.understood.empty()) {
    errors_ << "searcher: " << Fill(Translate(N_("searched for: {1}")), {page.understood})
            << kLineEnd;
  }
  if (IsList() || options_.count) return;
  for (const Expansion& expansion : page.expansions) {
    errors_ << "searcher: " << ExpansionText(expansion) << kLineEnd;
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
      ShowPath(hit);
      break;
    case OutputFormat::kTrec:
      RenderTrecLine(hit, id.empty() ? "1" : id, out_);
      break;
    case OutputFormat::kText:
    case OutputFormat::kJson:
      break;
  }
}

// Programs get the very bytes, people nothing that acts on their terminal.
void Session::ShowPath(const Hit& hit) {
  const std::string& path = hit.article.path;
  if (path == last_path_) return;
  last_path_ = path;
  if (options_.null_terminated) {
    RenderPath(hit, '\0', out_);
  } else if (OutputIsTerminal()) {
    text_ << path << kLineEnd;
  } else {
    RenderPath(hit, '\n', out_);
  }
}

}  // namespace warta
