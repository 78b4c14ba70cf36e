#include "tests/fuzz/checks.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

#include "common/ascii.h"
#include "common/store/stored_article.h"
#include "common/text/analyser.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/document.h"
#include "indexer/furniture/furniture.h"
#include "indexer/metadata.h"
#include "tests/line_fields.h"

namespace warta::fuzz {
namespace {

// A file with a path, but in no folder: nothing is left behind by a crash.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : fd_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    Require(fd_ >= 0, "memfd_create works");
    while (!bytes.empty()) {
      const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
      Require(written > 0, "the memory file takes its bytes");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ~MemoryFile() { ::close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

bool HasControls(std::string_view text, bool lines_allowed) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && !(lines_allowed && c == '\n')) || byte == 0x7F) return true;
  }
  return false;
}

// Lines without spaces around them, none empty.
bool AreCleanLines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (line.empty() || line.front() == ' ' || line.back() == ' ') return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
    if (text.empty()) return false;
  }
  return true;
}

void RequireCleanFields(const Article& article) {
  for (const auto line : kLineFields) {
    const std::string& field = article.*line;
    Require(IsValidUtf8(field), "a field is valid UTF-8", field);
    Require(!HasControls(field, false), "a field has no control characters", field);
    Require(AreCleanLines(field), "a field has no spaces around it", field);
  }
  Require(IsValidUtf8(article.body), "the body is valid UTF-8", article.body);
  Require(!HasControls(article.body, true), "the body has no control characters", article.body);
  Require(AreCleanLines(article.body), "the body's lines are clean", article.body);
  Require(!article.title.empty() || !article.body.empty(), "an article has a title or a body");
  Require(!article.date || article.date->ok(), "the date is a real day");
  Require(article.date.has_value() == (article.date_source != DateSource::kNone),
          "the date and its source go together");
}

void RequireGoodDocument(const Article& article) {
  static DocumentBuilder builder;
  const Document document = builder.Build(article);
  std::string_view before;
  for (const DocumentTerm& term : document.terms) {
    // Xapian's limit counts a zero byte twice.
    Require(term.term.size() <= 245, "a term is short enough for Xapian", term.term);
    Require(term.term.find('\0') == std::string::npos, "a term has no zero bytes", term.term);
    Require(before.empty() ? !term.term.empty() : before < term.term, "terms ascend", term.term);
    before = term.term;
    std::uint32_t last = 0;
    for (const std::uint32_t position : term.positions) {
      Require(position > last, "positions ascend from 1", term.term);
      last = position;
    }
  }
  for (const auto& [slot, value] : document.values) Require(!value.empty(), "values are not empty");
}

// What stands beside a word: a variant begins with it and may reach further, a part and an acronym
// are inside it.
void RequireBesideWord(std::string_view text, const Token& token, const Token* word) {
  Require(word != nullptr && token.position == word->position && token.begin == word->begin,
          "what is no word stands at the last one", token.surface);
  const bool variant = token.kind == Token::Kind::kVariant;
  Require(variant ? token.end >= word->end : token.end == word->end, "a token covers its word",
          token.surface);
  const bool part = token.kind == Token::Kind::kPart;
  Require(!part || (token.surface.size() < word->surface.size() &&
                    word->surface.ends_with(token.surface)),
          "a part stands inside its word", token.surface);
  if (token.kind != Token::Kind::kAcronym) return;
  const std::string_view covered = text.substr(token.begin, token.end - token.begin);
  // Behind a prefix that a hyphen parts from it, too: anti-AS.
  Require(covered.ends_with(token.surface) && token.stem == token.surface &&
              word->surface.ends_with(LowerAscii(token.surface)),
          "an acronym is its word in capitals", token.surface);
}

void RequireRoundTrip(const Article& article) {
  const Result<Article> loaded = DecodeArticle(EncodeArticle(article));
  Require(loaded.ok(), "a stored article can be loaded", article.id);
  Require(loaded.value() == article, "a stored article comes back as it was", article.id);
}

// Bytes that are there already, in one block.
class Bytes : public ByteStream {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  Result<std::string_view> Next() override { return std::exchange(bytes_, {}); }

 private:
  std::string_view bytes_;
};

// Checks what a reader hands out.
class Findings {
 public:
  bool any() const { return any_; }

  void Take(Article&& article, const SourceFile& file) {
    any_ = true;
    RequireCleanFields(article);
    CompleteMetadata(article, file);
    DropFurniture(article);
    Require(!article.id.empty(), "an article has an id");
    RequireCleanFields(article);
    RequireGoodDocument(article);
    RequireRoundTrip(article);
  }

  void Take(const Problem& problem) {
    any_ = any_ || problem.skipped;
    Require(!problem.message.empty(), "a problem says what it is");
  }

 private:
  bool any_ = false;
};

}  // namespace

std::string_view AsText(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view()
                   : std::string_view(reinterpret_cast<const char*>(data), size);
}

void Require(bool holds, std::string_view what, std::string_view where) {
  if (holds) return;
  std::cerr << "does not hold: " << what << ": " << where << '\n';
  std::abort();
}

void RequireGoodTokens(std::string_view text, std::span<const Token> tokens) {
  std::uint32_t next = 0;
  const Token* word = nullptr;
  for (const Token& token : tokens) {
    Require(token.begin < token.end && token.end <= text.size(), "a token lies in the text",
            token.surface);
    Require(!token.surface.empty() && !token.stem.empty(), "a token has a form and a stem",
            token.surface);
    Require(IsValidUtf8(token.surface) && IsValidUtf8(token.stem), "forms are valid UTF-8",
            token.surface);
    Require(token.surface.size() <= kMaxTokenBytes && token.stem.size() <= kMaxTokenBytes &&
                CodePointCount(token.surface) <= kMaxTokenCodePoints,
            "forms are short enough", token.surface);
    const char first = token.surface.front();
    const bool acronym = token.kind == Token::Kind::kAcronym;
    const bool plain = (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9');
    Require(plain || acronym || (first & 0x80) != 0, "a form cannot be taken for a prefixed term",
            token.surface);
    Require(token.surface.find_first_of(" \t\n\"()") == std::string_view::npos,
            "a form has no separators", token.surface);
    if (token.kind == Token::Kind::kWord) {
      Require(token.position == next++, "words have positions without gaps", token.surface);
      Require(word == nullptr || token.begin >= word->end, "words do not overlap", token.surface);
      word = &token;
    } else {
      RequireBesideWord(text, token, word);
    }
  }
}

void RequireGoodReading(std::string_view bytes, ReadFunction read) {
  Findings found;
  Bytes stream(bytes);
  Input input(stream);
  const SourceFile file{"/berita/a", "berita/2022/02/07/satu.txt", 1'600'000'000};
  read(input, {[&](Article&& article) { found.Take(std::move(article), file); },
               [&](Problem&& problem) { found.Take(problem); }, [](std::string&&) {}});
  const bool only_blank_lines = bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
  Require(found.any() || only_blank_lines, "a file gives an article or a problem");
}

void RequireGoodFile(std::string_view bytes) {
  Findings found;
  const MemoryFile memory(bytes);
  const SourceFile file{memory.path(), "berita/satu", 1'600'000'000};
  ReadArticles(
      file, {},
      {[&](Article&& article, const SourceFile& origin) { found.Take(std::move(article), origin); },
       [&](Problem&& problem) {
         found.Take(problem);
         Require(problem.path == file.path, "a problem names its file", problem.path);
       },
       [](std::string&&) {}});
}

}  // namespace warta::fuzz
