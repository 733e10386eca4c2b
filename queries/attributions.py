"""How the chain of who says so reads, and how days read."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence

from pydantic import Field

from graph.days import Precision
from graph.model import Model

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OFFICIALS_OF = frozenset({"state", "body", "alliance", "armed-group", "party"})


class Source(Model):
    """One link of a chain; see ``graph.claims.Attribution``.

    Args:
        actor: id of who speaks, or whose official does.
        name: its name.
        kind: what sort of actor it is.
        verb: the word that attributes.
        anonymous: whether the source has no name.
        count: how many unnamed sources.
    """

    actor: str
    name: str
    kind: str = "unknown"
    verb: str | None = None
    anonymous: bool = False
    count: int | None = Field(default=None, ge=1)


def chain_in_words(chain: Sequence[Source]) -> str:
    """A chain, outermost first: "TASS, citing Axios, citing four unnamed officials of United States"."""
    return ", citing ".join(source_in_words(source) for source in chain)


def source_in_words(source: Source) -> str:
    """One link: a named source by name, unnamed ones by number and by whose they are."""
    if not source.anonymous:
        return source.name
    noun = "official" if source.kind in _OFFICIALS_OF else "source"
    if source.count == 1:
        return f"one unnamed {noun} of {source.name}"
    count = source.count or 0
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} unnamed {noun}s of {source.name}".strip()


def day_in_words(
    on: datetime.date | None, until: datetime.date | None = None, precision: str | None = None, lasts: bool = False
) -> str:
    """A day or interval, as exactly as it is told: "23 September 2024", "September 2024", "since 2024".

    Args:
        on: its first day.
        until: its last day.
        precision: how exactly both are told; to the day unless given.
        lasts: whether it is a state, which goes on where no end is told.

    Returns:
        The words, or "" where nothing is told.
    """
    start, end = _told(on, precision), _told(until, precision)
    if start and end and start != end:
        return f"{start} to {end}"
    if not start:
        return f"until {end}" if end else ""
    return f"since {start}" if lasts and not end else start


def _told(day: datetime.date | None, precision: str | None) -> str:
    if day is None:
        return ""
    if precision == Precision.YEAR:
        return str(day.year)
    month = f"{calendar.month_name[day.month]} {day.year}"
    return month if precision == Precision.MONTH else f"{day.day} {month}"
