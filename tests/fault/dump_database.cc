// Prints what a database holds, to compare two of them: dump_database DATABASE.
// A line for each article, by id: its term Q and a hash of everything stored under it (data, values, terms with
// frequencies and positions); the numbers that Xapian gives to documents are left out. Exits 1 where there is no
// database, 2 where it is damaged as far as Xapian itself can tell, an article is there twice, or searches would not
// find it under just the terms that it has.

#include <iomanip>
#include <iostream>
#include <map>
#include <string>

#include <xapian.h>
#include <xxhash.h>

namespace {

std::string Content(const Xapian::Document& document) {
  std::string content = document.get_data();
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    content += '\n' + std::to_string(value.get_valueno()) + '=' + *value;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    content += '\n' + *term + ' ' + std::to_string(term.get_wdf());
    for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position)
      content += ' ' + std::to_string(*position);
  }
  return content;
}

std::string Id(const Xapian::Document& document) {
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to("Q");
  return term == document.termlist_end() ? "(no id)" : *term;
}

// The terms of each document with their frequencies, from the side where searches look.
std::map<Xapian::docid, std::string> Postings(const Xapian::Database& database) {
  std::map<Xapian::docid, std::string> terms;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const auto end = database.postlist_end(*term);
    for (auto posting = database.postlist_begin(*term); posting != end; ++posting)
      terms[*posting] += *term + ' ' + std::to_string(posting.get_wdf()) + '\n';
  }
  return terms;
}

std::string Terms(const Xapian::Document& document) {
  std::string terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms += *term + ' ' + std::to_string(term.get_wdf()) + '\n';
  return terms;
}

int Damaged(const std::string& what) {
  std::cerr << "dump_database: " << what << '\n';
  return 2;
}

int Print(const Xapian::Database& database) {
  const std::map<Xapian::docid, std::string> postings = Postings(database);
  std::map<std::string, std::string> articles;
  for (auto entry = database.postlist_begin(""); entry != database.postlist_end(""); ++entry) {
    const Xapian::Document document = database.get_document(*entry);
    const std::string id = Id(document);
    const auto terms = postings.find(*entry);
    if (terms == postings.end() || terms->second != Terms(document))
      return Damaged("other terms than postings: " + id);
    if (!articles.emplace(id, Content(document)).second) return Damaged("twice: " + id);
  }
  if (postings.size() != articles.size()) return Damaged("postings of articles that are not there");
  for (const auto& [id, content] : articles) {
    std::cout << id << '\t' << std::hex << std::setw(16) << std::setfill('0')
              << XXH3_64bits(content.data(), content.size()) << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: dump_database DATABASE\n";
    return 64;
  }
  try {
    const Xapian::Database database(argv[1]);
    if (Xapian::Database::check(argv[1], 0, &std::cerr) != 0) return Damaged("structure");
    return Print(database);
  } catch (const Xapian::DatabaseOpeningError& error) {
    std::cerr << "dump_database: " << error.get_description() << '\n';
    return 1;
  } catch (const Xapian::Error& error) {
    std::cerr << "dump_database: " << error.get_description() << '\n';
    return 2;
  }
}
