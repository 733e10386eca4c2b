"""The actors and relations around two actors, as far as paths between them can reach, read from the store."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from queries.within_days import WITHIN_DAYS

if TYPE_CHECKING:
    from graph.store import Store

CHOSEN = f"type(r) IN $types AND {WITHIN_DAYS}"

_AROUND = """
UNWIND $frontier AS id
MATCH (a:Actor {{id: id}}){pattern}(b:Actor)
WHERE ($meeting IS NULL OR b.id IN $meeting) AND {chosen}
RETURN a.id AS here, b.id AS there, max(r.origins) AS origins, max(r.claims) AS claims
"""
_PATTERNS = {"out": "-[r]->", "in": "<-[r]-", "either": "-[r]-"}
_LENGTH = """
MATCH (a:Actor {{id: $start}}), (b:Actor {{id: $goal}})
MATCH p = shortestPath((a)-[*..{hops}]-{arrow}(b)) WHERE all(r IN relationships(p) WHERE {chosen})
RETURN length(p) AS hops
"""

WEAKNESS = 0.01
"""A path's hops count first. Among paths of as many hops, each hop adds at most this much, the less the more origins
and claims its strongest relation has; a hundred weak hops would be needed to weigh as much as one hop more."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which relations a path may run over.

    Attributes:
        types: names of relation types, all of them traversable.
        lasting: names of the types that are states.
        since, until: the days within which a relation happened or held; None for no bound.
        directed: whether it is walked only from subject to object.
    """

    types: tuple[str, ...]
    lasting: tuple[str, ...]
    since: datetime.date | None = None
    until: datetime.date | None = None
    directed: bool = False

    @property
    def parameters(self) -> dict[str, Any]:
        """The values that ``CHOSEN`` asks for."""
        return {"types": list(self.types), "lasting": list(self.lasting), "since": self.since, "until": self.until}


def fewest_hops(store: Store, start: str, goal: str, most: int, wanted: Filter) -> int | None:
    """How many hops the shortest path has; None where there is none of up to ``most`` hops."""
    statement = _LENGTH.format(hops=int(most), arrow=">" if wanted.directed else "", chosen=CHOSEN)
    rows = store.cypher(statement, {**wanted.parameters, "start": start, "goal": goal})
    return rows[0]["hops"] if rows else None


class Neighbourhood:
    """A graph that holds every path of a number of hops between two actors, and grows as that number does.

    Its nodes are ids of actors. However many relations join two actors, they are one edge, whose ``weight`` is 1 and a
    little more (see ``WEAKNESS``), so that the strongest of several paths of one length comes first.

    Args:
        store: what is read.
        start, goal: ids of two actors.
        wanted: which relations count.
    """

    def __init__(self, store: Store, start: str, goal: str, wanted: Filter) -> None:
        self._store = store
        self._start = start
        self._goal = goal
        self._wanted = wanted
        self._frontiers = {"start": {start}, "goal": {goal}}
        self._seen = {"start": {start}, "goal": {goal}}
        self._steps = 0
        self._edges: dict[tuple[str, str], float] = {}

    def reaching(self, hops: int) -> nx.DiGraph[str]:
        """The graph, grown so that it holds all paths of up to ``hops`` hops, and no actor that is on none of them.

        All but one hop of such a path can be reached from one end or the other in that many steps together. The last
        step, which would be the widest, only closes the gap: it reads what joins the two sides.
        """
        while self._steps < hops - 1:
            end = self._narrower()
            reached = self._read(end)
            self._frontiers[end] = reached - self._seen[end]
            self._seen[end] |= reached
            self._steps += 1
        end = self._narrower()
        self._read(end, self._seen["goal" if end == "start" else "start"])
        return _between(self._start, self._goal, hops, self._edges)

    def _narrower(self) -> str:
        """The end where a step costs less."""
        return min(self._frontiers, key=lambda end: len(self._frontiers[end]))

    def _read(self, end: str, meeting: set[str] | None = None) -> set[str]:
        """Read the relations around a frontier, only those to ``meeting`` where it is given; gives whom they reach."""
        if not self._frontiers[end]:
            return set()
        side = "either" if not self._wanted.directed else "out" if end == "start" else "in"
        values = {
            "frontier": sorted(self._frontiers[end]),
            "meeting": None if meeting is None else sorted(meeting),
        }
        statement = _AROUND.format(pattern=_PATTERNS[side], chosen=CHOSEN)
        rows = self._store.cypher(statement, {**self._wanted.parameters, **values})
        for row in rows:
            self._draw(row, backwards=side == "in")
        return {row["there"] for row in rows}

    def _draw(self, row: Mapping[str, Any], *, backwards: bool) -> None:
        here, there = (row["there"], row["here"]) if backwards else (row["here"], row["there"])
        weight = 1 + WEAKNESS / (1 + (row["origins"] or 0) + (row["claims"] or 0) / 1000)
        self._edges[here, there] = weight
        if not self._wanted.directed:
            self._edges[there, here] = weight


def _between(start: str, goal: str, hops: int, edges: Mapping[tuple[str, str], float]) -> nx.DiGraph[str]:
    """The edges on some way of up to ``hops`` hops, always in the same order, so that ties end the same way."""
    drawn: nx.DiGraph[str] = nx.DiGraph(list(edges))
    drawn.add_nodes_from((start, goal))
    ahead = nx.single_source_shortest_path_length(drawn, start, cutoff=hops)
    behind = nx.single_source_shortest_path_length(drawn.reverse(copy=False), goal, cutoff=hops)
    kept: nx.DiGraph[str] = nx.DiGraph()
    kept.add_nodes_from((start, goal))
    kept.add_weighted_edges_from(
        (here, there, weight)
        for (here, there), weight in sorted(edges.items())
        if ahead.get(here, hops) + 1 + behind.get(there, hops) <= hops
    )
    return kept
