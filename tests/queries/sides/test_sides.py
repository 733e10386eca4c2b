"""Friends, enemies, triads and sides."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.relations import Relation
from graph.store import Store
from queries.sides import frustration
from queries.sides.balance import balance
from queries.sides.frustration import splits
from queries.sides.signed import SignedGraph, common_enemies, signed_graph, signed_pairs
from queries.sides.triads import census
from queries.view import seen_types
from tests.queries.reported import day

SIGNS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([1, -1]),
    min_size=1,
)


def relation(told: str, valence: float) -> Relation:
    subject, target = told.split()
    return Relation(type="MEETS", subject=subject, object=target, valence=valence, claims=1, reports=1, origins=1)


def graph_of(signs: Mapping[tuple[int, int], int]) -> SignedGraph:
    return signed_graph(signed_pairs(relation(f"a{one} a{other}", 5.0 * sign) for (one, other), sign in signs.items()))


def test_a_pair_is_what_its_relations_are_on_the_whole() -> None:
    pairs = signed_pairs([relation("a b", 5), relation("b a", -9), relation("a b", 1), relation("a b", 0)])
    assert [
        (pair.one, pair.other, pair.net, pair.relations, pair.friendly, pair.hostile, pair.sign) for pair in pairs
    ] == [("a", "b", -1.0, 3, 2, 1, -1)]


def test_two_friends_with_a_common_enemy_are_balanced_and_two_enemies_with_a_common_friend_are_not() -> None:
    graph = graph_of({(0, 1): 1, (0, 2): -1, (1, 2): -1, (1, 3): 1, (2, 3): 1})
    counted = census(graph)
    assert counted.kinds == {"+++": 0, "++-": 1, "+--": 1, "---": 0}
    assert [triad.actors for triad in counted.unbalanced] == [("a1", "a2", "a3")]
    assert counted.balance == 0.5


def test_enemies_of_one_enemy_that_have_no_relation_are_told() -> None:
    graph = graph_of({(0, 1): -1, (0, 2): -1, (0, 3): -1, (1, 2): 1})
    assert common_enemies(graph, [("a1", "a2"), ("a3", "a1")]) == [("a2", "a3", ("a0",))]


@settings(max_examples=60, deadline=None)
@given(signs=SIGNS)
def test_the_frustration_is_the_least_that_any_split_gives(signs: dict[tuple[int, int], int]) -> None:
    graph = graph_of(signs)
    found = splits(graph)
    assert all(split.exact for split in found)
    fewest = min(
        sum(sides[one] * sides[other] != sign for (one, other), sign in signs.items())
        for sides in itertools.product([1, -1], repeat=7)
    )
    assert sum(len(split.frustrated) for split in found) == fewest
    for split in found:
        assert not set(split.sides[0]) & set(split.sides[1])


@settings(max_examples=60, deadline=None)
@given(signs=SIGNS)
def test_without_the_solver_the_bound_is_never_above_the_best(signs: dict[tuple[int, int], int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frustration, "PAIRS_AT_MOST", 0)
        found = splits(graph_of(signs))
    exact = {split.sides[0] + split.sides[1]: split for split in splits(graph_of(signs))}
    by_members = {tuple(sorted(members)): split for members, split in exact.items()}
    for split in found:
        best = by_members[tuple(sorted(split.sides[0] + split.sides[1]))]
        assert split.bound <= len(best.frustrated) <= len(split.frustrated)


def test_the_sides_of_a_window_are_those_of_its_relations(told: Store) -> None:
    found = balance(told, seen_types())
    assert (found.frustration, found.exact, found.balance) == (0, True, 1.0)
    [sides] = [split for split in found.sides if len(split.sides[0] + split.sides[1]) > 2]
    assert {frozenset(side) for side in sides.sides} == {
        frozenset({"ISR"}),
        frozenset({"hezbollah", "IRN", "USA", "harbour-workers-of-haifa", "united-nations"}),
    }
    narrow = balance(told, replace(seen_types(), since=day("2024-10-01"), until=day("2024-10-02")))
    assert [(pair.one, pair.other) for pair in narrow.pairs] == [("IRN", "ISR")]


def test_the_command_tells_sides_and_who_has_enemies_in_common(rapport: Callable[..., str]) -> None:
    text = rapport("balance", "--table")
    assert "no split does better" in text
    assert "United States and Hezbollah: Israel" in text
    [found] = json.loads(rapport("balance", "--type", "strikes"))
    assert (found["frustration"], len(found["pairs"])) == (0, 2)
