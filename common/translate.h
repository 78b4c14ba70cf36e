#pragma once

#include <cstdint>
#include <string>

#include "common/message.h"

/// Marks an English text for the catalogue (po/id.po) without translating it.
#define N_(text) text

namespace warta {

enum class Language { kEnglish, kIndonesian };

/// Chooses the language that people are spoken to in: Indonesian where LC_ALL, LC_MESSAGES or LANG
/// (the first that is set) begins with `id`, else English. Called once, at the start of main; without it
/// the language is English. Numbers and dates of programs are never affected.
void SetLanguageFromEnvironment();

Language CurrentLanguage();

/// The text in the language chosen; itself where there is no translation.
const char* Translate(const char* text);

/// What is said of the number, translated: `one` of 1, else `many`. Indonesian has one form for both.
const char* TranslatePlural(const char* one, const char* many, std::uint64_t number);

/// The message in the language chosen.
std::string Say(const Message& message);

}  // namespace warta
