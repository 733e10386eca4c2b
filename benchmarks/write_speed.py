"""How fast rows of a feed get into Neo4j: Rapport beside the driver's own ceiling.

Usage: ``python -m benchmarks.write_speed [ROWS] [ROUNDS] [kgx=PYTHON] [cartography=PYTHON] [first-load=ROWS]``

Each is timed in turn in one run, each time on an empty local Neo4j of its own with Rapport's constraints and indexes,
on the same rows of GDELT's layout. A Java program is slow until it has run for a while, so each writer first writes
some thousand other rows, which are taken away again. What is counted are the records written: nodes and relationships.

* ceiling: the rows of the finished graph, held ready in memory, with ``UNWIND … MATCH … CREATE`` and nothing else;
* Rapport: ``Run.ingest`` of the file: reading, resolving actors, looking for what stands already, projecting, writing.
* first load: the command ``rapport ingest gdelt FILE`` on a file of so many rows (200,000 unless told; 0 for none)
  where there is no graph yet, so that it makes the file the graph at once; from its call to its end: the start of
  Python and of the processes that read, reading, projecting, ``neo4j-admin``, the start of the server, its constraints
  and indexes, and the count of what is there. Nothing is warm; the rate grows with the rows.
* kgx, cartography: their own writers on the same ready rows (see ``benchmarks/peer_writers.py``), where the Python of
  an environment is named in which they are installed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import gdelt_rows
from graph.local import LocalServer
from graph.settings import Address
from graph.store import Store
from ingest.feeds.layouts import layouts_of
from ingest.feeds.runs import Run
from ingest.feeds.sources import Source
from ingest.feeds.summary import Summary

AT_ONCE = 5_000
WARM_UP = 20_000
"""Rows of the first writing, which is not timed."""

FIRST_LOAD = 200_000
"""Rows of a first load."""

PEERS = Path(__file__).with_name("peer_writers.py")
COMMAND = Path(__file__).parents[1] / "rapport.py"
COUNT = (
    "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() WITH nodes, count(r) AS links RETURN nodes + links AS records"
)
NODES = "MATCH (n) WHERE NOT n:Rapport RETURN labels(n) AS labels, properties(n) AS properties"
LINKS = (
    "MATCH (a)-[r]->(b) RETURN labels(a)[0] AS one, a.id AS start, type(r) AS type, labels(b)[0] AS other, "
    "b.id AS end, properties(r) AS properties"
)
EMPTY = "MATCH (n) WHERE NOT n:Rapport CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
Timed = tuple[int, float]
Nodes = dict[str, list[Any]]
Links = dict[tuple[str, str, str], list[Any]]


@contextmanager
def empty_server() -> Iterator[Address]:
    """A Neo4j of its own that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        server = LocalServer(Path(folder), idle=30)
        try:
            yield server.start()
        finally:
            server.stop()


@contextmanager
def empty_store() -> Iterator[Store]:
    """A store on it."""
    with empty_server() as address, Store(address.uri, address.username, address.password) as store:
        store.prepare()
        yield store


def read(store: Store, path: Path, progress: Callable[..., None] = lambda *_: None) -> Summary:
    """The command's own run over a file of GDELT's rows, with one process beside this one."""
    with tempfile.TemporaryDirectory() as folder:
        run = Run(
            store=store,
            address="benchmark",
            layouts=layouts_of(["gdelt"]),
            rejects=Path(folder, "rejects"),
            workers=1,
            tell=lambda _: None,
            progress=progress,
            afresh=True,
        )
        return run.ingest([Source(str(path), path)])


def rapport(store: Store, path: Path) -> float:
    """Seconds that it takes."""
    began = time.perf_counter()
    read(store, path)
    return time.perf_counter() - began


def first_load(count: int) -> Timed:
    """Records of a graph that was loaded at once, and the seconds of the command that loaded it."""
    with tempfile.TemporaryDirectory() as folder:
        feed, home = Path(folder, "rows.CSV"), Path(folder, "home")
        gdelt_rows.write(feed, count)
        server = LocalServer(home)
        ours = {name: value for name, value in os.environ.items() if name != "NEO4J_URI"}
        command = [sys.executable, str(COMMAND), "ingest", "gdelt", str(feed), "--quiet"]
        try:
            began = time.perf_counter()
            subprocess.run(command, env={**ours, "RAPPORT_HOME": str(home)}, check=True)
            seconds = time.perf_counter() - began
            address = server.start()
            with Store(address.uri, address.username, address.password) as store:
                return store.cypher(COUNT)[0]["records"], seconds
        finally:
            server.stop()


def ready_rows(store: Store) -> tuple[Nodes, Links]:
    """The finished graph as rows: nodes by their labels, relationships by their type and ends."""
    nodes: defaultdict[str, list[Any]] = defaultdict(list)
    for row in store.stream(NODES):
        nodes[":".join(sorted(row["labels"]))].append(row["properties"])
    links: defaultdict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for row in store.stream(LINKS):
        links[row["one"], row["type"], row["other"]].append([row["start"], row["end"], row["properties"]])
    return nodes, links


