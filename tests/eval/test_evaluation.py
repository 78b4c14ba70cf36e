#!/usr/bin/env python3
"""Tests of the tools that judge the ranking."""
import contextlib
import io
import math
import pathlib
import random
import runpy
import sys
import tempfile
import unittest

import ranking_metrics
from collection_text import CollectionText
from phrase_order import choose_phrases, find_phrase, judge_order
from ranking_metrics import Bootstrap, Fault
from warta_stems import stems_of_warta
from word_forms import WordForms, listed_roots

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts"


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()  # pylint: disable=consider-using-with
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, text, name="file"):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def assert_fault(self, code, words, call, *arguments):
        with self.assertRaises(Fault) as caught:
            call(*arguments)
        self.assertIn(words, str(caught.exception))
        self.assertEqual(caught.exception.code, code)


class Metrics(unittest.TestCase):
    def judge(self, ranking, **relevant):
        return [round(value, 6) for value in ranking_metrics.judge(ranking.split(), relevant)]

    def test_by_hand(self):
        # Gains 0, 3, 0, 1 of an ideal 3, 1; discounts 1, log2(3), 2, log2(5).
        ndcg = (3 / math.log2(3) + 1 / math.log2(5)) / (3 + 1 / math.log2(3))
        self.assertEqual(self.judge("x a y b", a=2, b=1), [0.5, 1, 1, round(ndcg, 6)])
        self.assertEqual(self.judge("a", a=2), [1, 1, 1, 1])
        self.assertEqual(self.judge("b x", a=2, b=1), [1, 0.5, 0.5, round(1 / (3 + 1 / math.log2(3)), 6)])
        self.assertEqual(self.judge("", a=1), [0, 0, 0, 0])

    def test_cut_offs(self):
        others = [f"x{i}" for i in range(99)]
        self.assertEqual(self.judge(" ".join(others[:9] + ["a"]), a=1)[:3], [0.1, 1, 1])
        self.assertEqual(self.judge(" ".join(others[:10] + ["a"]), a=1), [0, 0, 1, 0])
        self.assertEqual(self.judge(" ".join(others + ["a"]), a=1)[2], 1)
        self.assertEqual(self.judge(" ".join(others + ["x", "a"]), a=1)[2], 0)

    def test_against_an_oracle(self):
        """The definitions word by word, on rankings by chance."""
        chance = random.Random(3)
        for _ in range(300):
            docnos = [str(i) for i in range(150)]
            relevant = {docno: chance.randint(1, 3) for docno in chance.sample(docnos, chance.randint(1, 20))}
            ranking = chance.sample(docnos, chance.randint(0, 150))
            rank = {docno: i + 1 for i, docno in enumerate(ranking)}
            found = sorted(rank[docno] for docno in relevant if docno in rank)
            dcg = sum((2**g - 1) / math.log2(rank[d] + 1) for d, g in relevant.items() if rank.get(d, 11) <= 10)
            best = sum((2**g - 1) / math.log2(i + 1) for i, g in enumerate(sorted(relevant.values())[:-11:-1], 1))
            expected = (1 / found[0] if found and found[0] <= 10 else 0, sum(r <= 10 for r in found) / len(relevant),
                        sum(r <= 100 for r in found) / len(relevant), dcg / best)
            for value, wanted in zip(ranking_metrics.judge(ranking, relevant), expected):
                self.assertAlmostEqual(value, wanted)

    def test_every_judged_query_counts(self):
        scores = ranking_metrics.judge_run({"2": ["a"], "9": ["a"]}, {"2": {"a": 1}, "1": {"a": 1}})
        self.assertEqual(scores, {"1": (0, 0, 0, 0), "2": (1, 1, 1, 1)})
        self.assertEqual(list(scores), ["1", "2"])
        self.assertEqual(ranking_metrics.means(scores), [0.5] * 4)

    def test_a_run_is_ordered_by_score_then_rank(self):
        run = "1 Q0 c 3 0.5 t\n1 Q0 b 2 0.7 t\n2 Q0 x 1 -1 t\n1 Q0 a 1 0.7 t\n1 Q0 a 4 0.1 t\n"
        self.assertEqual(ranking_metrics.read_run(run), {"1": ["a", "b", "c"], "2": ["x"]})

    def test_halves(self):
        halves = [ranking_metrics.in_half(str(i), "a") for i in range(1000)]
        self.assertTrue(400 < sum(halves) < 600)
        self.assertEqual([not half for half in halves], [ranking_metrics.in_half(str(i), "b") for i in range(1000)])
        self.assertTrue(ranking_metrics.in_half("123456789", "a"))  # its CRC-32 is 0xCBF43926


