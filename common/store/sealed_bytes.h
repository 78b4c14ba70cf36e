#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/result.h"

namespace warta {

/// How records are kept in the database (docs/FORMAT.md): one byte for the format, the XXH3-64 of
/// all that follows in eight bytes (little-endian), then numbers and texts.

/// The record of a payload.
std::string Seal(char format, std::string_view payload);

/// The payload of a record. Error when the record is cut short, of another format, or its checksum
/// does not fit. `what` names it in the message: "the stored article".
Result<std::string_view> Unseal(char format, std::string_view record, std::string_view what);

/// A number in seven bits a byte, the lowest first; the top bit says that more follow.
void AppendNumber(std::string& out, std::uint64_t value);

/// A text behind its length.
void AppendText(std::string& out, std::string_view text);

/// Takes a number, or a text, from the front of `in`; none when there is none.
std::optional<std::uint64_t> TakeNumber(std::string_view& in);
std::optional<std::string_view> TakeText(std::string_view& in);

}  // namespace warta
