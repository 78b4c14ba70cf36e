#include "searcher/expand/user_synonyms.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/query/parse.h"

namespace warta {
namespace {

constexpr const char* kList =
    "mobil listrik, kendaraan listrik, EV\n"
    "mobil, otomobil\n"
    "covid => korona, corona\n"
    "AS, Amerika Serikat\n"
    "prabowo gibran => koalisi\n";

class UserSynonymsTest : public ::testing::Test {
 protected:
  UserSynonymsTest() {
    Result<SynonymList> list = SynonymList::Parse(kList, "daftar.txt", analyser_);
    EXPECT_TRUE(list.ok());
    if (list.ok()) list_ = list.value();
  }

  // The query with the acronyms that were typed as such taken for them.
  std::optional<QueryNode> Parsed(std::string_view query) {
    std::optional<QueryNode> root = ParseQuery(query, analyser_).root;
    if (root) ResolveAcronyms(*root);
    return root;
  }

  // The leaves with their alternatives: "mobil / EV | listrik / EV".
  std::string Added(std::string_view query) {
    std::optional<QueryNode> root = Parsed(query);
    if (!root) return "nothing";
    const std::string before = ToString(*root);
    AddUserSynonyms(*root, list_, analyser_);
    EXPECT_EQ(ToString(*root), before);
    std::string shown;
    Show(*root, shown);
    return shown;
  }

  // "typed: one, two; ..."
  std::string Reported(std::string_view query) {
    std::optional<QueryNode> root = Parsed(query);
    if (!root) return "nothing";
    std::string shown;
    for (const Expansion& one : AddUserSynonyms(*root, list_, analyser_)) {
      shown.append(shown.empty() ? "" : "; ").append(one.typed).append(":");
      for (const std::string& form : one.also) shown.append(" ").append(form);
    }
    return shown;
  }

  Analyser analyser_;
  SynonymList list_;

 private:
  static void ResolveAcronyms(QueryNode& node) {
    for (QueryTerm& term : node.terms) {
      if (term.acronym.empty()) continue;
      term = QueryTerm{term.acronym, term.acronym, Token::Kind::kAcronym};
    }
    for (QueryNode& child : node.children) ResolveAcronyms(child);
  }

  static void Show(const QueryNode& node, std::string& shown) {
    for (const QueryNode& child : node.children) Show(child, shown);
    if (!node.children.empty()) return;
    shown.append(shown.empty() ? "" : " | ").append(node.text);
    for (const Alternative& one : node.alternatives) {
      EXPECT_TRUE(one.any_form);
      EXPECT_EQ(one.origin, Alternative::Origin::kUserList);
      shown.append(" / ").append(one.text);
    }
  }
};

TEST_F(UserSynonymsTest, AWordGetsItsSynonyms) {
  EXPECT_EQ(Added("covid"), "covid / korona / corona");
  EXPECT_EQ(Added("korona"), "korona");
  EXPECT_EQ(Added("covid varian"), "covid / korona / corona | varian");
  EXPECT_EQ(Added("Ev"), "Ev / mobil listrik / kendaraan listrik");
  EXPECT_EQ(Added("AS"), "AS / Amerika Serikat");
  EXPECT_EQ(Added("as"), "as");
}

TEST_F(UserSynonymsTest, EachWordOfARunGetsThem) {
  EXPECT_EQ(Added("harga mobil listrik baru"),
            "harga | mobil / kendaraan listrik / EV | listrik / kendaraan listrik / EV | baru");
  EXPECT_EQ(Added("mobil AND listrik"),
            "mobil / kendaraan listrik / EV | listrik / kendaraan listrik / EV");
  EXPECT_EQ(Added("kendaraan-kendaraan listrik"),
            "kendaraan-kendaraan / mobil listrik / EV | listrik / mobil listrik / EV");
  EXPECT_EQ(Added("mobil bekas"), "mobil / otomobil | bekas");
  EXPECT_EQ(Added("mobil mobil listrik"),
            "mobil-mobil / kendaraan listrik / EV | listrik / kendaraan listrik / EV");
  EXPECT_EQ(Added("mobil AND mobil AND listrik"),
            "mobil / otomobil | mobil / kendaraan listrik / EV | listrik / kendaraan listrik / EV");
  EXPECT_EQ(Added("Prabowo-Gibran"), "Prabowo-Gibran / koalisi");
  EXPECT_EQ(Added("prabowo gibran"), "prabowo / koalisi | gibran / koalisi");
}

TEST_F(UserSynonymsTest, TermsAreInAnyForm) {
  std::optional<QueryNode> root = Parsed("ev");
  ASSERT_TRUE(root);
  AddUserSynonyms(*root, list_, analyser_);
  ASSERT_EQ(root->alternatives.size(), 2U);
  EXPECT_EQ(root->alternatives[1], (Alternative{"kendaraan listrik",
                                                {{"kendaraan", "kendara"}, {"listrik", "listrik"}},
                                                true,
                                                Alternative::Origin::kUserList}));
}

TEST_F(UserSynonymsTest, GroupsAndExclusions) {
  EXPECT_EQ(Added("varian (covid OR flu)"), "varian | covid / korona / corona | flu");
  EXPECT_EQ(Added("vaksin -covid"), "vaksin | covid / korona / corona");
  EXPECT_EQ(Added("vaksin -(mobil listrik)"),
            "vaksin | mobil / kendaraan listrik / EV | listrik / kendaraan listrik / EV");
}

TEST_F(UserSynonymsTest, WordsApartAreNoRun) {
  for (const char* query : {"mobil OR listrik", "mobil \"x\" listrik"}) {
    EXPECT_EQ(Reported(query), "mobil: otomobil") << query;
  }
  for (const char* query : {"listrik kendaraan", "kendaraan", "gibran prabowo", "=covid",
                            "\"covid\"", "\"mobil listrik\""}) {
    EXPECT_EQ(Reported(query), "") << query;
  }
}

TEST_F(UserSynonymsTest, WhatStandsNearGetsNone) {
  QueryNode near;
  near.kind = QueryNode::Kind::kNear;
  for (const char* word : {"covid", "mobil"}) near.children.push_back(*Parsed(word));
  EXPECT_TRUE(AddUserSynonyms(near, list_, analyser_).empty());
  EXPECT_TRUE(near.children.front().alternatives.empty());
}

TEST_F(UserSynonymsTest, ScopesAreKeptApart) {
  std::optional<QueryNode> root = Parsed("mobil listrik");
  ASSERT_TRUE(root);
  root->children.front().scope = Scope::kTitle;
  const auto added = AddUserSynonyms(*root, list_, analyser_);
  ASSERT_EQ(added.size(), 1U);
  EXPECT_EQ(added.front().typed, "mobil");
  root->children.back().scope = Scope::kTitle;
  EXPECT_EQ(AddUserSynonyms(*root, list_, analyser_).front().typed, "mobil listrik");
}

TEST_F(UserSynonymsTest, EachIsReportedOnce) {
  EXPECT_EQ(Reported("covid AND (covid mobil listrik)"),
            "covid: korona corona; mobil listrik: kendaraan listrik EV");
  EXPECT_EQ(Reported("vaksin"), "");
}

TEST_F(UserSynonymsTest, AnEmptyListAddsNothing) {
  std::optional<QueryNode> root = Parsed("covid");
  ASSERT_TRUE(root);
  EXPECT_TRUE(AddUserSynonyms(*root, SynonymList(), analyser_).empty());
}

}  // namespace
}  // namespace warta
