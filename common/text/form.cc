#include "common/text/form.h"

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "common/text/fold.h"
#include "common/text/hyphen.h"
#include "common/text/lexicon.h"
#include "common/text/number.h"
#include "common/text/segment.h"
#include "common/text/spelling.h"
#include "common/text/stem.h"

namespace warta {
namespace {

// A word form is looked up once per occurrence and analysed once per cache life. 150,000 forms of
// some 100 bytes are what a large archive uses.
constexpr std::size_t kMostForms = 300'000;
constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024;

// Nothing that long can be a word: it is not worth a place in the cache.
constexpr std::size_t kLongestRaw = 8 * kMaxTokenBytes;

bool IsOverlong(std::string_view surface) {
  return surface.size() > kMaxTokenBytes || CodePointCount(surface) > kMaxTokenCodePoints;
}

bool IsPlainWord(std::string_view word) {
  return std::all_of(word.begin(), word.end(), IsLower);
}

// Splits anak2 and teman2nya into the two halves of the reduplication; nothing for other words.
// Capitals only (CO2, SMPN2) are no reduplication.
std::vector<std::string> SplitNumeralReduplication(std::string_view raw, std::string_view folded) {
  constexpr std::size_t kShortestBase = 3;
  const std::size_t two = folded.find('2');
  if (two == std::string_view::npos || two < kShortestBase) return {};
  const std::string_view base = folded.substr(0, two);
  const std::string_view suffix = folded.substr(two + 1);
  const auto has_digit = [](std::string_view s) {
    return std::any_of(s.begin(), s.end(), IsDigit);
  };
  if (has_digit(base) || has_digit(suffix) || std::none_of(raw.begin(), raw.end(), IsLower)) {
    return {};
  }
  if (!suffix.empty() && suffix != "nya" && suffix != "an" && suffix != "kan" && suffix != "lah") {
    return {};
  }
  return {std::string(base), std::string(base).append(suffix)};
}

// Whether the word is written in capitals as short acronyms are: AS, PAN, SIM. Longer words in
// capitals are words in headlines.
bool LooksLikeAcronym(std::string_view raw) {
  constexpr std::size_t kShortest = 2;
  constexpr std::size_t kLongest = 5;
  return raw.size() >= kShortest && raw.size() <= kLongest &&
         std::all_of(raw.begin(), raw.end(), IsUpper);
}

void AddExtra(FormDetails& details, std::string surface, std::string stem, Token::Kind kind) {
  if (!IsOverlong(surface)) details.extras.push_back({std::move(surface), std::move(stem), kind});
}

}  // namespace

const Form& Forms::Of(std::string_view text, const Piece& piece) {
  const std::string_view raw = text.substr(piece.begin, piece.end - piece.begin);
  if (const Form* known = words_.Find(raw, piece.hash)) return *known;
  static const Form too_long{{}, {}, {}, nullptr, true, false};
  if (raw.size() > kLongestRaw) return too_long;
  return words_.Add(Read(words_.Keep(raw), piece.ascii));
}

const Form& Forms::Of(std::string_view raw) {
  return Of(raw, Piece{0, raw.size(), HashWord(raw), false});
}

const HyphenatedForm& Forms::OfHyphenated(std::string_view text, std::span<const Piece> pieces) {
  const std::size_t begin = pieces.front().begin;
  const std::string_view raw = text.substr(begin, pieces.back().end - begin);
  static const HyphenatedForm apart;
  if (raw.size() > kLongestRaw) return apart;
  if (const HyphenatedForm* known = hyphenated_.Find(raw)) return *known;
  HyphenatedForm form = ReadPieces(text, pieces);
  form.raw = hyphenated_.Keep(raw);
  return hyphenated_.Add(form);
}

const Form* Forms::OfPair(const Form& first, const Form& second) {
  if (first.details == nullptr || !first.details->role.BeginsAny()) return nullptr;
  CompoundRole right = second.details == nullptr ? CompoundRole() : second.details->role;
  right.known = second.known;
  if (right.second.empty() && !(first.details->role.bound && right.known)) return nullptr;
  // No word as written has a space, so the key is one of pairs only.
  pair_key_.assign(first.surface).append(" ").append(second.surface);
  if (const Form* known = words_.Find(pair_key_)) return known;
  const auto fused = Fuse(first.surface, first.details->role, second.surface, right);
  const std::string_view key = words_.Keep(pair_key_);
  return &words_.Add(fused ? Make(key, fused->surface, fused->stem) : Form{key});
}

void Forms::Trim() {
  const bool few = words_.size() + hyphenated_.size() <= kMostForms;
  if (few && words_.bytes() + hyphenated_.bytes() <= kMostBytes) return;
  hyphenated_.clear();
  words_.clear();
  details_.clear();
  loose_.clear();
}

Form Forms::Read(std::string_view raw, bool ascii) {
  const std::string folded = ascii ? FoldAscii(raw) : FoldUnicode(raw);
  if (IsNumber(folded)) return Make(raw, NormaliseNumber(folded), {});
  if (const auto halves = SplitNumeralReduplication(raw, folded); !halves.empty()) {
    const HyphenReading reading = ReadHyphenated(halves);
    if (!IsOverlong(reading.surface)) return Make(raw, reading.surface, reading.stem);
  }
  Form form = Make(raw, folded, {});
  if (!form.overlong && IsPlainWord(form.surface)) AddDetails(form);
  return form;
}

// The form if it is short enough to be a word. An empty stem is found by the stemmer.
Form Forms::Make(std::string_view raw, std::string_view surface, std::string_view stem) {
  Form form;
  form.raw = raw;
  form.overlong = IsOverlong(surface);
  if (form.overlong) return form;
  form.surface = surface == raw ? raw : words_.Keep(surface);
  const std::string found = stem.empty() ? Stem(surface) : std::string(stem);
  form.stem =
      form.surface.starts_with(found) ? form.surface.substr(0, found.size()) : words_.Keep(found);
  return form;
}

void Forms::AddDetails(Form& form) {
  const StemmedWord word(form.surface, form.stem);
  FormDetails details;
  details.role = RoleOf(word);
  form.known = details.role.known;
  const bool acronym = LooksLikeAcronym(form.raw);
  if (acronym && IsWord(word.entry)) {
    AddExtra(details, std::string(form.raw), std::string(form.raw), Token::Kind::kAcronym);
  }
  if (auto standard = StandardSpelling(word, acronym)) {
    AddExtra(details, std::move(standard->form), std::move(standard->stem), Token::Kind::kVariant);
  }
  if (const std::string_view fused = FusedWord(word); !fused.empty()) {
    AddExtra(details, std::string(fused), Stem(fused), Token::Kind::kPart);
  }
  if (!details.role.IsAny() && details.extras.empty()) return;
  details_.push_back(std::move(details));
  form.details = &details_.back();
}

HyphenatedForm Forms::ReadPieces(std::string_view text, std::span<const Piece> pieces) {
  std::vector<std::string> parts;
  for (const Piece& piece : pieces) {
    const std::string_view raw = text.substr(piece.begin, piece.end - piece.begin);
    parts.emplace_back(Of(text, piece).surface);
    if (parts.back().empty() || (!piece.ascii && NeedsSegmentation(raw))) return {};
  }
  const HyphenReading reading = ReadHyphenated(parts);
  HyphenatedForm form;
  form.one_word = reading.one_word && !IsOverlong(reading.surface);
  if (form.one_word) {
    Form& word = Loose(reading.surface, reading.stem);
    AddAcronyms(word, text, pieces);
    form.word = &word;
  }
  if (!reading.joined.empty()) form.joined = &Loose(reading.joined, {});
  return form;
}

// anti-AS: the one word is about the acronym too.
void Forms::AddAcronyms(Form& word, std::string_view text, std::span<const Piece> pieces) {
  FormDetails details;
  for (const Piece& piece : pieces) {
    const FormDetails* of_piece = Of(text, piece).details;
    if (of_piece == nullptr) continue;
    for (const ExtraForm& extra : of_piece->extras) {
      if (extra.kind == Token::Kind::kAcronym) details.extras.push_back(extra);
    }
  }
  if (details.extras.empty()) return;
  details_.push_back(std::move(details));
  word.details = &details_.back();
}

Form& Forms::Loose(std::string_view surface, std::string_view stem) {
  loose_.push_back(Make({}, surface, stem));
  return loose_.back();
}

}  // namespace warta
