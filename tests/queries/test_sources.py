"""Who says so, and what rests on one word."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from graph.errors import Misuse
from graph.store import Store
from queries.origins import falling_with, on_one_unnamed
from queries.sources import lines, sources
from queries.view import seen_types


def test_an_origin_that_two_outlets_hand_on_counts_once(told: Store) -> None:
    found = sources(told, seen_types(only=["DISTRUSTS"]), pair=("USA", "ISR"))
    assert (found.claims, found.reports, found.origins) == (2, 2, 1)
    assert list(lines(found.speakers)) == [
        "four unnamed officials of United States (2 claims, unnamed)",
        "   ← Axios (2 claims)",
        "      ← TASS (1 claim)",
    ]


def test_an_outlet_that_has_it_from_another_only_relays(told: Store) -> None:
    found = sources(told, seen_types(only=["DISTRUSTS"]), pair=("USA", "ISR"))
    assert [(one.name, one.only_relays) for one in found.outlets] == [("Axios", False), ("TASS", True)]


def test_who_denies_stands_beside_who_asserts(told: Store) -> None:
    found = sources(told, seen_types(), pair=("ISR", "hezbollah"))
    assert {one.words: (one.asserts, one.disputes) for one in found.speakers} == {
        "Axios": (1, 0),
        "four unnamed officials of United States": (1, 0),
        "TASS": (1, 0),
        "IRNA": (0, 1),
    }


def test_what_rests_on_one_unnamed_source_is_told_with_it(told: Store) -> None:
    [row] = on_one_unnamed(told, seen_types())
    assert (row.subject, row.type, row.reports) == ("United States", "DISTRUSTS", 2)
    assert row.origin == "four unnamed officials of United States"


def test_without_a_source_some_relations_fall_and_others_lose_an_origin(told: Store) -> None:
    rows = {(row.type, row.on and row.on.day): row for row in falling_with(told, seen_types(), ("axios",))}
    assert {key for key, row in rows.items() if row.falls} == {
        ("DISTRUSTS", None),
        ("BACKS", None),
        ("PROTESTS_AGAINST", 2),
        ("STRIKES", 23),
    }
    assert (rows["STRIKES", 1].origins, rows["STRIKES", 1].origins_left) == (2, 1)


def test_the_command_takes_a_relation_by_the_beginning_of_its_id(rapport: Callable[..., str], told: Store) -> None:
    [row] = told.cypher("MATCH ()-[r:DISTRUSTS]->() RETURN r.id AS id")
    [found] = json.loads(rapport("sources", row["id"][:20]))
    assert (found["relations"], found["origins"]) == (1, 1)
    assert "Only relaying what other outlets report: TASS" in rapport("sources", row["id"], "--table")


@pytest.mark.parametrize("words", [("relation-",), ("relation-ffffffff",), ("Israel",)])
def test_what_is_no_relation_is_misuse(rapport: Callable[..., str], words: tuple[str, ...]) -> None:
    with pytest.raises(Misuse):
        rapport("sources", *words)


def test_the_command_tells_what_falls(rapport: Callable[..., str]) -> None:
    rows = json.loads(rapport("origins", "--if-falls", "Axios", "--type", "backs"))
    assert [(row["type"], row["falls"]) for row in rows] == [("BACKS", True)]
    assert [row["type"] for row in json.loads(rapport("origins"))] == ["DISTRUSTS"]
