#include "common/text/icu_status.h"

#include <string>

#include "common/exit_code.h"
#include "common/fatal.h"

namespace warta {

void RequireIcu(UErrorCode status, std::string_view what) {
  if (U_SUCCESS(status)) return;
  throw Fatal(ExitCode::kIoError, "ICU cannot " + std::string(what) + ": " + u_errorName(status));
}

}  // namespace warta
