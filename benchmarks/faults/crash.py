"""Crashes: the process that reads a feed, or the local Neo4j under it, is killed at random moments.

Usage: ``python -m benchmarks.faults.crash reader|server KILLS FOLDER [ROWS [SEED]]``

The feed is made by a seeded generator. Each ingest begins with an empty graph. A kill (SIGKILL) falls at a moment that
is drawn from the time that the rest of the writing takes, one in ten before it begins. Then: is every claim there whose
rows had been acknowledged, in the checkpoint? Does ``rapport db check`` find nothing? The same command is given again
and killed again, some times. In the end it is left alone, and the graph is compared with that of an undisturbed run, as
sets of claims, relations, actors and reports.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import neo4j
import psutil

from benchmarks import gdelt_rows
from graph import process
from graph.checking import check
from graph.local import LocalServer, ensure_running
from graph.store import Store
from graph.table import as_json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROWS = 20_000
SEED = 8
COMMAND = Path(__file__).parents[2] / "rapport.py"
DEFAULTS = ((3, ROWS), (4, SEED))
KILLS = 5
"""In one ingest."""
BEFORE = 0.1
"""The share of kills before anything is written."""
LOOK = 0.02
"""Seconds between two looks at whether writing has begun."""
Victim = Literal["reader", "server"]
VICTIMS: tuple[Victim, ...] = get_args(Victim)
During = Literal["before", "transaction", "between", "done"]
"""Nothing was written yet by this command; a transaction was open; none was, between two; the command had ended."""

OPEN = "SHOW TRANSACTIONS YIELD database, status WHERE database <> 'system' RETURN count(*) AS many"
ROWS_THERE = "MATCH (c:Claim) RETURN DISTINCT c.row AS row"

CONTENTS = (
    """
    MATCH (c:Claim) RETURN c {.*, run: null, report: [(c)-[:MADE_IN]->(r) | r.id],
    subject: [(c)-[:SUBJECT]->(a) | a.id], object: [(c)-[:OBJECT]->(a) | a.id],
    chain: COLLECT { MATCH (c)-[t:ATTRIBUTED_TO]->(a) RETURN [t.position, a.id] ORDER BY t.position }} AS it
    """,
    "MATCH (a:Actor) RETURN a {.*, labels: labels(a)} AS it",
    "MATCH (a:Actor)-[r]->(b:Actor) RETURN r {.*, type: type(r), ends: [a.id, b.id]} AS it",
    "MATCH (r:Report) RETURN r {.*, outlet: [(r)-[:PUBLISHED_BY]->(a) | a.id]} AS it",
)
EMPTY = "MATCH (n) WHERE NOT n:Rapport CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


@dataclass(frozen=True, slots=True)
class Kill:
    """What one kill left.

    Attributes:
        moment: seconds after the start of the command.
        during: what was going on.
        acknowledged: rows that the checkpoint told of, then or after an earlier kill of the same ingest.
        stood: rows whose claims were in the graph after the kill.
        missing: acknowledged rows whose claims were not there.
        off: what ``rapport db check`` found.
    """

    moment: float
    during: During
    acknowledged: int
    stood: int
    missing: int
    off: int


@dataclass(frozen=True, slots=True)
class Ingest:
    """A feed that was read to its end, however often that was cut short.

    Attributes:
        kills: in their order.
        same: whether the graph was that of the undisturbed run.
        said: the last line of what each command told that ended by itself before its time.
    """

    kills: tuple[Kill, ...]
    same: bool
    said: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was lost."""
        return self.same and not any(one.missing or one.off for one in self.kills)


