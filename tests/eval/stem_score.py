"""Scores of a stemmer on a gold list, as a search engine cares about them.

Two words should meet in the index when they have the same root and only then, whatever the stem
looks like; that is what pair recall, the over-stemming index and B-cubed F1 measure. Whether the
stem is the very root is what types, derived and tokens count.

The example below is the test: python3 -m doctest tests/eval/stem_score.py

>>> gold = [("makanan", "makan", 3), ("dimakan", "makan", 1), ("hari", "hari", 6)]
>>> stems = {"makanan": "makan", "dimakan": "dimakan", "hari": "makan"}
>>> {name: round(value, 2) for name, value in score(gold, stems).items()}
... # doctest: +NORMALIZE_WHITESPACE
{'types': 33.33, 'derived': 50.0, 'tokens': 30.0,
 'pair recall': 33.33, 'over-stemming': 666666.67, 'B-cubed F1': 66.67}
>>> changed(["jakarta", "hari"], stems)
['hari']
"""
from collections import Counter
from math import comb


def read_gold(path):
    """The rows of a file `form<TAB>root[<TAB>count]`; without a count, 1. Of a form given twice, the last."""
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for line in filter(None, map(str.rstrip, lines)):
            form, root, *count = line.split("\t")
            rows[form] = (form, root, int(count[0]) if count else 1)
    return list(rows.values())


def read_names(path):
    """The first column of every line."""
    with open(path, encoding="utf-8") as lines:
        return [line.split("\t")[0].strip() for line in lines if line.strip()]


def share(part, whole):
    return 100 * part / whole if whole else 0.0


def score(gold, stems):
    """The figures by name, per cent but for over-stemming (millionths). A word without a stem is its own."""
    def stem(word):
        return stems.get(word, word)

    right = [row for row in gold if stem(row[0]) == row[1]]
    derived = [row for row in gold if row[0] != row[1]]
    # The roots are words of their class too, even where the list has no row for them.
    root_of = {root: root for _, root, _ in gold} | {form: root for form, root, _ in gold}
    by_root = Counter(root_of.values())
    by_stem = Counter(map(stem, root_of))
    by_both = Counter((root, stem(word)) for word, root in root_of.items())
    alike, joined, both = (sum(comb(n, 2) for n in c.values()) for c in (by_root, by_stem, by_both))
    precision = share(sum(n * n / by_stem[s] for (_, s), n in by_both.items()), len(root_of))
    recall = share(sum(n * n / by_root[r] for (r, _), n in by_both.items()), len(root_of))
    return {
        "types": share(len(right), len(gold)),
        "derived": share(sum(row[0] != row[1] for row in right), len(derived)),
        "tokens": share(sum(row[2] for row in right), sum(row[2] for row in gold)),
        "pair recall": share(both, alike),
        "over-stemming": 1e4 * share(joined - both, comb(len(root_of), 2) - alike),
        "B-cubed F1": 2 * precision * recall / (precision + recall),
    }


def changed(names, stems):
    """The names that are not their own stem."""
    return [name for name in names if stems.get(name, name) != name]
