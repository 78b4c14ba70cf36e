#include "common/text/word_cache.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/word_hash.h"

namespace warta {
namespace {

struct Numbered {
  std::string_view raw;
  int number;
};

TEST(WordHash, IsTheSameByteByByte) {
  WordHash hash;
  EXPECT_EQ(hash.value(), HashWord(""));
  for (const char c : std::string_view("keadilan")) hash.Add(c);
  EXPECT_EQ(hash.value(), HashWord("keadilan"));
  EXPECT_NE(HashWord("keadilan"), HashWord("keadilam"));
  EXPECT_NE(HashWord("ab"), HashWord("ba"));
  EXPECT_NE(HashWord("\xFF"), HashWord("\x7F"));
}

TEST(WordCache, FindsWhatWasAdded) {
  WordCache<Numbered> cache;
  EXPECT_EQ(cache.Find("satu"), nullptr);
  const Numbered& added = cache.Add({cache.Keep("satu"), 1});
  EXPECT_EQ(cache.Find("satu"), &added);
  EXPECT_EQ(cache.Find("satu", HashWord("satu")), &added);
  EXPECT_EQ(cache.Find("satu")->number, 1);
  EXPECT_EQ(cache.Find("sat"), nullptr);
  EXPECT_EQ(cache.Find("satuu"), nullptr);
  EXPECT_EQ(cache.Find(""), nullptr);
}

TEST(WordCache, AnyBytesAreAWord) {
  WordCache<Numbered> cache;
  const std::vector<std::string> words = {"",     std::string("\0", 1), std::string("\0\0", 2),
                                          "\xFF", "kerja sama",         std::string(5000, 'a')};
  for (const std::string& word : words) {
    cache.Add({cache.Keep(word), static_cast<int>(word.size())});
  }
  EXPECT_EQ(cache.size(), words.size());
  for (const std::string& word : words) {
    ASSERT_NE(cache.Find(word), nullptr) << ::testing::PrintToString(word);
    EXPECT_EQ(cache.Find(word)->raw, word);
  }
}

TEST(WordCache, KeepsTextOfItsOwn) {
  WordCache<Numbered> cache;
  std::string word = "satu";
  const std::string_view kept = cache.Keep(word);
  word = "xxxx";
  EXPECT_EQ(kept, "satu");
  EXPECT_NE(cache.Keep("satu").data(), kept.data());
}

TEST(WordCache, AddressesStayGoodWhileItGrows) {
  WordCache<Numbered> cache;
  constexpr int kCount = 100'000;
  std::vector<const Numbered*> added;
  added.reserve(kCount);
  for (int i = 0; i < kCount; ++i) {
    added.push_back(&cache.Add({cache.Keep("kata" + std::to_string(i)), i}));
  }
  EXPECT_EQ(cache.size(), static_cast<std::size_t>(kCount));
  for (int i = 0; i < kCount; ++i) {
    const std::string word = "kata" + std::to_string(i);
    ASSERT_EQ(cache.Find(word), added[static_cast<std::size_t>(i)]);
    ASSERT_EQ(added[static_cast<std::size_t>(i)]->raw, word);
    ASSERT_EQ(added[static_cast<std::size_t>(i)]->number, i);
  }
  EXPECT_EQ(cache.Find("kata" + std::to_string(kCount)), nullptr);
}

// A zero byte first leaves the hash at zero: all words of zero bytes fall into one slot.
TEST(WordCache, WordsOfTheSameHashAreToldApart) {
  WordCache<Numbered> cache;
  for (int i = 0; i < 200; ++i) {
    const std::string zeros(static_cast<std::size_t>(i), '\0');
    ASSERT_EQ(HashWord(zeros), HashWord(""));
    EXPECT_EQ(cache.Find(zeros), nullptr) << i;
    cache.Add({cache.Keep(zeros), i});
  }
  for (int i = 0; i < 200; ++i) {
    const std::string zeros(static_cast<std::size_t>(i), '\0');
    ASSERT_NE(cache.Find(zeros), nullptr) << i;
    EXPECT_EQ(cache.Find(zeros)->number, i);
  }
}

TEST(WordCache, ClearedItIsAsNew) {
  WordCache<Numbered> cache;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 1000; ++i) cache.Add({cache.Keep(std::to_string(i)), round});
    EXPECT_EQ(cache.size(), 1000U);
    EXPECT_EQ(cache.Find("999")->number, round);
    cache.clear();
    EXPECT_EQ(cache.size(), 0U);
    EXPECT_EQ(cache.Find("999"), nullptr);
  }
}

}  // namespace
}  // namespace warta
