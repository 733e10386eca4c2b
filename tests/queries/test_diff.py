"""What began, ended and changed from one day to another."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from graph.errors import Misuse
from graph.store import Store
from queries.diff import Change, diff
from queries.view import seen_types
from tests.queries.reported import day


def test_what_happened_between_two_days_began_and_what_was_over_ended(told: Store) -> None:
    told.cypher("MATCH ()-[r:BACKS]->() SET r.on = date('2020-01-01'), r.until = date('2024-09-25')", write=True)
    rows = diff(told, seen_types(), day("2024-09-24"), day("2024-09-30"))
    assert [(row.change, row.type, row.on) for row in rows] == [
        (Change.ENDED, "BACKS", day("2020-01-01")),
        (Change.BEGAN, "STRIKES", day("2024-09-27")),
    ]


def test_what_was_reported_in_between_began_or_changed(told: Store) -> None:
    rows = diff(told, seen_types(), day("2024-10-02"), day("2024-10-04"), reported=True)
    assert [(row.change, row.type, row.on and row.on.day, row.what) for row in rows] == [
        (Change.CHANGED, "DISTRUSTS", None, "claims 1 to 2, reports 1 to 2"),
        (Change.BEGAN, "MEETS", 1, ""),
        (Change.CHANGED, "STRIKES", 23, "claims 1 to 2, reports 1 to 2, origins 1 to 2, disputed"),
        (Change.BEGAN, "STRIKES", 27, ""),
        (Change.CHANGED, "STRIKES", 1, "claims 1 to 2, reports 1 to 2, origins 1 to 2"),
    ]


def test_by_outlet_each_change_is_told_once_for_each_that_tells_of_it(rapport: Callable[..., str]) -> None:
    rows = json.loads(rapport("diff", "2024-09-22", "2024-09-23", "--by-outlet"))
    assert [(row["change"], row["type"], row["outlet"]) for row in rows] == [
        ("began", "STRIKES", "Axios"),
        ("began", "STRIKES", "IRNA"),
        ("began", "STRIKES", "TASS"),
    ]


@pytest.mark.parametrize(
    "words",
    [("2024-10-02", "2024-10-01"), ("2024-10-02", "soon"), ("2024-10-01", "2024-10-02", "--as-of", "2024-10-01")],
)
def test_days_that_are_none_or_not_in_order_are_misuse(rapport: Callable[..., str], words: tuple[str, ...]) -> None:
    with pytest.raises(Misuse):
        rapport("diff", *words)
