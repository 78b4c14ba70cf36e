#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace warta {

/// What a field of a record, or a line of a front matter, can say of an article.
enum class Field : std::uint8_t {
  kId,
  kTitle,
  kBody,
  kDate,
  kSource,
  kCategory,
  kAuthor,
  kUrl,
};

inline constexpr std::size_t kFieldCount = 8;

/// The field that a name means, in the Indonesian and English of exports, archives and schema.org.
/// Capitals, `_`, `-` and spaces do not matter: `datePublished`, `date_published` and
/// `Date Published` are one name.
std::optional<Field> FieldOf(std::string_view name);

/// Which of several names of one field to believe: the smaller number. `title` comes before
/// `headline`, and `id` before `_id`. REQUIRES: FieldOf knows the name.
std::size_t PreferenceOf(std::string_view name);

}  // namespace warta
