#include "tests/oracle/occurrences.h"

#include <algorithm>
#include <cstdlib>

namespace warta::oracle {
namespace {

using How = WordTest::How;

bool Passes(const WordTest& test, const Token& token) {
  if (token.kind == Token::Kind::kAcronym) {
    return test.how == How::kAcronym && token.surface == test.text;
  }
  if (token.kind != Token::Kind::kWord) return false;
  switch (test.how) {
    case How::kForm:
      return token.surface == test.text;
    case How::kBeginning:
      return token.surface.starts_with(test.text);
    case How::kStem:
      return token.stem == test.text;
    case How::kNearly:
      return IsNearly(test.text, token.surface);
    case How::kAcronym:
      break;
  }
  return false;
}

std::vector<std::string> CodePoints(std::string_view text) {
  std::vector<std::string> points;
  for (const char c : text) {
    if (points.empty() || (c & 0xC0) != 0x80) points.emplace_back();
    points.back() += c;
  }
  return points;
}

// Optimal string alignment, the table as in the books.
std::size_t Edits(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t k = 0; k <= b.size(); ++k) {
      d[i][k] = i == 0 ? k : k == 0 ? i : d[i - 1][k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
      if (i > 0 && k > 0) d[i][k] = std::min({d[i][k], d[i - 1][k] + 1, d[i][k - 1] + 1});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) d[i][k] = std::min(d[i][k], d[i - 2][k - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::vector<Occurrence> FindSequence(const std::vector<WordTest>& tests,
                                     const std::vector<Token>& tokens) {
  std::vector<Occurrence> found;
  for (const Token& first : tokens) {
    if (!Passes(tests.front(), first)) continue;
    const Token* last = &first;
    std::uint32_t following = 1;
    for (; following < tests.size(); ++following) {
      const auto next = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.position == first.position + following && Passes(tests[following], token);
      });
      if (next == tokens.end()) break;
      last = &*next;
    }
    if (following < tests.size()) continue;
    found.push_back({first.position, last->position, first.begin, last->end});
  }
  return found;
}

std::vector<Occurrence> FindStem(std::string_view stem, const std::vector<Token>& tokens) {
  std::vector<Occurrence> found;
  for (const Token& token : tokens) {
    if (token.stem != stem) continue;
    found.push_back({token.position, token.position, token.begin, token.end});
  }
  return found;
}

std::vector<Occurrence> FindNear(const std::vector<Occurrence>& some,
                                 const std::vector<Occurrence>& others, std::uint32_t distance) {
  std::vector<Occurrence> found;
  for (const Occurrence& a : some) {
    for (const Occurrence& b : others) {
      const Occurrence& earlier = a.first < b.first ? a : b;
      const Occurrence& later = a.first < b.first ? b : a;
      if (later.first <= earlier.last || later.first - earlier.last > distance) continue;
      found.push_back({earlier.first, later.last, earlier.begin, later.end});
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool IsNearly(std::string_view typed, std::string_view written) {
  // Most words are of quite another length: no code point has more than four bytes.
  if (std::max(typed.size(), written.size()) > std::min(typed.size(), written.size()) + 8) {
    return false;
  }
  const std::vector<std::string> a = CodePoints(typed);
  const std::vector<std::string> b = CodePoints(written);
  const std::size_t allowed = a.size() <= 2 ? 0 : a.size() <= 5 ? 1 : 2;
  const std::size_t edits = Edits(a, b);
  return edits <= allowed && (edits < 2 || a.front() == b.front());
}

}  // namespace warta::oracle
