// The ranking that Xapian has without this project, to judge ours against (scripts/evaluate): TermGenerator and
// QueryParser with their default flags, words joined by OR, BM25 with its default constants.
//
// usage: plain_ranking index STEMMER DATABASE < ARTICLES.jsonl   objects with id, title, and body or text
//        plain_ranking search STEMMER DATABASE < QUERIES         lines id<TAB>query; prints 100 rows TREC each
//        plain_ranking statistics DATABASE                       prints articles, terms, average length
//
// STEMMER: one of Xapian's, or none. The statistics are those of any Xapian database.

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <xapian.h>

namespace {

constexpr Xapian::doccount kHits = 100;

std::string Text(const nlohmann::json& record, const char* name) {
  const auto field = record.find(name);
  return field != record.end() && field->is_string() ? field->get<std::string>() : "";
}

// As searcher prints ids.
std::string Docno(std::string id) {
  std::replace_if(
      id.begin(), id.end(),
      [](char c) { return std::string_view(" \t\n\r\v\f").find(c) != std::string_view::npos; },
      '_');
  return id;
}

void Index(const Xapian::Stem& stemmer, const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(stemmer);
  for (std::string line; std::getline(std::cin, line);) {
    const auto record = nlohmann::json::parse(line);
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(Text(record, "title"));
    generator.increase_termpos();
    generator.index_text(Text(record, record.contains("body") ? "body" : "text"));
    document.set_data(Docno(record.at("id").get<std::string>()));
    database.add_document(document);
  }
  database.commit();
}

// A text that the parser takes for a faulty expression is words only.
Xapian::Query Parse(Xapian::QueryParser& parser, const std::string& text) {
  try {
    return parser.parse_query(text, Xapian::QueryParser::FLAG_DEFAULT);
  } catch (const Xapian::QueryParserError&) {
    return parser.parse_query(text, 0);
  }
}

void Search(const Xapian::Stem& stemmer, const std::string& path) {
  const Xapian::Database database(path);
  Xapian::QueryParser parser;
  parser.set_database(database);
  parser.set_stemmer(stemmer);
  parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
  std::cout << std::fixed << std::setprecision(9);
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    Xapian::Enquire enquire(database);
    enquire.set_query(Parse(parser, line.substr(tab + 1)));
    const Xapian::MSet found = enquire.get_mset(0, kHits);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      std::cout << line.substr(0, tab) << " Q0 " << hit.get_document().get_data() << ' '
                << hit.get_rank() + 1 << ' ' << hit.get_weight() << " xapian\n";
    }
  }
}

void PrintStatistics(const std::string& path) {
  const Xapian::Database database(path);
  std::cout << database.get_doccount() << '\t'
            << std::distance(database.allterms_begin(), database.allterms_end()) << '\t'
            << database.get_avlength() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::string command = argc > 1 ? argv[1] : "";
  try {
    if (command == "index" && argc == 4) {
      Index(Xapian::Stem(argv[2]), argv[3]);
    } else if (command == "search" && argc == 4) {
      Search(Xapian::Stem(argv[2]), argv[3]);
    } else if (command == "statistics" && argc == 3) {
      PrintStatistics(argv[2]);
    } else {
      std::cerr << "usage: plain_ranking index|search STEMMER DATABASE | statistics DATABASE\n";
      return 64;
    }
  } catch (const Xapian::Error& error) {
    std::cerr << "plain_ranking: " << error.get_description() << '\n';
    return 74;
  } catch (const nlohmann::json::exception& error) {
    std::cerr << "plain_ranking: an article is not an object with an id: " << error.what() << '\n';
    return 65;
  }
  return 0;
}
