"""Triads: three actors of whom each two are friends or enemies.

A triad is balanced where the product of its signs is positive: three friends, or two friends with a common enemy
(Heider, "Attitudes and Cognitive Organization", 1946; Cartwright and Harary, "Structural Balance", 1956). Three mutual
enemies are unbalanced in this strong sense.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.model import Model

if TYPE_CHECKING:
    from queries.sides.signed import SignedGraph

KINDS = {3: "+++", 1: "++-", -1: "+--", -3: "---"}
"""By the sum of the signs."""


class Triad(Model):
    """Three actors.

    Args:
        actors: their ids, in order.
        kind: "+++", "++-", "+--" or "---".
    """

    actors: tuple[str, str, str]
    kind: str

    @property
    def balanced(self) -> bool:
        """Whether the product of its signs is positive."""
        return self.kind in {"+++", "+--"}


class Census(Model):
    """How many triads there are of each kind.

    Args:
        kinds: by kind.
        unbalanced: some of those that are not balanced.
    """

    kinds: dict[str, int]
    unbalanced: tuple[Triad, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.kinds.values())

    @property
    def balance(self) -> float | None:
        """The share of balanced ones, 0 to 1; None where there are no triads."""
        return (self.kinds["+++"] + self.kinds["+--"]) / self.total if self.total else None


def triads(graph: SignedGraph) -> Iterator[Triad]:
    """Every triad, in the order of its actors."""
    for first in graph.actors:
        later = {actor for actor in graph.near[first] if actor > first}
        for second in sorted(later):
            for third in sorted(actor for actor in later & graph.near[second] if actor > second):
                signs = graph.sign(first, second) + graph.sign(second, third) + graph.sign(first, third)
                yield Triad(actors=(first, second, third), kind=KINDS[signs])


def census(graph: SignedGraph, *, listed: int = 100) -> Census:
    """Count the triads.

    Args:
        graph: friends and enemies.
        listed: how many unbalanced ones to tell.
    """
    counted: Counter[str] = Counter(dict.fromkeys(KINDS.values(), 0))
    unbalanced: list[Triad] = []
    for triad in triads(graph):
        counted[triad.kind] += 1
        if not triad.balanced and len(unbalanced) < listed:
            unbalanced.append(triad)
    return Census(kinds=dict(counted), unbalanced=tuple(unbalanced))
