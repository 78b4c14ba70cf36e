#include "common/store/schema.h"

#include <charconv>
#include <chrono>
#include <iomanip>
#include <sstream>

#include <xxhash.h>

#include "common/ascii.h"

namespace warta {
namespace {

// What a key that is cut keeps of its text, before its hash.
constexpr std::size_t kKept = 200;

std::string KeyTerm(std::string_view prefix, std::string_view id) {
  // Xapian takes 245 bytes, fewer where an id holds zero bytes.
  constexpr std::size_t kLongest = 241;
  std::string term(prefix);
  if (prefix.size() + id.size() <= kLongest && id.find('\0') == std::string_view::npos) {
    return term.append(id);
  }
  std::ostringstream hash;
  hash << std::hex << std::setfill('0') << std::setw(16) << XXH3_64bits(id.data(), id.size());
  for (const char c : id.substr(0, kKept)) term.push_back(c == '\0' ? ' ' : c);
  return term.append(hash.str());
}

}  // namespace

std::string DateValue(const Article& article) {
  if (!article.date) return {};
  std::string value = FormatCompact(*article.date);
  if (!article.time) return value;
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(article.time->since_midnight).count();
  for (const auto number : {minutes / 60, minutes % 60}) {
    value.push_back(static_cast<char>('0' + number / 10));
    value.push_back(static_cast<char>('0' + number % 10));
  }
  return value;
}

std::string AcronymTerm(std::string_view prefix, std::string_view acronym) {
  return std::string(prefix) + LowerAscii(acronym);
}

DefinitionTermPair DefinitionTerms(std::string_view short_form, std::string_view long_form) {
  DefinitionTermPair terms;
  terms.from_short.append(kShortFormPrefix).append(LowerAscii(short_form));
  terms.from_short.append(1, kDefinitionSign).append(long_form);
  terms.from_long.append(kLongFormPrefix).append(long_form);
  terms.from_long.append(1, kDefinitionSign).append(short_form);
  return terms;
}

std::optional<Date> DayOfDateValue(std::string_view value) {
  constexpr std::size_t kDigits = 8;
  int number = 0;
  if (value.size() < kDigits) return std::nullopt;
  std::from_chars(value.data(), value.data() + kDigits, number);
  return MakeDate(number / 10'000, number / 100 % 100, number % 100);
}

std::string IdTerm(std::string_view id) {
  return KeyTerm(kIdPrefix, id);
}

std::string PlaceTerm(const Article& article) {
  return KeyTerm(kPlacePrefix, Place(article));
}

std::vector<std::string> PlaceTermPrefixes(std::string_view path) {
  std::string term(kPlacePrefix);
  term.append(path.substr(0, kKept));
  if (path.size() >= kKept) return {term};
  return {term + '#', term + '/'};
}

std::string FileKey(std::string_view path) {
  return KeyTerm(kFileKeyPrefix, path);
}

std::string PairTerm(std::string_view first, std::string_view second) {
  return std::string(kPairPrefix).append(first).append(1, ' ').append(second);
}

std::string TitleTerm(const std::vector<std::string_view>& forms) {
  std::string title;
  for (const std::string_view form : forms) title.append(title.empty() ? "" : " ").append(form);
  return KeyTerm(kWholeTitlePrefix, title);
}

std::string CopiedKey(std::uint32_t document) {
  return kCopiedKeyPrefix + std::to_string(document);
}

}  // namespace warta
