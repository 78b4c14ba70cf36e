#include "common/text/analyser.h"

#include <string>
#include <vector>

#include <unicode/uversion.h>

#include "common/text/char_class.h"
#include "common/text/form.h"
#include "common/text/lexicon.h"
#include "common/text/number.h"
#include "common/text/piece.h"
#include "common/text/segment.h"

#define WARTA_STRING_OF(x) #x
#define WARTA_STRING(x) WARTA_STRING_OF(x)

namespace warta {
namespace {

// Raised by one whenever a rule of this folder changes what any text becomes.
constexpr std::string_view kRulesVersion = "3";

bool IsWordChar(CharClass c) {
  return c == CharClass::kLetter || c == CharClass::kDigit;
}

}  // namespace

std::string_view AnalyserIdentity() {
  static const std::string identity = "warta-" + std::string(kRulesVersion) + "+lexicon-" +
                                      std::string(LexiconIdentity()) +
                                      "+icu" WARTA_STRING(U_ICU_VERSION_MAJOR_NUM);
  return identity;
}

class Analyser::Impl {
 public:
  std::span<const Token> Analyse(std::string_view text) {
    forms_.Trim();
    return AnalyseText(text);
  }

  std::span<const Token> AnalyseBeside(std::string_view text) {
    beside_.swap(tokens_);
    return AnalyseText(text);
  }

  std::size_t overlong() const { return overlong_; }

 private:
  std::span<const Token> AnalyseText(std::string_view text) {
    text_ = text;
    tokens_.clear();
    overlong_ = 0;
    position_ = 0;
    previous_ = nullptr;
    for (std::size_t at = 0; at < text.size();) {
      at = Scan(at);
      for (const Step& step : steps_) forms_.FetchValue(step.piece);
      Emit();
    }
    return tokens_;
  }

  std::string_view Raw(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  // What is to be emitted: a piece, or a percent sign.
  struct Step {
    Piece piece;
    bool percent = false;
    bool joined = false;  // with the next piece, by a hyphen
  };

  // Scans some words, from the place given, into steps_; returns where to go on. Looking them up waits
  // for memory more than anything else: so all are asked for before the first is needed.
  std::size_t Scan(std::size_t at) {
    constexpr std::size_t kAtOnce = 32;
    steps_.clear();
    while (at < text_.size() && steps_.size() < kAtOnce) {
      const Char c = CharAt(text_, at);
      if (IsWordChar(c.char_class)) {
        at = ScanWord(at);
        continue;
      }
      if (c.char_class == CharClass::kPercent) steps_.push_back({{at, at + c.length}, true});
      at += c.length;
    }
    return at;
  }

  // Scans the word or hyphenated words at the place; returns where to go on.
  std::size_t ScanWord(std::size_t at) {
    for (std::size_t next = at;;) {
      const PieceScan scan = ScanPiece(text_, next);
      const bool joined = IsJoiningHyphen(text_, scan.after, next);
      forms_.FetchSlot(scan.piece);
      steps_.push_back({scan.piece, false, joined});
      if (!joined) return scan.after;
    }
  }

  void Emit() {
    for (auto step = steps_.begin(); step != steps_.end(); ++step) {
      if (step->percent) {
        EmitPercent(step->piece);
      } else if (!step->joined) {
        EmitPiece(step->piece);
      } else {
        pieces_.assign(1, step->piece);
        do {
          pieces_.push_back((++step)->piece);
        } while (step->joined);
        EmitHyphenated();
      }
    }
  }

  void EmitPercent(const Piece& sign) {
    if (FollowsNumber(sign.begin)) EmitWord(forms_.Of("persen"), sign.begin, sign.end);
  }

  void EmitPiece(const Piece& piece) {
    const std::string_view raw = Raw(piece.begin, piece.end);
    if (piece.ascii || !NeedsSegmentation(raw)) {
      EmitWord(forms_.Of(text_, piece), piece.begin, piece.end);
      return;
    }
    for (const auto& [begin, end] : SegmentWords(raw)) {
      EmitWord(forms_.Of(raw.substr(begin, end - begin)), piece.begin + begin, piece.begin + end);
    }
  }

  void EmitHyphenated() {
    const HyphenatedForm& form = forms_.OfHyphenated(text_, pieces_);
    const std::size_t begin = pieces_.front().begin;
    const std::size_t end = pieces_.back().end;
    if (form.one_word) {
      if (EmitWord(*form.word, begin, end)) EmitVariant(form.joined, begin, end);
      return;
    }
    bool first = true;
    for (const Piece& piece : pieces_) {
      const std::size_t before = tokens_.size();
      EmitPiece(piece);
      if (first && tokens_.size() > before) EmitVariant(form.joined, begin, end);
      first = false;
    }
  }

  // Adds the tokens of a word. Whether there are any.
  bool EmitWord(const Form& form, std::size_t begin, std::size_t end) {
    const Form* previous = previous_;
    previous_ = nullptr;
    if (form.surface.empty()) {
      overlong_ += form.overlong ? 1 : 0;
      return false;
    }
    if (previous != nullptr && IsOneSpace(Raw(previous_end_, begin))) {
      EmitVariant(forms_.OfPair(*previous, form), previous_begin_, end);
    }
    Emit(form.surface, form.stem, Token::Kind::kWord, begin, end);
    if (form.details == nullptr) return true;
    for (const ExtraForm& extra : form.details->extras) {
      Emit(extra.surface, extra.stem, extra.kind, begin, end);
    }
    if (form.details->role.BeginsAny()) {
      previous_ = &form;
      previous_begin_ = begin;
      previous_end_ = end;
    }
    return true;
  }

  // REQUIRES: the word at the same position was just emitted.
  void EmitVariant(const Form* form, std::size_t begin, std::size_t end) {
    if (form != nullptr && !form->surface.empty()) {
      Emit(form->surface, form->stem, Token::Kind::kVariant, begin, end);
    }
  }

  void Emit(std::string_view surface, std::string_view stem, Token::Kind kind, std::size_t begin,
            std::size_t end) {
    const bool word = kind == Token::Kind::kWord;
    tokens_.push_back(Token{surface, stem, word ? position_++ : position_ - 1,
                            static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                            kind});
  }

  bool FollowsNumber(std::size_t at) const {
    if (tokens_.empty() || !IsNumber(tokens_.back().surface)) return false;
    return IsAtMostOneSpace(Raw(tokens_.back().end, at));
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Token> beside_;  // those of the text before, where they are still wanted
  std::vector<Step> steps_;
  std::vector<Piece> pieces_;
  std::uint32_t position_ = 0;
  std::size_t overlong_ = 0;
  const Form* previous_ = nullptr;  // the word before, while it may be the first of a compound
  std::size_t previous_begin_ = 0;
  std::size_t previous_end_ = 0;
  Forms forms_;
};

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;

std::span<const Token> Analyser::Analyse(std::string_view text) {
  return impl_->Analyse(text);
}

std::span<const Token> Analyser::AnalyseBeside(std::string_view text) {
  return impl_->AnalyseBeside(text);
}

std::size_t Analyser::overlong() const {
  return impl_->overlong();
}

}  // namespace warta
