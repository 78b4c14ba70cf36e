"""The programs that scripts/bench compares, and how each is made to index the corpus (bench_corpus.py)."""
import collections
import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile
import time

# How to index: a command, what it reads on stdin, the file or folder that becomes the index (the peer's name in the
# work folder, or below it), and what has to be done before, which is not measured.
Peer = collections.namedtuple("Peer", "command stdin index prepare")

# Wall and CPU seconds and peak memory in millions of bytes.
Usage = collections.namedtuple("Usage", "wall cpu peak_mb")

SCRIPTINDEX = "title : field=title index\nbody : field=body index\n"

POSTGRESQL = (
    "CREATE TABLE articles (title text, body text, words tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('indonesian', title), 'A') || to_tsvector('indonesian', body)) STORED)\n"
    "COPY articles (title, body) FROM '{csv}' (FORMAT csv)\n"
    "CREATE INDEX ON articles USING gin (words)\n"
    "CHECKPOINT\n")


def run(command, stdin=None, stdout=subprocess.DEVNULL, allowed=(0,)):
    """The usage of a command, which has to end with one of these codes."""
    with open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile() as errors:
        begin = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], stdin=source, stdout=stdout, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            errors.seek(0)
            sys.exit(f"scripts/bench: {command[0]} failed: {errors.read().decode(errors='replace')[-500:]}")
    return Usage(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def system_calls(command, summary):
    """How many a command and its children make, counted by strace, which writes its table to `summary`."""
    run(["strace", "-f", "-c", "-o", summary, *command])
    calls = summary.read_text(encoding="utf-8").splitlines()[-1].split()
    return int(calls[3])


def megabytes(path):
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files) / 1e6


def peers(programs, work):
    """Those that are installed, by name; `programs`: the folder of the programs that were built here."""
    text, csv = work / "text", work / "articles.csv"

    def peer(name, *command, stdin=None, prepare=None):
        return name, Peer(list(command), stdin, work / name, prepare or (lambda: None))

    known = [
        peer("warta", programs / "indexer", "-q", "--db", work / "warta", text),
        peer("plain Xapian", programs / "plain_xapian", "index", work / "plain Xapian",
             stdin=work / "articles.jsonl"),
        peer("omindex", "omindex", "--db", work / "omindex", "--url", "/", "-s", "indonesian", text),
        peer("scriptindex", "scriptindex", "-s", "indonesian", work / "scriptindex", work / "omega.script",
             work / "articles.dump",
             prepare=lambda: (work / "omega.script").write_text(SCRIPTINDEX)),
        peer("Recoll", "recollindex", "-c", work / "recoll.configuration", "-z", prepare=lambda: prepare_recoll(work)),
        peer("SQLite FTS5", "sqlite3", work / "SQLite FTS5", "PRAGMA journal_mode=OFF",
             "CREATE VIRTUAL TABLE articles USING fts5(title, body)", f".import --csv {csv} articles"),
        postgresql(work),
    ]
    return {name: how for name, how in known if shutil.which(str(how.command[0]))}


def prepare_recoll(work):
    folder = work / "recoll.configuration"
    folder.mkdir(exist_ok=True)
    (folder / "recoll.conf").write_text(
        f"topdirs = {work / 'text'}\ndbdir = {work / 'Recoll'}\nindexstemminglanguages = indonesian\nloglevel = 1\n")


def postgresql(work):
    """Without a server around it, so that all that it uses is seen; as its own user, for it refuses root's rights."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"))
    program = pathlib.Path(found[-1] if found else "postgres")
    root = os.geteuid() == 0
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
    folder = work / "PostgreSQL"
    statements = work / "articles.sql"

    def prepare():
        work.chmod(0o755)
        statements.write_text(POSTGRESQL.format(csv=work / "articles.csv"))
        folder.mkdir()
        if root:
            owner = pwd.getpwnam("postgres")
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        run(as_user + [program.with_name("initdb"), "-D", folder / "data", "-E", "UTF8", "--locale=C.UTF-8", "-N"])

    command = as_user + [program, "--single", "-D", folder / "data", "postgres"]
    return "PostgreSQL", Peer(command if found else [program], statements, folder / "data" / "base", prepare)


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()
