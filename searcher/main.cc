#include <exception>
#include <iostream>
#include <iterator>
#include <string>

#include "common/fatal.h"
#include "common/text/utf8.h"
#include "common/translate.h"
#include "searcher/batch.h"
#include "searcher/options.h"
#include "searcher/render/render.h"
#include "searcher/render/terminal_stream.h"
#include "searcher/session.h"

namespace warta {
namespace {

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

Outcome Answer(const Options& options) {
  if (!options.queries_file.empty()) return AnswerBatch(options, std::cout, std::cerr);
  Session session(options, std::cout, std::cerr);
  ShowHeader(options, std::cout);
  session.Answer(options.query, "");
  return session.outcome();
}

ExitCode Run(const Options& options) {
  if (options.analyse) return Analyse(options);
  const Outcome outcome = Answer(options);
  RequireWritten();
  if (outcome.damaged) {
    for (const std::string& database : options.databases) {
      TerminalStream(std::cerr) << "searcher: "
                                << Fill(Translate(N_("{1} tells more")),
                                        {"indexer --check --db " + database})
                                << kLineEnd;
    }
  }
  if (outcome.damaged || outcome.mistaken) return ExitCode::kQueryError;
  return outcome.found ? ExitCode::kOk : ExitCode::kNoHit;
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
