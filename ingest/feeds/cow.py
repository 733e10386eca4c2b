"""Correlates of War: disputes between states, by participant and by dyad.

The tables of participants tell a state's highest action in a dispute, and not against whom. So where several states
stand on the other side, the claim names no object and draws no edge; the table of dyads tells against whom.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from graph.actors import Actor, ActorKind
from graph.days import Precision, ToldDay, When, between
from graph.records import Record
from ingest.feeds.event_words import relation_of
from ingest.feeds.numbers import whole_number, year
from ingest.feeds.resolution import Resolver, Resolving
from ingest.feeds.tables import Row
from ingest.feeds.telling import Party, Source, Told, Unreadable, quote, record, report_of

PROVIDER = Actor(id="correlates-of-war", name="Correlates of War", kind=ActorKind.OUTLET)


class StateReader(Resolving):
    """What the readers of tables of states share."""

    provider = PROVIDER

    def state(self, number: str | None, on: datetime.date | None) -> Party:
        """The state of a number.

        Raises:
            Unreadable: if it is none.
        """
        found = whole_number(number)
        if found is None:
            raise Unreadable("The row lacks the number of a state.")
        return self._resolver.state_numbered(found, on)

    def source(self, row: str) -> Source:
        """The row as a report of its provider; the tables bear no day."""
        return Source(report_of(row, None, self.provider, title=row), (self.provider,))


class DyadicDisputeReader(StateReader):
    """Reads disputes by dyad."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        when = interval(values)
        subject, target = self.state(values["subject"], when.on), self.state(values["object"], when.on)
        year = values["start_year"] or ""
        number = " ".join((values["dispute"] or "?", values["subject"], values["object"], year))
        told = Told(
            row=number,
            subject=subject,
            object=target,
            type=action(values),
            when=when,
            quote=quote(f"dispute {values['dispute']}", subject.actor.name, target.actor.name, values["code"]),
            code=values["code"],
            score=values["score"],
        )
        return record("cow-mid-dyadic", layout, self.source(f"COW dyadic dispute {number}"), [told])


class ParticipantReader(StateReader):
    """Reads participants of disputes and incidents."""

    def __init__(self, resolver: Resolver) -> None:
        super().__init__(resolver)
        self._others: Mapping[tuple[str, str], Sequence[str]] = {}

    def look_ahead(self, rows: Sequence[Row]) -> None:
        """See who stands on which side."""
        found: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            found.setdefault(_camp(row.values), []).append(row.values["state"])
        self._others = {key: list(dict.fromkeys(states)) for key, states in found.items()}

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        when = interval(values)
        subject = self.state(values["state"], when.on)
        dispute, side = _camp(values)
        others = self._others.get((dispute, "0" if side == "1" else "1"), ())
        target = self.state(others[0], when.on) if len(others) == 1 else None
        number = " ".join(
            (dispute, values["state"], *(values[f"start_{part}"] or "-9" for part in ("day", "month", "year")))
        )
        against = target.actor.name if target else f"{len(others)} states"
        told = Told(
            row=number,
            subject=subject,
            object=target,
            type=action(values),
            when=when,
            quote=quote(f"dispute {dispute}", subject.actor.name, f"action {values['code']}", against),
            code=values["code"],
            score=values["score"],
        )
        feed = "cow-mid" if "MIDB" in layout else "cow-mid-incidents"
        return record(feed, layout, self.source(f"COW dispute {number}"), [told])


def action(values: dict[str, Any]) -> str:
    """The relation type of the highest action, or of the level of hostility where that is not told.

    Raises:
        Unreadable: if there was none.
    """
    code = (values["code"] or "").removesuffix(".0")
    if code and code != "0":
        return relation_of("cow_action", code)
    level = int(values["score"] or 0)
    if level < 2:
        raise Unreadable("The state took no militarized action.")
    return relation_of("cow_hostility", str(level))


def interval(values: dict[str, Any]) -> When:
    """The days of a row whose parts stand in columns of their own.

    Raises:
        Unreadable: if there is no year, or no such day.
    """
    start = _day(values, "start")
    if start is None:
        raise Unreadable("The row has no year.")
    end = _day(values, "end")
    try:
        return between(start, end)
    except ValueError:
        raise Unreadable("The row ends before it begins.") from None


def years(told: str | None) -> When:
    """A whole year.

    Raises:
        Unreadable: if it is none.
    """
    found = year(told)
    if found is None:
        raise Unreadable("The row has no year.")
    first = datetime.date(found, 1, 1)
    return When(on=first, until=first, precision=Precision.YEAR)


def _camp(values: dict[str, Any]) -> tuple[str, str]:
    return values["dispute"] or "?", (values["side"] or "0").removesuffix(".0")


def _day(values: dict[str, Any], end: str) -> ToldDay | None:
    year, month, day = ((values[f"{end}_{part}"] or "").removesuffix(".0") for part in ("year", "month", "day"))
    if not year:
        return None
    precision = Precision.DAY if month and day else Precision.MONTH if month else Precision.YEAR
    try:
        return datetime.date(int(year), int(month or 1), int(day or 1) if month else 1), precision
    except (ValueError, OverflowError):
        raise Unreadable("There is no such day.") from None
