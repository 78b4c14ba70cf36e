#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace warta {

/// What is wrong according to Xapian::Database::check, from what it writes and the number of errors that it
/// returns: a finding each, behind the table that it is of. None where all is as it should be.
std::vector<std::string> StructureFindings(const std::string& written, std::size_t errors);

}  // namespace warta
