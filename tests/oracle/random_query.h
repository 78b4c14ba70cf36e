#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "tests/oracle/random_corpus.h"
#include "tests/oracle/wish.h"

namespace warta::oracle {

/// A query in words: anything that can be typed, well-formed or not, made of the vocabulary, of
/// phrases cut out of the articles (also across the border of title and body), of operators, fields
/// and signs.
std::string RandomQueryText(Random& random, const std::vector<std::string>& vocabulary,
                            const std::vector<Article>& articles);

Wish RandomWish(Random& random, const std::vector<std::string>& vocabulary,
                const std::vector<Article>& articles);

/// A wish for words side by side in the source or in the category, or for a period.
Wish RandomFilter(Random& random);

}  // namespace warta::oracle
