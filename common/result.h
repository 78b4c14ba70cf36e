#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace warta {

/// Why something that the caller can do without did not succeed, in words for a person. No final
/// stop.
struct Error {
  std::string message;
};

/// A value, or the reason why there is none. For failures that the immediate caller has an answer
/// to (skip this article, show this place of the query). Whatever ends the job is a Fatal instead.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }

  /// REQUIRES: ok().
  T& value() {
    assert(ok());
    return *std::get_if<T>(&state_);
  }
  const T& value() const {
    assert(ok());
    return *std::get_if<T>(&state_);
  }

  /// REQUIRES: !ok().
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace warta
