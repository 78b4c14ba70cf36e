"""Queries in other forms of their words, to see what it is worth that forms of a root are one in the index."""
import collections
import operator
import random
import re

from ranking_metrics import Fault
from stem_score import read_gold

WORD = re.compile(r"(\w+(?:[-'’]\w+)*)")
LEAST_COUNT = 3
SEED = 7


class WordForms:
    """The forms of each root that a collection has."""

    def __init__(self, text, roots_of):
        """`text`: a CollectionText; `roots_of`: makes {word: root} of words in lower case, not of all perhaps."""
        words = [number for number, word in enumerate(text.words) if word.isalpha() and not text.is_name(number)]
        self._roots = roots_of([text.words[number] for number in words])
        self._forms = collections.defaultdict(list)
        for number in words:
            word = text.words[number]
            if text.is_plain(number) and text.count[number] >= LEAST_COUNT and word in self._roots:
                self._forms[self._roots[word]].append((word, text.count[number]))

    def other(self, word, chance):
        """Another form of a word, frequent ones more likely; the word itself if it has none, is a name or unknown."""
        lower = word.lower()
        forms = [(form, count) for form, count in self._forms.get(self._roots.get(lower), []) if form != lower]
        if not forms:
            return word
        form = chance.choices(*zip(*forms))[0]
        return form.capitalize() if word[0].isupper() else form

    def swap(self, queries):
        """The queries in other forms, the same ones in every run; how many words they have, and how many of these are
        other ones now."""
        swapped, words, others = {}, 0, 0
        for qid, query in queries.items():
            chance = random.Random(f"{SEED} {qid}")
            pieces = WORD.split(query)  # every second one is a word
            before = pieces[1::2]
            pieces[1::2] = [self.other(word, chance) for word in before]
            swapped[qid] = "".join(pieces)
            words += len(before)
            others += sum(map(operator.ne, before, pieces[1::2]))
        return swapped, words, others


def listed_roots(path):
    """What WordForms asks for the roots of words, from a file of lines form<TAB>root; a root is a form of itself."""
    try:
        rows = read_gold(path)
    except OSError as error:
        raise Fault(f"cannot read {path}: {error.strerror}", 66) from error
    except ValueError as error:
        raise Fault(f"{path} does not have lines form<TAB>root") from error
    roots = {root: root for _, root, _ in rows} | {form: root for form, root, _ in rows}
    return lambda words: {word: roots[word] for word in words if word in roots}
