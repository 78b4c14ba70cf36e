#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/fatal.h"
#include "common/printable.h"
#include "common/text/utf8.h"
#include "searcher/options.h"
#include "searcher/render/render.h"
#include "searcher/search/search.h"

namespace warta {
namespace {

TextStyle StyleFor(ColorMode mode) {
  TextStyle style;
  const bool terminal = ::isatty(STDOUT_FILENO) != 0;
  const char* no_color = std::getenv("NO_COLOR");
  const bool wanted = terminal && (no_color == nullptr || *no_color == '\0');
  style.color = mode == ColorMode::kAlways || (mode == ColorMode::kAuto && wanted);
  winsize size = {};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) style.width = size.ws_col;
  return style;
}

// KPK: also "komisi pemberantasan korupsi"
std::string Note(const Expansion& expansion) {
  std::string note = expansion.typed + ": also ";
  for (std::size_t i = 0; i < expansion.also.size(); ++i) {
    const std::string& form = expansion.also[i];
    const bool words = form.find(' ') != std::string::npos;
    note.append(i == 0 ? "" : ", ").append(words ? '"' + form + '"' : form);
  }
  return note;
}

class Session {
 public:
  explicit Session(const Options& options)
      : options_(options), style_(StyleFor(options.color)), searcher_({options.database}) {
    // A run file lists ids only: no need to look at the texts.
    search_ = options.search;
    search_.excerpts = options.format != OutputFormat::kTrec;
  }

  // Whether anything was found.
  bool Answer(const std::string& query, const std::string& id) {
    const ResultPage page = searcher_.Search(RepairUtf8(query), search_);
    switch (options_.format) {
      case OutputFormat::kText:
        Print(page, id);
        break;
      case OutputFormat::kJson:
        RenderJson(page, id, std::cout);
        break;
      case OutputFormat::kTrec:
        RenderTrec(page, id.empty() ? "1" : id, std::cout);
        break;
    }
    for (const std::string& line : page.damage)
      std::cerr << "searcher: " << Printable(line) << '\n';
    damaged_ |= !page.damage.empty();
    return page.matches > 0;
  }

  // Whether hits are missing from a page because their articles are damaged.
  bool damaged() const { return damaged_; }

 private:
  void Print(const ResultPage& page, const std::string& id) {
    for (const Message& note : page.notes) std::cerr << "searcher: " << English(note) << '\n';
    if (!page.notes.empty() && !page.understood.empty())
      std::cerr << "searcher: searched for: " << Printable(page.understood) << '\n';
    for (const Expansion& expansion : page.expansions)
      std::cerr << "searcher: " << Printable(Note(expansion)) << '\n';
    if (!id.empty()) std::cout << "# " << Printable(id) << '\t' << Printable(page.query) << '\n';
    RenderText(page, style_, std::cout);
  }

  const Options& options_;
  TextStyle style_;
  Searcher searcher_;
  SearchOptions search_;
  bool damaged_ = false;
};

bool AnswerBatch(Session& session, std::istream& in, const std::string& name) {
  bool any = false;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      throw Fatal(ExitCode::kQueryError,
                  "line " + std::to_string(number) + " of " + name + " is not 'id<TAB>query'");
    }
    any |= session.Answer(line.substr(tab + 1), line.substr(0, tab));
  }
  return any;
}

bool RunBatch(Session& session, const std::string& path) {
  if (path == "-") return AnswerBatch(session, std::cin, "stdin");
  // Opening a folder succeeds; only reading it tells.
  std::ifstream file(path);
  file.peek();
  if (!file && !file.eof())
    throw Fatal(ExitCode::kQueryError, "cannot read " + path + ": " + std::strerror(errno));
  return AnswerBatch(session, file, path);
}

ExitCode Run(const Options& options) {
  bool found = true;
  bool damaged = false;
  if (options.analyse) {
    const std::string text = options.from_stdin
                                 ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                                 : options.query;
    RenderTokens(RepairUtf8(text), std::cout);
  } else {
    Session session(options);
    found = options.queries_file.empty() ? session.Answer(options.query, "")
                                         : RunBatch(session, options.queries_file);
    damaged = session.damaged();
  }
  std::cout.flush();
  if (!std::cout) throw Fatal(ExitCode::kQueryError, "cannot write the results");
  if (damaged) {
    std::cerr << "searcher: indexer --check --db " << Printable(options.database)
              << " tells more\n";
    return ExitCode::kQueryError;
  }
  return found ? ExitCode::kOk : ExitCode::kNoHit;
}

}  // namespace
}  // namespace warta

int main(int argc, char** argv) {
  using warta::ExitCode;
  // Reading and printing whole pages: no need to share buffers with C.
  std::ios::sync_with_stdio(false);
  ExitCode code = ExitCode::kQueryError;
  try {
    const warta::Options options = warta::ParseCommandLine(argc, argv);
    code = options.exit ? *options.exit : warta::Run(options);
  } catch (const warta::Fatal& error) {
    std::cerr << "searcher: " << warta::Printable(error.what()) << '\n';
    if (!error.hint().empty()) std::cerr << "searcher: " << warta::Printable(error.hint()) << '\n';
  } catch (const std::exception& error) {
    std::cerr << "searcher: " << warta::Printable(error.what()) << '\n';
  }
  return static_cast<int>(code);
}