class Crashes:
    """Ingests with kills in one data folder, whose local Neo4j nobody else uses.

    Args:
        folder: the data folder.
        rows: of the feed.
        seed: of the moments.
        undisturbed: how many undisturbed runs go before; each finds the server warmer.
    """

    def __init__(self, folder: Path, rows: int = ROWS, seed: int = SEED, undisturbed: int = 2) -> None:
        self.home = folder.absolute() / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.feed = folder.absolute() / "made-up.export.CSV"
        gdelt_rows.write(self.feed, rows, seed)
        self.rows = [line.split("\t", 1)[0] for line in self.feed.read_text("utf8").splitlines()]
        self.chance = random.Random(seed)
        self.environment = {**os.environ, "RAPPORT_HOME": str(self.home), "RAPPORT_IDLE_MINUTES": "5"}
        self.environment.pop("NEO4J_URI", None)
        for _ in range(undisturbed):
            self._empty()
            self.lead, self.seconds = self._times()
        with self.store() as store:
            self.wanted = contents(store)
            self.rows_with_claims = {row["row"] for row in store.stream(ROWS_THERE)}
            if list(check(store)):
                raise RuntimeError("the undisturbed run left something off")

    def store(self) -> Store:
        """The graph; its local Neo4j is started where it does not run."""
        address = ensure_running(self.home)
        return Store(address.uri, address.username, address.password)

    def reading(self) -> subprocess.Popen[bytes]:
        """Start to read the feed."""
        command = [sys.executable, str(COMMAND), "ingest", "gdelt", str(self.feed), "--workers", "0", "--quiet"]
        return subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )

    def ingest(self, victims: Sequence[Victim]) -> Ingest:
        """Read the feed into an empty graph, with kills on the way; it may be done before the last of them."""
        self._empty()
        done: list[Kill] = []
        commands: list[subprocess.Popen[bytes]] = []
        for victim in victims:
            if done and done[-1].during == "done":
                break
            commands.append(self.reading())
            done.append(self._kill(victim, commands[-1], done[-1].acknowledged if done else 0))
        commands.append(self.reading())
        said = [command.communicate()[1].decode(errors="replace").strip().splitlines() for command in commands]
        with self.store() as store:
            same = contents(store) == self.wanted
        return Ingest(tuple(done), same, tuple(lines[-1] for lines in said if lines))

    def _kill(self, victim: Victim, command: subprocess.Popen[bytes], before: int) -> Kill:
        """Kill at a random moment, and look at what is left.

        Args:
            victim: who is killed. A reader whose server is killed is left to find out by itself.
            command: the reader.
            before: rows acknowledged in earlier goes.
        """
        began = time.monotonic()
        with transactions(self.home) as writing:
            server = psutil.Process(LocalServer(self.home).status().pid)
            if self.chance.random() < BEFORE:
                time.sleep(self.chance.uniform(0, self.lead))
            else:
                share = self.chance.random()
                while command.poll() is None and not writing():
                    time.sleep(LOOK)
                time.sleep(share * self.seconds * (1 - before / len(self.rows)))
            during: During = "before"
            if command.poll() is not None:
                during = "done"
            elif writing():
                during = "transaction"
            elif self._acknowledged(before) > before:
                during = "between"
            if victim == "server":
                process.kill(server)
            elif command.poll() is None:
                os.killpg(command.pid, signal.SIGKILL)
            moment = time.monotonic() - began
        if victim == "reader":
            command.wait()
        acknowledged = len(self.rows) if during == "done" else self._acknowledged(before)
        with self.store() as store:
            there = {row["row"] for row in store.stream(ROWS_THERE)}
            missing = len((set(self.rows[:acknowledged]) & self.rows_with_claims) - there)
            return Kill(moment, during, acknowledged, len(there), missing, sum(1 for _ in check(store)))

    def _times(self) -> tuple[float, float]:
        """How long an undisturbed run takes until it writes, and from then on, in seconds."""
        began = time.monotonic()
        command = self.reading()
        with transactions(self.home) as writing:
            while command.poll() is None and not writing():
                time.sleep(LOOK)
        lead = time.monotonic() - began
        if command.communicate() and command.returncode:
            raise RuntimeError("the undisturbed run failed")
        return lead, time.monotonic() - began - lead

    def _acknowledged(self, before: int) -> int:
        """Rows that the checkpoint tells of; all where it was there and is gone."""
        found = list((self.home / "checkpoints").glob("*.json"))
        if not found:
            return len(self.rows) if before else 0
        return max(before, int(json.loads(found[0].read_text())["lines"]))

    def _empty(self) -> None:
        for left in (self.home / "checkpoints").glob("*"):
            left.unlink()
        with self.store() as store:
            store.prepare()
            store.cypher(EMPTY, write=True)


@contextmanager
def transactions(home: Path) -> Iterator[Callable[[], bool]]:
    """Tells whether a transaction is open in the graph of a data folder."""
    address = ensure_running(home)
    driver = neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password))
    with driver, driver.session(database="system") as session:
        yield lambda: session.run(OPEN).single(strict=True)["many"] > 0


def contents(store: Store) -> frozenset[str]:
    """Everything that stands in a store, as a set; when it was written is left out."""
    found: set[str] = set()
    for query in CONTENTS:
        found.update(as_json_text([_sorted(row["it"])]) for row in store.stream(query))
    return frozenset(found)


def _sorted(row: dict[str, Any]) -> dict[str, Any]:
    """Lists whose order means nothing are put in order."""
    loose = ("relation", "labels", "aliases")
    return {key: sorted(row[key]) if key in loose and row[key] else row[key] for key in sorted(row)}


def summary(ingests: Sequence[Ingest], victim: Victim) -> str:
    """What some ingests came to, in a few lines."""
    kills = [kill for one in ingests for kill in one.kills]
    during = Counter(kill.during for kill in kills)
    said = Counter(words.split(" at bolt")[0][:100] for one in ingests for words in one.said)
    return "\n".join(
        [
            f"{len(kills)} kills of the {victim} in {len(ingests)} ingests; "
            + ", ".join(f"{when}: {during[when]}" for when in get_args(During)),
            f"  acknowledged rows whose claims were missing: {sum(kill.missing for kill in kills)}",
            f"  findings of db check: {sum(kill.off for kill in kills)}",
            f"  the same graph in the end: {sum(one.same for one in ingests)} of {len(ingests)}",
            *(f"  said {count} times: {words}" for words, count in said.most_common(5)),
        ]
    )


def main(arguments: Sequence[str]) -> int:
    """Kill so many times and print what it came to; 1 where something was lost."""
    victim: Victim = "server" if arguments[0] == "server" else "reader"
    wanted = int(arguments[1])
    rows, seed = (int(arguments[number]) if len(arguments) > number else default for number, default in DEFAULTS)
    crashes = Crashes(Path(arguments[2]), rows, seed)
    print(f"An undisturbed run writes for {crashes.seconds:.1f} s after {crashes.lead:.1f} s.", flush=True)
    ingests: list[Ingest] = []
    while (left := wanted - sum(len(one.kills) for one in ingests)) > 0:
        ingests.append(crashes.ingest([victim] * min(KILLS, left)))
        print(*ingests[-1].kills, ingests[-1].said, f"same: {ingests[-1].same}", sep="\n  ", flush=True)
    LocalServer(crashes.home).stop()
    print(summary(ingests, victim))
    return 0 if all(one.sound for one in ingests) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
