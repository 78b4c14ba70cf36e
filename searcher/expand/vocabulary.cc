#include "searcher/expand/vocabulary.h"

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "searcher/expand/edit_distance.h"

namespace warta {
namespace {

// The first byte behind those that prefixes begin with (schema.h).
constexpr const char* kBehindCapitals = "[";

bool IsMoreFrequent(const VocabularyForm& a, const VocabularyForm& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.form < b.form;
}

// The most frequent of what is added, in a heap with the least frequent in front.
class MostFrequent {
 public:
  explicit MostFrequent(std::size_t most) : most_(most) {}

  void Add(std::string_view form, Xapian::doccount articles) {
    ++found_.all;
    if (most_ == 0) return;
    std::vector<VocabularyForm>& heap = found_.forms;
    if (heap.size() == most_) {
      if (articles < heap.front().articles) return;
      VocabularyForm next{std::string(form), articles};
      if (!IsMoreFrequent(next, heap.front())) return;
      std::pop_heap(heap.begin(), heap.end(), IsMoreFrequent);
      heap.back() = std::move(next);
    } else {
      heap.push_back({std::string(form), articles});
    }
    std::push_heap(heap.begin(), heap.end(), IsMoreFrequent);
  }

  VocabularyForms Take() {
    std::sort_heap(found_.forms.begin(), found_.forms.end(), IsMoreFrequent);
    return std::move(found_);
  }

 private:
  std::size_t most_;
  VocabularyForms found_;
};

bool BeginsForm(std::string_view text) {
  return !text.empty() && !IsUpper(text.front());
}

std::string_view FirstCodePoint(std::string_view text) {
  std::size_t length = 0;
  NextCodePoint(text, length);
  return text.substr(0, length);
}

// What stands directly behind all terms with the beginning. No byte of UTF-8 is the last one.
std::string Behind(std::string_view beginning) {
  std::string behind(beginning);
  behind.back() = static_cast<char>(static_cast<unsigned char>(behind.back()) + 1);
  return behind;
}

// The forms within the edits that begin with the word's first code point.
void AddOfSameInitial(const Xapian::Database& database, std::string_view word, std::size_t edits,
                      MostFrequent& near) {
  const std::string initial(FirstCodePoint(word));
  EditDistance distance(word, edits);
  const Xapian::TermIterator end = database.allterms_end(initial);
  for (Xapian::TermIterator it = database.allterms_begin(initial); it != end;) {
    const std::string form = *it;
    if (distance.To(form)) near.Add(form, it.get_termfreq());
    if (const auto hopeless = distance.hopeless_bytes()) {
      it.skip_to(Behind(std::string_view(form).substr(0, *hopeless)));
    } else {
      ++it;
    }
  }
}

// The forms one edit away that do not begin with the word's first code point: that one left out,
// exchanged with the next, replaced, or another one put in front of it. No form comes up twice.
void AddOfOtherInitials(const Xapian::Database& database, std::string_view word,
                        MostFrequent& near) {
  const std::string initial(FirstCodePoint(word));
  const std::string rest(word.substr(initial.size()));
  const std::string second(FirstCodePoint(rest));
  const auto add = [&](const std::string& form) {
    const Xapian::doccount articles = database.get_termfreq(form);
    if (articles > 0) near.Add(form, articles);
  };
  if (second != initial) {
    add(rest);
    add(second + initial + rest.substr(second.size()));
  }
  const Xapian::TermIterator end = database.allterms_end();
  for (Xapian::TermIterator it = database.allterms_begin(); it != end;) {
    const std::string form = *it;
    if (!BeginsForm(form)) {
      it.skip_to(kBehindCapitals);
      continue;
    }
    const std::string other(FirstCodePoint(form));
    if (other != initial) {
      add(other + rest);
      add(other + std::string(word));
    }
    it.skip_to(Behind(other));
  }
}

}  // namespace

VocabularyForms FormsBeginning(const Xapian::Database& database, std::string_view prefix,
                               std::size_t most) {
  MostFrequent beginning(most);
  if (BeginsForm(prefix)) {
    const std::string begin(prefix);
    const Xapian::TermIterator end = database.allterms_end(begin);
    for (Xapian::TermIterator it = database.allterms_begin(begin); it != end; ++it) {
      beginning.Add(*it, it.get_termfreq());
    }
  }
  return beginning.Take();
}

std::size_t AllowedEdits(std::size_t code_points) {
  if (code_points <= 2) return 0;
  return code_points <= 5 ? 1 : 2;
}

VocabularyForms FormsWithin(const Xapian::Database& database, std::string_view word,
                            std::size_t edits, std::size_t most) {
  MostFrequent near(most);
  if (!BeginsForm(word)) return near.Take();
  if (edits > 0) {
    AddOfSameInitial(database, word, edits, near);
    AddOfOtherInitials(database, word, near);
  } else if (const auto articles = database.get_termfreq(std::string(word)); articles > 0) {
    near.Add(word, articles);
  }
  return near.Take();
}

VocabularyForms FormsNear(const Xapian::Database& database, std::string_view word,
                          std::size_t most) {
  return FormsWithin(database, word, AllowedEdits(CodePointCount(word)), most);
}

std::vector<std::string> FormsOfStem(const Xapian::Database& database, std::string_view stem) {
  std::vector<std::string> forms;
  if (!BeginsForm(stem)) return forms;
  const std::string key(stem);
  forms.push_back(key);
  const Xapian::TermIterator end = database.synonyms_end(key);
  for (Xapian::TermIterator it = database.synonyms_begin(key); it != end; ++it) {
    forms.push_back(*it);
  }
  // The table remembers forms whose articles are gone.
  std::erase_if(forms, [&](const std::string& form) { return !database.term_exists(form); });
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace warta
