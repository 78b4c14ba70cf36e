#include "indexer/index_writer.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <xapian.h>

#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "common/text/analyser.h"
#include "indexer/document.h"

namespace warta {
namespace {

std::vector<std::string> KeysOf(const Article& article) {
  return {IdTerm(article.id), PlaceTerm(article)};
}

bool Exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

bool HasSameText(const Article& a, const Article& b) {
  return a.title == b.title && a.body == b.body;
}

// The article, were it where the other one is.
Article AtPlaceOf(const Article& other, Article article) {
  article.id = other.id;
  article.path = other.path;
  article.member = other.member;
  article.line = other.line;
  return article;
}

}  // namespace

IndexWriter::IndexWriter(const WriteOptions& options) : writer_(options) {
  writer_.BeforeCommit([this] {
    if (open_ && !open_->is_recorded) NoteOpenFile();
    if (furniture_) writer_.SetMetadata(kFurnitureKey, EncodeFurniture(furniture_()));
  });
}

void IndexWriter::ForEachFile(const std::function<void(FileRecord&&)>& each) const {
  writer_.ForEachMetadata(kFileKeyPrefix, [&](const std::string& bytes) {
    Result<FileRecord> record = DecodeFileRecord(bytes);
    if (record.ok()) each(std::move(record.value()));
  });
}

std::optional<FileRecord> IndexWriter::FindFile(const std::string& path) const {
  const std::string bytes = writer_.Metadata(FileKey(path));
  if (bytes.empty()) return std::nullopt;
  Result<FileRecord> record = DecodeFileRecord(bytes);
  if (!record.ok()) return std::nullopt;
  return std::move(record.value());
}

void IndexWriter::KeepRecord(const FileRecord& record) {
  if (const auto before = FindFile(record.path); before && *before == record) return;
  writer_.SetMetadata(FileKey(record.path), EncodeFileRecord(record));
  writer_.CommitBatch();
}

bool IndexWriter::BuildAnew(const std::function<bool()>& stop) {
  return writer_.BuildAnew(
      [&](const std::string& data) -> std::optional<GenerationWriter::Carried> {
        const Result<Article> article = DecodeArticle(data);
        if (!article.ok() || stop()) return std::nullopt;
        return GenerationWriter::Carried{builder_.Build(article.value()), KeysOf(article.value())};
      });
}

void IndexWriter::BeginFile(const std::string& path, const std::string& former) {
  open_.emplace(OpenFile{path, former, {}, {}, {}, false});
  if (!writer_.Metadata(FileKey(path)).empty()) open_->before = DocumentsOf(path);
  if (former.empty()) return;
  const std::vector<Xapian::docid> there = DocumentsOf(former);
  open_->before.insert(open_->before.end(), there.begin(), there.end());
}

Outcome IndexWriter::Put(Article article, bool id_from_path) {
  const Known known = Resolve(article, id_from_path);
  const Outcome outcome = Write(article, known);
  writer_.CommitBatch();
  return outcome;
}

void IndexWriter::EndFile(FileRecord record, std::uint64_t unread) {
  record.copies = std::move(open_->copies);
  std::sort(record.copies.begin(), record.copies.end());
  const std::string former = open_->former;
  std::vector<Xapian::docid> missing = StillIn(open_->before, record.path);
  if (!former.empty()) departures_.push_back({former, true, StillIn(open_->before, former), {}});
  open_.reset();
  if (missing.size() > unread) {
    departing_.insert(missing.begin(), missing.end());
    // Until they are removed, which may be refused, the file is one to be read again.
    FileRecord unsettled = FindFile(record.path).value_or(record);
    unsettled.stamp = {};
    unsettled.problems = record.problems;
    unsettled.remarks = record.remarks;
    KeepRecord(unsettled);
    departures_.push_back({record.path, false, std::move(missing), std::move(record)});
  } else {
    KeepRecord(record);
  }
}

void IndexWriter::AbandonFile() {
  if (!open_->met.empty()) NoteOpenFile();
  open_.reset();
}

void IndexWriter::NoteGone(const std::vector<std::string>& paths) {
  gone_.insert(paths.begin(), paths.end());
}

void IndexWriter::Vanish(const std::string& path) {
  departures_.push_back(Departure{path, true, StillIn(DocumentsOf(path), path), {}});
}

std::vector<Departure> IndexWriter::TakeDepartures() {
  std::vector<Departure> departures = std::exchange(departures_, {});
  for (Departure& departure : departures) {
    departure.documents = StillIn(departure.documents, departure.path);
    std::erase_if(departure.documents, [&](Xapian::docid document) {
      const Result<Article> article = DecodeArticle(writer_.Data(document));
      const bool has_copy = article.ok() && copied_.contains(HashId(article.value().id));
      // The file that has the copy will take it.
      if (has_copy) removed_.insert(HashId(article.value().id));
      if (has_copy) departing_.insert(document);
      return has_copy;
    });
  }
  return departures;
}

void IndexWriter::Remove(const Departure& departure,
                         const std::function<void(const std::string&)>& each) {
  for (const Xapian::docid document : departure.documents) {
    const Result<Article> article = DecodeArticle(writer_.Data(document));
    if (!article.ok()) continue;
    each(Place(article.value()));
    removed_.insert(HashId(article.value().id));
    taken_.insert(document);
    seen_.erase(HashId(article.value().id));
    writer_.Delete(document, KeysOf(article.value()));
    writer_.CommitBatch();
  }
  if (departure.file_is_gone) {
    writer_.SetMetadata(FileKey(departure.path), {});
  } else {
    KeepRecord(departure.record);
  }
  writer_.CommitBatch();
}

std::size_t IndexWriter::WakeCopies() {
  if (removed_.empty()) return 0;
  writer_.Commit();
  std::vector<FileRecord> woken;
  ForEachFile([&](FileRecord&& record) {
    const bool has_copy = std::any_of(record.copies.begin(), record.copies.end(),
                                      [&](std::uint64_t id) { return removed_.contains(id); });
    if (has_copy) woken.push_back(std::move(record));
  });
  removed_.clear();
  for (FileRecord& record : woken) {
    record.stamp = {};
    KeepRecord(record);
  }
  if (!woken.empty()) writer_.Commit();
  return woken.size();
}

std::uint64_t IndexWriter::ArticlesBelow(const std::string& path) const {
  // Of a file, the articles are its own, its records and its members; of a folder only the last
  // kind exists.
  return DocumentsOf(path == "/" ? "" : path).size();
}

FurnitureRecord IndexWriter::Furniture() const {
  return DecodeFurniture(writer_.Metadata(kFurnitureKey));
}

void IndexWriter::Edit(const std::vector<std::string>& lines,
                       const std::function<bool(Article&)>& edit) {
  if (!lines.empty()) writer_.Commit();
  for (const std::string& line : lines) {
    for (const Xapian::docid document : FindLine(line)) {
      Result<Article> article = DecodeArticle(writer_.Data(document));
      if (!article.ok() || !edit(article.value())) continue;
      writer_.Replace(document, Built(article.value()), EncodeArticle(article.value()), {},
                      KeysOf(article.value()));
      writer_.CommitBatch();
    }
  }
}

IndexWriter::Known IndexWriter::Load(const std::string& term) const {
  const Xapian::docid document = writer_.Find(term);
  if (document == 0) return {};
  Known known{document, writer_.Data(document), {}};
  Result<Article> stored = DecodeArticle(known.record);
  if (stored.ok()) known.article = std::move(stored.value());
  return known;
}

// The document that the article is to replace. Settles the article's id.
IndexWriter::Known IndexWriter::Resolve(Article& article, bool id_from_path) const {
  if (id_from_path) {
    // Its path below a root depends on which root was named; its place on the disk does not.
    if (Known here = Load(PlaceTerm(article)); here.document != 0) {
      if (here.article) article.id = here.article->id;
      return here;
    }
    if (Known moved = LoadFromFormerPlace(article); moved.document != 0) {
      const Xapian::docid taken = writer_.Find(IdTerm(article.id));
      if (taken != 0 && taken != moved.document) article.id = Place(article);
      return moved;
    }
  }
  Known known = Load(IdTerm(article.id));
  if (known.document == 0) return known;
  if (!known.article || !IsAnother(known, article, id_from_path)) return known;
  article.id = Place(article);
  return Load(IdTerm(article.id));
}

IndexWriter::Known IndexWriter::LoadFromFormerPlace(const Article& article) const {
  if (open_->former.empty()) return {};
  Article former = article;
  former.path = open_->former;
  return Load(PlaceTerm(former));
}

// Whether the article that has the id is another one, which must not be replaced.
bool IndexWriter::IsAnother(const Known& known, const Article& article, bool id_from_path) const {
  const auto differ = [](const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
  };
  const bool conflict = id_from_path || differ(known.article->source, article.source) ||
                        differ(known.article->url, article.url);
  return conflict && StandsElsewhere(known, article);
}

// Whether the stored article is that of another file, which still gives it, or may, when it is out of
// reach.
bool IndexWriter::StandsElsewhere(const Known& known, const Article& article) const {
  const std::string& path = known.article->path;
  if (path == article.path || path == open_->former || departing_.contains(known.document)) {
    return false;
  }
  return !gone_.contains(path) && (FindFile(path) || Exists(path));
}

Outcome IndexWriter::Write(const Article& article, const Known& known) {
  overlong_ = 0;
  former_place_.clear();
  const bool repeated = !seen_.insert(HashId(article.id)).second;
  if (known.document == 0) return Add(article, repeated);
  const std::string record = EncodeArticle(article);
  if (known.record == record) return Met(known, Outcome::kUnchanged);
  const bool is_copy_of_page = !article.url.empty() && article.id == article.url;
  if (known.article) {
    const bool equal = AtPlaceOf(*known.article, article) == *known.article;
    const bool departs = departing_.contains(known.document);
    const bool stays = !departs && (repeated || StandsElsewhere(known, article));
    const bool is_fuller = known.article->body.size() >= article.body.size();
    if (stays && (equal || (is_copy_of_page && is_fuller))) {
      if (known.article->path == article.path) return Met(known, Outcome::kUnchanged);
      open_->copies.push_back(HashId(article.id));
      copied_.insert(HashId(article.id));
      return Outcome::kUnchanged;
    }
    TellLoser(*known.article, article);
    former_place_ = Place(*known.article);
    if (known.article->path != article.path) taken_.insert(known.document);
    Replace(article, known, record);
    if (HasSameText(*known.article, article) && former_place_ != Place(article)) {
      return Met(known, Outcome::kMoved);
    }
  } else {
    writer_.Replace(known.document, Built(article), record, {}, KeysOf(article));
  }
  return Met(known, repeated && !is_copy_of_page ? Outcome::kRepeated : Outcome::kChanged);
}

Outcome IndexWriter::Met(const Known& known, Outcome outcome) {
  open_->met.insert(known.document);
  return outcome;
}

Outcome IndexWriter::Add(const Article& article, bool repeated) {
  const Xapian::docid added = writer_.Add(Built(article), EncodeArticle(article), KeysOf(article));
  open_->met.insert(added);
  return repeated ? Outcome::kRepeated : Outcome::kAdded;
}

Document IndexWriter::Built(const Article& article) {
  Document built = builder_.Build(article);
  overlong_ = builder_.overlong();
  return built;
}

// Whose article is replaced by that of another file has only a copy from now on.
void IndexWriter::TellLoser(const Article& stored, const Article& article) {
  if (stored.path == article.path || stored.path == open_->former) return;
  std::optional<FileRecord> loser = FindFile(stored.path);
  if (!loser) return;
  const std::uint64_t id = HashId(article.id);
  const auto at = std::lower_bound(loser->copies.begin(), loser->copies.end(), id);
  if (at != loser->copies.end() && *at == id) return;
  loser->copies.insert(at, id);
  KeepRecord(*loser);
}

// Analyses the article again only where something in it has changed.
void IndexWriter::Replace(const Article& article, const Known& known, const std::string& record) {
  const Article& stored = *known.article;
  if (!IsIndexedAlike(stored, article)) {
    writer_.Replace(known.document, Built(article), record, KeysOf(stored), KeysOf(article));
    return;
  }
  const std::vector<std::string> old_keys = KeysOf(stored);
  const std::vector<std::string> keys = KeysOf(article);
  const auto edit = [&](Xapian::Document& document) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i] == old_keys[i]) continue;
      document.remove_term(old_keys[i]);
      document.add_boolean_term(keys[i]);
    }
    document.set_data(record);
  };
  writer_.Modify(known.document, edit, old_keys, keys);
}

