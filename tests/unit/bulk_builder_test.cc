#include "indexer/bulk/bulk_builder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/unit/fatal_matcher.h"
#include "tests/unit/random.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

namespace fs = std::filesystem;

// All that are used here, and others: keys of slots do not come in their order.
constexpr unsigned kSlots[] = {0, 1, 2, 127, 128, 130, 200, 255, 256, 65'535};
constexpr std::size_t kMuchMemory = std::size_t{1} << 30;
constexpr std::size_t kLittleMemory = 50'000;

// What goes into a database.
struct Content {
  std::vector<Document> documents;
  std::vector<std::string> data;
  std::map<std::string, std::string> metadata;
  std::vector<StemmedForm> synonyms;
  std::map<std::size_t, std::uint32_t> skipped;  // so many numbers before a document, by its index

  void Add(Document document, std::string record = {}) {
    documents.push_back(std::move(document));
    data.push_back(std::move(record));
  }
};

std::uint32_t SkippedBefore(const Content& content, std::size_t document) {
  const auto found = content.skipped.find(document);
  return found == content.skipped.end() ? 0 : found->second;
}

Xapian::Document AsXapian(const Document& document, const std::string& data) {
  Xapian::Document result;
  for (const DocumentTerm& term : document.terms) {
    for (const std::uint32_t position : term.positions) result.add_posting(term.term, position, 0);
    result.add_term(term.term, term.wdf);
  }
  for (const auto& [slot, value] : document.values) result.add_value(slot, value);
  result.set_data(data);
  return result;
}

// All that Xapian says of a database, a line a fact.
std::vector<std::string> Facts(const Xapian::Database& database) {
  std::vector<std::string> facts;
  std::ostringstream line;
  const auto end_line = [&] {
    facts.push_back(line.str());
    line.str({});
  };
  line << "documents " << database.get_doccount() << " last " << database.get_lastdocid()
       << " length " << database.get_total_length() << " from "
       << database.get_doclength_lower_bound() << " to " << database.get_doclength_upper_bound()
       << " positions " << database.has_positions();
  end_line();
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    line << "term " << *term << ' ' << term.get_termfreq() << ' '
         << database.get_collection_freq(*term) << " at most "
         << database.get_wdf_upper_bound(*term);
    end_line();
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at) {
      line << "  posting " << *at << ' ' << at.get_wdf() << ' ' << at.get_doclength() << ' '
           << at.get_unique_terms() << " at";
      for (auto p = at.positionlist_begin(); p != at.positionlist_end(); ++p) line << ' ' << *p;
      end_line();
    }
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
    const Xapian::Document document = database.get_document(*at);
    line << "document " << *at << " length " << database.get_doclength(*at) << " terms "
         << database.get_unique_terms(*at) << ' ' << document.termlist_count() << " data "
         << document.get_data();
    end_line();
    for (auto term = database.termlist_begin(*at); term != database.termlist_end(*at); ++term) {
      line << "  has " << *term << ' ' << term.get_wdf() << ' ' << term.get_termfreq() << ' '
           << term.positionlist_count();
      end_line();
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      line << "  value " << value.get_valueno() << ' ' << *value;
      end_line();
    }
  }
  for (const unsigned slot : kSlots) {
    line << "slot " << slot << ' ' << database.get_value_freq(slot) << " from "
         << database.get_value_lower_bound(slot) << " to " << database.get_value_upper_bound(slot);
    for (auto v = database.valuestream_begin(slot); v != database.valuestream_end(slot); ++v) {
      line << ' ' << v.get_docid() << '=' << *v;
    }
    end_line();
  }
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    line << "metadata " << *key << '=' << database.get_metadata(*key);
    end_line();
  }
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    line << "synonyms " << *key;
    for (auto s = database.synonyms_begin(*key); s != database.synonyms_end(*key); ++s) {
      line << ' ' << *s;
    }
    end_line();
  }
  return facts;
}

