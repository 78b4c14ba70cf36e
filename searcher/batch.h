#pragma once

#include <iosfwd>

#include "searcher/options.h"
#include "searcher/session.h"

namespace warta {

/// Answers every line `id<TAB>query` of options.queries_file (`-`: stdin), in their order; empty lines
/// are passed over. With `options.jobs` above 1 so many are answered at a time, each with databases of its
/// own; answers are then kept until those before them are printed, some dozens a job. Fatal (kQueryError):
/// a line is none such, the file cannot be read; also what Session throws. What stands before has been
/// answered then.
Outcome AnswerBatch(const Options& options, std::ostream& out, std::ostream& errors);

}  // namespace warta
