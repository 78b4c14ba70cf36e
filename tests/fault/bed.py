"""A working folder in which the real programs are run on two states of a folder of articles (articles.py)."""
import collections
import json
import os
import random
import shutil
import signal
import subprocess

import articles

HERE = os.path.dirname(os.path.abspath(__file__))

# What a run left behind. `calls` are the lines of the shim's trace (fault_shim.cc), split at tabs.
Outcome = collections.namedtuple("Outcome", "code out err calls")

# What a database answers: `articles` by id (None: there is no database) and the hits of each query.
State = collections.namedtuple("State", "articles hits")


class Failure(Exception):
    """A check that failed; the message says what was expected."""


class Scenario:
    """A job of the indexer: from which database, on which state of the folder, with which options."""

    def __init__(self, name, base, folder, options=()):
        self.name, self.base, self.folder, self.options = name, base, folder, options


# The first build, an update, one that builds anew, a rebuild of changed articles.
SCENARIOS = [Scenario("build", None, "evening"),
             Scenario("update", "evening", "morning"),
             Scenario("anew", "evening", "morning", ("--builder", "bulk")),
             Scenario("rebuild", "evening", "morning", ("--rebuild",))]


def reset_signals():
    """As a program finds them when cron starts it (Python ignores SIGPIPE, a background shell SIGINT)."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)


def preloading(tools):
    """The variables by which a program loads the shim. By its name: in LD_PRELOAD a path ends at a space."""
    return {"LD_PRELOAD": "libfault_shim.so", "LD_LIBRARY_PATH": tools}


class Bed:
    """The programs, the two states of the folder `berita`, and the databases made of them undisturbed."""

    def __init__(self, programs, tools, work, seed, memory=None, **size):
        """`memory`: what --memory is to be, where the indexer knows it; `size`: see write_states."""
        self.programs, self.tools, self.work = programs, tools, work
        self.dump = os.path.join(tools, "dump_database")
        self.input = os.path.join(work, "berita")
        self.database = os.path.join(work, "db")
        self.trace = os.path.join(work, "trace")
        self.queries = os.path.join(work, "queries.tsv")
        self.shown = None
        with open(self.queries, "w", encoding="utf-8") as file:
            file.writelines(f"{name}\t{query}\n" for name, query in articles.QUERIES)
        folders = [os.path.join(work, state) for state in ("evening", "morning")]
        for folder in folders:
            os.makedirs(folder)
        articles.write_states(random.Random(seed), *folders, **size)
        help_text = self.run(["indexer", "--help"]).out
        self.can_check = "--check" in help_text
        self.options = ["--memory", memory] if memory and "--memory" in help_text else []
        self.before, self.after = {}, {}
        for scenario in SCENARIOS:
            self._make_reference(scenario)

    def _make_reference(self, scenario):
        self.start(scenario)
        self.before[scenario.name] = self.state()
        outcome = self.index(scenario)
        if outcome.code != 0 or outcome.err:
            raise Failure(f"undisturbed {scenario.name}: exit {outcome.code}: {outcome.err}")
        self.after[scenario.name] = self.state()
        if scenario.base is None:
            os.rename(self.database, os.path.join(self.work, "base"))

    def show(self, state):
        """Puts this state of the articles in place: by renaming, so that no file changes its stamps."""
        if self.shown == state:
            return
        if self.shown:
            os.rename(self.input, os.path.join(self.work, self.shown))
        os.rename(os.path.join(self.work, state), self.input)
        self.shown = state

    def start(self, scenario):
        """The database and the articles as the scenario finds them."""
        shutil.rmtree(self.database, ignore_errors=True)
        if scenario.base:
            self.show(scenario.base)
            shutil.copytree(os.path.join(self.work, "base"), self.database)
        self.show(scenario.folder)

    def environment(self, fault=None):
        """The environment of a run; `fault`: variables of the shim, without FAULT_."""
        env = {"PATH": self.programs + ":/usr/bin:/bin", "HOME": self.work, "LC_ALL": "C", "TZ": "UTC"}
        for name in ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
            if name in os.environ:
                env[name] = os.environ[name]
        if fault is not None:
            env.update(preloading(self.tools))
            env.update({"FAULT_DIR": self.database, "FAULT_TRACE": self.trace})
            env.update({f"FAULT_{name}": str(value) for name, value in fault.items()})
            if os.path.exists(self.trace):
                os.unlink(self.trace)
        return env

    def popen(self, command, fault=None, **more):
        # preexec_fn: these tests have a single thread.
        return subprocess.Popen(command, env=self.environment(fault), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                errors="backslashreplace", **{"preexec_fn": reset_signals, **more})

    def finish(self, process):
        out, err = process.communicate(timeout=300)
        calls = []
        if os.path.exists(self.trace):
            with open(self.trace, encoding="utf-8") as lines:
                calls = [line.rstrip("\n").split("\t") for line in lines]
        return Outcome(process.returncode, out, err, calls)

    def run(self, command, fault=None):
        return self.finish(self.popen(command, fault))

    def command(self, scenario, database=None):
        return ["indexer", "--db", database or self.database, *self.options, *scenario.options, self.input]

    def index(self, scenario, fault=None):
        return self.run(self.command(scenario), fault)

    def check_command(self):
        return ["indexer", "--check", "--db", self.database]

    def check(self):
        return self.run(self.check_command())

    def live(self, database=None):
        """The folder of the live generation; None without one."""
        database = database or self.database
        try:
            with open(os.path.join(database, "XAPIANDB"), encoding="ascii") as file:
                return os.path.join(database, file.read().split()[1])
        except FileNotFoundError:
            return None

    def search_command(self, database=None):
        return ["searcher", "--db", database or self.database, "--queries", self.queries, "--format", "json",
                "-n", "1000"]

    def search(self, database=None):
        """The answer to each query, as the searcher prints it; None where there is no database."""
        outcome = self.run(self.search_command(database))
        if outcome.code == 2 and "there is no database" in outcome.err:
            return None
        if outcome.code not in (0, 1) or outcome.err:
            raise Failure(f"searcher: exit {outcome.code}: {outcome.err}")
        return {answer["id"]: {"matches": answer["matches"], "hits": answer["hits"]}
                for answer in map(json.loads, outcome.out.splitlines())}

    def state(self, database=None):
        live = self.live(database)
        hits = self.search(database)
        if live is None:
            if hits is not None:
                raise Failure("searcher answers without a database")
            return State(None, None)
        outcome = self.run([self.dump, live])
        if outcome.code != 0:
            raise Failure(f"the database is damaged: {outcome.err}")
        return State(dict(line.split("\t") for line in outcome.out.splitlines()), hits)

    def expect_sound(self):
        """The state, after everything that can be said about it without knowing what it should be."""
        if self.can_check and self.live():
            outcome = self.check()
            if outcome.code != 0:
                raise Failure(f"indexer --check: exit {outcome.code}: {outcome.err}{outcome.out}")
        return self.state()

    def expect_whole(self, scenario, names=("before", "after")):
        """The database is sound and as before or after the scenario, never something between."""
        state = self.expect_sound()
        for name in names:
            if state == getattr(self, name)[scenario.name]:
                return name
        raise Failure(f"the database is neither as {' nor as '.join(names)} the run: "
                      + self.difference(scenario, state))

    def difference(self, scenario, state):
        before, after = self.before[scenario.name].articles or {}, self.after[scenario.name].articles
        articles_now = state.articles or {}
        strange = [i for i, text in articles_now.items() if text not in (before.get(i), after.get(i))]
        return (f"{len(articles_now)} articles ({len(before)} before, {len(after)} after), "
                f"{sum(before.get(i) != t for i, t in articles_now.items())} not as before, "
                f"{sum(after.get(i) != t for i, t in articles_now.items())} not as after, "
                f"neither: {strange[:3]}")

    def expect_mixture(self, scenario):
        """Every article is as before or as after, or not there if it is not there before or after."""
        state = self.expect_sound()
        before, after = self.before[scenario.name].articles or {}, self.after[scenario.name].articles
        articles_now = state.articles or {}
        if any(articles_now.get(i) not in (before.get(i), after.get(i))
               for i in {*articles_now, *before, *after}):
            raise Failure("an article is neither as before nor as after: "
                          + self.difference(scenario, state))

    def expect_completed(self, scenario):
        """An undisturbed run now brings everything to its end and leaves nothing lying about."""
        outcome = self.index(scenario)
        if outcome.code != 0:
            raise Failure(f"the next run: exit {outcome.code}: {outcome.err}")
        self.expect_whole(scenario, ("after",))
        names = sorted(os.listdir(self.database))
        generations = [name for name in names if name.startswith("gen-")]
        others = set(names) - set(generations) - {"XAPIANDB", "LOCK", "state.json"}
        if others or len(generations) > 2:
            raise Failure(f"the next run left behind: {' '.join(names)}")
