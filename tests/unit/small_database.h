#pragma once

#include <functional>
#include <string>

#include <xapian.h>

#include "common/article.h"
#include "common/store/database_directory.h"
#include "common/store/generation_checksums.h"
#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "tests/unit/temp_directory.h"

namespace warta {

/// Article `number` of a SmallDatabaseTest, which is its document of that number too.
inline Article MakeArticle(int number) {
  Article article;
  article.id = "a" + std::to_string(number);
  article.path = "/berita/" + article.id + ".txt";
  article.title = "Judul";
  article.body = "Harga kopi naik lagi " + std::to_string(number);
  article.source = "Kabar Pagi";
  article.category = "ekonomi";
  article.date = MakeDate(2024, 5, number);
  article.date_source = DateSource::kField;
  return article;
}

/// A database of the articles 1 to 4, as the indexer might have made it.
class SmallDatabaseTest : public TempDirectoryTest {
 protected:
  std::string Db() const { return Path("db"); }
  static std::string Name(unsigned number) { return "gen-00000" + std::to_string(number); }
  std::string Generation(unsigned number = 1) const { return Db() + '/' + Name(number); }

  /// Publishes a new generation.
  void Build() const {
    const DatabaseDirectory directory(Db());
    directory.Create();
    const unsigned number = directory.PrepareGeneration();
    {
      Xapian::WritableDatabase database =
          OpenForWriting(Db(), directory.GenerationPath(number), true);
      for (int i = 1; i <= 4; ++i) database.add_document(ToXapian(MakeArticle(i)));
      database.commit();
    }
    WriteChecksums(directory.GenerationPath(number), 4);
    directory.Publish(number);
  }

  static Xapian::Document ToXapian(const Article& article) {
    Xapian::Document document;
    document.add_posting("kopi", 102, 1);
    document.add_term(IdTerm(article.id), 0);
    document.add_term(PlaceTerm(article), 0);
    document.add_value(kDateSlot, FormatCompact(*article.date));
    document.add_value(kSourceSlot, article.source);
    document.add_value(kCategorySlot, article.category);
    document.set_data(EncodeArticle(article));
    return document;
  }

  /// Changes the live generation as a program might that knows of no checksums, or does.
  void Change(const std::function<void(Xapian::WritableDatabase&)>& change,
              bool seal = true) const {
    {
      Xapian::WritableDatabase database(Generation(), Xapian::DB_OPEN);
      change(database);
      database.commit();
    }
    if (seal) WriteChecksums(Generation(), 4);
  }
  void ChangeDocument(const std::function<void(Xapian::Document&)>& change) const {
    Change([&](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(2);
      change(document);
      database.replace_document(2, document);
    });
  }
};

}  // namespace warta