void ExpectEqual(const std::vector<std::string>& wanted, const std::vector<std::string>& got) {
  const auto [a, b] = std::mismatch(wanted.begin(), wanted.end(), got.begin(), got.end());
  if (a == wanted.end() && b == got.end()) return;
  ADD_FAILURE() << "fact " << (a - wanted.begin()) << " is\n"
                << (b == got.end() ? "missing" : b->substr(0, 500)) << "\ninstead of\n"
                << (a == wanted.end() ? "nothing" : a->substr(0, 500));
}

class BulkBuilderTest : public TempDirectoryTest {
 protected:
  // The database that Xapian itself makes of the content.
  Xapian::WritableDatabase Oracle(const Content& content) const {
    Xapian::WritableDatabase database(Path("oracle"),
                                      Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    Xapian::docid number = 0;
    for (std::size_t i = 0; i < content.documents.size(); ++i) {
      number += 1 + SkippedBefore(content, i);
      database.replace_document(number, AsXapian(content.documents[i], content.data[i]));
    }
    for (const auto& [key, value] : content.metadata) database.set_metadata(key, value);
    for (const auto& [term, synonym] : content.synonyms) database.add_synonym(term, synonym);
    database.commit();
    return database;
  }

  std::string Build(const Content& content, std::size_t memory_bytes) const {
    const std::string folder = Path("built-" + std::to_string(memory_bytes));
    BulkBuilder builder(folder, memory_bytes);
    auto form = content.synonyms.begin();
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < content.documents.size(); ++i) {
      const std::uint32_t skipped = SkippedBefore(content, i);
      if (skipped > 0) builder.Skip(skipped);
      number += 1 + skipped;
      EXPECT_EQ(builder.Add(content.documents[i], content.data[i]), number);
      if (form == content.synonyms.end()) continue;
      builder.AddSynonym(form->stem, form->form);
      ++form;
    }
    for (; form != content.synonyms.end(); ++form) builder.AddSynonym(form->stem, form->form);
    for (const auto& [key, value] : content.metadata) builder.SetMetadata(key, value);
    const auto error = builder.Finish();
    EXPECT_FALSE(error) << error->message;
    EXPECT_FALSE(fs::exists(folder + "/runs"));
    return folder;
  }

  static void ExpectClean(const std::string& folder) {
    std::ostringstream said;
    EXPECT_EQ(Xapian::Database::check(folder, 0, &said), 0U) << folder << ": " << said.str();
  }

  // What is made of memory alone, and of many runs, is as Xapian's own.
  void ExpectAsXapian(const Content& content) const {
    const std::vector<std::string> expected = Facts(Oracle(content));
    for (const std::string& folder : {Build(content, kMuchMemory), Build(content, kLittleMemory)}) {
      SCOPED_TRACE(folder);
      ExpectClean(folder);
      ExpectEqual(expected, Facts(Xapian::Database(folder)));
    }
  }
};

DocumentTerm Term(std::string term, std::uint32_t wdf, std::vector<std::uint32_t> positions = {}) {
  return {std::move(term), wdf, std::move(positions)};
}

TEST_F(BulkBuilderTest, WithoutDocuments) {
  ExpectAsXapian({});
}

