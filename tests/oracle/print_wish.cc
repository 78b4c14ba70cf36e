#include <string_view>

#include "tests/oracle/wish.h"

namespace warta::oracle {
namespace {

using Kind = Wish::Kind;
using Field = Wish::Field;

// How tightly the printed form binds: what binds less than its place asks for goes in parentheses.
enum Binding { kLoose, kBothLevel, kGroupLevel, kNearLevel, kUnit };

Binding BindingOf(const Wish& wish) {
  switch (wish.kind) {
    case Kind::kNear:
      return kNearLevel;
    case Kind::kBeside:
      return kGroupLevel;
    case Kind::kAllBut:
      return wish.style % 2 == 0 ? kGroupLevel : kBothLevel;
    case Kind::kWithout:
      return wish.style % 3 == 0 ? kGroupLevel : kBothLevel;
    case Kind::kAnd:
      return kBothLevel;
    case Kind::kOr:
      return kLoose;
    default:
      return kUnit;
  }
}

std::string PrintAt(const Wish& wish, Binding least) {
  const bool wants_parentheses = BindingOf(wish) < least || wish.style % 5 == 4;
  return wants_parentheses ? '(' + Print(wish) + ')' : Print(wish);
}

std::string PrintAll(const std::vector<Wish>& wishes, std::string_view between, Binding least) {
  std::string text;
  for (const Wish& wish : wishes) {
    if (!text.empty()) text += between;
    text += PrintAt(wish, least);
  }
  return text;
}

std::string PrintWithout(const Wish& wish) {
  const Wish& kept = wish.children.front();
  const std::vector<Wish> others(wish.children.begin() + 1, wish.children.end());
  switch (wish.style % 3) {
    case 0:
      return (kept.kind == Kind::kBeside && wish.style % 2 == 0 ? Print(kept)
                                                                : PrintAt(kept, kNearLevel)) +
             " -" + PrintAll(others, " -", kNearLevel);
    case 1:
      return PrintAt(kept, kBothLevel) + " NOT " + PrintAll(others, " NOT ", kGroupLevel);
    default:
      return PrintAt(kept, kGroupLevel) + " AND NOT " + PrintAll(others, " AND NOT ", kGroupLevel);
  }
}

std::string Quoted(const Wish& wish) {
  return wish.style % 2 == 0 ? '"' + wish.text + '"' : "\u201C" + wish.text + "\u201D";
}

std::string NameOf(Field field, std::uint32_t style) {
  static const std::vector<std::vector<std::string>> names = {{"judul", "title", "Judul"},
                                                              {"isi", "body", "text"},
                                                              {"sumber", "source", "SUMBER"},
                                                              {"rubrik", "kategori", "category"},
                                                              {"penulis", "author", "Penulis"}};
  return names[static_cast<std::size_t>(field)][style % 3];
}

// The greatest distance is what larger ones are taken for.
std::string PrintNear(const Wish& wish) {
  const bool beyond = wish.distance == kMaxNearDistance && wish.style % 2 == 0;
  const bool is_default = wish.distance == kDefaultNearDistance && wish.style % 2 == 0;
  const std::string number = is_default ? "" : '/' + std::to_string(beyond ? 1000 : wish.distance);
  return PrintAt(wish.children.front(), kNearLevel) + " NEAR" + number + ' ' +
         PrintAt(wish.children.back(), kUnit);
}

}  // namespace

std::string Print(const Wish& wish) {
  switch (wish.kind) {
    case Kind::kWord:
      return wish.text;
    case Kind::kPhrase:
      return Quoted(wish);
    case Kind::kAnyFormPhrase:
      return '~' + Quoted(wish);
    case Kind::kExact:
      return '=' + wish.text;
    case Kind::kPrefix:
      return wish.text + '*';
    case Kind::kFuzzy:
      return wish.text + '~';
    case Kind::kNear:
      return PrintNear(wish);
    case Kind::kIn:
      return NameOf(wish.field, wish.style) + ':' + PrintAt(wish.children.front(), kUnit);
    case Kind::kDate:
      return (wish.style % 3 == 0 ? "date:" : "tanggal:") + wish.text;
    case Kind::kBeside:
      return PrintAll(wish.children, " ", kNearLevel);
    case Kind::kAnd:
      return PrintAll(wish.children, " AND ", kGroupLevel);
    case Kind::kOr:
      return PrintAll(wish.children, " OR ", kBothLevel);
    case Kind::kWithout:
      return PrintWithout(wish);
    case Kind::kAllBut:
      break;
  }
  return (wish.style % 2 == 0 ? "-" : "NOT ") +
         PrintAll(wish.children, wish.style % 2 == 0 ? " -" : " NOT ", kNearLevel);
}

}  // namespace warta::oracle
