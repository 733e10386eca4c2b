"""How speakers and days read."""

from __future__ import annotations

import datetime

import pytest

from graph.days import Precision
from queries.attribution import Speaker, chain, days_in_words, in_words
from queries.subgraph import ShownAttribution, ShownClaim, ShownReport

TASS = ShownAttribution(actor="tass", name="TASS", kind="outlet")
REPORT = ShownReport(id="report-1", outlet="tass", outlet_name="TASS")
FIRST = datetime.date(2024, 10, 1)
LAST = datetime.date(2024, 10, 3)


def speaker(kind: str, count: int | None) -> ShownAttribution:
    return ShownAttribution(actor="x", name="United States", kind=kind, anonymous=True, count=count)


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (TASS, "TASS"),
        (speaker("state", 4), "four unnamed officials of United States"),
        (speaker("state", 1), "one unnamed official of United States"),
        (speaker("state", None), "unnamed officials of United States"),
        (speaker("state", 40), "40 unnamed officials of United States"),
        (speaker("company", 2), "two unnamed sources of United States"),
    ],
)
def test_unnamed_speakers_are_told_by_number_and_by_whose_they_are(link: ShownAttribution, words: str) -> None:
    assert in_words(link) == words


def test_the_outlet_heads_a_chain_that_leaves_it_out_and_stands_once_in_one_that_does_not() -> None:
    officials = speaker("state", 4)
    told = ShownClaim(id="claim-1", report="report-1", quote="…", attribution=(TASS, officials))
    left_out = told.model_copy(update={"attribution": (officials,)})
    assert chain(told, REPORT) == chain(left_out, REPORT)
    assert chain(told, REPORT)[0] == Speaker("TASS")


@pytest.mark.parametrize(
    ("on", "until", "precision", "lasts", "words"),
    [
        (FIRST, None, Precision.DAY, False, "1 October 2024"),
        (FIRST, None, Precision.MONTH, False, "October 2024"),
        (FIRST, None, Precision.YEAR, True, "since 2024"),
        (FIRST, LAST, Precision.DAY, False, "1 October 2024 – 3 October 2024"),
        (FIRST, LAST, Precision.MONTH, False, "October 2024"),
        (None, LAST, Precision.DAY, True, "until 3 October 2024"),
        (None, None, Precision.DAY, True, ""),
    ],
)
def test_days_read_as_exactly_as_they_are_told(
    on: datetime.date | None, until: datetime.date | None, precision: Precision, lasts: bool, words: str
) -> None:
    assert days_in_words(on, until, precision, lasts) == words
