#include "searcher/query/query.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"
#include "tests/unit/text_case.h"

namespace warta {
namespace {

Alternative Kpk() {
  Alternative alternative;
  alternative.text = "komisi pemberantasan korupsi";
  alternative.terms = {{"komisi", "komisi", Token::Kind::kWord},
                       {"pemberantasan", "berantas", Token::Kind::kWord},
                       {"korupsi", "korupsi", Token::Kind::kWord}};
  return alternative;
}

QueryNode WithAlternative(const Alternative& alternative) {
  QueryNode node;
  node.kind = QueryNode::Kind::kWord;
  node.text = "KPK";
  node.terms = {{"kpk", "kpk", Token::Kind::kWord}};
  node.alternatives = {alternative};
  return node;
}

TEST(QueryNode, IsAnotherWhereAnythingOfAnAlternativeDiffers) {
  const QueryNode node = WithAlternative(Kpk());
  EXPECT_EQ(node, WithAlternative(Kpk()));
  std::vector<Alternative> others(4, Kpk());
  others[0].text = "KPK";
  others[1].terms[1].stem = "pemberantasan";
  others[2].any_form = true;
  others[3].origin = Alternative::Origin::kUserList;
  for (const Alternative& other : others) EXPECT_NE(node, WithAlternative(other)) << other.text;
}

// "adjacent" if the terms of the word must stand side by side.
std::string Adjacency(std::string_view word) {
  Analyser analyser;
  const QueryNode node = *ParseQuery(word, analyser).root;
  EXPECT_EQ(node.kind, QueryNode::Kind::kWord);
  return MustBeAdjacent(node.terms) ? "adjacent" : "anywhere";
}

TEST(MustBeAdjacent, WhereATermSaysNothingAlone) {
  constexpr TextCase kCases[] = {
      {"G-20", "adjacent"},  {"Covid-19", "adjacent"},       {"e-KTP", "adjacent"},
      {"Rp1,5", "adjacent"}, {"Prabowo-Gibran", "anywhere"}, {"Jawa-Bali-Lombok", "anywhere"},
      {"beras", "anywhere"}, {"2024", "anywhere"},           {"x", "anywhere"},
  };
  ExpectShown(kCases, Adjacency);
}

TEST(IsLeaf, WhatHasNoPartsButIsSomething) {
  Analyser analyser;
  for (const std::string_view leaf : {"beras", "\"harga beras\"", "=beras", "ber*", "beras~",
                                      "sumber:Reuters", "tanggal:2022", "Prabowo-Gibran"})
    EXPECT_TRUE(IsLeaf(*ParseQuery(leaf, analyser).root)) << leaf;
  for (const std::string_view parent :
       {"harga beras", "harga AND beras", "harga OR beras", "-harga", "harga NEAR beras"})
    EXPECT_FALSE(IsLeaf(*ParseQuery(parent, analyser).root)) << parent;
  EXPECT_FALSE(IsLeaf(QueryNode()));
}

TEST(ToString, EverythingAloneIsNoText) {
  EXPECT_EQ(ToString(QueryNode()), "");
}

}  // namespace
}  // namespace warta
