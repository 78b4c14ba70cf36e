#include <cerrno>
#include <cstddef>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "common/fatal.h"
#include "common/text/utf8.h"
#include "common/translate.h"
#include "searcher/options.h"
#include "searcher/render/render.h"
#include "searcher/render/terminal_stream.h"
#include "searcher/session.h"

namespace warta {
namespace {

void AnswerBatch(Session& session, std::istream& in, const std::string& name) {
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      throw Fatal(ExitCode::kQueryError,
                  Fill(Translate(N_("line {1} of {2} is not 'id<TAB>query'")),
                       {std::to_string(number), name}));
    }
    session.Answer(line.substr(tab + 1), line.substr(0, tab));
  }
}

void RunBatch(Session& session, const std::string& path) {
  if (path == "-") {
    AnswerBatch(session, std::cin, "stdin");
    return;
  }
  // Opening a folder succeeds; only reading it tells.
  std::ifstream file(path);
  file.peek();
  if (!file && !file.eof()) {
    throw Fatal(ExitCode::kQueryError,
                Fill(Translate(N_("cannot read {1}: {2}")), {path, std::strerror(errno)}));
  }
  AnswerBatch(session, file, path);
}

void RequireWritten() {
  std::cout.flush();
  if (!std::cout) throw Fatal(ExitCode::kQueryError, Translate(N_("cannot write the results")));
}

ExitCode Analyse(const Options& options) {
  const std::string text = options.from_stdin
                               ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                               : options.query;
  RenderTokens(RepairUtf8(text), std::cout);
  RequireWritten();
  return ExitCode::kOk;
}

ExitCode Run(const Options& options) {
  if (options.analyse) return Analyse(options);
  Session session(options, std::cout, std::cerr);
  if (options.queries_file.empty()) {
    session.Answer(options.query, "");
  } else {
    RunBatch(session, options.queries_file);
  }
  RequireWritten();
  if (session.damaged()) {
    for (const std::string& database : options.databases) {
      TerminalStream(std::cerr) << "searcher: "
                                << Fill(Translate(N_("{1} tells more")),
                                        {"indexer --check --db " + database})
                                << kLineEnd;
    }
  }
  if (session.damaged() || session.mistaken()) return ExitCode::kQueryError;
  return session.found() ? ExitCode::kOk : ExitCode::kNoHit;
}

}  // namespace
}  // namespace warta

int main(int argc, char** argv) {
  using warta::ExitCode;
  // Reading and printing whole pages: no need to share buffers with C.
  std::ios::sync_with_stdio(false);
  warta::SetLanguageFromEnvironment();
  warta::TerminalStream errors(std::cerr);
  ExitCode code = ExitCode::kQueryError;
  try {
    const warta::Options options = warta::ParseCommandLine(argc, argv);
    code = options.exit ? *options.exit : warta::Run(options);
  } catch (const warta::Fatal& error) {
    errors << "searcher: " << Say(error.message()) << warta::kLineEnd;
    if (!error.hint().empty()) {
      errors << "searcher: " << Say(error.hint_message()) << warta::kLineEnd;
    }
  } catch (const std::exception& error) {
    errors << "searcher: " << error.what() << warta::kLineEnd;
  }
  return static_cast<int>(code);
}
