"""Asserted beside denied, and differing figures beside each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import Misuse
from graph.store import Store
from queries.disputes import Over, disputes
from queries.figures import differ, figures
from queries.view import seen_types
from tests.queries.reported import day


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("some 180 missiles were fired", ("some 180 missiles",)),
        ("90 % of the missiles hit", ("90 % of the missiles",)),
        ("most missiles arrived", ("most missiles",)),
        ("on 1 October 2024 it began", ()),
        ("at 18:30 on October 1 it began", ()),
        ("at least 41 people, among them three children", ("at least 41 people", "three children")),
        ("since 2019 they talk", ()),
        ("1,200 rockets and dozens of drones", ("1,200 rockets", "dozens of drones")),
        ("nothing of the sort", ()),
        ("Two US officials said three planes fell", ("three planes",)),
        ("two people familiar with the matter", ()),
    ],
)
def test_figures_are_found_with_what_they_count(quote: str, told: tuple[str, ...]) -> None:
    assert figures(quote) == told


def test_claims_without_figures_do_not_differ() -> None:
    assert not differ([("90 %",), (), ("90 %",)])
    assert differ([("90 %",), ("most",)])


def test_who_asserts_stands_beside_who_denies_and_differing_figures_beside_each_other(told: Store) -> None:
    rows = disputes(told, seen_types())
    assert [(row.dispute, row.over, row.says, row.side, row.quote) for row in rows] == [
        (1, Over.FIGURES, "asserts", "Iran", "most missiles arrived"),
        (1, Over.FIGURES, "asserts", "Israel", "some 180 missiles"),
        (2, Over.WHETHER, "asserts", "United States", "jets hit the south"),
        (2, Over.WHETHER, "asserts", "United States", "a day of raids"),
        (2, Over.WHETHER, "denies", "Iran", "no camp was hit"),
    ]


def test_before_it_was_denied_nothing_was_disputed(told: Store) -> None:
    assert not disputes(told, replace(seen_types(), known_at=day("2024-10-03")))


def test_the_command_takes_two_actors_or_none(rapport: Callable[..., str]) -> None:
    rows = json.loads(rapport("disputes", "Iran", "Israel"))
    assert {row["over"] for row in rows} == {"figures"}
    with pytest.raises(Misuse):
        rapport("disputes", "Iran")
