#pragma once

#include <string>

#include "common/text/sketch.h"
#include "tests/unit/random.h"

namespace warta {

/// A sketch that has nothing in common with another one but by chance.
inline std::string RandomSketch(Random& random) {
  std::string sketch(kSketchBytes, '\0');
  for (char& byte : sketch) byte = static_cast<char>(random.Below(256));
  return sketch;
}

}  // namespace warta
