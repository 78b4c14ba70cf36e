#pragma once

#include <xapian.h>

namespace warta {

/// Takes a step on a database that is read, and returns what it does; again, up to four times, when a writer has
/// overtaken it (Xapian::DatabaseModifiedError).
template <class Step>
auto Retrying(Xapian::Database& database, const Step& step) {
  constexpr int kMostAttempts = 5;
  for (int attempt = 1;; ++attempt) {
    try {
      return step();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kMostAttempts) throw;
      database.reopen();
    }
  }
}

}  // namespace warta
