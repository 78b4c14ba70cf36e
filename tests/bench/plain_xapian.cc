// Xapian as its documentation shows it, to measure against: Snowball's Indonesian stemmer through
// TermGenerator and QueryParser, positions, stored text, MSet::snippet.
//
// usage: plain_xapian index DATABASE < ARTICLES.jsonl    objects with "title" and "body"
//        plain_xapian query DATABASE < QUERIES           lines id<TAB>query; prints id<TAB>milliseconds

#include <chrono>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>
#include <xapian.h>

namespace {

constexpr Xapian::doccount kHits = 10;
constexpr std::size_t kSnippetBytes = 280;
constexpr std::string_view kLanguage = "indonesian";

void Index(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem(std::string(kLanguage)));
  for (std::string line; std::getline(std::cin, line);) {
    const auto record = nlohmann::json::parse(line);
    const std::string title = record.value("title", "");
    const std::string body = record.value("body", "");
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(title);
    generator.increase_termpos();
    generator.index_text(body);
    document.set_data(title + '\n' + body);
    database.add_document(document);
  }
  database.commit();
}

std::size_t Search(const Xapian::Database& database, Xapian::QueryParser& parser,
                   const Xapian::Stem& stemmer, const std::string& text) {
  Xapian::Enquire enquire(database);
  enquire.set_query(parser.parse_query(text, Xapian::QueryParser::FLAG_DEFAULT));
  const Xapian::MSet found = enquire.get_mset(0, kHits);
  std::size_t shown = 0;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    shown += found.snippet(hit.get_document().get_data(), kSnippetBytes, stemmer).size();
  }
  return shown;
}

void Query(const std::string& path) {
  using Clock = std::chrono::steady_clock;
  const Xapian::Database database(path);
  const Xapian::Stem stemmer{std::string(kLanguage)};
  Xapian::QueryParser parser;
  parser.set_stemmer(stemmer);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  parser.set_database(database);
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const auto start = Clock::now();
    Search(database, parser, stemmer, line.substr(tab + 1));
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    std::cout << line.substr(0, tab) << '\t' << took.count() << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string command = argc == 3 ? argv[1] : "";
  try {
    if (command == "index") {
      Index(argv[2]);
    } else if (command == "query") {
      Query(argv[2]);
    } else {
      std::cerr << "usage: plain_xapian index|query DATABASE\n";
      return 64;
    }
  } catch (const Xapian::Error& error) {
    std::cerr << "plain_xapian: " << error.get_description() << '\n';
    return 74;
  }
  return 0;
}
