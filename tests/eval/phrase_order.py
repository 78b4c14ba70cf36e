"""Whether articles with the very phrase stand above those that only have its words."""
import collections
import itertools
import random

FREQUENT = 100  # so many most frequent words are no part of a phrase
LEAST_ARTICLES, MOST_ARTICLES = 5, 60
SEED = 7

Order = collections.namedtuple("Order", "holders last below right pairs")


def choose_phrases(text, wanted):
    """{phrase: articles that have it} of so many pairs of words that a CollectionText has side by side in a sentence:
    by chance, but always the same."""
    chosen = {}
    candidates = pairs_of_words(text)
    random.Random(SEED).shuffle(candidates)
    for begin in range(0, len(candidates), 10 * wanted):
        some = candidates[begin:begin + 10 * wanted]
        postings = text.postings(itertools.chain(*some))
        for pair in some:
            holders = articles_with(text, pair, postings)
            both = set.intersection(*(postings[number] for number in pair))
            if LEAST_ARTICLES <= len(holders) <= MOST_ARTICLES and len(both) >= 2 * len(holders):
                chosen[" ".join(text.words[number] for number in pair)] = holders
            if len(chosen) == wanted:
                return chosen
    return chosen


def pairs_of_words(text):
    """All pairs of plain words, not among the most frequent ones, that about so many articles have side by side."""
    frequent = set(text.most_frequent(FREQUENT))
    plain = bytearray(number not in frequent and text.is_plain(number) for number in range(len(text.words)))
    count = len(text.words)
    articles = collections.Counter()
    for of in text.texts:
        articles.update({a * count + b for a, b in zip(of, of[1:]) if plain[a] and plain[b]})
    return [divmod(pair, count) for pair, found in articles.items()
            if LEAST_ARTICLES <= found <= MOST_ARTICLES and pair // count != pair % count]


def articles_with(text, phrase, postings):
    """The articles that have a phrase, numbers of words."""
    return {article for article in set.intersection(*(postings[number] for number in phrase))
            if text.has_phrase(article, phrase)}


def find_phrase(text, phrase):
    """The articles with a phrase that was typed; none if a word of it is unknown."""
    numbers = [text.number.get(word) for word in phrase.lower().split()]
    return set() if None in numbers else articles_with(text, numbers, text.postings(numbers))


def judge_order(ranking, holders):
    """Of a ranking and the articles with the phrase: how many these are; the rank of the last (None: not all of them
    were found); how many stand below another article; of the pairs of one of each, how many are in the right order
    and how many there are. What was not found stands below everything."""
    above, below, right = 0, 0, 0
    last = None
    others = sum(docno not in holders for docno in ranking)
    found = 0
    for rank, docno in enumerate(ranking, 1):
        if docno in holders:
            found += 1
            last = rank
            below += above > 0
            right += others - above
        else:
            above += 1
    missing = len(holders) - found
    if others:
        below += missing
    return Order(len(holders), None if missing else last, below, right, len(holders) * others)
