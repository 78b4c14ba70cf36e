#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/text/token.h"
#include "indexer/readers/reader.h"

/// What libFuzzer and replay_main.cc call.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace warta::fuzz {

/// The bytes of an input as a string.
std::string_view AsText(const std::uint8_t* data, std::size_t size);

/// Ends the program, saying what did not hold, unless it holds.
void Require(bool holds, std::string_view what, std::string_view where = {});

/// What token.h and analyser.h promise of the tokens of a text.
void RequireGoodTokens(std::string_view text, std::span<const Token> tokens);

/// Runs the reader over the bytes and requires what readers promise: articles of clean UTF-8 that
/// can be completed, indexed, stored and loaded, at least one article or problem, and no exception.
void RequireGoodReading(std::string_view bytes, ReadFunction read);

/// The same for a whole file, whatever its format and packing.
void RequireGoodFile(std::string_view bytes);

}  // namespace warta::fuzz
