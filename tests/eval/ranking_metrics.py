"""Metrics of a ranking, and how sure their differences are.

Every query of the judgements counts; one without answers has 0 everywhere. The gain of an article is 2^relevance - 1.
"""
import math
import random
from zlib import crc32

METRICS = ("MRR@10", "R@10", "R@100", "nDCG@10")
ROUNDS = 1000
SEED = 7


class Fault(Exception):
    """What ends an evaluation, in words for a person, and the code to exit with."""

    def __init__(self, message, code=65):
        super().__init__(message)
        self.code = code


# --- files ---------------------------------------------------------------------------------------

def rows_of(path, shape, separator=None, most=-1):
    """The lines of a file in as many parts as `shape` has words, which is what a fault says of the line."""
    try:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                parts = line.rstrip("\n").split(separator, most)
                if len(parts) != len(shape.split()):
                    raise Fault(f"{path}:{number}: not a line '{shape}'")
                yield number, parts
    except OSError as error:
        raise Fault(f"cannot read {path}: {error.strerror}", 66) from error
    except UnicodeDecodeError as error:
        raise Fault(f"{path} is not UTF-8") from error


def read_qrels(path):
    """{qid: {docno: relevance}} of the relevant articles."""
    qrels = {}
    for number, (qid, _, docno, relevance) in rows_of(path, "qid 0 docno relevance"):
        try:
            if int(relevance) > 0:
                qrels.setdefault(qid, {})[docno] = int(relevance)
        except ValueError as error:
            raise Fault(f"{path}:{number}: the relevance is not a whole number") from error
    if not qrels:
        raise Fault(f"{path} judges no article as relevant")
    return qrels


def read_queries(path):
    """{qid: text}"""
    queries = {}
    for number, (qid, text) in rows_of(path, "qid query", "\t", 1):
        if qid in queries:
            raise Fault(f"{path}:{number}: there is a query '{qid}' already")
        queries[qid] = text
    return queries


def read_run(text):
    """{qid: docnos} of a run `qid Q0 docno rank score tag`, ordered by score, then by rank."""
    rows = {}
    for line in text.splitlines():
        qid, _, docno, rank, score, _ = line.split()
        rows.setdefault(qid, []).append((-float(score), int(rank), docno))
    return {qid: list(dict.fromkeys(docno for _, _, docno in sorted(of))) for qid, of in rows.items()}


def save_scores(path, systems):
    """`systems`: {name: {qid: the four metrics}}"""
    try:
        with open(path, "w", encoding="utf-8") as out:
            print("system", "qid", *METRICS, sep="\t", file=out)
            for name, scores in systems.items():
                for qid, values in scores.items():
                    print(name, qid, *values, sep="\t", file=out)
    except OSError as error:
        raise Fault(f"cannot write {path}: {error.strerror}", 74) from error


def read_scores(path, qids):
    """What save_scores wrote, of these queries; there may have been others."""
    systems = {}
    wanted = set(qids)
    for number, (name, qid, *values) in rows_of(path, "system qid " + " ".join(METRICS), "\t"):
        if qid not in wanted:
            continue
        try:
            systems.setdefault(name, {})[qid] = tuple(map(float, values))
        except ValueError as error:
            raise Fault(f"{path}:{number}: a metric is not a number") from error
    if not systems or any(len(scores) != len(wanted) for scores in systems.values()):
        raise Fault(f"{path} does not have all of these queries")
    return systems


def in_half(qid, half):
    """Whether a query is of half 'a' or 'b', told by its id."""
    return crc32(qid.encode()) % 2 == "ab".index(half)


# --- metrics -------------------------------------------------------------------------------------

def judge(ranking, relevant):
    """The metrics of one query."""
    gains = [relevant.get(docno, 0) for docno in ranking[:100]]
    reciprocal_rank = next((1 / rank for rank, gain in enumerate(gains[:10], 1) if gain), 0.0)
    recall = [sum(map(bool, gains[:k])) / len(relevant) for k in (10, 100)]
    ideal = discounted(sorted(relevant.values(), reverse=True))
    return (reciprocal_rank, *recall, discounted(gains) / ideal)


def discounted(gains):
    return sum((2**gain - 1) / math.log2(i + 2) for i, gain in enumerate(gains[:10]))


def judge_run(run, qrels):
    """{qid: metrics}, in the order of the ids."""
    return {qid: judge(run.get(qid, []), qrels[qid]) for qid in sorted(qrels)}


def means(scores):
    return [sum(column) / len(scores) for column in zip(*scores.values())]


# --- differences ---------------------------------------------------------------------------------

class Bootstrap:
    """Resamples the queries, the same ones for all systems and metrics, so that what is subtracted is paired.

    As a mean of differences is the difference of means, only a mean a system and metric is taken of each sample.
    """

    def __init__(self, systems, rounds=ROUNDS, seed=SEED):
        """`systems`: {name: {qid: metrics}}, all of the same queries."""
        chance = random.Random(seed)
        ordered = {name: [scores[qid] for qid in sorted(scores)] for name, scores in systems.items()}
        columns = {name: list(zip(*rows)) for name, rows in ordered.items()}
        count = len(next(iter(ordered.values())))
        self._means = {name: [[sum(column) / count] for column in of] for name, of in columns.items()}
        for _ in range(rounds):
            sample = chance.choices(range(count), k=count)
            for name, of in columns.items():
                for column, kept in zip(of, self._means[name]):
                    kept.append(sum(map(column.__getitem__, sample)) / count)

    def differences(self, name, other):
        """(difference, low, high) for each metric, of the system beside the other: 95 % of the samples lie between."""
        found = []
        for ours, theirs in zip(self._means[name], self._means[other]):
            difference, *samples = (a - b for a, b in zip(ours, theirs))
            samples.sort()
            found.append((difference, samples[int(0.025 * len(samples))], samples[int(0.975 * len(samples)) - 1]))
        return found
