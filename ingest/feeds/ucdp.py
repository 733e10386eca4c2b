"""UCDP: organised violence that killed somebody; the score is the best estimate of deaths, or the dyad's intensity."""

from __future__ import annotations

import datetime
from typing import Any

from graph.actors import Actor, ActorKind
from graph.days import Precision, When, start_of
from graph.records import Record
from ingest.feeds.event_words import relation_of
from ingest.feeds.numbers import whole_number
from ingest.feeds.resolution import Resolver, Resolving
from ingest.feeds.tables import Row
from ingest.feeds.telling import Party, Source, Told, Unreadable, quote, record, report_of

PROVIDER = Actor(id="ucdp", name="Uppsala Conflict Data Program", kind=ActorKind.OUTLET)

PRECISIONS = {"4": Precision.MONTH, "5": Precision.YEAR}
"""Codes of how exactly the day is known; 1 to 3 are days and weeks, which stand as an interval."""

ONE_SIDED = "3"


def side(resolver: Resolver, name: str | None, number: str | None, on: datetime.date, country: str | None) -> Party:
    """A side of a conflict: a government by its number, else whoever is called so.

    Raises:
        Unreadable: if there is no name.
    """
    if not name:
        raise Unreadable("One side has no name.")
    if name.lower().startswith("government of") and (state_number := whole_number(number)) is not None:
        return resolver.state_numbered(state_number, on)
    state = resolver.country(country.split(" (")[0], on) if country else None
    if name.lower() == "civilians" and state:
        return resolver.role("Civilians", state, organ=False)
    return resolver.named(name, on)


class UcdpReader(Resolving):
    """Reads rows of the georeferenced event data."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        start = values["start"]
        if not values["row"] or start is None:
            raise Unreadable("The row has no number or no day.")
        kind = relation_of("ucdp", values["kind"])
        home = values["country"]
        told = Told(
            row=values["row"],
            subject=side(self._resolver, values["subject"], values["subject_number"], start, home),
            object=side(self._resolver, values["object"], values["object_number"], start, home),
            type=kind,
            when=_when(values),
            quote=values["headline"] or quote(values["subject"], values["object"], values["place"], home),
            code=values["kind"],
            score=values["score"],
        )
        return record("ucdp", layout, self._source(values), [told])

    def _source(self, values: dict[str, Any]) -> Source:
        named = (values["office"] or "").split(";")[0].strip()
        cited = self._resolver.outlet(named)
        report = report_of(f"ucdp {values['row']}", values["start"], PROVIDER, title=f"UCDP event {values['row']}")
        return Source(report, (PROVIDER, cited) if cited else (PROVIDER,))


class UcdpDyadicReader(Resolving):
    """Reads rows of dyads by the year: the two sides fight, and each state that joined one fights beside it."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        told_year = values["year"] or 0
        if not values["dyad"] or not datetime.MINYEAR <= told_year <= datetime.MAXYEAR:
            raise Unreadable("The row has no dyad or no year.")
        year = datetime.date(int(told_year), 1, 1)
        number = f"{values['dyad']} {year.year}"
        one, other = (
            side(self._resolver, values[end], values[f"{end}_number"], year, None) for end in ("subject", "object")
        )
        pairs = [(one, other, "CLASHES_WITH")]
        for whose, helped in (("subject", one), ("object", other)):
            allies = [name.strip() for name in (values[f"{whose}_allies"] or "").split(",") if name.strip()]
            pairs += [(self._resolver.named(ally, year), helped, "FIGHTS_BESIDE") for ally in allies]
        told = [
            Told(
                row=number,
                subject=subject,
                object=target,
                type=kind,
                when=When(on=year, precision=Precision.YEAR),
                quote=quote(values["subject"], values["object"], str(year.year)),
                code="dyad",
                score=values["score"],
            )
            for subject, target, kind in pairs
        ]
        report = report_of(f"ucdp dyad {number}", year.replace(month=12, day=31), PROVIDER, title=f"UCDP dyad {number}")
        return record("ucdp-dyadic", layout, Source(report, (PROVIDER,)), told)


def _when(values: dict[str, Any]) -> When:
    start, end = values["start"], values["end"]
    precision = PRECISIONS.get(values["precision"] or "1")
    if precision:
        return When(on=start_of(start, precision), precision=precision)
    return When(on=start, until=end if end and end > start else None)
