#include "searcher/batch.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <deque>
#include <exception>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "common/background_task.h"
#include "common/fatal.h"
#include "common/translate.h"

namespace warta {
namespace {

struct IdentifiedQuery {
  std::string id;
  std::string query;
};

class QueryLines {
 public:
  explicit QueryLines(const std::string& path) : name_(path == "-" ? "stdin" : path) {
    if (path == "-") return;
    file_.open(path);
    // Opening a folder succeeds; only reading it tells.
    file_.peek();
    if (!file_ && !file_.eof()) {
      throw Fatal(ExitCode::kQueryError,
                  Fill(Translate(N_("cannot read {1}: {2}")), {path, std::strerror(errno)}));
    }
    in_ = &file_;
  }

  // Nothing at the end.
  std::optional<IdentifiedQuery> Next() {
    std::string line;
    while (std::getline(*in_, line)) {
      ++number_;
      if (line.ends_with('\r')) line.pop_back();
      if (line.empty()) continue;
      const std::size_t tab = line.find('\t');
      if (tab != std::string::npos && tab > 0) return {{line.substr(0, tab), line.substr(tab + 1)}};
      throw Fatal(ExitCode::kQueryError,
                  Fill(Translate(N_("line {1} of {2} is not 'id<TAB>query'")),
                       {std::to_string(number_), name_}));
    }
    return std::nullopt;
  }

 private:
  std::string name_;
  std::ifstream file_;
  std::istream* in_ = &std::cin;
  std::size_t number_ = 0;
};

// A session that keeps what it has to say.
class Worker {
 public:
  explicit Worker(const Options& options) : session_(options, out_, errors_) {}

  void Answer(const IdentifiedQuery& query) { session_.Answer(query.query, query.id); }
  std::string TakeOutput() { return std::exchange(out_, {}).str(); }
  std::string TakeErrors() { return std::exchange(errors_, {}).str(); }
  const Outcome& outcome() const { return session_.outcome(); }

 private:
  std::ostringstream out_;
  std::ostringstream errors_;
  Session session_;
};

struct Answered {
  std::string output;
  std::string errors;
  std::exception_ptr failure;
};

// Answers queries block by block: the workers share the queries of one, then its answers are printed.
class ParallelBatch {
 public:
  ParallelBatch(const Options& options, std::ostream& out, std::ostream& errors)
      : out_(out), errors_(errors), block_(options.jobs * kQueriesOfAJob) {
    for (std::size_t i = 0; i < options.jobs; ++i) workers_.emplace_back(options);
    ShowHeader(options, out_);
  }

  void Run(QueryLines& lines) {
    while (out_) {
      std::vector<IdentifiedQuery> queries;
      std::exception_ptr failure;
      try {
        while (queries.size() < block_) {
          std::optional<IdentifiedQuery> next = lines.Next();
          if (!next) break;
          queries.push_back(*std::move(next));
        }
      } catch (const Fatal&) {
        failure = std::current_exception();
      }
      Print(AnswerAll(queries));
      if (failure) std::rethrow_exception(failure);
      if (queries.size() < block_) return;
    }
  }

  Outcome outcome() const {
    Outcome all;
    for (const Worker& worker : workers_) all.Add(worker.outcome());
    return all;
  }

 private:
  // Long ones and short ones are spread evenly enough.
  static constexpr std::size_t kQueriesOfAJob = 32;

  std::vector<Answered> AnswerAll(const std::vector<IdentifiedQuery>& queries) {
    std::vector<Answered> answers(queries.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Worker& worker) {
      for (std::size_t i = next++; i < queries.size(); i = next++) {
        try {
          worker.Answer(queries[i]);
        } catch (...) {
          answers[i].failure = std::current_exception();
        }
        answers[i].output = worker.TakeOutput();
        answers[i].errors = worker.TakeErrors();
      }
    };
    std::deque<BackgroundTask> others;
    const std::size_t wanted = std::min(workers_.size(), queries.size());
    for (std::size_t i = 1; i < wanted; ++i) {
      others.emplace_back([&, i] { work(workers_[i]); });
    }
    work(workers_.front());
    others.clear();  // waits for them
    return answers;
  }

  void Print(const std::vector<Answered>& answers) {
    for (const Answered& one : answers) {
      out_ << one.output;
      errors_ << one.errors;
      if (one.failure) std::rethrow_exception(one.failure);
    }
  }

  std::ostream& out_;
  std::ostream& errors_;
  std::size_t block_;
  std::deque<Worker> workers_;
};

}  // namespace

Outcome AnswerBatch(const Options& options, std::ostream& out, std::ostream& errors) {
  QueryLines lines(options.queries_file);
  if (options.jobs > 1) {
    ParallelBatch batch(options, out, errors);
    batch.Run(lines);
    return batch.outcome();
  }
  Session session(options, out, errors);
  ShowHeader(options, out);
  while (const std::optional<IdentifiedQuery> next = lines.Next()) {
    session.Answer(next->query, next->id);
  }
  return session.outcome();
}

}  // namespace warta
