#include "common/translate.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "common/store/child_process.h"
#include "tests/unit/variable.h"

namespace warta {
namespace {

// What a step writes in a process of its own, whose language is that of the environment.
template <class Step>
std::string Spoken(const Step& step) {
  return ChildProcess([&](std::ostream& out) {
           SetLanguageFromEnvironment();
           step(out);
         })
      .Wait()
      .text;
}

struct LanguageCase {
  const char* all;
  const char* messages;
  const char* lang;
  const char* list;  // LANGUAGE
  const char* language;
};
void PrintTo(const LanguageCase& c, std::ostream* out) {
  *out << "for '" << c.all << "', '" << c.messages << "', '" << c.lang << "', '" << c.list << "'";
}

TEST(SetLanguageFromEnvironment, AsGettextChooses) {
  constexpr LanguageCase kCases[] = {
      {"", "", "", "", "English"},
      {"", "", "id_ID.UTF-8", "", "Indonesian"},
      {"", "", "id", "", "Indonesian"},
      {"", "", "id@latin", "", "Indonesian"},
      {"", "", "id.UTF-8", "", "Indonesian"},
      {"", "", "idn", "", "English"},
      {"", "", "en_US.UTF-8", "", "English"},
      {"", "", "de_DE.UTF-8", "", "English"},
      // The first that is set.
      {"", "id_ID.UTF-8", "en_US.UTF-8", "", "Indonesian"},
      {"", "en_US.UTF-8", "id_ID.UTF-8", "", "English"},
      {"en_US.UTF-8", "id_ID.UTF-8", "id_ID.UTF-8", "", "English"},
      {"id_ID.UTF-8", "en_US.UTF-8", "", "", "Indonesian"},
      // LANGUAGE comes before all of them, but where there is no locale.
      {"", "", "en_US.UTF-8", "id", "Indonesian"},
      {"", "", "id_ID.UTF-8", "en", "English"},
      {"", "", "en_US.UTF-8", "jv:id:en", "Indonesian"},
      {"", "", "id_ID.UTF-8", "jv:en_GB:id", "English"},
      {"", "", "id_ID.UTF-8", "jv:su", "Indonesian"},
      {"", "", "de_DE.UTF-8", "jv:", "English"},
      {"", "", "en_US.UTF-8", "::id", "Indonesian"},
      {"", "", "", "id", "English"},
      {"C", "", "id_ID.UTF-8", "id", "English"},
      {"POSIX", "", "id_ID.UTF-8", "id", "English"},
      {"C.UTF-8", "", "", "id", "Indonesian"},
  };
  for (const LanguageCase& c : kCases) {
    const Variable all("LC_ALL", c.all);
    const Variable messages("LC_MESSAGES", c.messages);
    const Variable lang("LANG", c.lang);
    const Variable list("LANGUAGE", c.list);
    const std::string language = Spoken([](std::ostream& out) {
      out << (CurrentLanguage() == Language::kIndonesian ? "Indonesian" : "English");
    });
    EXPECT_EQ(language, c.language) << ::testing::PrintToString(c);
  }
}

// The catalogue lies beside the tests as beside the programs.
TEST(Translate, WhatTheCatalogueHas) {
  const Variable all("LC_ALL", "id_ID.UTF-8");
  const Variable list("LANGUAGE", nullptr);
  const auto say = [](std::ostream& out) {
    out << Say({N_("there is no database at {1}"), {"/srv/berita.db"}}) << '\n'
        << TranslatePlural("{1} article", "{1} articles", 1) << '\n'
        << TranslatePlural("{1} article", "{1} articles", 2) << '\n'
        << Translate("of this nobody has a translation") << '\n'
        << '[' << Translate("") << "]\n";
  };
  EXPECT_EQ(Spoken(say),
            "tidak ada basis data di /srv/berita.db\n"
            "{1} artikel\n"
            "{1} artikel\n"
            "of this nobody has a translation\n"
            "[]\n");
  const Variable english("LC_ALL", "en_US.UTF-8");
  EXPECT_EQ(Spoken(say),
            "there is no database at /srv/berita.db\n"
            "{1} article\n"
            "{1} articles\n"
            "of this nobody has a translation\n"
            "[]\n");
}

}  // namespace
}  // namespace warta
