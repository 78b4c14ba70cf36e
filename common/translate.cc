#include "common/translate.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <libintl.h>

#include "common/environment.h"

namespace warta {
namespace {

constexpr const char* kDomain = "warta";

Language language = Language::kEnglish;

// id, id_ID.UTF-8, id@latin
bool Names(std::string_view locale, std::string_view wanted) {
  if (!locale.starts_with(wanted)) return false;
  const std::string_view rest = locale.substr(wanted.size());
  return rest.empty() || std::string_view("_.@").find(rest.front()) != std::string_view::npos;
}

Language LanguageOfEnvironment() {
  const std::string_view locale = EnvironmentLocale("LC_MESSAGES");
  if (locale == "C" || locale == "POSIX") return Language::kEnglish;
  std::string_view list = EnvironmentVariable("LANGUAGE");
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find(':'));
    if (Names(one, "id")) return Language::kIndonesian;
    if (Names(one, "en")) return Language::kEnglish;
    list.remove_prefix(std::min(list.size(), one.size() + 1));
  }
  return Names(locale, "id") ? Language::kIndonesian : Language::kEnglish;
}

// Catalogues stand beside the program: bin/searcher, share/locale/id/LC_MESSAGES/warta.mo.
std::filesystem::path CatalogueFolder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "share" / "locale";
}

}  // namespace

void SetLanguageFromEnvironment() {
  if (LanguageOfEnvironment() == Language::kEnglish) return;
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
  // The empty text is the key of the catalogue's header.
  return language == Language::kEnglish || *text == '\0' ? text : ::dgettext(kDomain, text);
}

const char* TranslatePlural(const char* one, const char* many, std::uint64_t number) {
  return Translate(number == 1 ? one : many);
}

std::string Say(const Message& message) {
  return Fill(Translate(message.format), message.arguments);
}

}  // namespace warta
