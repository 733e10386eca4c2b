"""Frustration: how few pairs contradict a split into two sides that are friends within and enemies between.

The frustration index is the least number of pairs that contradict any split (Harary, "On the Measurement of Structural
Balance", 1959). To find it is hard in general; an exact answer for graphs of this size comes from integer programming,
in the form of Aref, Mason and Wilson, "A Modeling and Computational Study of the Frustration Index in Signed Networks",
Networks 75 (2020), solved by HiGHS. Where that takes too long or is not installed, a local search gives a split, and
disjoint unbalanced triads a bound below which no split can be: of each, one pair at least is frustrated.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries.sides.triads import triads

if TYPE_CHECKING:
    from queries.sides.signed import Pair, SignedGraph

SECONDS = 20.0
"""How long the solver may take for one group of actors."""
PAIRS_AT_MOST = 3000
"""Of friends and enemies, in one group that the solver is given."""
STARTS = 40
"""Beginnings of the local search, always the same ones."""


@dataclass(frozen=True, slots=True)
class Split:
    """A split into two sides, of actors that friends and enemies join together.

    Attributes:
        sides: the actors of each, the larger side first; the second may be empty.
        frustrated: the pairs that contradict it.
        bound: no split is contradicted by fewer pairs than this.
    """

    sides: tuple[tuple[str, ...], tuple[str, ...]]
    frustrated: tuple[Pair, ...]
    bound: int

    @property
    def exact(self) -> bool:
        """Whether it is proven that no split is contradicted by fewer pairs."""
        return len(self.frustrated) == self.bound


def splits(graph: SignedGraph, *, seconds: float = SECONDS) -> list[Split]:
    """The best split found of each group of actors that friends and enemies join together, the largest group first.

    Args:
        graph: friends and enemies.
        seconds: how long the solver may take for each.
    """
    return [_split(graph, members, seconds) for members in graph.components()]


def _split(graph: SignedGraph, members: Sequence[str], seconds: float) -> Split:
    inside = set(members)
    signs = {pair: sign for pair, sign in graph.signs.items() if pair[0] in inside}
    sides = _searched(graph, members, signs)
    bound = _bound(graph, members)
    if len(_frustrated(signs, sides)) > bound and len(signs) <= PAIRS_AT_MOST:
        solved = _solved(members, signs, sides, seconds)
        if solved:
            sides, proven = solved
            bound = max(bound, proven)
    parts = [tuple(actor for actor in members if sides[actor] == side) for side in (1, -1)]
    parts.sort(key=lambda part: (-len(part), part))
    return Split((parts[0], parts[1]), tuple(sorted(_frustrated(signs, sides))), bound)


def _frustrated(signs: Mapping[Pair, int], sides: Mapping[str, int]) -> list[Pair]:
    return [(one, other) for (one, other), sign in signs.items() if sides[one] * sides[other] != sign]


def _searched(graph: SignedGraph, members: Sequence[str], signs: Mapping[Pair, int]) -> dict[str, int]:
    """The best of some local searches: sides spread from one actor, then whoever gains by it changes sides."""
    chance = random.Random(1)  # noqa: S311
    best: dict[str, int] = {}
    fewest = len(signs) + 1
    for _ in range(STARTS):
        sides = _spread(graph, chance.choice(members), chance)
        changed = True
        while changed:
            changed = False
            for actor in members:
                content = sum(sides[actor] * sides[other] * graph.sign(actor, other) for other in graph.near[actor])
                if content < 0:
                    sides[actor] = -sides[actor]
                    changed = True
        frustrated = len(_frustrated(signs, sides))
        if frustrated < fewest:
            best, fewest = sides, frustrated
        if not fewest:
            break
    return best


def _spread(graph: SignedGraph, start: str, chance: random.Random) -> dict[str, int]:
    sides = {start: 1}
    waiting = [start]
    while waiting:
        here = waiting.pop(chance.randrange(len(waiting)))
        for there in sorted(graph.near[here]):
            if there not in sides:
                sides[there] = sides[here] * graph.sign(here, there)
                waiting.append(there)
    return sides


def _bound(graph: SignedGraph, members: Sequence[str]) -> int:
    """How many unbalanced triads can be picked of which no two share a pair."""
    inside = set(members)
    used: set[frozenset[str]] = set()
    picked = 0
    for triad in triads(graph):
        if triad.actors[0] not in inside or triad.balanced:
            continue
        pairs = {frozenset(pair) for pair in itertools.combinations(triad.actors, 2)}
        if not pairs & used:
            used |= pairs
            picked += 1
    return picked


def _solved(
    members: Sequence[str], signs: Mapping[Pair, int], known: Mapping[str, int], seconds: float
) -> tuple[dict[str, int], int] | None:
    """Sides by integer programming, and the bound that is proven; None where the solver is not installed."""
    try:
        import highspy
    except ImportError:
        return None
    model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    model.setOptionValue("output_flag", False)
    model.setOptionValue("time_limit", seconds)
    side = {actor: model.addBinary() for actor in members}
    frustrated = {}
    for (one, other), sign in signs.items():
        pair = frustrated[one, other] = model.addVariable(lb=0, ub=1, obj=1)
        if sign > 0:
            model.addConstr(pair >= side[one] - side[other])
            model.addConstr(pair >= side[other] - side[one])
        else:
            model.addConstr(pair >= side[one] + side[other] - 1)
            model.addConstr(pair >= 1 - side[one] - side[other])
    model.addConstr(side[members[0]] == (known[members[0]] > 0))
    start = highspy.HighsSolution()
    start.col_value = [
        *(float(known[actor] > 0) for actor in members),
        *(float(known[one] * known[other] != sign) for (one, other), sign in signs.items()),
    ]
    model.setSolution(start)
    model.run()
    values = model.getSolution().col_value
    sides = {actor: 1 if values[number] > 0.5 else -1 for number, actor in enumerate(members)}
    # The bound is a whole number, for it counts pairs.
    proven = int(model.getInfo().mip_dual_bound - 1e-6) + (model.getInfo().mip_dual_bound > 1e-6)
    if len(_frustrated(signs, sides)) > len(_frustrated(signs, known)):
        sides = dict(known)
    return sides, proven