// Takes down, before a commit, that the file's articles are not all there yet: otherwise nobody
// would miss the file, if it were gone before it is read again.
void IndexWriter::NoteOpenFile() {
  open_->is_recorded = true;
  FileRecord record = FindFile(open_->path).value_or(FileRecord{});
  record.path = open_->path;
  record.stamp = {};
  writer_.SetMetadata(FileKey(record.path), EncodeFileRecord(record));
}

// The documents of the file's articles, as of the last commit.
std::vector<Xapian::docid> IndexWriter::DocumentsOf(const std::string& path) const {
  std::vector<Xapian::docid> documents;
  Article file;
  file.path = path;
  if (const Xapian::docid whole = writer_.Find(PlaceTerm(file)); whole != 0) {
    documents.push_back(whole);
  }
  for (const std::string& prefix : PlaceTermPrefixes(path)) {
    const std::vector<Xapian::docid> found = writer_.FindAll(prefix);
    documents.insert(documents.end(), found.begin(), found.end());
  }
  // The prefix of a long path is also its own.
  std::sort(documents.begin(), documents.end());
  documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
  return documents;
}

// Those of the documents that stand in the file and were not met in it.
std::vector<Xapian::docid> IndexWriter::StillIn(const std::vector<Xapian::docid>& documents,
                                                const std::string& path) const {
  std::vector<Xapian::docid> still;
  for (const Xapian::docid document : documents) {
    if (taken_.contains(document) || (open_ && open_->met.contains(document))) continue;
    const Result<Article> article = DecodeArticle(writer_.Data(document));
    if (article.ok() && article.value().path == path) still.push_back(document);
  }
  return still;
}

// The documents, of the last commit, in which the words of the line follow each other.
std::vector<Xapian::docid> IndexWriter::FindLine(const std::string& line) const {
  constexpr std::size_t kMostWords = 12;
  std::vector<std::string> words;
  Analyser analyser;
  for (const Token& token : analyser.Analyse(line)) {
    if (token.kind == Token::Kind::kWord && words.size() < kMostWords) {
      words.emplace_back(token.surface);
    }
  }
  return writer_.FindPhrase(words);
}

}  // namespace warta
