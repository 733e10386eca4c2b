"""Routes: the rows of actors that lead from one to another over given edges, no actor twice; pure, with no store."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from queries.pathfinding.neighbourhood import Edge, Pair, distances
from queries.pathfinding.walk import Walk
from queries.pathfinding.windows import Days, crossed

Route = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One row of actors.

    Attributes:
        actors: from the first to the last.
        weakness: the sum of its edges'; of two rows with as many hops, that with less comes first.
        arrives: where days matter, the earliest day on which the last hop can be walked.
    """

    actors: Route
    weakness: float
    arrives: int = 0


def routes(start: str, goal: str, hops: int, edges: Mapping[Pair, Edge], walk: Walk) -> Iterator[Found]:
    """Every row of actors of exactly ``hops`` hops.

    Args:
        start: where it begins.
        goal: where it ends.
        hops: how long it is.
        edges: what it can run over, each the way it goes.
        walk: how it may run: which actors it passes, and whether days may go backwards.
    """
    following: dict[str, list[tuple[str, Edge]]] = {}
    for (here, there), edge in edges.items():
        following.setdefault(here, []).append((there, edge))
    to_goal = distances(goal, edges, backwards=True)
    to_stops = {stop: distances(stop, edges, backwards=True) for stop in walk.via}
    gap = math.inf if walk.max_gap is None else walk.max_gap
    row, passed = [start], {start}

    def too_far(here: str, left: int) -> bool:
        """Whether the goal, by way of any stop that is still ahead, is further than the hops that are left."""
        if to_goal.get(here, math.inf) > left:
            return True
        return any(
            stop not in passed and to_stops[stop].get(here, math.inf) + to_goal.get(stop, math.inf) > left
            for stop in walk.via
        )

    def onward(weakness: float, reached: Sequence[Days]) -> Iterator[Found]:
        left = hops - len(row) + 1
        here = row[-1]
        if not left:
            if here == goal and passed.issuperset(walk.via):
                yield Found(tuple(row), weakness, int(reached[0][0]) if walk.in_time else 0)
            return
        for there, edge in following.get(here, ()):
            if there in passed or (there == goal and left > 1):
                continue
            days = crossed(reached, edge.days, gap) if walk.in_time else ()
            if walk.in_time and not days:
                continue
            row.append(there)
            passed.add(there)
            if not too_far(there, left - 1):
                yield from onward(weakness + edge.weakness, days)
            passed.remove(row.pop())

    if not too_far(start, hops):
        yield from onward(0.0, ())
