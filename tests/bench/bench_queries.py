"""What scripts/bench asks, and how long warta and plain Xapian take to answer."""
import collections
import json
import random
import re
import statistics

from bench_peers import run


def mixed_queries(articles):
    """400: words by frequency, AND, OR, phrases, titles; and 50 phrases of very frequent words."""
    chance = random.Random(2)
    words = [re.findall(r"[a-z]{3,}", body.lower()) for _, body in articles[:5000]]
    frequency = collections.Counter(word for text in words for word in text)
    ranked = [word for word, count in frequency.most_common() if count > 2]
    third = max(len(ranked) // 3, 1)
    bands = [ranked[:200], ranked[200:2000] or ranked, ranked[2000:2000 + third] or ranked]
    texts = [text for text in words if len(text) > 20]

    def pair():
        return chance.choice(bands[0] + bands[1]), chance.choice(bands[1])

    def phrase():
        text = chance.choice(texts)
        at = chance.randrange(len(text) - 2)
        return f'"{text[at]} {text[at + 1]}"'

    titles = [" ".join(re.findall(r"\w+", title)) for title, _ in articles if len(title.split()) > 3]
    queries = [chance.choice(bands[i % 3]) for i in range(100)]
    queries += ["{} AND {}".format(*pair()) for _ in range(75)]
    queries += ["{} OR {}".format(*pair()) for _ in range(75)]
    queries += [phrase() for _ in range(75)]
    queries += [chance.choice(titles) for _ in range(75)]
    pairs = collections.Counter(pair for text in words for pair in zip(text, text[1:]))
    frequent = [f'"{a} {b}"' for (a, b), _ in pairs.most_common(50)]
    return queries, frequent


def ask(programs, work, queries, runs, plain=True):
    """Milliseconds of each query, warta's and plain Xapian's: medians of the runs."""
    (work / "queries").write_text("".join(f"q{i}\t{query}\n" for i, query in enumerate(queries)), encoding="utf-8")
    ours, others = [], []
    for _ in range(runs + 1):  # the first one warms the caches
        ours.append([json.loads(line)["took_ms"] for line in answers(
            work, [programs / "searcher", "--db", work / "warta", "--queries", work / "queries", "--format", "json"])])
        if plain:
            others.append([float(line.split("\t")[1]) for line in answers(
                work, [programs / "plain_xapian", "query", work / "plain Xapian"], work / "queries")])
    return [[statistics.median(times) for times in zip(*of[1:])] for of in (ours, others)]


def answers(work, command, stdin=None):
    with open(work / "answers", "wb") as out:
        run(command, stdin, out, allowed=(0, 1))
    return (work / "answers").read_text(encoding="utf-8").splitlines()


def percentile(values, percent):
    return sorted(values)[min(len(values) - 1, int(len(values) * percent / 100))]
