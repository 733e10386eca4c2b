"""Days of different precision."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from graph.days import Precision, When

OCTOBER = When(on=datetime.date(2024, 10, 1), precision=Precision.MONTH)


def test_a_month_covers_its_days_and_no_others() -> None:
    assert OCTOBER.covers(When(on=datetime.date(2024, 10, 31)))
    assert not OCTOBER.covers(When(on=datetime.date(2024, 11, 1)))


def test_a_day_does_not_cover_its_month() -> None:
    assert not When(on=datetime.date(2024, 10, 1)).covers(OCTOBER)


def test_a_year_ends_on_its_last_day() -> None:
    assert When(on=datetime.date(2024, 1, 1), precision=Precision.YEAR).last == datetime.date(2024, 12, 31)


def test_what_is_not_dated_covers_nothing() -> None:
    assert not When().covers(OCTOBER)


def test_an_interval_runs_forward() -> None:
    with pytest.raises(ValidationError, match="before it begins"):
        When(on=datetime.date(2024, 10, 2), until=datetime.date(2024, 10, 1))
