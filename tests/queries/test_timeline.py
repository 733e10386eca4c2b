"""The timeline of two actors, in rows."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.errors import Misuse
from graph.store import Store
from queries.timeline import timeline
from queries.view import seen_types
from tests.queries.reported import day


def test_rows_run_forward_and_quote_the_surest_claim(told: Store) -> None:
    rows = timeline(told, "ISR", "hezbollah", seen_types())
    assert [(row.on, row.subject, row.phrase, row.object, row.quote) for row in rows] == [
        (day("2024-09-23"), "Israel", "strikes", "Hezbollah", "a day of raids"),
        (day("2024-09-27"), "Israel", "strikes", "Hezbollah", "bombs on the suburbs of Beirut"),
    ]
    assert rows[0].who_says_so == "TASS, citing Axios, citing four unnamed officials of United States; 3 October 2024"
    assert (rows[0].disputed, rows[0].claims, rows[0].origins) == (True, 2, 2)


def test_known_at_a_day_quotes_only_what_had_been_reported(told: Store) -> None:
    rows = timeline(told, "ISR", "hezbollah", replace(seen_types(), known_at=day("2024-10-02")))
    assert [(row.quote, row.disputed) for row in rows] == [("jets hit the south", False)]


def test_what_nobody_dates_comes_last(told: Store) -> None:
    rows = timeline(told, "USA", "ISR", seen_types())
    assert [(row.type, row.on) for row in rows] == [("DISTRUSTS", None)]


def test_the_command_says_whom_it_matched_and_gives_rows(rapport: Callable[..., str]) -> None:
    rows = json.loads(rapport("timeline", "Israel", "Hizbullah", "--type", "strikes", "--since", "2024-09-25"))
    assert [(row["on"], row["type"]) for row in rows] == [("2024-09-27", "STRIKES")]


@pytest.mark.parametrize(
    "words",
    [
        ("Israel", "Israel"),
        ("Israel", "Iran", "--family", "enmity"),
        ("Israel", "Iran", "--valence", "nice"),
        ("Israel", "Iran", "--as-of", "yesterday"),
        ("Israel", "Iran", "--type", "HUGS"),
    ],
)
def test_a_call_that_cannot_be_meant_is_misuse(rapport: Callable[..., str], words: tuple[str, ...]) -> None:
    with pytest.raises(Misuse):
        rapport("timeline", *words)