TEST_F(BulkBuilderTest, MetadataAndSynonymsAlone) {
  Content content;
  content.metadata = {{"kunci", "nilai"}, {std::string("a\0b", 3), std::string("\0", 1)}};
  content.synonyms = {{"makan", "memakan"}, {"makan", "dimakan"}, {"a", "b"}};
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, ADocumentWithoutAnything) {
  Content content;
  content.Add({});
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, OneAndTwoDocuments) {
  Content content;
  content.Add({{Term("banjir", 3, {1, 101, 105}), Term("warga", 0, {2})}, {{0, "20220207"}}, {}},
              "catatan");
  ExpectAsXapian(content);
  content.Add({{Term("Qid", 0), Term("banjir", 1, {1})}, {{1, "Kabar"}, {0, "20210101"}}, {}}, "");
  content.Add({});
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, NumbersThatNoDocumentHas) {
  Content content;
  for (std::size_t i = 0; i < 3000; ++i) {
    if (i % 7 == 0) content.skipped[i] = static_cast<std::uint32_t>(i % 5 * 100);
    const std::string own = "kata" + std::to_string(i % 50);
    content.Add({{Term("Zumum", 1), Term("berita", 2, {1, 5}), Term(own, 1, {7})},
                 {{0, std::to_string(i)}},
                 {}},
                i % 3 == 0 ? "" : "isi " + own);
  }
  content.skipped[0] = 40'000;
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, TheValueOfTheLastCallStays) {
  const std::string folder = Path("db");
  BulkBuilder builder(folder, kMuchMemory);
  const std::string calls[][2] = {{"a", "1"}, {"b", "1"}, {"a", "2"}, {"c", "1"}, {"b", ""},
                                  {"a", "3"}, {"d", ""},  {"d", "1"}, {"c", ""},  {"c", "4"}};
  for (const auto& [key, value] : calls) {
    builder.SetMetadata(key, value);
    builder.Add({{Term("kata", 1)}, {}, {}}, {});
  }
  ASSERT_FALSE(builder.Finish());
  ExpectClean(folder);
  const Xapian::Database database(folder);
  std::map<std::string, std::string> metadata;
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    metadata[*key] = database.get_metadata(*key);
  }
  const std::map<std::string, std::string> expected = {{"a", "3"}, {"c", "4"}, {"d", "1"}};
  EXPECT_EQ(metadata, expected);
}

// Terms that are alike at their begin, with zero bytes, of all lengths.
TEST_F(BulkBuilderTest, Terms) {
  std::vector<std::string> terms;
  for (std::size_t length = 1; length <= 245; ++length) terms.emplace_back(length, 'a');
  const std::string zero(1, '\0');
  for (const std::string& end : {zero, zero + zero, zero + '\xFF', zero + 'a', std::string("\xFF"),
                                 std::string("\xFF\xFF"), std::string("b")}) {
    for (const std::size_t before : {0U, 1U, 7U, 8U})
      terms.push_back(std::string(before, 'a') + end);
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  Content content;
  for (std::uint32_t number = 0; number < 3; ++number) {
    Document document;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (number == 1 && i % 2 == 0) continue;
      const auto at = static_cast<std::uint32_t>(i);
      document.terms.push_back(Term(terms[i], at * at % 300, {at, at + number + 1}));
    }
    content.Add(document);
  }
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, AKeyThatIsTooLongIsAnError) {
  Content content;
  content.Add({{Term(std::string(200, '\0'), 1)}, {}, {}});
  ExpectFatal(ExitCode::kIoError, [&] { Build(content, kMuchMemory); });
}

