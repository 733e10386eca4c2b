"""Signed pairs: whether two actors are friends or enemies on the whole, by the valence of what joins them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Model

if TYPE_CHECKING:
    from graph.relations import Relation

Pair = tuple[str, str]
"""Two ids of actors, the smaller first."""


class SignedPair(Model):
    """Two actors, and how they stand to each other.

    Args:
        one, other: their ids, the smaller first.
        net: mean valence of their relations, -10 to +10.
        relations, friendly, hostile: how many relations join them, and how many of these are friendly and hostile.
    """

    one: str
    other: str
    net: float
    relations: int
    friendly: int
    hostile: int

    @property
    def sign(self) -> int:
        """1 for friends, -1 for enemies, 0 where both weigh the same."""
        return (self.net > 0) - (self.net < 0)


@dataclass(frozen=True, slots=True)
class SignedGraph:
    """Friends and enemies.

    Attributes:
        signs: for each pair of friends 1, of enemies -1.
        near: for each actor, its friends and enemies.
    """

    signs: Mapping[Pair, int]
    near: Mapping[str, frozenset[str]]

    def sign(self, one: str, other: str) -> int:
        """1 for friends, -1 for enemies, 0 for neither."""
        return self.signs.get((min(one, other), max(one, other)), 0)

    @property
    def actors(self) -> list[str]:
        """Everybody who has a friend or an enemy, in the order of their ids."""
        return sorted(self.near)

    def components(self) -> list[list[str]]:
        """Actors that friends and enemies join together, the largest group first."""
        left, found = set(self.near), []
        while left:
            members, waiting = set[str](), {min(left)}
            while waiting:
                members |= waiting
                waiting = {near for actor in waiting for near in self.near[actor]} - members
            left -= members
            found.append(sorted(members))
        return sorted(found, key=lambda members: (-len(members), members))


def signed_pairs(relations: Iterable[Relation]) -> list[SignedPair]:
    """How the two actors of each pair stand to each other, the most hostile pairs first.

    Args:
        relations: what joins them; those without feeling (valence 0) count for nothing.
    """
    valences: dict[Pair, list[float]] = {}
    for relation in relations:
        if relation.valence:
            ends = (min(relation.subject, relation.object), max(relation.subject, relation.object))
            valences.setdefault(ends, []).append(relation.valence)
    pairs = [
        SignedPair(
            one=one,
            other=other,
            net=round(sum(listed) / len(listed), 6),
            relations=len(listed),
            friendly=sum(valence > 0 for valence in listed),
            hostile=sum(valence < 0 for valence in listed),
        )
        for (one, other), listed in valences.items()
    ]
    return sorted(pairs, key=lambda pair: (pair.net, pair.one, pair.other))


def signed_graph(pairs: Iterable[SignedPair]) -> SignedGraph:
    """The graph of friends and enemies; pairs that are neither are left out.

    Args:
        pairs: as ``signed_pairs`` gives them.
    """
    signs = {(pair.one, pair.other): pair.sign for pair in pairs if pair.sign}
    near: dict[str, set[str]] = {}
    for one, other in signs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    return SignedGraph(signs, {actor: frozenset(others) for actor, others in near.items()})


def common_enemies(graph: SignedGraph, joined: Iterable[Pair]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Pairs of actors that have an enemy in common and no relation yet, those with the most common enemies first.

    That the enemy of my enemy becomes my friend is what balance expects; whether it holds between states is measured by
    Maoz, Terris, Kuperman and Talmud, "What Is the Enemy of My Enemy?", Journal of Politics 69 (2007).

    Args:
        graph: friends and enemies.
        joined: every pair that has some relation, even one that weighs nothing.

    Returns:
        The two, and their common enemies.
    """
    known = {(min(pair), max(pair)) for pair in joined}
    shared: dict[Pair, list[str]] = {}
    for enemy in graph.actors:
        enemies = sorted(other for other in graph.near[enemy] if graph.sign(enemy, other) < 0)
        for pair in itertools.combinations(enemies, 2):
            if pair not in known:
                shared.setdefault(pair, []).append(enemy)
    return sorted(
        ((one, other, tuple(enemies)) for (one, other), enemies in shared.items()),
        key=lambda row: (-len(row[2]), row[0], row[1]),
    )