def ceiling(store: Store, nodes: Nodes, links: Links) -> float:
    """Seconds that the driver takes to create ready rows."""
    began = time.perf_counter()
    with store._driver.session() as session:
        for labels, rows in nodes.items():
            _in_batches(session, f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", rows)
        drawn: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
        for (one, kind, other), rows in links.items():
            drawn[one, other] += [[*row, kind] for row in rows]
        for (one, other), rows in drawn.items():
            statement = (
                f"UNWIND $rows AS row MATCH (a:{one} {{id: row[0]}}) MATCH (b:{other} {{id: row[1]}}) "
                "CREATE (a)-[r:$(row[3])]->(b) SET r = row[2]"
            )
            _in_batches(session, statement, rows)
    return time.perf_counter() - began


def _in_batches(session: Any, statement: str, rows: list[Any]) -> None:  # noqa: ANN401
    for start in range(0, len(rows), AT_ONCE):
        session.execute_write(lambda t, part=rows[start : start + AT_ONCE]: t.run(statement, rows=part).consume())


def peer(name: str, python: str, warm: Path, file: Path) -> Timed:
    """Records that a peer's writer wrote into an empty Neo4j, and its seconds."""
    with empty_server() as address:
        with Store(address.uri, address.username, address.password) as store:
            store.prepare()
        command = [python, str(PEERS), name, address.uri, address.username, address.password, str(warm), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{name} failed: {done.stderr[-2000:]}")
        with Store(address.uri, address.username, address.password) as store:
            return store.cypher(COUNT)[0]["records"], float(done.stdout.split()[-1])


def for_peers(nodes: Nodes, links: Links) -> str:
    """The ready rows as JSON; of a node's labels the first."""
    by_label: defaultdict[str, list[Any]] = defaultdict(list)
    for labels, rows in nodes.items():
        by_label[next(label for label in ("Actor", "Claim", "Report") if label in labels)] += rows
    told = [
        [one, start, kind, other, end, properties]
        for (one, kind, other), rows in links.items()
        for start, end, properties in rows
    ]
    return json.dumps({"nodes": by_label, "links": told}, default=str)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows in every form in which they are written.

    Attributes:
        feed: a file in GDELT's layout.
        ready: a file for the peers.
        nodes, links: for the driver.
    """

    feed: Path
    ready: Path
    nodes: Nodes
    links: Links


def rows_of(folder: Path, count: int, seed: int) -> Rows:
    """Make rows, and what they become."""
    feed, ready = folder / f"{seed}.CSV", folder / f"{seed}.json"
    gdelt_rows.write(feed, count, seed)
    with empty_store() as store:
        rapport(store, feed)
        nodes, links = ready_rows(store)
    ready.write_text(for_peers(nodes, links), "utf8")
    return Rows(feed, ready, nodes, links)


def timed(write: Callable[[Store, Rows], float], warm: Rows, rows: Rows) -> Timed:
    """Records that a writer wrote into an empty store, and its seconds."""
    with empty_store() as store:
        write(store, warm)
        with store._driver.session() as session:
            session.run(EMPTY).consume()
        seconds = write(store, rows)
        return store.cypher(COUNT)[0]["records"], seconds


def main(count: int, rounds: int, peers: dict[str, str], at_once: int) -> None:
    """Time all in turn and print records a second and their ratios."""
    with tempfile.TemporaryDirectory() as folder:
        warm, rows = rows_of(Path(folder), WARM_UP, seed=2), rows_of(Path(folder), count, seed=1)
        ratios: defaultdict[str, list[float]] = defaultdict(list)
        for number in range(rounds):
            ours = _shown(number, "Rapport", *timed(lambda store, told: rapport(store, told.feed), warm, rows))
            driver = timed(lambda store, told: ceiling(store, told.nodes, told.links), warm, rows)
            ratios["ceiling"].append(ours / _shown(number, "ceiling", *driver))
            loaded = _shown(number, "first load", *first_load(at_once)) if at_once else 0.0
            for name, python in peers.items():
                theirs = _shown(number, name, *peer(name, python, warm.ready, rows.ready))
                ratios[name].append(ours / theirs)
                ratios[f"{name}, first load"].append(loaded / theirs)
        for name, found in ratios.items():
            print(f"Rapport to {name}: {statistics.median(found):.2f} (from {min(found):.2f} to {max(found):.2f})")


def _shown(number: int, name: str, records: int, seconds: float) -> float:
    rate = records / seconds
    print(f"round {number + 1}: {name:<12}{rate:9,.0f} records/s ({records:,} in {seconds:.1f} s)", flush=True)
    return rate


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    named = dict(word.split("=", 1) for word in sys.argv[1:] if "=" in word)
    loaded_at_once = int(named.pop("first-load", FIRST_LOAD))
    main(*[*numbers, *(60_000, 3)[len(numbers) :]], peers=named, at_once=loaded_at_once)  # type: ignore[misc]
