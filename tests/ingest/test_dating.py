"""Days as reports tell them."""

from __future__ import annotations

import datetime

import pytest

from graph.days import Precision
from ingest.dating import read

TUESDAY = datetime.date(2024, 10, 8)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("October 1", "2024-10-01"),
        ("Oct. 1", "2024-10-01"),
        ("1 October 2023", "2023-10-01"),
        ("2024-09-23", "2024-09-23"),
        ("yesterday", "2024-10-07"),
        ("two days ago", "2024-10-06"),
        ("Monday", "2024-10-07"),
        ("Tuesday", "2024-10-08"),
        ("Wednesday", "2024-10-02"),
        ("November 5", "2023-11-05"),
    ],
)
def test_a_day_that_is_past(text: str, day: str) -> None:
    when = read(text, TUESDAY)
    assert when is not None
    assert when.on == datetime.date.fromisoformat(day)
    assert when.precision is Precision.DAY


@pytest.mark.parametrize(
    ("text", "day"), [("Wednesday", "2024-10-09"), ("November 5", "2024-11-05"), ("tomorrow", "2024-10-09")]
)
def test_a_day_that_is_to_come(text: str, day: str) -> None:
    when = read(text, TUESDAY, future=True)
    assert when is not None
    assert when.on == datetime.date.fromisoformat(day)


def test_a_week_is_an_interval_from_monday() -> None:
    when = read("last week", TUESDAY)
    assert when is not None
    assert (when.on, when.until) == (datetime.date(2024, 9, 30), datetime.date(2024, 10, 6))


@pytest.mark.parametrize(("text", "precision"), [("September", Precision.MONTH), ("2018", Precision.YEAR)])
def test_a_month_and_a_year_keep_their_precision(text: str, precision: Precision) -> None:
    when = read(text, TUESDAY)
    assert when is not None
    assert when.precision is precision


def test_a_range_of_days_is_an_interval() -> None:
    when = read("September 23-27", TUESDAY)
    assert when is not None
    assert (when.on, when.until) == (datetime.date(2024, 9, 23), datetime.date(2024, 9, 27))


def test_without_a_publication_day_only_a_year_helps() -> None:
    assert read("Tuesday", None) is None
    assert read("October 1, 2024", None) is not None