// Where keys are told by their last bytes only, the tree has more than two levels.
TEST_F(BulkBuilderTest, LongTermsThatAreAlike) {
  Content content;
  for (std::size_t number = 0; number < 3; ++number) {
    Document document;
    for (std::size_t i = 0; i < 3000; ++i) {
      document.terms.push_back(Term(std::string(240, 'a') + std::to_string(10'000 + i), 1, {1}));
    }
    content.Add(document);
  }
  ExpectAsXapian(content);
}

// A chunk is full at 2,000 bytes: at 1,000 postings of two bytes, at about 400 of wdf of three.
struct ListCase {
  std::size_t documents;
  std::uint32_t wdf;
  std::size_t step;
};
void PrintTo(const ListCase& c, std::ostream* out) {
  *out << c.documents << " documents, wdf " << c.wdf << ", each " << c.step << "th";
}

class PostingListTest : public BulkBuilderTest, public ::testing::WithParamInterface<ListCase> {};

TEST_P(PostingListTest, IsAsXapians) {
  const auto& [documents, wdf, step] = GetParam();
  Content content;
  for (std::size_t i = 0; i < documents; ++i) {
    Document document;
    if (i % step == 0) document.terms = {Term("kata", wdf)};
    document.values = {{0, std::string(1 + i % 3, 'v')}, {200, "x"}};
    content.Add(document);
  }
  const std::vector<std::string> expected = Facts(Oracle(content));
  for (const std::string& folder : {Build(content, kMuchMemory), Build(content, kLittleMemory)}) {
    SCOPED_TRACE(folder);
    ExpectClean(folder);
    ExpectEqual(expected, Facts(Xapian::Database(folder)));
  }
}

INSTANTIATE_TEST_SUITE_P(BoundarySizes, PostingListTest,
                         ::testing::Values(ListCase{998, 1, 1}, ListCase{999, 1, 1},
                                           ListCase{1000, 1, 1}, ListCase{1001, 1, 1},
                                           ListCase{1002, 1, 1}, ListCase{2001, 1, 1},
                                           ListCase{500, 20'000, 1}, ListCase{501, 20'000, 1},
                                           ListCase{502, 20'000, 1}, ListCase{6000, 0, 1},
                                           ListCase{6000, 4'000'000, 2}, ListCase{6000, 7, 200},
                                           ListCase{40'000, 1, 3}));

// A data record or a position list of every size around those where an item, or a block, is full.
TEST_F(BulkBuilderTest, TagsOfAllSizes) {
  Random random(1);
  Content content;
  const auto incompressible = [&](std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random.Below(256));
    return bytes;
  };
  for (std::size_t size = 0; size < 40; ++size) content.Add({}, std::string(size, 'x'));
  for (std::size_t size = 0; size < 40; ++size) content.Add({}, incompressible(size));
  for (std::size_t items = 1; items < 9; ++items) {
    for (std::size_t size = items * 2038 - 20; size < items * 2038 + 20; ++size) {
      content.Add({}, incompressible(size));
    }
  }
  content.Add({}, incompressible(3'000'000));
  content.Add({}, std::string(3'000'000, 'x'));
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, PositionListsOfAllSizes) {
  Random random(2);
  Content content;
  for (const std::size_t range : {1U, 2U, 3U, 7U, 8U, 9U, 100U, 70'000U, 2'000'000'000U}) {
    Document document;
    for (std::size_t count = 1; count < 40; ++count) {
      std::vector<std::uint32_t> positions;
      std::uint32_t at = static_cast<std::uint32_t>(random.Below(3));
      for (std::size_t i = 0; i < count; ++i) {
        positions.push_back(at);
        at += 1 + static_cast<std::uint32_t>(random.Below(range) / count);
      }
      document.terms.push_back(Term("kata" + std::to_string(100 + count), 1, positions));
    }
    content.Add(document);
  }
  content.Add({{Term("a", 1, {0}), Term("b", 1, {4'294'967'295U}),
                Term("c", 1, {0, 4'294'967'295U}), Term("d", 1, {0, 1, 4'294'967'294U})},
               {},
               {}});
  ExpectAsXapian(content);
}

TEST_F(BulkBuilderTest, ADocumentOfAMillionWords) {
  Content content;
  Document document;
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    DocumentTerm term = Term("kata" + std::to_string(100'000 + i), 0);
    for (std::uint32_t j = 0; j < 40 + i % 20; ++j) term.positions.push_back(at += 1 + j % 3);
    term.wdf = static_cast<std::uint32_t>(term.positions.size());
    document.terms.push_back(std::move(term));
  }
  DocumentTerm everywhere = Term("yang", 200'000);
  for (std::uint32_t i = 0; i < 200'000; ++i)
    everywhere.positions.push_back(at += 1 + i % 7 * i % 5);
  document.terms.push_back(std::move(everywhere));
  content.Add(document);
  const std::string folder = Build(content, kMuchMemory);
  ExpectClean(folder);
  ExpectEqual(Facts(Oracle(content)), Facts(Xapian::Database(folder)));
}

// Documents as they may come: words of which few are frequent and most are rare.
Content RandomContent(std::uint32_t seed, std::size_t documents) {
  Random random(seed);
  Content content;
  for (std::size_t number = 0; number < documents; ++number) {
    std::map<std::string, DocumentTerm> terms;
    std::uint32_t position = 0;
    for (std::size_t words = random.Below(100); words > 0; --words) {
      const std::size_t word = random.Below(1 + random.Below(1 + random.Below(5000)));
      DocumentTerm& term = terms["k" + std::to_string(word)];
      ++term.wdf;
      term.positions.push_back(position += 1 + static_cast<std::uint32_t>(random.Below(3)));
      ++terms["Zk" + std::to_string(word / 2)].wdf;
    }
    if (random.Below(10) > 0) terms["Q" + std::to_string(number)];
    Document document;
    for (auto& [name, term] : terms) {
      term.term = name;
      document.terms.push_back(std::move(term));
    }
    for (const unsigned slot : {130U, 0U, 1U, 255U, 256U, 65'535U}) {
      if (random.Below(3) > 0) document.values.emplace_back(slot, 'v' + random.Bytes(70));
    }
    content.Add(document, random.Below(5) == 0 ? random.Bytes(9000) : random.Utf8(200));
  }
  for (std::size_t i = 0; i < documents; ++i) {
    content.metadata["m" + random.Bytes(100)] = 'x' + random.Bytes(3000);
    content.synonyms.push_back(
        {"s" + std::to_string(random.Below(200)), "f" + std::to_string(random.Below(3000))});
  }
  return content;
}

TEST_F(BulkBuilderTest, ARunADocument) {
  const Content content = RandomContent(30, 140);
  const std::string folder = Build(content, 0);
  ExpectClean(folder);
  ExpectEqual(Facts(Oracle(content)), Facts(Xapian::Database(folder)));
}

class RandomContentTest : public BulkBuilderTest,
                          public ::testing::WithParamInterface<std::uint32_t> {};

TEST_P(RandomContentTest, IsAsXapians) {
  const Content content = RandomContent(GetParam(), 100 + 30 * GetParam());
  ExpectAsXapian(content);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomContentTest, ::testing::Range(1U, 5U));

// Changes what is there in all ways, with Xapian's own functions.
void Change(Xapian::WritableDatabase database, const Content& more) {
  for (std::size_t i = 0; i < more.documents.size(); ++i) {
    const auto number = static_cast<Xapian::docid>(i * 3 + 1);
    const Xapian::Document document = AsXapian(more.documents[i], more.data[i]);
    if (i % 3 == 0) {
      database.replace_document(number, document);
    } else if (i % 3 == 1) {
      database.delete_document(number);
    } else {
      database.add_document(document);
    }
    if (i % 40 == 0) database.commit();
  }
  for (const auto& [key, value] : more.metadata) database.set_metadata(key, value);
  for (const auto& [term, synonym] : more.synonyms) database.add_synonym(term, synonym);
  database.commit();
}

TEST_F(BulkBuilderTest, CanBeChangedAndCompactedAfterwards) {
  const Content content = RandomContent(20, 300);
  const Content more = RandomContent(21, 80);
  Xapian::WritableDatabase oracle = Oracle(content);
  Change(oracle, more);
  const std::vector<std::string> expected = Facts(oracle);
  for (const std::string& folder : {Build(content, kMuchMemory), Build(content, kLittleMemory)}) {
    SCOPED_TRACE(folder);
    Change(Xapian::WritableDatabase(folder, Xapian::DB_OPEN | Xapian::DB_NO_SYNC), more);
    ExpectClean(folder);
    ExpectEqual(expected, Facts(Xapian::Database(folder)));
    Xapian::Database(folder).compact(folder + "-compact", Xapian::DBCOMPACT_NO_RENUMBER);
    ExpectClean(folder + "-compact");
    ExpectEqual(expected, Facts(Xapian::Database(folder + "-compact")));
  }
}

TEST_F(BulkBuilderTest, WorkFilesGoWithIt) {
  const std::string folder = Path("db");
  {
    BulkBuilder builder(folder, 0);
    builder.Add({{Term("kata", 1)}, {}, {}}, "catatan");
    EXPECT_TRUE(fs::exists(folder + "/runs"));
  }
  EXPECT_FALSE(fs::exists(folder + "/runs"));
}

TEST_F(BulkBuilderTest, AFolderThatCannotBeWrittenEndsTheJob) {
  Write("db", "a file");
  ExpectFatal(ExitCode::kIoError, [&] { BulkBuilder builder(Path("db"), kMuchMemory); });
}

}  // namespace
}  // namespace warta