class Differences(unittest.TestCase):
    def setUp(self):
        chance = random.Random(5)
        self.systems = {name: {str(i): tuple(chance.random() for _ in range(4)) for i in range(40)} for name in "ab"}

    def test_the_same_in_every_run(self):
        first, second = (Bootstrap(self.systems).differences("a", "b") for _ in range(2))
        self.assertEqual(first, second)
        reordered = {name: dict(reversed(of.items())) for name, of in self.systems.items()}
        self.assertEqual(first, Bootstrap(reordered).differences("a", "b"))

    def test_as_if_the_differences_were_resampled(self):
        a, b = ([scores[qid] for qid in sorted(scores)] for scores in self.systems.values())
        for metric, (difference, low, high) in enumerate(Bootstrap(self.systems).differences("a", "b")):
            pairs = [x[metric] - y[metric] for x, y in zip(a, b)]
            chance = random.Random(ranking_metrics.SEED)
            samples = sorted(sum(chance.choices(pairs, k=40)) / 40 for _ in range(1000))
            self.assertAlmostEqual(difference, sum(pairs) / 40)
            self.assertAlmostEqual(low, samples[25])
            self.assertAlmostEqual(high, samples[974])

    def test_edges(self):
        better = {"a": {"1": (1, 1, 1, 1)}, "b": {"1": (0.25, 0, 1, 0.5)}}
        self.assertEqual(Bootstrap(better).differences("a", "b"),
                         [(d, d, d) for d in (0.75, 1, 0, 0.5)])


class Files(InFolder):
    def test_qrels(self):
        path = self.file("1 0 a 2\n1\t0\tb\t0\n\n2 0 c 1\n")
        self.assertEqual(ranking_metrics.read_qrels(path), {"1": {"a": 2}, "2": {"c": 1}})

    def test_faults_of_qrels(self):
        read = ranking_metrics.read_qrels
        self.assert_fault(66, "cannot read", read, self.folder / "none")
        self.assert_fault(65, ":2: not a line 'qid 0 docno relevance'", read, self.file("1 0 a 1\n1 0 a\n"))
        self.assert_fault(65, ":1: the relevance", read, self.file("1 0 a yes\n"))
        self.assert_fault(65, "no article", read, self.file("1 0 a 0\n"))
        self.assert_fault(65, "not UTF-8", read, self.file(b"1 0 \xff 1\n"))

    def test_queries(self):
        read = ranking_metrics.read_queries
        self.assertEqual(read(self.file("1\tsatu dua\n2\ta\tb\n")), {"1": "satu dua", "2": "a\tb"})
        self.assert_fault(65, ":1: not a line", read, self.file("1 satu\n"))
        self.assert_fault(65, ":2: there is", read, self.file("1\ta\n1\tb\n"))

    def test_roots(self):
        roots_of = listed_roots(self.file("makanan\tmakan\ndimakan\tmakan\t7\n"))
        self.assertEqual(roots_of(["dimakan", "makan", "minum"]), {"dimakan": "makan", "makan": "makan"})
        self.assert_fault(66, "cannot read", listed_roots, self.folder / "none")
        self.assert_fault(65, "does not have", listed_roots, self.file("makan\n"))

    def test_scores_are_kept(self):
        path = self.folder / "scores"
        systems = {"Warta auto": {"1": (1 / 3, 1, 1, 0.1), "2": (0, 0, 0, 0)}}
        ranking_metrics.save_scores(path, systems)
        self.assertEqual(ranking_metrics.read_scores(path, ["1", "2"]), systems)
        self.assertEqual(ranking_metrics.read_scores(path, ["1"]), {"Warta auto": {"1": (1 / 3, 1, 1, 0.1)}})
        self.assert_fault(65, "does not have all", ranking_metrics.read_scores, path, ["1", "3"])
        self.assert_fault(65, "not a number", ranking_metrics.read_scores, self.file("w\t1\t1\t1\t1\tx\n"), ["1"])
        self.assert_fault(65, "not a line", ranking_metrics.read_scores, self.file("w\t1\t1\n"), ["1"])


