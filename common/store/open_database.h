#pragma once

#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/message.h"

namespace warta {

/// Opens the live generation of a database directory for reading. Fatal: kRefused when there is no
/// database, or one of another schema or analyser (the hint says how to build it again); kDamaged
/// when Xapian finds it damaged; kIoError otherwise.
Xapian::Database OpenForReading(const std::string& path);

/// Opens one generation for writing, by its own path. `is_new`: nobody reads it before it is
/// published, so its commits are not synced one by one, and it is made and stamped if it is not
/// there. Otherwise the stamps are checked as above. REQUIRES: the lock is held.
Xapian::WritableDatabase OpenForWriting(const std::string& path, const std::string& generation_path,
                                        bool is_new);

/// Keys and values of the metadata by which a database is told to be of this program.
std::vector<std::pair<std::string, std::string>> Stamps();

/// Fatal (kRefused) unless this program, or one with the same schema and analyser, made the database.
/// `path`: as messages name it.
void CheckStamps(const Xapian::Database& database, const std::string& path);

/// Throws the Fatal that a Xapian error amounts to: kDamaged; kBusy when another process has opened
/// the database for writing; otherwise kIoError. `cannot`: what could not be done; a placeholder more than it has
/// arguments stands for why: {"cannot read {1}: {2}", {path}}.
[[noreturn]] void ThrowFatal(const Xapian::Error& error, Message cannot);

}  // namespace warta
