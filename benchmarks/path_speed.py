"""How long paths take between random actors of a large graph, beside Neo4j's own ``shortestPath`` and networkx.

Run it with ``python -m benchmarks.path_speed [PAIRS]`` and RAPPORT_HOME set to a folder of its own: the first run fills
its store, which takes some minutes. Prints medians in milliseconds, each also as a ratio to two measures of Neo4j's own
search over the same types of relation:

* bare: one statement in a transaction of its own, which gives the length of the path and nothing else;
* documented: the call that the driver's manual shows, ``driver.execute_query(… RETURN p)``, on a driver opened as it
  shows, which gives the path with its nodes and relationships.

The two and the plain question are asked in turns, so that whatever else the machine does meets all of them alike, and
in an order that is drawn anew for each pair: who comes first finds less in the processor's memory.
"""

from __future__ import annotations

import dataclasses
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import neo4j

import graph
from benchmarks.large_graph import ACTORS, FIRST_DAY, actor, load
from graph.errors import NoPath
from graph.local import ensure_running
from queries.pathfinding.walk import Rank, Walk
from queries.paths import find_paths, traversable
from queries.standing import RollUp, standing
from queries.view import View

if TYPE_CHECKING:
    from graph.store import Store

Ends = tuple[str, str]
Task = Callable[[str, str], object]
OWN = """
MATCH (a:Actor {{id: $start}}), (b:Actor {{id: $goal}})
MATCH p = shortestPath((a)-[:{types}*..6]-(b)) RETURN {told}
"""
ROUNDS = 5
"""How often the plain question and what it is measured by are asked between each pair."""

EDGES = "MATCH (a:Actor)-[r]->(b:Actor) RETURN DISTINCT a.id AS one, b.id AS other"
HALF = FIRST_DAY.replace(year=FIRST_DAY.year + 1)


def questions(store: Store) -> Iterator[tuple[str, View, Walk]]:
    """Every option, each alone."""
    view, walk = traversable(), Walk(paths=1)
    yield "-k 3", view, Walk(paths=3)
    yield "-k 10", view, Walk(paths=10)
    yield "--directed", view, dataclasses.replace(walk, directed=True)
    yield "--type (3)", traversable(["STRIKES", "AIDS", "ACCUSES"]), walk
    yield "--valence hostile", dataclasses.replace(view, highest=-0.01), walk
    yield "--via", view, dataclasses.replace(walk, via=(actor(77),))
    yield "--avoid", view, dataclasses.replace(walk, avoid=tuple(actor(number) for number in range(20)))
    yield "--since --until", dataclasses.replace(view, since=HALF, until=HALF.replace(month=3)), walk
    yield "--as-of", dataclasses.replace(view, as_of=HALF), walk
    yield "--known-at", dataclasses.replace(view, known_at=HALF), walk
    yield "--min-origins 2", dataclasses.replace(view, min_origins=2), walk
    yield "--without-source", dataclasses.replace(view, without=(actor(3),)), walk
    yield "--known-at --min-origins 2", dataclasses.replace(view, known_at=HALF, min_origins=2), walk
    yield "--roll-up state", dataclasses.replace(view, standing=standing(store, RollUp.STATE)), walk
    for rank in (Rank.SUPPORT, Rank.RECENT, Rank.HOSTILE, Rank.FRIENDLY):
        yield f"--rank {rank.value}", view, dataclasses.replace(walk, rank=rank)
    timed = dataclasses.replace(walk, in_time=True)
    yield "--time-respecting", view, timed
    yield "--time-respecting --max-gap 30", view, dataclasses.replace(timed, max_gap=30)
    yield "--time-respecting --rank earliest", view, dataclasses.replace(timed, rank=Rank.EARLIEST)


def times(tasks: Mapping[str, Task], pairs: Sequence[Ends], rounds: int = 1) -> dict[str, tuple[float, float]]:
    """The median and the longest time of each task over pairs, in milliseconds; asked in turns, in an order by lot."""
    chance, order = random.Random(2), list(tasks.items())
    took: dict[str, list[float]] = {name: [] for name in tasks}
    for pair in pairs[:3]:
        for task in tasks.values():
            task(*pair)
    for pair in [*pairs] * rounds:
        chance.shuffle(order)
        for name, task in order:
            began = time.perf_counter()
            task(*pair)
            took[name].append((time.perf_counter() - began) * 1000)
    return {name: (statistics.median(each), max(each)) for name, each in took.items()}


@dataclasses.dataclass(frozen=True, slots=True)
class Measured:
    """Neo4j's own times, in milliseconds, by which others are measured."""

    bare: float
    documented: float

    def line(self, took: tuple[float, float], name: str) -> None:
        """Print the median and the longest time of a task, and its ratio to each."""
        typical, slowest = took
        ratios = f"{typical / self.bare:7.2f} x bare {typical / self.documented:7.2f} x documented"
        print(f"{typical:9.2f} ms  slowest {slowest:8.1f} {ratios}  {name}", flush=True)


def beside_networkx(store: Store, pairs: Sequence[Ends], measured: Measured) -> None:
    """Print how long networkx takes, which must first be given the whole graph."""
    import networkx as nx

    began = time.perf_counter()
    drawn = nx.Graph((row["one"], row["other"]) for row in store.stream(EDGES))
    reading = time.perf_counter() - began
    took = times({"networkx": lambda start, goal: nx.bidirectional_shortest_path(drawn, start, goal)}, pairs)
    measured.line(took["networkx"], f"networkx, once it has read for {reading:.0f} s")


def path_of(store: Store, view: View, walk: Walk) -> Task:
    """Asks for paths; none is an answer too."""

    def ask(start: str, goal: str) -> None:
        with suppress(NoPath):
            find_paths(store, start, goal, view, walk)

    return ask


def plain_question(store: Store, pairs: Sequence[Ends]) -> Measured:
    """Print the times of the plain question and of Neo4j's own search."""
    address = ensure_running()
    types = traversable().pattern
    bare, documented = OWN.format(types=types, told="length(p) AS hops"), OWN.format(types=types, told="p")
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:

        def alone(start: str, goal: str) -> None:
            with driver.session(database="neo4j", default_access_mode=neo4j.READ_ACCESS) as session:
                session.run(bare, start=start, goal=goal).single()

        def called(start: str, goal: str) -> None:
            driver.execute_query(
                documented, start=start, goal=goal, database_="neo4j", routing_=neo4j.RoutingControl.READ
            )

        plain = path_of(store, traversable(), Walk(paths=1))
        took = times({"bare": alone, "documented": called, "plain": plain}, pairs, ROUNDS)
    measured = Measured(took["bare"][0], took["documented"][0])
    measured.line(took["bare"], "Neo4j's own, in a transaction of its own, the length alone")
    measured.line(took["documented"], "Neo4j's own, by execute_query, the path")
    measured.line(took["plain"], "plain")
    return measured


def measure(number: int) -> None:
    """Print a line for each question."""
    chance = random.Random(1)
    pairs = [(actor(one), actor(other)) for one, other in (chance.sample(range(ACTORS), 2) for _ in range(number))]
    with graph.connect() as store:
        if not store.cypher("MATCH (a:Actor) RETURN a LIMIT 1"):
            load(store)
        plain_question(store, pairs)  # until everything is warm
        measured = plain_question(store, pairs)
        beside_networkx(store, pairs, measured)
        for name, view, walk in questions(store):
            measured.line(times({name: path_of(store, view, walk)}, pairs)[name], name)


if __name__ == "__main__":
    measure(int((sys.argv[1:] or ["30"])[0]))
