// Prints the articles of a database as they were read, a JSON object a line: id (as run files have it), title, body.
//
// usage: stored_articles DATABASE

#include <algorithm>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "common/fatal.h"
#include "common/printable.h"
#include "common/store/open_database.h"
#include "common/store/stored_article.h"

namespace {

using namespace warta;

std::string Docno(const std::string& id) {
  std::string docno = Printable(id);
  std::replace(docno.begin(), docno.end(), ' ', '_');
  return docno;
}

void Print(const Article& article) {
  const nlohmann::ordered_json record = {
      {"id", Docno(article.id)}, {"title", article.title}, {"body", article.body}};
  std::cout << record.dump() << '\n';
}

int PrintAll(const Xapian::Database& database) {
  const auto end = database.postlist_end("");
  for (auto document = database.postlist_begin(""); document != end; ++document) {
    const auto article = DecodeArticle(database.get_document(*document).get_data());
    if (!article.ok()) {
      std::cerr << "stored_articles: " << article.error().message << '\n';
      return 76;
    }
    Print(article.value());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: stored_articles DATABASE\n";
    return 64;
  }
  try {
    return PrintAll(OpenForReading(argv[1]));
  } catch (const Fatal& fatal) {
    std::cerr << "stored_articles: " << fatal.what() << '\n';
    return static_cast<int>(fatal.code());
  } catch (const Xapian::Error& error) {
    std::cerr << "stored_articles: " << error.get_description() << '\n';
    return 74;
  }
}
