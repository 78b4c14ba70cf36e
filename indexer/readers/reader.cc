#include "indexer/readers/reader.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/archive.h"
#include "indexer/readers/byte_stream.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/sidecar.h"
#include "indexer/readers/text.h"
#include "indexer/readers/utf16_stream.h"
#include "indexer/readers/warc.h"

namespace warta {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

ReadFunction ReaderOf(Format format) {
  switch (format) {
    case Format::kText:
      return ReadText;
    case Format::kHtml:
      return ReadHtml;
    case Format::kJson:
      return ReadJson;
    case Format::kCsv:
      return ReadCsv;
    case Format::kFeed:
      return ReadFeed;
    case Format::kWarc:
      return ReadWarc;
  }
  return ReadText;
}

// Whether the name of a member is one that no honest archive holds: it leads out of the archive.
bool LeadsOut(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

// Whether a part of the name is hidden, as walk.h passes over hidden entries of folders, or is where
// macOS keeps what other systems have no use for.
bool IsHidden(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, end);
    if ((part.starts_with('.') && part != ".") || part == "__MACOSX") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

std::string WithoutRoot(std::string name) {
  while (name.starts_with('/') || name.starts_with("./")) name.erase(0, name.find('/') + 1);
  return name;
}

// Accounts for the bytes of a file that is not packed.
class CountedStream : public ByteStream {
 public:
  CountedStream(ByteStream& stream, ReadBudget& budget) : stream_(stream), budget_(budget) {}

  Result<std::string_view> Next() override {
    Result<std::string_view> next = stream_.Next();
    if (!next.ok()) return next;
    if (const auto over = budget_.SpendBytes(next.value().size())) return *over;
    return next;
  }

 private:
  ByteStream& stream_;
  ReadBudget& budget_;
};

// Reads one file with all that is packed into it.
class FileReader {
 public:
  FileReader(const SourceFile& file, const ReadOptions& options, const ArticleSink& sink,
             std::uint64_t size)
      : file_(file), options_(options), sink_(sink), budget_(options.limits, size) {}

  bool Read(ByteStream& stream) {
    CountedStream counted(stream, budget_);
    Input input(counted);
    const Result<std::string_view> head = input.Peek(kDetectBytes);
    if (!head.ok()) return Fail({}, head.error(), true);
    if (!IsPacked(head.value())) return ReadUnpacked(file_.path, {}, file_.modified, input);
    // By its name: the directory at the end of a zip is more reliable than what can be read without
    // it.
    return ReadPacked(file_.path, {}, Archive::OpenFile(file_.path, budget_), 1);
  }

 private:
  bool Fail(const std::string& member, const Error& error, bool unreadable = false) {
    Problem problem{error.message, 0, true, unreadable, file_.path, member};
    sink_.problem(std::move(problem));
    return true;
  }

  bool ReadPacked(const std::string& name, const std::string& prefix,
                  Result<std::unique_ptr<Archive>> opened, int depth) {
    if (!opened.ok()) return Fail(prefix, opened.error());
    if (const auto over = budget_.CheckDepth(depth)) return Fail(prefix, *over);
    Archive& archive = *opened.value();
    bool any = false;
    while (true) {
      Result<std::optional<Archive::Member>> next = archive.NextMember();
      if (!next.ok()) return Fail(prefix, next.error());
      if (!next.value()) return any;
      Archive::Member& member = *next.value();
      if (!member.is_file) continue;
      if (member.name.empty()) {
        member.modified = file_.modified;
        any |= ReadMember(std::string(WithoutCompression(name)), prefix, member, archive, depth);
        continue;
      }
      const std::string path = WithoutRoot(std::move(member.name));
      std::string place = prefix;
      if (!place.empty()) place += '/';
      place += path;
      if (LeadsOut(path)) {
        any = Fail(place, Error{"has a name that leads out of the archive"});
      } else if (!IsHidden(path) && HintOfName(path) != NameHint::kOther) {
        any |= ReadMember(path, place, member, archive, depth);
      }
    }
  }

  bool ReadMember(const std::string& name, const std::string& place, const Archive::Member& member,
                  Archive& archive, int depth) {
    Input input(archive);
    const Result<std::string_view> head = input.Peek(kDetectBytes);
    if (!head.ok()) return Fail(place, head.error());
    if (!IsPacked(head.value())) return ReadUnpacked(name, place, member.modified, input);
    return ReadPacked(name, place, Archive::Open(input, budget_), depth + 1);
  }

  // Reads what is not packed (any more), for the readers in UTF-8 without a mark where it has one.
  bool ReadUnpacked(const std::string& name, const std::string& member, std::int64_t modified,
                    Input& input) {
    const Result<std::string_view> head = input.Peek(kDetectBytes);
    if (!head.ok()) return Fail(member, head.error());
    if (const auto order = Utf16Stream::OrderOf(head.value())) {
      Utf16Stream text(input, *order);
      Input decoded(text);
      return ReadEntry(name, member, modified, decoded);
    }
    return ReadEntry(name, member, modified, input);
  }

  // `member`: where it stands in the file, empty: it is the file.
  bool ReadEntry(const std::string& name, const std::string& member, std::int64_t modified,
                 Input& input) {
    Result<std::string_view> head = input.Peek(kDetectBytes);
    if (!head.ok()) return Fail(member, head.error());
    if (head.value().starts_with(kByteOrderMark)) {
      input.Skip(kByteOrderMark.size());
      head.value().remove_prefix(kByteOrderMark.size());
    }
    const auto format = options_.format ? options_.format : DetectFormat(name, head.value());
    if (!format && HintOfName(name) != NameHint::kArticles) return false;
    if (!options_.format && format == Format::kCsv && !HasCsvHeader(LowerAscii(head.value())) &&
        !MayHoldArticles(head.value())) {
      return false;
    }
    if (!format) {
      return Fail(member, Error{head.value().find_first_not_of(" \t\r\n\f\v") == std::string::npos
                                    ? "is empty"
                                    : "is not text"});
    }
    std::optional<Article> sidecar;
    if (member.empty()) sidecar = LoadSidecar(file_.path);
    const SourceFile origin{
        file_.path, member.empty() ? file_.relative : file_.relative + '/' + member, modified};
    const ReaderSink placed{
        [&](Article&& article) { Hand(std::move(article), member, origin, sidecar); },
        [&](Problem&& problem) {
          problem.path = file_.path;
          if (!member.empty()) {
            problem.member = problem.member.empty() ? member : member + '/' + problem.member;
          }
          sink_.problem(std::move(problem));
        },
        sink_.dropped};
    ReaderOf (*format)(input, placed);
    return true;
  }

  void Hand(Article&& article, const std::string& member, const SourceFile& origin,
            const std::optional<Article>& sidecar) {
    article.path = file_.path;
    if (sidecar) ApplySidecar(article, *sidecar);
    const ReadBudget::Pause pause(budget_);
    if (article.member.empty()) {
      article.member = member;
      return sink_.article(std::move(article), origin);
    }
    // A page of a crawl, whose time is not that of the file.
    if (!member.empty()) article.member = member + '/' + article.member;
    sink_.article(std::move(article), SourceFile{origin.path, origin.relative, 0});
  }

  const SourceFile& file_;
  const ReadOptions& options_;
  const ArticleSink& sink_;
  ReadBudget budget_;
};

}  // namespace

bool ReadArticles(const SourceFile& file, const ReadOptions& options, const ArticleSink& sink) {
  if (HintOfName(file.path) == NameHint::kOther || IsSidecar(file.path)) return false;
  FileStream stream(file.path);
  return FileReader(file, options, sink, stream.size()).Read(stream);
}

}  // namespace warta
