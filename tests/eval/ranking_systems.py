"""The programs whose rankings are judged: ours, and Xapian without this project (plain_ranking.cc)."""
import json
import os
import pathlib
import subprocess

from ranking_metrics import Fault, read_run
from warta_stems import stems_of_warta

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAMS = ("indexer", "searcher", "plain_ranking", "stored_articles")
TITLES = ("title", "judul", "headline")


def build_programs():
    """Builds them with the preset `dev`; the folder where they are then."""
    log = ROOT / "build" / "evaluate.log"
    log.parent.mkdir(exist_ok=True)
    steps = [[ROOT / "scripts" / "setup", "build", "test"], ["cmake", "--preset", "dev"],
             ["cmake", "--build", "--preset", "dev", "--target", *PROGRAMS]]
    with open(log, "wb") as out:
        for step in steps:
            if subprocess.run(step, cwd=ROOT, stdout=out, stderr=out, check=False).returncode != 0:
                raise Fault(f"the programs could not be built; see {log}", 70)
    return ROOT / "build" / "dev" / "bin"


def find_programs(folder):
    missing = [name for name in PROGRAMS if not os.access(folder / name, os.X_OK)]
    if missing:
        raise Fault(f"no {', '.join(missing)} in {folder}", 66)
    return folder


def run(command, stdin=subprocess.DEVNULL, allowed=(0,), **options):
    """What a program prints; `stdin`: a file, or `input`: a text."""
    if "input" not in options:
        options["stdin"] = stdin
    answer = subprocess.run([str(word) for word in command], check=False, stdout=subprocess.PIPE, encoding="utf-8",
                            **options)
    if answer.returncode not in allowed:
        raise Fault(f"{command[0]} failed ({answer.returncode})", 70)
    return answer.stdout


def is_json_lines(collection):
    return pathlib.Path(collection).name.endswith((".jsonl", ".jsonl.zst"))


def unpacked(collection, path, body_only):
    """A copy of a .jsonl[.zst] collection at `path`, without the titles if so wanted."""
    command = ["zstd", "-dcq", collection] if str(collection).endswith(".zst") else ["cat", collection]
    if not os.path.isfile(collection):
        raise Fault(f"there is no file {collection}", 66)
    with open(path, "wb") as out:
        if not body_only:
            status = subprocess.run(command, stdout=out, check=False).returncode
        else:
            with subprocess.Popen(command, stdout=subprocess.PIPE) as source:
                for number, line in enumerate(source.stdout, 1):
                    out.write(without_title(line, f"{collection}:{number}"))
            status = source.returncode
    if status != 0:
        raise Fault(f"cannot unpack {collection}")
    return path


def without_title(line, place):
    try:
        record = json.loads(line)
    except ValueError as error:
        raise Fault(f"{place}: not JSON: {error}") from error
    return json.dumps({name: of for name, of in record.items() if name not in TITLES}).encode() + b"\n"


class Warta:
    """Our programs and a database of a collection in the folder `work`."""

    def __init__(self, programs, work, collection, body_only=False):
        """`collection`: what indexer reads; body_only: .jsonl[.zst] only."""
        self.programs = programs
        self.database = work / "warta"
        self.json_lines = is_json_lines(collection)
        if body_only and not self.json_lines:
            raise Fault("only of a collection .jsonl or .jsonl.zst can the titles be left out", 64)
        self.collection = unpacked(collection, work / "articles.jsonl", body_only) if self.json_lines else collection
        run([programs / "indexer", "-q", "--progress", "never", "-d", self.database, self.collection],
            allowed=(0, 3))

    def search(self, queries, *options):
        """The run of a file of queries."""
        return read_run(run([self.programs / "searcher", "-d", self.database, "--format", "trec", "--jobs",
                             os.cpu_count() or 1, *options, "--queries", queries], allowed=(0, 1)))

    def articles(self):
        """(docno, title, body) of all articles, as they were read."""
        command = [str(self.programs / "stored_articles"), str(self.database)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as source:
            for line in source.stdout:
                record = json.loads(line)
                yield record["id"], record["title"], record["body"]
        if source.returncode != 0:
            raise Fault(f"{command[0]} failed ({source.returncode})", 70)

    def stems(self, words):
        """{word: stem} of words in lower case, of those that the analyser takes for one word each."""
        text = "".join(word + "\n" for word in words)
        return stems_of_warta(words, run([self.programs / "searcher", "--analyze"], input=text))

    def articles_for_others(self, work):
        """A .jsonl file of the very texts: the collection itself, or what our database has of other formats."""
        if self.json_lines:
            return self.collection
        path = work / "stored.jsonl"
        with open(path, "wb") as out:
            subprocess.run([self.programs / "stored_articles", self.database], stdout=out, check=True)
        return path


class PlainXapian:
    """Xapian's own ranking of a .jsonl file; `stemmer`: indonesian or none."""

    def __init__(self, programs, work, articles, stemmer):
        self.program = programs / "plain_ranking"
        self.stemmer = stemmer
        self.database = work / f"xapian-{stemmer}"
        with open(articles, "rb") as lines:
            run([self.program, "index", stemmer, self.database], lines)

    def search(self, queries):
        with open(queries, "rb") as lines:
            return read_run(run([self.program, "search", self.stemmer, self.database], lines))


def statistics(programs, database):
    """(articles, terms, average length, bytes on disk) of a Xapian database."""
    articles, terms, length = run([programs / "plain_ranking", "statistics", database]).split()
    size = sum(file.stat().st_size for file in database.rglob("*") if file.is_file())
    return int(articles), int(terms), float(length), size


def write_queries(queries, path):
    path.write_text("".join(f"{qid}\t{text}\n" for qid, text in queries.items()), encoding="utf-8")
    return path
