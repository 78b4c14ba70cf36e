#include "common/translate.h"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <libintl.h>

namespace warta {
namespace {

constexpr const char* kDomain = "warta";

Language language = Language::kEnglish;

// The first of the variables that is set decides, as POSIX has it.
bool WantsIndonesian() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale = value;
    return locale == "id" || locale.starts_with("id_") || locale.starts_with("id.") ||
           locale.starts_with("id@");
  }
  return false;
}

// Catalogues stand beside the program: bin/searcher, share/locale/id/LC_MESSAGES/warta.mo.
std::filesystem::path CatalogueFolder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "locale";
}

}  // namespace

void SetLanguageFromEnvironment() {
  if (!WantsIndonesian()) return;
  // Most machines do not have the locale id_ID; C.UTF-8 is always there, and gettext looks at LANGUAGE
  // in every locale but C.
  if (std::setlocale(LC_MESSAGES, "C.UTF-8") == nullptr) return;
  ::setenv("LANGUAGE", "id", 1);
  ::bindtextdomain(kDomain, CatalogueFolder().c_str());
  ::bind_textdomain_codeset(kDomain, "UTF-8");
  language = Language::kIndonesian;
}

Language CurrentLanguage() {
  return language;
}

const char* Translate(const char* text) {
  return language == Language::kEnglish ? text : ::dgettext(kDomain, text);
}

const char* TranslatePlural(const char* one, const char* many, std::uint64_t number) {
  return Translate(number == 1 ? one : many);
}

std::string Say(const Message& message) {
  return Fill(Translate(message.format), message.arguments);
}

}  // namespace warta
