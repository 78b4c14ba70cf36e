#pragma once

#include <cstddef>
#include <iosfwd>
#include <map>
#include <string_view>

namespace warta {

/// Writes down what a check finds to be damaged, a line a finding, as soon as it is found. Of a kind
/// the first 20 are written, then how many more there were.
class Findings {
 public:
  explicit Findings(std::ostream& out) : out_(out) {}

  /// `kind`: of what the finding is one, in the plural, as in `and 7 more damaged articles`. It must
  /// outlive this object.
  void Add(std::string_view kind, std::string_view finding);

  /// To be called at the end.
  void CountMore();

 private:
  std::ostream& out_;
  std::map<std::string_view, std::size_t> count_;
};

}  // namespace warta
