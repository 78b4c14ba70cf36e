#pragma once

#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "common/fatal.h"

namespace warta {

/// The Fatal that a step throws; none if it throws nothing. Any other exception fails the test.
template <class Step>
std::optional<Fatal> FatalOf(const Step& step) {
  try {
    step();
  } catch (const Fatal& fatal) {
    return fatal;
  } catch (const std::exception& error) {
    ADD_FAILURE() << "another exception than Fatal: " << error.what();
  }
  return std::nullopt;
}

/// Checks that a step ends the job with the code, and says something.
template <class Step>
void ExpectFatal(ExitCode code, const Step& step) {
  const std::optional<Fatal> fatal = FatalOf(step);
  ASSERT_TRUE(fatal) << "nothing was thrown";
  EXPECT_EQ(static_cast<int>(fatal->code()), static_cast<int>(code)) << fatal->what();
  EXPECT_STRNE(fatal->what(), "");
}

}  // namespace warta
