#pragma once

#include <cstdint>
#include <string>

#include "common/message.h"

/// Marks an English text for the catalogue (po/id.po) without translating it.
#define N_(text) text

namespace warta {

enum class Language { kEnglish, kIndonesian };

/// Chooses the language that people are spoken to in, as gettext does: the locale is the first of
/// LC_ALL, LC_MESSAGES and LANG that is set; where that is a locale at all (not `C`), the first
/// language of the list LANGUAGE (`jv:id`) that is here comes before it. Indonesian or else English.
/// Called once, at the start of main; without it the language is English. Numbers and dates of
/// programs are never affected.
void SetLanguageFromEnvironment();

Language CurrentLanguage();

/// The text in the language chosen; itself where there is no translation.
const char* Translate(const char* text);

/// What is said of the number, translated: `one` of 1, else `many`. Indonesian has one form for both.
const char* TranslatePlural(const char* one, const char* many, std::uint64_t number);

/// The message in the language chosen.
std::string Say(const Message& message);

}  // namespace warta
