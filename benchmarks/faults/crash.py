"""Crashes: the process that reads a feed, or the local Neo4j under it, is killed at random moments.

Usage: ``python -m benchmarks.faults.crash reader|server|both ROUNDS FOLDER [ROWS]`` (both: ROUNDS of each in turn)

The feed is made by a seeded generator. Each round begins with an empty graph, kills (SIGKILL) at a moment that is drawn
from the time that an undisturbed run takes, and then asks: is every claim there whose rows had been acknowledged, in
the checkpoint of the run? Does ``rapport db check`` find nothing? Does the same command, given again, complete to the
graph of the undisturbed run, compared as sets of claims, relations and actors?
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
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from benchmarks import gdelt_rows
from graph.checking import check
from graph.local import LocalServer, ensure_running
from graph.store import Store
from graph.table import as_json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.settings import Address

ROWS = 20_000
SEED = 8
COMMAND = Path(__file__).parents[2] / "rapport.py"
Victim = Literal["reader", "server"]
VICTIMS: tuple[Victim, ...] = ("reader", "server")

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
class Round:
    """What one kill led to.

    Attributes:
        moment: seconds after the start of the command.
        ended: whether the command had ended by then.
        acknowledged: rows that its checkpoint told of.
        stood: claims in the graph after the kill.
        missing: claims of acknowledged rows that were not there.
        off: what ``rapport db check`` found.
        same: whether the graph was that of the undisturbed run after the command was given again.
        said: the last line of the command's errors.
    """

    moment: float
    ended: bool
    acknowledged: int
    stood: int
    missing: int
    off: int
    same: bool
    said: str

    @property
    def sound(self) -> bool:
        """Whether nothing was lost."""
        return not self.missing and not self.off and self.same


class Crashes:
    """Rounds of kills in one data folder, whose local Neo4j nobody else uses.

    Args:
        folder: the data folder.
        rows: of the feed.
        seed: of the moments.
    """

    def __init__(self, folder: Path, rows: int = ROWS, seed: int = SEED) -> None:
        self.home = folder.absolute() / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.feed = folder.absolute() / "made-up.export.CSV"
        gdelt_rows.write(self.feed, rows, seed)
        self.chance = random.Random(seed)
        self.environment = {**os.environ, "RAPPORT_HOME": str(self.home), "RAPPORT_IDLE_MINUTES": "5"}
        self.environment.pop("NEO4J_URI", None)
        for _ in range(2):  # the first warms the server up
            self._empty()
            began = time.monotonic()
            self.ingest().communicate()
            self.seconds = time.monotonic() - began
        with self.store() as store:
            self.wanted = contents(store)
            self.rows_with_claims = {row["row"] for row in store.stream("MATCH (c:Claim) RETURN DISTINCT c.row AS row")}
            if list(check(store)):
                raise RuntimeError("the undisturbed run left something off")
        self.order = [line.split("\t", 1)[0] for line in self.feed.read_text("utf8").splitlines()]

    def address(self) -> Address:
        """Where the local Neo4j answers; it is started where it does not run."""
        return ensure_running(self.home)

    def store(self) -> Store:
        """The graph."""
        address = self.address()
        return Store(address.uri, address.username, address.password)

    def ingest(self) -> subprocess.Popen[bytes]:
        """Start to read the feed."""
        command = [sys.executable, str(COMMAND), "ingest", "gdelt", str(self.feed), "--workers", "0", "--quiet"]
        return subprocess.Popen(
            command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
        )

    def round(self, victim: Victim) -> Round:
        """Kill once, and look at what is left."""
        self._empty()
        moment = self.chance.uniform(0, self.seconds)
        running = self.ingest()
        time.sleep(moment)
        ended = running.poll() is not None
        if victim == "reader":
            if not ended:
                os.killpg(running.pid, signal.SIGKILL)
        else:
            os.kill(LocalServer(self.home).status().pid or 0, signal.SIGKILL)
        _, errors = running.communicate()
        acknowledged = self._acknowledged()
        with self.store() as store:
            there = {row["row"] for row in store.stream("MATCH (c:Claim) RETURN DISTINCT c.row AS row")}
            told = set(self.order[:acknowledged]) if running.returncode else set(self.order)
            missing = len((told & self.rows_with_claims) - there)
            off = sum(1 for _ in check(store))
        again = self.ingest()
        again.communicate()
        with self.store() as store:
            same = contents(store) == self.wanted
        said = errors.decode(errors="replace").strip().splitlines()
        return Round(moment, ended, acknowledged, len(there), missing, off, same, said[-1] if said else "")

    def _acknowledged(self) -> int:
        """Rows that the checkpoint tells of."""
        found = list((self.home / "checkpoints").glob("*.json"))
        return int(json.loads(found[0].read_text())["lines"]) if found else 0

    def _empty(self) -> None:
        for left in (self.home / "checkpoints").glob("*"):
            left.unlink()
        with self.store() as store:
            store.prepare()
            store.cypher(EMPTY, write=True)


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


def summary(rounds: Sequence[Round], victim: Victim) -> str:
    """What some rounds came to, in a few lines."""
    midway = sum(one.stood > 0 and not one.ended for one in rounds)
    said = Counter(one.said.split(" at bolt")[0][:100] for one in rounds if one.said)
    ended = sum(one.ended for one in rounds)
    return "\n".join(
        [
            f"{len(rounds)} kills of the {victim}, {midway} with part of the feed written, {ended} when it was done:",
            f"  acknowledged claims missing: {sum(one.missing for one in rounds)}",
            f"  findings of db check: {sum(one.off for one in rounds)}",
            f"  the same graph when run again: {sum(one.same for one in rounds)} of {len(rounds)}",
            *(f"  said {count} times: {words}" for words, count in said.most_common(5)),
        ]
    )


def main(arguments: Sequence[str]) -> int:
    """Run the rounds and print what they came to; 1 where something was lost."""
    victims: Sequence[Victim] = [one for one in VICTIMS if arguments[0] in (one, "both")]
    crashes = Crashes(Path(arguments[2]), int(arguments[3]) if len(arguments) > 3 else ROWS)
    print(f"An undisturbed run takes {crashes.seconds:.1f} s.", flush=True)
    rounds: dict[Victim, list[Round]] = {victim: [] for victim in victims}
    for number in range(1, int(arguments[1]) + 1):
        for victim in victims:
            rounds[victim].append(crashes.round(victim))
            print(victim, number, rounds[victim][-1], flush=True)
    LocalServer(crashes.home).stop()
    for victim in victims:
        print(summary(rounds[victim], victim))
    return 0 if all(one.sound for some in rounds.values() for one in some) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
