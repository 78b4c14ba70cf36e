#include <chrono>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "searcher/search/search.h"
#include "tests/oracle/oracle_case.h"

namespace warta::oracle {
namespace {

constexpr std::size_t kArticles = 20;

// Every article of an edition says its number, so that a page made of two editions shows.
std::vector<Article> Edition(int number) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < kArticles; ++i) {
    Article article;
    article.id = "berita-" + std::to_string(i);
    article.path = "/berita/" + article.id;
    article.title = "Edisi " + std::to_string(number);
    for (int word = 0; word < 200; ++word)
      article.body += "kata" + std::to_string((word * 7 + number) % 97) + ' ';
    article.body += "tetap";
    articles.push_back(std::move(article));
  }
  return articles;
}

// What is wrong with a page of one edition; empty: nothing.
std::string Faults(const ResultPage& page) {
  if (page.hits.size() != kArticles) return std::to_string(page.hits.size()) + " hits";
  for (const Hit& hit : page.hits) {
    if (hit.article.title != page.hits.front().article.title)
      return page.hits.front().article.title + " and " + hit.article.title + " on one page";
    if (hit.snippet.highlights.empty()) return "a hit without a highlight";
  }
  return {};
}

struct Writing {
  int editions = 40;
  int rebuild_each = 0;  ///< a new generation instead of a commit, every so many editions
};

[[noreturn]] void WriteEditions(const std::string& database, const Writing& writing) {
  int status = 0;
  try {
    for (int edition = 1; edition <= writing.editions; ++edition) {
      const bool rebuild = writing.rebuild_each > 0 && edition % writing.rebuild_each == 0;
      IndexRun(database, Edition(edition), rebuild);
    }
  } catch (const std::exception& error) {
    std::cerr << "the writer failed: " << error.what() << '\n';
    status = 1;
  }
  ::_exit(status);
}

// Indexes edition after edition in a process of its own, as in life, while `read` runs over and over
// in this one, until all are written or something fails. Returns how often it ran.
template <class Read>
int ReadWhileWriting(const std::string& database, const Writing& writing, const Read& read) {
  IndexRun(database, Edition(0));
  const pid_t writer = ::fork();
  if (writer == 0) WriteEditions(database, writing);
  int reads = 0;
  int status = 0;
  while (::waitpid(writer, &status, WNOHANG) == 0) {
    try {
      read();
      ++reads;
    } catch (const std::exception& error) {
      ADD_FAILURE() << "after " << reads << " good answers: " << error.what();
    }
    if (testing::Test::HasFailure()) ::kill(writer, SIGKILL);
  }
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "the writer failed";
  return reads;
}

SearchOptions All() {
  SearchOptions options;
  options.limit = 2 * kArticles;
  options.fold_copies = false;  // they are hardly more than that
  return options;
}

TEST(ReaderBesideWriter, EveryAnswerOfAnOpenSearcherIsOneWholeEdition) {
  const TemporaryFolder folder;
  std::unique_ptr<Searcher> searcher;
  const int reads = ReadWhileWriting(folder.path(), {}, [&] {
    if (!searcher) searcher = std::make_unique<Searcher>(std::vector{folder.path()});
    EXPECT_EQ(Faults(searcher->Search("tetap", All())), "");
  });
  EXPECT_GT(reads, 0);
}

// A reader that pauses is overtaken by many commits at once.
TEST(ReaderBesideWriter, ASearcherThatPausesBetweenAnswersLooksAgain) {
  const TemporaryFolder folder;
  std::unique_ptr<Searcher> searcher;
  ReadWhileWriting(folder.path(), {}, [&] {
    if (!searcher) searcher = std::make_unique<Searcher>(std::vector{folder.path()});
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    EXPECT_EQ(Faults(searcher->Search("tetap -takada", All())), "");
  });
}

TEST(ReaderBesideWriter, ASearcherOpensAtAnyMomentOfAnUpdate) {
  const TemporaryFolder folder;
  ReadWhileWriting(folder.path(), {}, [&] {
    Searcher searcher({folder.path()});
    EXPECT_EQ(Faults(searcher.Search("\"tetap\"", All())), "");
  });
}

TEST(ReaderBesideWriter, ASearcherOpensAtAnyMomentOfARebuild) {
  const TemporaryFolder folder;
  ReadWhileWriting(folder.path(), {.editions = 40, .rebuild_each = 1}, [&] {
    Searcher searcher({folder.path()});
    EXPECT_EQ(Faults(searcher.Search("tetap OR edisi", All())), "");
  });
}

TEST(ReaderBesideWriter, AnOpenSearcherOutlivesRebuilds) {
  const TemporaryFolder folder;
  std::unique_ptr<Searcher> searcher;
  ReadWhileWriting(folder.path(), {.editions = 40, .rebuild_each = 3}, [&] {
    if (!searcher) searcher = std::make_unique<Searcher>(std::vector{folder.path()});
    EXPECT_EQ(Faults(searcher->Search("tetap", All())), "");
  });
}

}  // namespace
}  // namespace warta::oracle
