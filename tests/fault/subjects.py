"""What goes wrong, and what must hold then: one class a subject of run_faults."""
import ctypes
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from bed import SCENARIOS, Failure, Scenario, preloading

BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}

# The kinds of calls (fault_shim.cc) that change the disk, and those that need room on it.
CHANGES = "open,write,sync,rename,unlink,mkdir,truncate"
NEEDS_ROOM = "open,write,sync,rename,mkdir"

STOP_SIGNALS = {"INT": 130, "TERM": 143, "HUP": 129}


class Subject:
    needs_shim = True
    size = {}  # of the articles: what Bed takes

    def __init__(self, bed, seed):
        self.bed, self.seed = bed, seed

    @classmethod
    def missing(cls, programs, tools):
        """What is missing here to try this at all; empty: nothing."""
        if not cls.needs_shim:
            return ""
        started = subprocess.run([os.path.join(programs, "indexer"), "--version"], capture_output=True,
                                 env=preloading(tools), check=False)
        return "" if started.returncode == 0 else "libraries cannot be preloaded into this build"

    def note(self):
        return "" if self.bed.can_check else "; not tried: indexer --check, which this build does not know"

    def close(self):
        pass

    def counts(self, scenario, kinds):
        """How many calls of these kinds (with commas) the scenario makes undisturbed."""
        self.bed.start(scenario)
        calls = self.bed.index(scenario, {}).calls
        return sum(call[0] in kinds.split(",") for call in calls)

    def random(self, case):
        """A generator of its own for each case, so that a case alone does the same."""
        return random.Random(f"{self.seed} {case}")


def is_harmless(call):
    """Whether a run may go on, and end well, after this call has failed."""
    kind, path = call[0], call[1]
    name = os.path.basename(path)
    return (
        # Tidying away: what is left is removed by the next build.
        kind == "unlink"
        # Everything was flushed before; Xapian does not look at what close says.
        or kind == "close"
        # The process id in it is only for the message of a second indexer.
        or (name == "LOCK" and kind in ("write", "truncate"))
        # An account for people. It comes after the commit, which it must not seem to undo.
        or name.startswith("state.json")
        # What could not be read was read once more, or was not needed: the content of the database tells.
        or kind in ("look", "read"))


def is_named(reason, message):
    """Whether the message says what went wrong."""
    # Xapian keeps the reason to itself when it cannot make its version file at the very first.
    return reason in message or "Failed to create iamglass" in message


class Faults(Subject):
    """A call fails. The indexer says so (74), and the database is as before or as after the run."""

    ERRORS = {"open": ("EIO", "ENOSPC"), "look": ("EIO",), "read": ("EIO",),
              "write": ("EIO", "ENOSPC", "short"), "sync": ("EIO", "ENOSPC"),
              "rename": ("EIO", "ENOSPC"), "unlink": ("EIO",), "mkdir": ("EIO", "ENOSPC"),
              "truncate": ("EIO",), "close": ("EIO",), NEEDS_ROOM: ("full",)}

    def cases(self, _rounds):
        return [f"{scenario.name}:{kinds}:{n}:{error}"
                for scenario in SCENARIOS for kinds, errors in self.ERRORS.items()
                for n in few(self.counts(scenario, kinds)) for error in errors]

    def run(self, case):
        name, kinds, n, error = case.split(":")
        scenario = BY_NAME[name]
        self.bed.start(scenario)
        fault = {"CALLS": kinds, "AT": n, "DO": "ENOSPC" if error == "full" else error}
        if error == "full":
            fault["STICKY"] = "1"
        outcome = self.bed.index(scenario, fault)
        struck = [call for call in outcome.calls if call[-1] == "!"]
        self.expect(outcome, struck, error)
        state = self.bed.expect_whole(scenario)
        if outcome.code == 0 and state != "after":
            raise Failure("exit 0, but nothing was done")
        self.bed.expect_completed(scenario)

    @staticmethod
    def expect(outcome, struck, error):
        at = " ".join(struck[0][:-1]) if struck else "no call at all"
        if error == "short" or not struck:
            if outcome.code != 0:
                raise Failure(f"exit {outcome.code} instead of 0 after {at}: {outcome.err}")
            return
        if outcome.code == 0:
            if not all(is_harmless(call) for call in struck):
                raise Failure(f"exit 0 although this failed: {at}")
            return
        if outcome.code != 74:
            raise Failure(f"exit {outcome.code} instead of 74 after {at}: {outcome.err}")
        reason = "Input/output error" if error == "EIO" else "No space left on device"
        if not is_named(reason, outcome.err):
            raise Failure(f"'{reason}' is not named after {at}: {outcome.err}")


