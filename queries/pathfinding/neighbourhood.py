"""The actors and relations around two actors, as far as paths between them can reach, read from the store."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.relations import Relation
from queries.pathfinding.walk import Walk
from queries.pathfinding.windows import EVER, Days, joined, onward
from queries.seen import see
from queries.standing import in_store
from queries.view import View, span

if TYPE_CHECKING:
    from graph.store import Store

Pair = tuple[str, str]
Windows = dict[str, tuple[Days, ...]]
"""For each actor the days on which one can go on from there; none where days do not matter."""
WEAKNESS = 0.01
"""A path's hops count first. Among paths of as many hops, each hop adds at most this much, the less the more origins
and claims its strongest relation has; a hundred weak hops would be needed to weigh as much as one hop more."""

_FIRST = "coalesce(r.on, date('0001-01-01'))"
_OPEN = "(r.until IS NULL AND type(r) IN $lasting)"
_LONG = "coalesce(r.precision, 'day') <> 'day'"
_LAST = f"""CASE WHEN {_OPEN} THEN date('9999-12-31')
  WHEN {_LONG} THEN coalesce(r.until, r.on)
    + duration(CASE r.precision WHEN 'year' THEN 'P1Y' ELSE 'P1M' END) - duration('P1D')
  ELSE coalesce(r.until, r.on) END"""
_AROUND = """
UNWIND $frontier AS end
MATCH (a:Actor {{id: end.id}}){pattern}(b:Actor)
WHERE {seen}
RETURN a.id AS here, b.id AS there, max(r.origins) AS origins, max(r.claims) AS claims{days}
"""
_IN_TIME = f"""(r.on IS NOT NULL OR r.until IS NOT NULL) AND any(days IN end.windows WHERE {_FIRST} <= days[1]
  AND ({_OPEN} OR coalesce(r.until, r.on) >= days[0] OR ({_LONG} AND {_LAST} >= days[0])))"""
"""Days are added to only where a month or a year is told: that takes longer than comparing does."""
_PATTERNS = {"out": "-[r:{types}]->", "in": "<-[r:{types}]-", "either": "-[r:{types}]-"}


@dataclass(frozen=True, slots=True)
class Edge:
    """What joins two actors, however many relations it is.

    Attributes:
        weakness: from 0 to ``WEAKNESS``, the less the better its strongest relation is supported.
        days: for each of its relations the days on which it can be walked; empty where days do not matter.
    """

    weakness: float
    days: tuple[Days, ...] = ()


class Neighbourhood:
    """All that paths of a number of hops between two actors can run over; grows as that number does.

    Args:
        store: what is read.
        start: id of the actor where paths begin.
        goal: id of the actor where they end.
        view: which relations count.
        walk: how paths may run.
    """

    def __init__(self, store: Store, start: str, goal: str, view: View, walk: Walk) -> None:
        self._store = store
        self._view = view
        self._walk = walk
        self._ends = {"start": start, "goal": goal}
        ever = (EVER,) if walk.in_time else ()
        self._frontiers: dict[str, Windows] = {"start": {start: ever}, "goal": {goal: ever}}
        self._seen: dict[str, Windows] = {"start": {start: ever}, "goal": {goal: ever}}
        self._steps = 0
        self._edges: dict[Pair, Edge] = {}
        self._checked: set[Pair] = set()

    @property
    def exhausted(self) -> bool:
        """Whether one end reaches nobody new, so that growing further brings nothing."""
        return not all(self._frontiers.values())

    def reaching(self, hops: int) -> dict[Pair, Edge]:
        """Every edge on some way of up to ``hops`` hops, in the order of its ends.

        All but one hop of such a way can be reached from one end or the other in that many steps together. The last
        step, which would be the widest, only closes the gap: it reads what joins the two sides.
        """
        while self._steps < hops - 1 and not self.exhausted:
            end = self._narrower()
            self._frontiers[end] = self._read(end)
            self._steps += 1
        end = self._narrower()
        if self._frontiers[end]:
            self._read(end, self._seen["goal" if end == "start" else "start"])
        while True:
            kept = between(self._ends["start"], self._ends["goal"], hops, self._edges)
            unchecked = [pair for pair in kept if pair not in self._checked]
            if not self._view.asks_claims or not unchecked:
                return kept
            self._check(unchecked)

    def _narrower(self) -> str:
        """The end where a step costs less."""
        return min(self._frontiers, key=lambda end: len(self._frontiers[end]))

    def _read(self, end: str, meeting: Iterable[str] | None = None) -> Windows:
        """Read the relations around a frontier, only those to ``meeting`` where it is given; gives whom they reach."""
        standing, in_time = self._view.standing, self._walk.in_time
        side = "either" if not self._walk.directed else "out" if end == "start" else "in"
        asked = (
            self._view.conditions,
            "NOT b.id IN $avoid" if self._walk.avoid and not standing.moves else "",
            "b.id IN $meeting" if meeting is not None else "",
            _IN_TIME if in_time else "",
        )
        statement = _AROUND.format(
            pattern=_PATTERNS[side].format(types=self._view.pattern),
            seen=" AND ".join(filter(None, asked)) or "true",
            days=f", collect([{_FIRST}, {_LAST}]) AS days" if in_time else "",
        )
        values = {
            "frontier": [
                {"id": member, "windows": [[_day(first), _day(last)] for first, last in windows]}
                for actor, windows in sorted(self._frontiers[end].items())
                for member in standing.members(actor)
            ],
            "meeting": in_store(standing, meeting or ()),
            "avoid": list(self._walk.avoid),
        }
        return self._drawn(self._store.cypher(statement, {**self._view.parameters, **values}), end)

    def _drawn(self, rows: Iterable[Mapping[str, Any]], end: str) -> Windows:
        """Draw edges for rows; gives the actors that are new or can be reached on more days, with these days."""
        standing, avoid = self._view.standing, set(self._walk.avoid)
        before = self._frontiers[end]
        new: Windows = {}
        for row in rows:
            edge = _edge(row["origins"], row["claims"], row.get("days") or ())
            for here, there in itertools.product(standing.possible(row["here"]), standing.possible(row["there"])):
                if here == there or here in avoid or there in avoid or here not in before:
                    continue
                self._draw((here, there) if end == "start" else (there, here), edge)
                known = self._seen[end].get(there)
                windows = self._onward(end, before[here], edge, known or ())
                if known is None or windows != known:
                    self._seen[end][there] = new[there] = windows
        return new

    def _onward(self, end: str, windows: tuple[Days, ...], edge: Edge, known: tuple[Days, ...]) -> tuple[Days, ...]:
        """The days on which one can go on from the far side of an edge, those known before included."""
        if not self._walk.in_time:
            return ()
        gap = math.inf if self._walk.max_gap is None else self._walk.max_gap
        return tuple(joined((*known, *onward(windows, edge.days, gap, backwards=end == "goal"))))

    def _draw(self, ends: Pair, edge: Edge) -> None:
        drawn = self._edges.get(ends)
        if ends in self._checked:
            return
        if drawn:
            edge = Edge(min(drawn.weakness, edge.weakness), tuple(sorted({*drawn.days, *edge.days})))
        self._edges[ends] = edge

    def _check(self, pairs: Iterable[Pair]) -> None:
        """Replace edges by what the claims that count come to."""
        wanted = set(pairs)
        found = self._walk.steps(see(self._store, self._view, pairs=wanted).relations)
        for pair in wanted:
            self._checked.add(pair)
            edge = self._told(found.get(pair, ()))
            if edge is None:
                del self._edges[pair]
            else:
                self._edges[pair] = edge

    def _told(self, relations: Iterable[Relation]) -> Edge | None:
        edges = []
        for relation in relations:
            days = span(relation, self._view.lasting)
            if days or not self._walk.in_time:
                edges.append(_edge(relation.origins, relation.claims, [days] if days and self._walk.in_time else ()))
        if not edges:
            return None
        return replace(
            min(edges, key=lambda edge: edge.weakness), days=tuple(sorted({day for edge in edges for day in edge.days}))
        )


def between(start: str, goal: str, hops: int, edges: Mapping[Pair, Edge]) -> dict[Pair, Edge]:
    """The edges on some way of up to ``hops`` hops, always in the same order, so that ties end the same way.

    Args:
        start: where ways begin.
        goal: where they end.
        hops: how long they are at most.
        edges: what they run over.
    """
    ahead, behind = distances(start, edges), distances(goal, edges, backwards=True)
    return {
        (here, there): edge
        for (here, there), edge in sorted(edges.items())
        if ahead.get(here, hops) + 1 + behind.get(there, hops) <= hops
    }


def distances(start: str, edges: Iterable[Pair], *, backwards: bool = False) -> dict[str, int]:
    """How many hops it is from an actor to each that can be reached.

    Args:
        start: the actor.
        edges: what can be walked, each the way it goes.
        backwards: whether to walk against them, which gives how many hops it is from each to ``start``.
    """
    following: dict[str, list[str]] = {}
    for here, there in edges:
        following.setdefault(there if backwards else here, []).append(here if backwards else there)
    found = {start: 0}
    frontier = [start]
    while frontier:
        reached: list[str] = []
        for here in frontier:
            for there in following.get(here, ()):
                if there not in found:
                    found[there] = found[here] + 1
                    reached.append(there)
        frontier = reached
    return found


def _edge(origins: int | None, claims: int | None, days: Iterable[Sequence[datetime.date]] = ()) -> Edge:
    weakness = WEAKNESS / (1 + (origins or 0) + (claims or 0) / 1000)
    return Edge(weakness, tuple(sorted({(first.toordinal(), last.toordinal()) for first, last in days})))


def _day(number: int) -> datetime.date:
    return datetime.date.fromordinal(number)
