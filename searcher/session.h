#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/options.h"
#include "searcher/render/render.h"
#include "searcher/render/terminal_stream.h"
#include "searcher/search/search.h"

namespace warta {

/// What answering has come to.
struct Outcome {
  bool found = false;
  bool damaged = false;   ///< hits are missing because their articles are damaged
  bool mistaken = false;  ///< a query had a mistake

  void Add(const Outcome& other);
};

/// What stands above the answers in some formats.
void ShowHeader(const Options& options, std::ostream& out);

/// Answers queries as the command line asks for it: results go to `out`, what there is to say about
/// them to `errors`.
class Session {
 public:
  /// Fatal: see Searcher.
  Session(const Options& options, std::ostream& out, std::ostream& errors);

  /// Answers one query. `id`: of a batch, else empty.
  void Answer(const std::string& query, const std::string& id);

  /// Of all queries so far.
  const Outcome& outcome() const { return outcome_; }

 private:
  ResultPage Ask(const std::string& query, const HitSink& sink);
  void ShowPage(const ResultPage& page, const std::string& id);
  void ShowHit(const Hit& hit, const std::string& id);
  void ShowPath(const Hit& hit);
  void SayMistakes(const ResultPage& page, const std::string& id);
  void SayNotes(const ResultPage& page);
  bool IsList() const;

  const Options& options_;
  std::ostream& out_;
  TerminalStream text_;  // out, for people
  TerminalStream errors_;
  TextStyle style_;
  SearchOptions search_;
  Searcher searcher_;
  std::string last_path_;  // what OutputFormat::kPaths printed last of a query
  Outcome outcome_;
};

}  // namespace warta
