#include "searcher/expand/synonym_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/ascii.h"
#include "common/fatal.h"
#include "common/message.h"
#include "common/store/files.h"
#include "common/text/utf8.h"
#include "common/translate.h"

namespace warta {
namespace {

constexpr std::string_view kArrow = "=>";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The parts between commas, trimmed.
std::vector<std::string_view> Split(std::string_view list) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t comma = list.find(',');
    parts.push_back(Trim(list.substr(0, comma)));
    if (comma == std::string_view::npos) return parts;
    list.remove_prefix(comma + 1);
  }
}

SynonymEntry EntryOf(std::string_view text, Analyser& analyser) {
  SynonymEntry entry{std::string(text), {}};
  std::optional<QueryTerm> acronym;
  for (const Token& token : analyser.Analyse(text)) {
    QueryTerm term{std::string(token.surface), std::string(token.stem), token.kind};
    if (token.kind == Token::Kind::kWord) {
      entry.terms.push_back(std::move(term));
    } else if (token.kind == Token::Kind::kAcronym) {
      acronym = std::move(term);
    }
  }
  if (acronym && entry.terms.size() == 1) entry.terms = {*std::move(acronym)};
  return entry;
}

// How many of the words the entry is, from the first on; 0 if it is none. In a run of words small
// letters are enough for an acronym (as roma).
std::size_t WordsSaid(const std::vector<QueryTerm>& entry,
                      std::span<const std::vector<std::string>> words) {
  std::size_t at = 0;
  for (std::size_t word = 0; word < words.size(); ++word) {
    for (const std::string& stem : words[word]) {
      if (at == entry.size()) return 0;
      if (entry[at].stem != (entry.size() == 1 ? stem : LowerAscii(stem))) return 0;
      ++at;
    }
    if (at == entry.size()) return word + 1;
  }
  return 0;
}

}  // namespace

class SynonymList::Parser {
 public:
  Parser(std::string text, const std::string& name, Analyser& analyser)
      : name_(name), analyser_(analyser) {
    list_.text_ = std::move(text);
  }

  Result<SynonymList> Parse() {
    const std::string_view text = list_.text_;
    const bool valid = IsValidUtf8(text);
    std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      ++line_;
      const std::string_view line = text.substr(at, end - at);
      if (!valid && !IsValidUtf8(line)) return Wrong(N_("{1}:{2}: not UTF-8"));
      if (const char* wrong = ReadLine(line)) return Wrong(wrong);
      at = end + 1;
    }
    return std::move(list_);
  }

 private:
  Error Wrong(const char* message) const {
    return Error{English(Message{message, {name_, std::to_string(line_)}})};
  }

  // Returns what is wrong with the line, nullptr if nothing is.
  const char* ReadLine(std::string_view line) {
    line = Trim(line.substr(0, line.find('#')));
    if (line.empty()) return nullptr;
    const std::size_t arrow = line.find(kArrow);
    if (arrow == std::string_view::npos) {
      if (line.find(',') == std::string_view::npos) {
        return N_("{1}:{2}: neither a comma nor => between synonyms");
      }
      return AddRules(line, line) ? nullptr : kNoWord;
    }
    const std::string_view left = line.substr(0, arrow);
    const std::string_view right = line.substr(arrow + kArrow.size());
    if (right.find(kArrow) != std::string_view::npos) return N_("{1}:{2}: more than one =>");
    for (const std::string_view part : Split(right)) {
      if (FirstStem(part) == nullptr) return kNoWord;
    }
    return AddRules(left, right) ? nullptr : kNoWord;
  }

  // Returns false if an entry has no word.
  bool AddRules(std::string_view entries, std::string_view synonyms) {
    for (const std::string_view entry : Split(entries)) {
      std::vector<std::uint32_t>* rules = FirstStem(entry);
      if (rules == nullptr) return false;
      rules->push_back(static_cast<std::uint32_t>(list_.rules_.size()));
      list_.rules_.push_back({RangeOf(entry), RangeOf(synonyms)});
    }
    return true;
  }

  Range RangeOf(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - list_.text_.data());
    return {begin, begin + part.size()};
  }

  // The rules of the entries with its first stem; nullptr if it has none. Up to the first space is
  // nearly always enough, and most lists have the same first words again and again.
  std::vector<std::uint32_t>* FirstStem(std::string_view entry) {
    const std::string_view first = entry.substr(0, entry.find(' '));
    const auto [known, is_new] = known_.try_emplace(first, nullptr);
    if (is_new) known->second = Rules(first);
    if (known->second != nullptr || first.size() == entry.size()) return known->second;
    return Rules(entry);
  }

  std::vector<std::uint32_t>* Rules(std::string_view text) {
    const std::span<const Token> tokens = analyser_.Analyse(text);
    const auto word = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
      return token.kind == Token::Kind::kWord;
    });
    if (word == tokens.end()) return nullptr;
    return &list_.rules_by_first_stem_[std::string(word->stem)];
  }

  static constexpr const char* kNoWord = N_("{1}:{2}: an entry without a word");

  const std::string& name_;
  Analyser& analyser_;
  SynonymList list_;
  std::size_t line_ = 0;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>*> known_;
};

Result<SynonymList> SynonymList::Parse(std::string text, const std::string& name,
                                       Analyser& analyser) {
  return Parser(std::move(text), name, analyser).Parse();
}

SynonymList::Found SynonymList::Find(std::span<const std::vector<std::string>> words,
                                     Analyser& analyser) const {
  Found found;
  if (words.empty() || words.front().empty()) return found;
  const auto first = rules_by_first_stem_.find(LowerAscii(words.front().front()));
  if (first == rules_by_first_stem_.end()) return found;
  std::vector<const Rule*> said;
  for (const std::uint32_t at : first->second) {
    const SynonymEntry entry = EntryOf(Text(rules_[at].entry), analyser);
    const std::size_t length = WordsSaid(entry.terms, words);
    if (length == 0 || length < found.words) continue;
    if (length > found.words) said.clear();
    found.words = length;
    said.push_back(&rules_[at]);
  }
  for (const Rule* rule : said) {
    for (const std::string_view text : Split(Text(rule->synonyms))) {
      if (found.synonyms.size() == kMostSynonyms) return found;
      SynonymEntry entry = EntryOf(text, analyser);
      if (WordsSaid(entry.terms, words) == found.words) continue;  // itself
      const bool known =
          std::any_of(found.synonyms.begin(), found.synonyms.end(),
                      [&](const SynonymEntry& other) { return other.terms == entry.terms; });
      if (!known) found.synonyms.push_back(std::move(entry));
    }
  }
  return found;
}

Result<SynonymList> ReadSynonymFile(const std::string& path, Analyser& analyser) {
  try {
    return SynonymList::Parse(ReadSmallFile(path), path, analyser);
  } catch (const Fatal& failure) {
    return Error{failure.what()};
  }
}

}  // namespace warta
