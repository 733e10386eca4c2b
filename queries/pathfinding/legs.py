"""Legs: the ways between two actors by way of others, each read from the store only as far as it can reach."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from queries.pathfinding.neighbourhood import Edge, Neighbourhood, Pair

if TYPE_CHECKING:
    from graph.store import Store
    from queries.pathfinding.walk import Walk
    from queries.view import View

_SHORTEST = """
MATCH (a:Actor {{id: $start}}), (b:Actor {{id: $goal}})
MATCH p = shortestPath((a)-[:{types}*..{hops}]-{arrow}(b)) WHERE {seen}
RETURN [a IN nodes(p) | a.id] AS route
"""


class Legs:
    """All that paths of a number of hops can run over, from the start by way of every stop to the goal.

    Args:
        store: what is read.
        start: id of the actor where paths begin.
        goal: id of the actor where they end.
        view: which relations count.
        walk: how paths may run; its ``via`` are the stops.
    """

    def __init__(self, store: Store, start: str, goal: str, view: View, walk: Walk) -> None:
        self._orders = [tuple(itertools.pairwise((start, *order, goal))) for order in itertools.permutations(walk.via)]
        legs = sorted({leg for order in self._orders for leg in order})
        self._around = {leg: Neighbourhood(store, *leg, view, walk) for leg in legs}
        found: Mapping[Pair, float] = {
            leg: 1 if view.standing.moves else len(own_search(store, *leg, view, walk) or ()) - 1 for leg in legs
        }
        self._fewest = {leg: hops if hops > 0 else math.inf for leg, hops in found.items()}

    @property
    def fewest(self) -> int | None:
        """How many hops a path has at least; None where none can be."""
        fewest = min(map(self._length, self._orders))
        return int(fewest) if fewest < math.inf else None

    def reaching(self, hops: int) -> dict[Pair, Edge]:
        """Every edge on some way of up to ``hops`` hops by way of all stops, in the order of its ends."""
        most: dict[Pair, int] = {}
        for order in self._orders:
            spare = hops - self._length(order)
            for leg in order if spare >= 0 else ():
                most[leg] = max(most.get(leg, 0), int(self._fewest[leg] + spare))
        found: dict[Pair, Edge] = {}
        for leg, reach in most.items():
            found.update(self._around[leg].reaching(reach))
        return dict(sorted(found.items()))

    def _length(self, order: tuple[Pair, ...]) -> float:
        return sum(self._fewest[leg] for leg in order)


def own_search(store: Store, start: str, goal: str, view: View, walk: Walk) -> tuple[str, ...] | None:
    """A row of actors with as few hops as any, as Neo4j itself finds it; None where there is none.

    Which of several it is, Neo4j decides. Where a view asks the claims, where days may not go backwards or stops lie on
    the way, paths may be longer; where actors stand for others, also shorter.
    """
    statement = _SHORTEST.format(
        types=view.pattern,
        hops=int(walk.most_hops),
        arrow=">" if walk.directed else "",
        seen=along(view, walk),
    )
    rows = store.cypher(statement, {**view.parameters, "start": start, "goal": goal, "avoid": list(walk.avoid)})
    return tuple(rows[0]["route"]) if rows else None


def along(view: View, walk: Walk) -> str:
    """A condition on the path ``p``: it runs over relations that may be seen, and past nobody whom it must avoid."""
    asked = (
        f"all(r IN relationships(p) WHERE {view.conditions})" if view.conditions else "",
        "none(a IN nodes(p) WHERE a.id IN $avoid)" if walk.avoid else "",
    )
    return " AND ".join(filter(None, asked)) or "true"
