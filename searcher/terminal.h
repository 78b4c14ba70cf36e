#pragma once

#include "searcher/options.h"
#include "searcher/render/render.h"

namespace warta {

/// Whether people read the standard output, and not a program.
bool OutputIsTerminal();

/// How text is printed to the standard output: colours and links only on terminals, unless the command
/// line says otherwise.
TextStyle StyleFor(const Options& options);

}  // namespace warta
