#include "common/text/form.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/word_hash.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

std::string ShowExtra(const ExtraForm& extra) {
  constexpr std::string_view kMarks = "wvpa";  // by Token::Kind
  return ' ' + std::string(1, kMarks[static_cast<std::size_t>(extra.kind)]) + ':' + extra.surface +
         '/' + extra.stem;
}

// "surface/stem", then the extra forms.
std::string Show(std::string_view raw) {
  Forms forms;
  const Form& form = forms.Of(raw);
  std::string shown = std::string(form.surface) + '/' + std::string(form.stem);
  if (form.details == nullptr) return shown;
  for (const ExtraForm& extra : form.details->extras) shown += ShowExtra(extra);
  return shown;
}

TEST(Forms, SurfaceAndStem) {
  constexpr TextCase kCases[] = {
      {"Membaca", "membaca/baca"},
      {"Jum'at", "jumat/jumat"},
      {"1.000", "1000/1000"},
      {"anak2", "anak-anak/anak"},
      {"teman2nya", "teman-temannya/teman"},
      {"CO2", "co2/co2"},
      {"anak2x", "anak2x/anak2x"},
      {"\u00C9lite", "elite/elite"},
      {"'", "/"},
      {"", "/"},
      {"kepala", "kepala/kepala"},
  };
  ExpectShown(kCases, Show);
}

TEST(Forms, AcronymsAreShortCapitalsOfWordsOfTheDictionary) {
  constexpr TextCase kCases[] = {
      {"AS", "as/as a:AS/AS"},
      {"PAN", "pan/pan a:PAN/PAN"},
      {"HUTAN", "hutan/hutan a:HUTAN/HUTAN"},
      {"as", "as/as"},
      {"As", "as/as"},
      {"KPKX", "kpkx/kpkx"},
      {"A", "a/a"},
      {"AS2", "as2/as2"},
      {"RUMAHNYA", "rumahnya/rumah"},
      {"BERITA", "berita/berita"},  // six letters: a word in a headline
  };
  ExpectShown(kCases, Show);
}

TEST(Forms, VariantsAndParts) {
  constexpr TextCase kCases[] = {
      {"Soekarno", "soekarno/soekarno v:sukarno/sukarno"},
      {"mengijinkan", "mengijinkan/ijin v:mengizinkan/izin"},
      {"nonkekerasan", "nonkekerasan/nonkekerasan p:kekerasan/keras"},
      {"pascagempanya", "pascagempanya/pascagempa p:gempanya/gempa"},
      {"CAFE", "cafe/cafe v:kafe/kafe"},  // only named by the list of spellings
  };
  ExpectShown(kCases, Show);
}

TEST(Forms, EachWritingIsMadeOnce) {
  Forms forms;
  const Form& first = forms.Of("Membaca");
  EXPECT_EQ(&forms.Of("Membaca"), &first);
  EXPECT_NE(&forms.Of("membaca"), &first);
  const std::string text = "dan Membaca";
  EXPECT_EQ(&forms.Of(text, Piece{4, text.size(), HashWord("Membaca"), true}), &first);
}

TEST(Forms, WordsTooLong) {
  Forms forms;
  EXPECT_FALSE(forms.Of(std::string(kMaxTokenCodePoints, 'x')).overlong);
  for (const std::size_t size :
       {kMaxTokenCodePoints + 1, kMaxTokenBytes + 1, std::size_t{100'000}}) {
    const Form& form = forms.Of(std::string(size, 'x'));
    EXPECT_TRUE(form.overlong) << size;
    EXPECT_TRUE(form.surface.empty()) << size;
  }
}

// "surface/stem" of the pair as one; "-" for none.
std::string ShowPair(std::string_view pair) {
  Forms forms;
  const std::size_t space = pair.find(' ');
  const Form& left = forms.Of(pair.substr(0, space));
  const Form& right = forms.Of(pair.substr(space + 1));
  const Form* form = forms.OfPair(left, right);
  EXPECT_EQ(forms.OfPair(left, right), form) << pair;
  if (form == nullptr || form->surface.empty()) return "-";
  return std::string(form->surface) + '/' + std::string(form->stem);
}

TEST(Forms, Pairs) {
  constexpr TextCase kCases[] = {
      {"kerja sama", "kerjasama/kerjasama"},
      {"Bekerja Sama", "bekerjasama/kerjasama"},
      {"kerja samanya", "kerjasamanya/kerjasama"},
      {"kerja bersama", "-"},
      {"kerjaan sama", "-"},
      {"antar negara", "antarnegara/antarnegara"},
      {"antar 3", "-"},
      {"anti KPKX", "-"},
      {"rumah besar", "-"},
      {"1 2", "-"},
  };
  ExpectShown(kCases, ShowPair);
}

// "one surface/stem joined" or "parts joined" of the pieces.
std::string ShowHyphenated(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('-', begin), text.size());
    pieces.push_back({begin, end, HashWord(text.substr(begin, end - begin)), true});
    begin = end + 1;
  }
  Forms forms;
  const HyphenatedForm& form = forms.OfHyphenated(text, pieces);
  EXPECT_EQ(&forms.OfHyphenated(text, pieces), &form);
  std::string shown = "parts";
  if (form.one_word) {
    shown = "one " + std::string(form.word->surface) + '/' + std::string(form.word->stem);
  }
  if (form.joined != nullptr) shown += ' ' + std::string(form.joined->surface);
  return shown;
}

TEST(Forms, Hyphenated) {
  constexpr TextCase kCases[] = {
      {"Anak-anak", "one anak-anak/anak"},       {"di-PHK", "one di-phk/phk diphk"},
      {"Prabowo-Gibran", "parts prabowogibran"}, {"2-1", "parts"},
      {"ke-1.000", "one ke-1000/1000 ke1000"},
  };
  ExpectShown(kCases, ShowHyphenated);
}

TEST(Forms, ATableOfTooManyFormsIsForgotten) {
  Forms forms;
  const Form* first = &forms.Of("Membaca");
  for (int i = 0; i < 1000; ++i) static_cast<void>(forms.Of("Kata" + std::to_string(i)));
  forms.Trim();
  EXPECT_EQ(&forms.Of("Membaca"), first);
  for (int i = 0; i < 300'000; ++i) static_cast<void>(forms.Of("X" + std::to_string(i)));
  EXPECT_EQ(&forms.Of("Membaca"), first);
  forms.Trim();
  const Form& again = forms.Of("Membaca");
  EXPECT_EQ(again.surface, "membaca");
  EXPECT_EQ(again.stem, "baca");
  EXPECT_EQ(ShowPair("kerja sama"), "kerjasama/kerjasama");
}

}  // namespace
}  // namespace warta