class Reads(Subject):
    """The disk cannot be read while a search or a check is at work: an error (2; 74 or 76), no wrong answer."""

    def cases(self, _rounds):
        cases = []
        for job in ("search", "check") if self.bed.can_check else ("search",):
            self.bed.start(BY_NAME["update"])
            calls = self.bed.run(self.command(job), {}).calls
            cases += [f"{job}:{kind}:{n}" for kind in ("look", "read")
                      for n in few(sum(call[0] == kind for call in calls))]
        return cases

    def command(self, job):
        return self.bed.search_command() if job == "search" else self.bed.check_command()

    def run(self, case):
        job, kind, n = case.split(":")
        self.bed.start(BY_NAME["update"])
        right = self.bed.run(self.command(job))
        outcome = self.bed.run(self.command(job), {"CALLS": kind, "AT": n, "DO": "EIO"})
        at = " ".join(next((call for call in outcome.calls if call[-1] == "!"), ["no call"]))
        if outcome.code not in ((0, 1, 2) if job == "search" else (0, 74, 76)):
            raise Failure(f"exit {outcome.code} after {at}: {outcome.err}")
        if outcome.code not in (0, 1) and not outcome.err:
            raise Failure(f"exit {outcome.code} without a message after {at}")
        if outcome.code in (0, 1) and without_times(outcome.out) != without_times(right.out):
            raise Failure(f"exit {outcome.code} with another answer after {at}: {outcome.err}")


def without_times(text):
    return re.sub(r'"took_ms":[0-9.]+', "", text)