class Words(unittest.TestCase):
    def text(self, *bodies, title=""):
        return CollectionText((str(i), title, body) for i, body in enumerate(bodies))

    def test_words_and_names(self):
        text = self.text("Ali membaca. Membaca itu baik, kata Ali; membaca surat-surat")
        number = text.number
        self.assertEqual(text.count[number["membaca"]], 3)
        self.assertTrue(text.is_name(number["ali"]))
        self.assertTrue(text.is_plain(number["membaca"]))
        for word in ("ali", "itu", "surat-surat"):
            self.assertFalse(text.is_plain(number[word]), word)
        self.assertEqual([text.words[i] for i in text.most_frequent(1)], ["membaca"])

    def test_phrases(self):
        text = self.text("Kerja sama baik", "kerja, \"Sama\"", "sama kerja", "kerja itu sama", "x kerja\nsama",
                         title="ini kerja")
        self.assertEqual(find_phrase(text, "kerja sama"), {0, 1, 4})
        self.assertEqual(find_phrase(text, "KERJA"), {0, 1, 2, 3, 4})
        self.assertEqual(find_phrase(text, "ini kerja kerja"), set())  # title and body are two texts
        self.assertEqual(find_phrase(text, "ini kerja"), {0, 1, 2, 3, 4})
        self.assertEqual(find_phrase(text, "tidak ada"), set())

    def test_choice_of_phrases(self):
        common = " ".join(f"kata{i}" for i in range(100))  # the most frequent words
        held, split = "lalu merah tua lagi", "tua lagi merah lalu"
        bodies = [f"{common} " * 10] * 20 + [held.replace("tua", "jingga")] * 6
        bodies += ["merah. Jingga"] * 3 + ["jingga merah"] * 4 + [split] * 2
        text = self.text(*bodies)
        # Both words are in 13 articles, side by side in 9 of them, in a sentence in 6.
        self.assertEqual(choose_phrases(text, 5), {})
        more = self.text(*bodies, *["jingga merah"] * 60)
        self.assertEqual(choose_phrases(more, 5), {"merah jingga": set(range(20, 29))})

    def test_order(self):
        def judged(ranking, *holders):
            return tuple(judge_order(ranking.split(), set(holders)))
        self.assertEqual(judged("a b x y", "a", "b"), (2, 2, 0, 4, 4))
        self.assertEqual(judged("a x b y", "a", "b"), (2, 3, 1, 3, 4))
        self.assertEqual(judged("x a", "a", "b"), (2, None, 2, 0, 2))
        self.assertEqual(judged("a", "a", "b"), (2, None, 0, 0, 0))
        self.assertEqual(judged("", "a"), (1, None, 0, 0, 0))

    def test_forms(self):
        text = self.text("makan dimakan makanan " * 3 + "termakan minuman " * 2 + "Budi Budinya Budi " * 3)
        stems = {"makan": "makan", "dimakan": "makan", "makanan": "makan", "termakan": "makan", "minuman": "minum"}
        forms = WordForms(text, lambda words: {word: stems.get(word, word) for word in words})
        queries = {str(i): "Makan minuman di rumah Budi, 'makanan'!" for i in range(50)}
        swapped, words, others = forms.swap(queries)
        self.assertEqual((words, others), (300, 100))
        self.assertEqual(set(swapped.values()), {
            f"{a} minuman di rumah Budi, '{b}'!" for a in ("Dimakan", "Makanan") for b in ("makan", "dimakan")})
        self.assertEqual(forms.swap({"7": queries["7"]})[0], {"7": swapped["7"]})

    def test_stems(self):
        output = "makan\tmakan\t0\t0\t5\nkata\tkata\t1\t6\t10\nkata\tkata\t2\t11\t15\ndibuat\tbuat\t3\t16\t22\n"
        self.assertEqual(stems_of_warta(["makan", "kata.kata", "dibuat"], output), {"makan": "makan", "dibuat": "buat"})


class Usage(InFolder):
    """What the scripts say before they do anything."""

    def ends(self, name, *arguments):
        main = runpy.run_path(str(SCRIPTS / name))["main"]
        out, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            try:
                code = main([str(argument) for argument in arguments])
            except SystemExit as end:
                code = end.code
        return code, out.getvalue(), errors.getvalue()

    def test_help(self):
        for name in ("evaluate", "evaluate-phrases"):
            code, out, errors = self.ends(name, "--help")
            self.assertEqual((code, errors), (0, ""))
            self.assertIn(f"usage: scripts/{name}", out)

    def test_bad_usage(self):
        for arguments in ([], ["a", "b"], ["--half", "c", "a", "b", "c"], ["--none", "a", "b", "c"],
                          ["--swap-forms", "--save", "x", "a", "b", "c"], ["--roots", "x", "a", "b", "c"]):
            code, out, errors = self.ends("evaluate", *arguments)
            self.assertEqual((code, out), (64, ""), arguments)
            self.assertIn("see --help", errors)
        self.assertEqual(self.ends("evaluate-phrases", "--number", "x", "a")[0], 64)

    def test_faults(self):
        qrels, queries = self.file("1 0 a 1\n", "qrels"), self.file("2\tkata\n", "queries")
        code, _, errors = self.ends("evaluate", self.folder, queries, self.folder / "none")
        self.assertEqual(code, 66)
        self.assertIn("cannot read", errors)
        code, _, errors = self.ends("evaluate", self.folder, queries, qrels)
        self.assertEqual(code, 65)
        self.assertIn("judges none of the queries", errors)
        self.file("1\tkata\n", "queries")
        code, _, errors = self.ends("evaluate", "--bin", self.folder, self.folder, queries, qrels)
        self.assertEqual(code, 66)
        self.assertIn("no indexer, searcher", errors)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
