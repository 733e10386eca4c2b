"""How long paths take between random actors of a large graph, beside Neo4j's own ``shortestPath`` and networkx.

Run it with ``python -m benchmarks.path_speed [PAIRS]`` and RAPPORT_HOME set to a folder of its own: the first run fills
its store, which takes some minutes. Prints medians in milliseconds, each also as a ratio to Neo4j's own.
"""

from __future__ import annotations

import dataclasses
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import graph
from benchmarks.large_graph import ACTORS, FIRST_DAY, actor, load
from graph.errors import NoPath
from queries.pathfinding.legs import own_search
from queries.pathfinding.walk import Rank, Walk
from queries.paths import find_paths, traversable
from queries.standing import RollUp, standing
from queries.view import View

if TYPE_CHECKING:
    from graph.store import Store

OWN = """
MATCH (a:Actor {id: $start}), (b:Actor {id: $goal})
MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS hops
"""
HALF = FIRST_DAY.replace(year=FIRST_DAY.year + 1)


def questions(store: Store) -> Iterator[tuple[str, View, Walk]]:
    """Every option, each alone."""
    view, walk = traversable(), Walk(paths=1)
    yield "plain", view, walk
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


def median(task: Callable[[str, str], object], pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """The median and the longest time of a task over pairs, in milliseconds."""
    times = []
    for pair in pairs:
        began = time.perf_counter()
        task(*pair)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), max(times)


def beside_networkx(store: Store, pairs: list[tuple[str, str]], base: float) -> None:
    """Print how long networkx takes, which must first be given the whole graph."""
    import networkx as nx

    began = time.perf_counter()
    rows = store.cypher("MATCH (a:Actor)-[r]->(b:Actor) RETURN DISTINCT a.id AS one, b.id AS other")
    drawn = nx.Graph((row["one"], row["other"]) for row in rows)
    reading = time.perf_counter() - began
    took, slowest = median(lambda start, goal: nx.bidirectional_shortest_path(drawn, start, goal), pairs)
    print(
        f"{took:9.1f} ms  slowest {slowest:8.1f}  {took / base:.2f} x  networkx, once it has read for {reading:.0f} s"
    )


def measure(number: int) -> None:
    """Print a line for each question."""
    chance = random.Random(1)
    pairs = [(actor(one), actor(other)) for one, other in (chance.sample(range(ACTORS), 2) for _ in range(number))]
    with graph.connect() as store:
        if not store.cypher("MATCH (a:Actor) RETURN a LIMIT 1"):
            load(store)
        view = traversable()
        own = lambda start, goal: store.cypher(OWN, start=start, goal=goal)  # noqa: E731
        typed = lambda start, goal: own_search(store, start, goal, view, Walk())  # noqa: E731
        for task in (own, typed):
            median(task, pairs[:20])
        base, slowest = median(typed, pairs)
        print(f"{base:9.1f} ms  slowest {slowest:8.1f}  1.00 x  Neo4j's own, over relations between actors")
        mine, slowest = median(own, pairs)
        print(f"{mine:9.1f} ms  slowest {slowest:8.1f}  {mine / base:.2f} x  Neo4j's own, over whatever stands there")
        beside_networkx(store, pairs, base)
        for name, asked, walk in questions(store):

            def ask(start: str, goal: str, asked: View = asked, walk: Walk = walk) -> None:
                try:
                    find_paths(store, start, goal, asked, walk)
                except NoPath:
                    return

            median(ask, pairs[:3])
            took, slowest = median(ask, pairs)
            print(f"{took:9.1f} ms  slowest {slowest:8.1f}  {took / base:.2f} x  {name}", flush=True)


if __name__ == "__main__":
    measure(int((sys.argv[1:] or ["30"])[0]))
