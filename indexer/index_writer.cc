#include "indexer/index_writer.h"

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <xapian.h>
#include <xxhash.h>

#include "common/exit_code.h"
#include "common/fatal.h"
#include "common/store/database_directory.h"
#include "common/store/database_lock.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "common/text/analyser.h"
#include "indexer/document.h"

namespace warta {
namespace {

// Xapian keeps what was not committed in memory: 127 MB a thousand articles of 2 KB with positions,
// 636 MB ten thousand. Committing by bytes of text bounds it whatever the size of an article.
constexpr std::size_t kBatchBytes = std::size_t{8} * 1024 * 1024;

Xapian::Document ToXapian(const Document& document, const std::string& record) {
  Xapian::Document result;
  for (const DocumentTerm& term : document.terms) {
    if (term.positions.empty()) {
      result.add_term(term.term, term.wdf);
      continue;
    }
    for (const std::uint32_t position : term.positions) result.add_posting(term.term, position, 0);
    result.add_term(term.term, term.wdf);
  }
  for (const auto& [slot, value] : document.values) result.add_value(slot, value);
  result.set_data(record);
  return result;
}

}  // namespace

class IndexWriter::Impl {
 public:
  Impl(const std::string& path, bool rebuild) : directory_(path) {
    // Looked at before anything is created, so that a foreign directory is left as it was.
    directory_.LiveGeneration();
    directory_.Create();
    lock_.emplace(directory_.path());
    const auto live = directory_.LiveGeneration();
    is_new_ = rebuild || !live;
    const unsigned next = directory_.PrepareGeneration();
    generation_ = is_new_ ? next : *live;
    // Commits are made here, by bytes; Xapian's own count of documents must not get in between.
    ::setenv("XAPIAN_FLUSH_THRESHOLD", "1000000000", 1);
    database_.emplace(
        OpenForWriting(directory_.path(), directory_.GenerationPath(generation_), is_new_));
    if (!is_new_) committed_.emplace(directory_.GenerationPath(generation_));
  }

