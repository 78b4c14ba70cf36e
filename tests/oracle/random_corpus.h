#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/query/query.h"

namespace warta::oracle {

using Random = std::mt19937;

/// A number of 0 .. below - 1. REQUIRES: below > 0. (std::uniform_int_distribution may differ from
/// library to library, and seeds are to mean the same everywhere.)
std::size_t Below(Random& random, std::size_t below);

/// True once in `n` times.
inline bool OneIn(Random& random, std::size_t n) {
  return Below(random, n) == 0;
}

template <class T>
const T& Pick(Random& random, const std::vector<T>& from) {
  return from[Below(random, from.size())];
}

/// A few words of news Indonesian, forms of few roots, so that random texts and queries meet often:
/// affixes, reduplications, hyphens, numbers, apostrophes, accents, other scripts. Each word
/// stands without spaces and is one unit of the query language.
std::vector<std::string> RandomVocabulary(Random& random);

/// A word as texts write it: the vocabulary's, sometimes in capitals, with an invisible character
/// inside, or spelled with other Unicode characters of the same meaning.
std::string RandomSpelling(Random& random, const std::string& word);

/// Up to `most` words with punctuation and line breaks between them; often empty.
std::string RandomText(Random& random, const std::vector<std::string>& vocabulary,
                       std::size_t most);

/// Words of names that are abbreviated (`KPK`, `Komisi Pemberantasan Korupsi`), some of them several
/// with spaces, some definitions: with these in a vocabulary, articles teach and queries ask.
std::vector<std::string> AbbreviationVocabulary(Random& random);

/// What an article may have in the field: of few words, so that queries meet it often; or nothing.
std::string RandomMetadata(Random& random, MetadataField field);

/// A day of the winter in which all articles with a date are published.
Date RandomDate(Random& random);

/// A new version of the article of this id. A quarter of them have no date.
Article RandomArticle(Random& random, const std::vector<std::string>& vocabulary,
                      const std::string& id);

}  // namespace warta::oracle