def few(number, most=300):
    """The numbers from 1 on, or as many of them, spread evenly: of thousands of reads few are different."""
    return range(1, number + 1, -(-number // most) or 1)


class Kills(Subject):
    """The process is killed. The database is as before or as after the run."""

    def cases(self, _rounds):
        return [f"{scenario.name}:{kinds}:{n}:{how}"
                for scenario in SCENARIOS for kinds, how in ((CHANGES, "kill"), ("write", "torn"))
                for n in range(1, self.counts(scenario, kinds) + 1)]

    def run(self, case):
        name, kinds, n, how = case.split(":")
        scenario = BY_NAME[name]
        self.bed.start(scenario)
        outcome = self.bed.index(scenario, {"CALLS": kinds, "AT": n, "DO": how})
        if outcome.code != -signal.SIGKILL:
            raise Failure(f"exit {outcome.code} instead of being killed: {outcome.err}")
        self.bed.expect_whole(scenario)
        self.bed.expect_completed(scenario)


class Order(Subject):
    """What a power failure may leave: nothing becomes valid by a rename before what it names is on the disk."""

    def cases(self, _rounds):
        return [scenario.name for scenario in SCENARIOS]

    def run(self, case):
        scenario = BY_NAME[case]
        self.bed.start(scenario)
        before = self.bed.live()
        outcome = self.bed.index(scenario, {})
        after = self.bed.live()
        dirty = set()  # files with content, and folders with names, that have not been flushed
        for kind, path, *to in outcome.calls:
            if os.path.basename(path) in ("LOCK", "flintlock"):  # they hold nothing
                continue
            if kind in ("write", "truncate"):
                dirty.add(path)
            elif kind == "sync":
                dirty.discard(path)
            elif kind == "rename":
                self.expect_flushed(path, to[0], dirty, before, after)
                dirty -= {path}
                dirty.add(os.path.dirname(path))
            elif kind == "unlink" and path in dirty:
                dirty.discard(path)
        if dirty:
            raise Failure(f"done, but not flushed: {' '.join(sorted(dirty))}")

    @staticmethod
    def expect_flushed(source, target, dirty, before, after):
        """What the name `target` now stands for must be on the disk; in a generation not live yet nothing must."""
        if target.endswith("/XAPIANDB"):
            needed = {path for path in dirty if path == after or os.path.dirname(path) == after}
        elif os.path.basename(target) == "iamglass":
            # Also the rename of the commit before: blocks that its forerunner needs are written over now.
            needed = {path for path in dirty if path == before or os.path.dirname(path) == before}
        else:
            needed = set()
        in_new = os.path.dirname(target) not in (before, os.path.dirname(after))
        needed |= set() if in_new else dirty & {source}
        if needed:
            raise Failure(f"{target} was replaced before these were flushed: {' '.join(sorted(needed))}")


class Signals(Subject):
    """The process is asked to stop: it commits what is done (128 + signal). Asked twice, it stops at once."""

    HOW = (*STOP_SIGNALS, "twice", "nohup")

    def cases(self, _rounds):
        return [f"{scenario.name}:{n}:{how}" for scenario in SCENARIOS
                for n in range(1, self.counts(scenario, CHANGES) + 1) for how in self.HOW]

    def run(self, case):
        name, n, how = case.split(":")
        scenario = BY_NAME[name]
        self.bed.start(scenario)
        more = {}
        if how == "nohup":
            more["preexec_fn"] = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)
        process = self.bed.popen(self.bed.command(scenario), {"CALLS": CHANGES, "AT": n, "DO": "stop"}, **more)
        expect_stopped(process)
        # Both wait for the process to go on, so that no time passes between the first and the second.
        sent = {"twice": ("INT", "TERM"), "nohup": ("HUP",)}.get(how, (how,))
        for number in sent:
            process.send_signal(getattr(signal, "SIG" + number))
        process.send_signal(signal.SIGCONT)
        outcome = self.bed.finish(process)
        if how == "nohup":
            if outcome.code != 0:
                raise Failure(f"exit {outcome.code} after a signal that is to be ignored: {outcome.err}")
        elif how == "twice":
            self.expect_at_once(outcome)
        elif outcome.code not in (0, STOP_SIGNALS[how]):
            raise Failure(f"exit {outcome.code} instead of {STOP_SIGNALS[how]}: {outcome.err}")
        self.bed.expect_mixture(scenario)
        if outcome.code == 0:  # it came too late to stop anything
            self.bed.expect_whole(scenario, ("after",))
        self.bed.expect_completed(scenario)

    @staticmethod
    def expect_at_once(outcome):
        if outcome.code not in (130, 143):
            raise Failure(f"exit {outcome.code} instead of 130 or 143: {outcome.err}")
        if outcome.calls[-1][-1] != "!":
            raise Failure(f"after the second signal: {' '.join(outcome.calls[-1])}")


def expect_stopped(process):
    """Waits until the process has stopped itself."""
    _, status = os.waitpid(process.pid, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        process.returncode = os.waitstatus_to_exitcode(status)
        raise Failure(f"exit {process.returncode} before it came to the call: {process.stderr.read()}")


class Crashes(Subject):
    """kill -9 at random moments of runs with several commits, a few times in a row.

    Every article is as before or as after.
    """

    needs_shim = False
    size = {"memory": "64M", "records": 160, "sentences": 40, "each": 2}

    def __init__(self, bed, seed):
        super().__init__(bed, seed)
        self.seconds = {scenario.name: self.measure(scenario) for scenario in SCENARIOS}

    def measure(self, scenario):
        self.bed.start(scenario)
        started = time.monotonic()
        self.bed.index(scenario)
        return time.monotonic() - started

    def cases(self, rounds):
        return [f"{scenario.name}:{n}" for n in range(rounds) for scenario in SCENARIOS][:rounds]

    def run(self, case):
        name = case.split(":")[0]
        scenario = BY_NAME[name]
        moments = self.random(case)
        self.bed.start(scenario)
        for _ in range(moments.randint(1, 3)):
            process = self.bed.popen(self.bed.command(scenario))
            try:
                process.wait(moments.uniform(0, self.seconds[name]))
            except subprocess.TimeoutExpired:
                process.kill()
            outcome = self.bed.finish(process)
            if outcome.code not in (0, -signal.SIGKILL):
                raise Failure(f"exit {outcome.code}: {outcome.err}")
            self.bed.expect_mixture(scenario)
        self.bed.expect_completed(scenario)


MS_REMOUNT = 32


def mount(folder, options, flags=0):
    """Mounts a tmpfs. mount(8) cannot remount one in a user namespace: it adds ids that have no meaning there."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", folder.encode(), b"tmpfs", ctypes.c_ulong(flags), options.encode()) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), folder)


class Disk(Subject):
    """A file system of its own that is too small. Once it is made larger, the next run completes."""

    needs_shim = False

    def __init__(self, bed, seed):
        super().__init__(bed, seed)
        self.mount = os.path.join(bed.work, "disk")
        os.mkdir(self.mount)
        mount(self.mount, "size=64m")
        bed.database = os.path.join(self.mount, "db")

    @classmethod
    def missing(cls, programs, tools):
        with tempfile.TemporaryDirectory() as folder:
            try:
                mount(folder, "size=64m")
                subprocess.run(["umount", folder], check=True)
                return ""
            except OSError:
                pass
        # As root of a user namespace of its own, where the system allows that.
        if "WARTA_UNSHARED" not in os.environ and shutil.which("unshare"):
            os.environ["WARTA_UNSHARED"] = "1"
            if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0:
                os.execvp("unshare", ["unshare", "-rm", sys.executable, *sys.argv])
        return "no tmpfs can be mounted"

    def close(self):
        subprocess.run(["umount", self.mount], check=False)

    def cases(self, rounds):
        """From a single page to more than the run needs."""
        cases = []
        sizes = -(-rounds // len(SCENARIOS))
        for scenario in SCENARIOS:
            self.bed.start(scenario)
            before = self.used()
            self.bed.index(scenario)
            peak = max(self.used() - before, 64 << 10) * 1.5
            cases += [f"{scenario.name}:{int(4096 + peak * n / sizes)}" for n in range(sizes)]
        return cases

    def used(self):
        return shutil.disk_usage(self.mount).used

    def resize(self, size):
        mount(self.mount, f"size={size}", MS_REMOUNT)

    def run(self, case):
        name, free = case.split(":")
        scenario = BY_NAME[name]
        self.resize("64m")
        self.bed.start(scenario)
        self.resize(self.used() + int(free))
        outcome = self.bed.index(scenario)
        if outcome.code not in (0, 74):
            raise Failure(f"exit {outcome.code} instead of 74: {outcome.err}")
        if outcome.code == 74 and not ("space" in outcome.err and self.bed.database in outcome.err):
            raise Failure(f"the full disk is not named: {outcome.err}")
        self.bed.expect_whole(scenario, ("after",) if outcome.code == 0 else ("before", "after"))
        self.resize("64m")
        self.bed.expect_completed(scenario)


class Flips(Subject):
    """A bit of the live generation is turned over: --check notices (76), and is content when it is turned back."""

    needs_shim = False

    def cases(self, rounds):
        return [f"{scenario.name}:{n}" for n in range(rounds) for scenario in SCENARIOS][:rounds]

    def run(self, case):
        if not self.bed.can_check:
            return
        self.make(BY_NAME[case.split(":")[0]])
        folder = self.bed.live()
        places = [(os.path.join(folder, name), byte) for name in sorted(os.listdir(folder))
                  for byte in [os.path.getsize(os.path.join(folder, name))] if byte > 0]
        chosen = self.random(case)
        path, size = chosen.choices(places, [size for _, size in places])[0]
        byte, bit = chosen.randrange(size), chosen.randrange(8)
        flip(path, byte, bit)
        outcome = self.bed.check()
        flip(path, byte, bit)
        if outcome.code != 76:
            raise Failure(f"bit {bit} of byte {byte} of {os.path.basename(path)}: --check exits {outcome.code}")
        if not outcome.err:
            raise Failure("--check says nothing of what is damaged")
        self.bed.expect_whole(BY_NAME[case.split(":")[0]], ("after",))

    made = None

    def make(self, scenario):
        """The flips are turned back, so one database does for all of a scenario that follow each other."""
        if self.made != scenario:
            self.bed.start(scenario)
            self.bed.index(scenario)
            self.made = scenario


def flip(path, byte, bit):
    with open(path, "r+b") as file:
        file.seek(byte)
        value = file.read(1)[0]
        file.seek(byte)
        file.write(bytes([value ^ (1 << bit)]))


class Readers(Subject):
    """Whatever the writer does at the moment, a search gets a whole answer."""

    def cases(self, rounds):
        return ([f"{scenario.name}:stopped" for scenario in SCENARIOS]
                + [f"{scenario.name}:second" for scenario in SCENARIOS] + [f"commits:{rounds}"])

    def run(self, case):
        name, how = case.split(":")
        if how == "stopped":
            self.stop_everywhere(BY_NAME[name])
        elif how == "second":
            self.start_second(BY_NAME[name])
        else:
            self.read_beside(int(how))

    def stop_everywhere(self, scenario):
        """The writer stops before every call that changes something, for a search to look in."""
        self.bed.start(scenario)
        process = self.bed.popen(self.bed.command(scenario),
                                 {"CALLS": CHANGES, "AT": 1, "DO": "stop", "STICKY": 1})
        seen = ["before"]
        while True:
            _, status = os.waitpid(process.pid, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                process.returncode = os.waitstatus_to_exitcode(status)
                break
            now = self.bed.search()
            for name in ("before", "after"):
                if now == getattr(self.bed, name)[scenario.name].hits:
                    break
            else:
                process.kill()
                raise Failure("an answer is neither as before nor as after")
            if seen[-1] != name:
                seen.append(name)
            process.send_signal(signal.SIGCONT)
        outcome = self.bed.finish(process)
        if outcome.code != 0 or seen != ["before", "after"]:
            raise Failure(f"exit {outcome.code}, answers were {', '.join(seen)}: {outcome.err}")

    def start_second(self, scenario):
        """A second indexer while the first is in the middle."""
        calls = self.counts(scenario, CHANGES)
        self.bed.start(scenario)
        process = self.bed.popen(self.bed.command(scenario), {"CALLS": CHANGES, "AT": calls // 2, "DO": "stop"})
        expect_stopped(process)
        environment = self.bed.environment()
        for options in ((), ("--rebuild",)):
            second = subprocess.run(self.bed.command(Scenario("second", None, None, options)), env=environment,
                                    capture_output=True, text=True, check=False)
            if second.returncode != 75 or str(process.pid) not in second.stderr:
                process.kill()
                raise Failure(f"the second indexer: exit {second.returncode}: {second.stderr}")
        process.send_signal(signal.SIGCONT)
        outcome = self.bed.finish(process)
        if outcome.code != 0:
            raise Failure(f"the first indexer: exit {outcome.code}: {outcome.err}")
        self.bed.expect_whole(scenario, ("after",))

    def read_beside(self, runs):
        """Searches without pause beside so many runs, each of which commits; every tenth is a rebuild."""
        bed = self.bed
        # The numbers of the runs before tell in the ranks and in some ids, what an article says does not.
        whole = [{query: said(answer) for query, answer in state.hits.items()}
                 for state in (bed.before["update"], bed.after["update"])]
        bed.start(BY_NAME["update"])
        process = bed.popen(["sh", "-c", TO_AND_FRO, "writer", bed.work, str(runs)])
        reads = 0
        try:
            while process.poll() is None:
                for query, answer in bed.search().items():
                    if said(answer) not in [state[query] for state in whole]:
                        raise Failure(f"after {reads} good answers: not of one state: {query}")
                reads += 1
        finally:
            if process.poll() is None:
                process.kill()
            outcome = bed.finish(process)
            bed.shown = "morning" if os.path.exists(os.path.join(bed.work, "evening")) else "evening"
        if outcome.code != 0 or outcome.err or reads == 0:
            raise Failure(f"the writer: exit {outcome.code} beside {reads} searches: {outcome.err}")


# Indexes the two states of the folder by turns: FOLDER RUNS.
TO_AND_FRO = """
    cd "$1" || exit
    shown=morning next=evening i=0
    while [ $i -lt "$2" ]; do
      i=$((i + 1))
      mv berita $shown && mv $next berita || exit
      was=$shown shown=$next next=$was
      [ $((i % 10)) = 0 ] && rebuild=--rebuild || rebuild=
      indexer --db db $rebuild "$1/berita" || exit
    done
"""


def said(answer):
    """What the hits of a query are, in whatever order."""
    return sorted((hit["path"], hit.get("line", 0), hit["title"]["text"], hit["snippet"]["text"])
                  for hit in answer["hits"])


SUBJECTS = {"faults": Faults, "reads": Reads, "kills": Kills, "order": Order, "signals": Signals, "crashes": Crashes,
            "disk": Disk, "flips": Flips, "readers": Readers}
