#include "common/store/findings.h"

#include <ostream>

#include "common/group_digits.h"
#include "common/printable.h"
#include "common/text/utf8.h"

namespace warta {
namespace {

constexpr std::size_t kMostWritten = 20;

}  // namespace

void Findings::Add(std::string_view kind, std::string_view finding) {
  // Ids, and bytes that are damaged, may hold anything, also the end of a line.
  if (++count_[kind] <= kMostWritten) out_ << Printable(RepairUtf8(finding)) << '\n' << std::flush;
}

void Findings::CountMore() {
  for (const auto& [kind, count] : count_) {
    if (count > kMostWritten) {
      out_ << "and " << GroupDigits(count - kMostWritten) << " more " << kind << '\n';
    }
  }
}

}  // namespace warta
