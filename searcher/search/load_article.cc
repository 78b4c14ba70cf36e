#include "searcher/search/load_article.h"

#include <string>

#include "common/store/stored_article.h"

namespace warta {

Result<Article> LoadArticle(const Xapian::Database& database, Xapian::docid document) {
  try {
    std::string data = database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
    // Nothing: it may have been removed, as Xapian then says. To look first would cost 1 to 2 microseconds.
    if (data.empty()) data = database.get_document(document).get_data();
    return DecodeArticle(data);
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::DocNotFoundError&) {
    throw;
  } catch (const Xapian::Error& error) {
    return Error{error.get_description()};
  }
}

}  // namespace warta
