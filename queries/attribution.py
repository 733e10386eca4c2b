"""Attribution: how the chain of who says so reads, and how days read."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from graph.days import Precision
from queries.subgraph import ShownAttribution, ShownClaim, ShownReport

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OFFICIALS_OF = frozenset({"state", "body", "alliance", "armed-group", "party"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain, in words.

    Attributes:
        words: who speaks: "TASS", "four unnamed officials of United States".
        verb: the word by which the speaker before it hands on the word, such as "citing".
        anonymous: whether no name is given.
    """

    words: str
    verb: str | None = None
    anonymous: bool = False


def chain(claim: ShownClaim, report: ShownReport | None) -> list[Speaker]:
    """The speakers of a claim, outermost first, headed by the report's outlet even where the claim leaves it out."""
    speakers = [Speaker(in_words(link), link.verb, link.anonymous) for link in claim.attribution]
    outlet = report.outlet if report else None
    first = claim.attribution[0] if claim.attribution else None
    if report and outlet and (first is None or first.actor != outlet or first.anonymous):
        speakers.insert(0, Speaker(report.outlet_name or outlet))
    return speakers


def in_words(link: ShownAttribution) -> str:
    """A named speaker by name; unnamed ones by number and by whose they are."""
    if not link.anonymous:
        return link.name
    noun = "official" if link.kind in _OFFICIALS_OF else "source"
    if link.count == 1:
        return f"one unnamed {noun} of {link.name}"
    number = "" if link.count is None else _NUMBERS[link.count] if link.count < len(_NUMBERS) else str(link.count)
    return f"{number} unnamed {noun}s of {link.name}".strip()


def days_in_words(
    on: datetime.date | None, until: datetime.date | None, precision: Precision = Precision.DAY, lasts: bool = False
) -> str:
    """A day or an interval: "23 September 2024", "September 2024", "since 2024"; empty where none is told.

    Args:
        on: first day.
        until: last day.
        precision: how exactly both are told.
        lasts: whether it is a state, which goes on where no end is told.
    """
    start, end = (_day(day, precision) if day else "" for day in (on, until))
    if start and end and start != end:
        return f"{start} – {end}"
    if end and not start:
        return f"until {end}"
    return f"since {start}" if start and lasts and not end else start


def _day(day: datetime.date, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return f"{day.year}"
    month = f"{calendar.month_name[day.month]} {day.year}"
    return month if precision is Precision.MONTH else f"{day.day} {month}"
