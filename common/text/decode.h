#pragma once

#include <string>
#include <string_view>

namespace warta {

/// What DecodeText made of bytes.
struct Decoded {
  std::string text;  ///< as CleanText leaves it

  /// In words for a person, what was lost or guessed ("is not UTF-8: read as windows-1252"). Empty
  /// where nothing was: UTF-8, or the encoding that the byte order mark or the label named, without
  /// a fault. What CleanText does is certain, so it is no part of this.
  std::string mended;
};

/// Decodes bytes by the first of these that fits:
///
///  1. a byte order mark: UTF-8, UTF-16, UTF-32;
///  2. UTF-16 without one, where nearly every other byte is zero;
///  3. UTF-8 without a fault, whatever the label says: pages that are UTF-8 and call themselves
///     iso-8859-1 are common. Text that would be UTF-8 but for one fault in eight characters is
///     taken for it against a label, too;
///  4. the label, with its meaning on the web (https://encoding.spec.whatwg.org/#names-and-labels:
///     iso-8859-1 and us-ascii are windows-1252), in any case, with quotes or spaces around it. One
///     that is unknown, or that more than one byte in fifty contradicts, is passed over; so is
///     UTF-8 that is none, and UTF-16 without zero bytes;
///  5. damaged UTF-8: at least as many characters of several bytes as faults, which become U+FFFD;
///  6. what the bytes look like, if they leave no doubt (Cyrillic, Arabic, Chinese, Japanese,
///     Korean);
///  7. windows-1252.
///
/// REQUIRES: less than 512 MiB.
Decoded DecodeText(std::string_view bytes, std::string_view declared_label = {});

/// Whether DecodeText will find text: the bytes hold no NUL, or are UTF-16 or UTF-32 by 1. or 2.
bool IsText(std::string_view bytes);

}  // namespace warta
