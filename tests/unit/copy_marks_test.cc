// Which articles the indexer marks as copied, however the database came about.

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/store/open_database.h"
#include "common/store/schema.h"
#include "common/store/stored_article.h"
#include "indexer/generation_writer.h"
#include "tests/unit/article_writer.h"
#include "tests/unit/random.h"
#include "tests/unit/temp_directory.h"

namespace warta {
namespace {

// A text that has nothing in common with one of another seed.
std::string StoryOf(unsigned seed) {
  Random random(seed);
  std::string story;
  for (int word = 0; word < 80; ++word) {
    for (int letter = 0; letter < 8; ++letter) {
      story += static_cast<char>('a' + random.Below(26));
    }
    story += ' ';
  }
  return story;
}

class CopyMarksTest : public TempDirectoryTest, public testing::WithParamInterface<bool> {
 protected:
  WriteOptions Options() const {
    WriteOptions options;
    options.directory = Path("db");
    if (!GetParam()) options.bulk_bytes = 0;
    return options;
  }

  // One run; a file an article.
  void Run(const std::vector<std::pair<std::string, std::string>>& articles) const {
    ArticleWriter writer(Options());
    for (const auto& [id, body] : articles) {
      Article article;
      article.id = id;
      article.path = '/' + id;
      article.body = body;
      writer.Put(article, false);
    }
    writer.Finish();
  }

  std::set<std::string> Marked() const {
    const Xapian::Database database = OpenForReading(Path("db"));
    std::set<std::string> marked;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (database.get_metadata(CopiedKey(*it)).empty()) continue;
      marked.insert(DecodeArticle(database.get_document(*it).get_data()).value().id);
    }
    return marked;
  }

  std::size_t Marks() const {
    const Xapian::Database database = OpenForReading(Path("db"));
    std::size_t marks = 0;
    const auto end = database.metadata_keys_end(kCopiedKeyPrefix);
    for (auto it = database.metadata_keys_begin(kCopiedKeyPrefix); it != end; ++it) ++marks;
    return marks;
  }

  using Ids = std::set<std::string>;
};

INSTANTIATE_TEST_SUITE_P(Builders, CopyMarksTest, testing::Bool(),
                         [](const auto& builder) { return builder.param ? "Bulk" : "Standard"; });

TEST_P(CopyMarksTest, AreSetInOneRun) {
  Run({{"a", StoryOf(1)}, {"b", StoryOf(2)}, {"c", StoryOf(1) + "demikian"}, {"d", StoryOf(3)}});
  EXPECT_EQ(Marked(), (Ids{"a", "c"}));
}

TEST_P(CopyMarksTest, AreSetWhenTheCopyComesLater) {
  Run({{"a", StoryOf(1)}, {"b", StoryOf(2)}});
  EXPECT_EQ(Marked(), Ids{});
  Run({{"c", StoryOf(3)}, {"d", "KUPANG - " + StoryOf(1)}});
  EXPECT_EQ(Marked(), (Ids{"a", "d"}));
}

TEST_P(CopyMarksTest, AreSetWhenAnArticleBecomesACopy) {
  Run({{"a", StoryOf(1)}, {"b", StoryOf(2)}, {"c", StoryOf(3)}});
  Run({{"b", StoryOf(3)}});
  EXPECT_EQ(Marked(), (Ids{"b", "c"}));
}

TEST_P(CopyMarksTest, AreSetWhenAnArticleOfTheRunIsReplacedInIt) {
  Run({{"a", StoryOf(1)}, {"b", StoryOf(2)}, {"c", StoryOf(3)}, {"b", StoryOf(3)}});
  EXPECT_EQ(Marked(), (Ids{"b", "c"}));
}

// That of what was like it stays: nobody but its readers has to look for that.
TEST_P(CopyMarksTest, GoWithTheArticle) {
  Run({{"a", StoryOf(1)}, {"b", StoryOf(1)}, {"c", StoryOf(1)}});
  GenerationWriter writer(Options());
  writer.Delete(1, {});
  writer.Delete(2, {});
  writer.Finish();
  EXPECT_EQ(Marked(), Ids{"c"});
  EXPECT_EQ(Marks(), 1U);
}

}  // namespace
}  // namespace warta