  // A new generation that did not become the live one is of no use to anyone.
  ~Impl() {
    if (!is_new_ || IsLive()) return;
    database_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(directory_.GenerationPath(generation_), ignored);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  Outcome Put(Article article, bool id_from_path) {
    return Guarded("write to", [&] {
      const Known known = Resolve(article, id_from_path);
      return Write(article, known);
    });
  }

  FurnitureRecord Furniture() {
    return Guarded("read", [&] { return DecodeFurniture(database_->get_metadata(kFurnitureKey)); });
  }

  void KeepFurniture(std::function<FurnitureRecord()> record) { furniture_ = std::move(record); }

  void Edit(const std::string& line, const std::function<bool(Article&)>& edit) {
    Guarded("write to", [&] {
      Commit();
      for (const Xapian::docid document : FindLine(line)) {
        Result<Article> article = DecodeArticle(database_->get_document(document).get_data());
        if (article.ok() && edit(article.value())) Replace(document, article.value());
      }
    });
  }

  void Finish() {
    Guarded("commit to", [&] {
      Commit();
      committed_.reset();
      database_->close();
    });
    if (!is_new_ || seen_.empty()) return;
    directory_.Publish(generation_);
  }

  std::size_t overlong() const { return overlong_; }

 private:
  // Whether the generation is, or may be, the live one: publishing can fail after the switch.
  bool IsLive() const {
    try {
      return directory_.LiveGeneration() == generation_;
    } catch (const std::exception&) {
      return true;
    }
  }

  // Runs a step; after an exception the handle is never used again, only dropped.
  template <class Step>
  std::invoke_result_t<Step> Guarded(const std::string& doing, const Step& step) {
    if (failed_) throw Fatal(ExitCode::kIoError, "the database failed before");
    try {
      return step();
    } catch (const Xapian::Error& error) {
      failed_ = true;
      ThrowFatal(error, doing + " " + directory_.path());
    }
  }

  // A document that is there already; number 0: there is none.
  struct Known {
    Xapian::docid document = 0;
    std::string record;
  };

  // The document that the article is to replace. Settles the article's id.
  Known Resolve(Article& article, bool id_from_path) {
    if (id_from_path) {
      // Its path below a root depends on which root was named; its place on the disk does not.
      if (Known here = Load(PlaceTerm(article)); here.document != 0) {
        const Result<Article> stored = DecodeArticle(here.record);
        if (stored.ok()) article.id = stored.value().id;
        return here;
      }
    }
    Known known = Load(IdTerm(article.id));
    if (known.document == 0) return known;
    const Result<Article> other = DecodeArticle(known.record);
    if (!other.ok() || !IsAnother(other.value(), article, id_from_path)) return known;
    article.id = Place(article);
    return Load(IdTerm(article.id));
  }

  // Whether the article that has the id is another one, which must not be replaced.
  static bool IsAnother(const Article& stored, const Article& article, bool id_from_path) {
    const auto differ = [](const std::string& a, const std::string& b) {
      return !a.empty() && !b.empty() && a != b;
    };
    const bool conflict =
        id_from_path || differ(stored.source, article.source) || differ(stored.url, article.url);
    std::error_code error;
    return conflict && stored.path != article.path && std::filesystem::exists(stored.path, error);
  }

  // The document of the term, 0 if there is none. What was not committed yet is looked up in
  // memory, the rest in the state of the last commit: asking the writable database would flush it
  // term by term.
  Xapian::docid Find(const std::string& term) const {
    if (const auto found = written_.find(term); found != written_.end()) return found->second;
    if (!committed_) return 0;
    const Xapian::PostingIterator posting = committed_->postlist_begin(term);
    return posting == committed_->postlist_end(term) ? 0 : *posting;
  }

  Known Load(const std::string& term) const {
    const Xapian::docid document = Find(term);
    if (document == 0) return {};
    return {document, database_->get_document(document).get_data()};
  }

  // Whether the record differs from the article in nothing but the place.
  static bool IsCopy(const std::string& record, const Article& article) {
    const Result<Article> stored = DecodeArticle(record);
    if (!stored.ok()) return false;
    Article copy = article;
    copy.path = stored.value().path;
    copy.member = stored.value().member;
    copy.line = stored.value().line;
    return copy == stored.value();
  }

  // Whether the record is another copy of the article's page, as feeds and crawls bring them along,
  // and has at least as much text: which of them comes last must not decide.
  static bool IsFullerElsewhere(const std::string& record, const Article& article, bool repeated) {
    const Result<Article> stored = DecodeArticle(record);
    if (!stored.ok() || stored.value().body.size() < article.body.size()) return false;
    std::error_code error;
    return repeated || (Place(stored.value()) != Place(article) &&
                        std::filesystem::exists(stored.value().path, error));
  }

  Outcome Write(const Article& article, const Known& known) {
    overlong_ = 0;
    const bool is_new = known.document == 0;
    const std::string record = EncodeArticle(article);
    const bool repeated = !seen_.insert(XXH3_64bits(article.id.data(), article.id.size())).second;
    if (!is_new && (known.record == record || (repeated && IsCopy(known.record, article)))) {
      return Outcome::kUnchanged;
    }
    const bool is_copy_of_page = !article.url.empty() && article.id == article.url;
    if (!is_new && is_copy_of_page && IsFullerElsewhere(known.record, article, repeated)) {
      return Outcome::kUnchanged;
    }
    const Xapian::Document entry = ToXapian(builder_.Build(article), record);
    overlong_ = builder_.overlong();
    if (is_new) {
      const Xapian::docid added = database_->add_document(entry);
      written_[IdTerm(article.id)] = added;
      written_[PlaceTerm(article)] = added;
    } else {
      database_->replace_document(known.document, entry);
    }
    CountTowardsBatch(record);
    if (repeated && !is_copy_of_page) return Outcome::kRepeated;
    return is_new ? Outcome::kAdded : Outcome::kUpdated;
  }

  void Replace(Xapian::docid document, const Article& article) {
    const std::string record = EncodeArticle(article);
    database_->replace_document(document, ToXapian(builder_.Build(article), record));
    CountTowardsBatch(record);
  }

  void CountTowardsBatch(const std::string& record) {
    batch_bytes_ += record.size();
    if (batch_bytes_ >= kBatchBytes) Commit();
  }

  // The documents, of the last commit, in which the words of the line follow each other.
  std::vector<Xapian::docid> FindLine(const std::string& line) const {
    constexpr std::size_t kMostWords = 12;
    std::vector<std::string> words;
    Analyser analyser;
    for (const Token& token : analyser.Analyse(line)) {
      if (token.kind == Token::Kind::kWord && words.size() < kMostWords) {
        words.emplace_back(token.surface);
      }
    }
    std::vector<Xapian::docid> documents;
    if (words.empty()) return documents;
    Xapian::Enquire enquire(*committed_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end()));
    const Xapian::MSet found = enquire.get_mset(0, committed_->get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit) documents.push_back(*hit);
    return documents;
  }

  void Commit() {
    if (furniture_) database_->set_metadata(kFurnitureKey, EncodeFurniture(furniture_()));
    database_->commit();
    batch_bytes_ = 0;
    // A reader survives one commit of the writer, not two.
    if (committed_) {
      committed_->reopen();
    } else {
      committed_.emplace(directory_.GenerationPath(generation_));
    }
    written_.clear();
  }

  DatabaseDirectory directory_;
  std::optional<DatabaseLock> lock_;
  bool is_new_ = false;
  unsigned generation_ = 0;
  std::optional<Xapian::WritableDatabase> database_;
  std::optional<Xapian::Database> committed_;
  std::unordered_map<std::string, Xapian::docid> written_;  // by term, since the last commit
  std::unordered_set<std::uint64_t> seen_;                  // hashes of the ids of this run
  std::function<FurnitureRecord()> furniture_;
  DocumentBuilder builder_;
  std::size_t batch_bytes_ = 0;
  std::size_t overlong_ = 0;
  bool failed_ = false;
};

IndexWriter::IndexWriter(const std::string& directory, bool rebuild)
    : impl_(std::make_unique<Impl>(directory, rebuild)) {}

IndexWriter::~IndexWriter() = default;

IndexWriter::Outcome IndexWriter::Put(Article article, bool id_from_path) {
  return impl_->Put(std::move(article), id_from_path);
}

FurnitureRecord IndexWriter::Furniture() const {
  return impl_->Furniture();
}

void IndexWriter::KeepFurniture(std::function<FurnitureRecord()> record) {
  impl_->KeepFurniture(std::move(record));
}

void IndexWriter::Edit(const std::string& line, const std::function<bool(Article&)>& edit) {
  impl_->Edit(line, edit);
}

void IndexWriter::Finish() {
  impl_->Finish();
}

std::size_t IndexWriter::overlong() const {
  return impl_->overlong();
}

}  // namespace warta
