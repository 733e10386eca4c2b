"""Days as reports tell them: exact to the day, the month or the year."""

from __future__ import annotations

import calendar
import datetime
from enum import StrEnum

from pydantic import model_validator

from graph.model import Model

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
"""Their names in small letters."""


class Precision(StrEnum):
    """How exactly a day is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class When(Model):
    """When something happened, as far as a report tells.

    Args:
        on: the day, or the first day of the month or year that is told; None where nothing is told.
        until: the last day of an interval (first day of its month or year, as for ``on``); None for a single day, or
            for a state that lasts.
        precision: how exactly ``on`` and ``until`` are told.
    """

    on: datetime.date | None = None
    until: datetime.date | None = None
    precision: Precision = Precision.DAY

    @model_validator(mode="after")
    def _runs_forward(self) -> When:
        if self.on and self.until and self.until < self.on:
            raise ValueError(f"the interval ends on {self.until}, before it begins on {self.on}")
        return self

    @property
    def known(self) -> bool:
        """Whether any day is told."""
        return self.on is not None or self.until is not None

    @property
    def first(self) -> datetime.date | None:
        """The earliest day that it can mean."""
        return self.on

    @property
    def last(self) -> datetime.date | None:
        """The latest day that it can mean, the whole month or year counted; None where it is open."""
        day = self.until or self.on
        return None if day is None else end_of(day, self.precision)

    def covers(self, other: When) -> bool:
        """Whether every day that ``other`` can mean lies within this; an interval open at one side covers that side."""
        if not self.known or other.first is None or other.last is None:
            return False
        starts = self.first is None or self.first <= other.first
        return starts and (self.last is None or other.last <= self.last)


ToldDay = tuple[datetime.date, Precision]
"""A day and how exactly it is told."""


def between(on: ToldDay | None, until: ToldDay | None) -> When:
    """The interval from one day to another, both told as exactly as the coarser of them; a single day where both meet.

    Raises:
        ValueError: if it runs backwards.
    """
    told = [day for day in (on, until) if day]
    if not told:
        return When()
    precision = max((exactly for _, exactly in told), key=list(Precision).index)
    first, last = (start_of(day[0], precision) if day else None for day in (on, until))
    return When(on=first, until=None if last == first else last, precision=precision)


def is_within(day: datetime.date, since: datetime.date | None, until: datetime.date | None) -> bool:
    """Whether ``day`` lies between two days, both counted; None is open."""
    return (since is None or since <= day) and (until is None or day <= until)


def start_of(day: datetime.date, precision: Precision) -> datetime.date:
    """The first day of the period of ``precision`` that ``day`` lies in."""
    if precision is Precision.YEAR:
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision is Precision.MONTH else day


def end_of(day: datetime.date, precision: Precision) -> datetime.date:
    """The last day of the period of ``precision`` that ``day`` lies in."""
    if precision is Precision.YEAR:
        return day.replace(month=12, day=31)
    if precision is Precision.MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day
