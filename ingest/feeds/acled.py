"""ACLED: political violence and protest, coded by people from reports of many sources.

A protest that somebody ended by force is told with the protesters first; there the second actor did it to the first.
Time precision 2 means the week around the day, 3 its month.
"""

from __future__ import annotations

import datetime

from graph.actors import Actor, ActorKind
from graph.days import Precision, When
from graph.records import Record
from ingest.feeds.event_words import relation_of, relations
from ingest.feeds.resolution import Resolving
from ingest.feeds.tables import Row
from ingest.feeds.telling import Party, Source, Told, Unreadable, quote, record, report_of

FEED = "acled"
PROVIDER = Actor(id="acled", name="ACLED", kind=ActorKind.OUTLET)
HALF_A_WEEK = datetime.timedelta(days=3)


class AcledReader(Resolving):
    """Reads rows of ACLED, whatever the dialect."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        number, day, sub_event = values["row"], values["day"], values["sub_event"]
        if not number or day is None:
            raise Unreadable("The row has no number or no day.")
        kind = relation_of("acled", values["event"], sub_event)
        first, second = (self._party(values[end], values["country"], day) for end in ("subject", "object"))
        if (sub_event or "").lower() in relations()["acled_reversed"]:
            first, second = second, first
        if first is None:
            raise Unreadable("The row names nobody who did it.")
        told = Told(
            row=number,
            subject=first,
            object=second,
            type=kind,
            when=_when(day, values["precision"]),
            quote=values["notes"] or quote(values["subject"], sub_event or values["event"], values["object"]),
            code=sub_event or values["event"],
            score=values["score"],
        )
        return record(FEED, layout, self._source(row), [told])

    def _party(self, name: str | None, country: str | None, day: datetime.date) -> Party | None:
        return self._resolver.named(name, day, country) if name else None

    def _source(self, row: Row) -> Source:
        """ACLED's row, on the word of the first source that it names."""
        values = row.values
        named = (values["publisher"] or "").split(";")[0].strip()
        cited = self._resolver.outlet(named)
        report = report_of(f"acled {values['row']}", values["day"], PROVIDER, title=f"ACLED event {values['row']}")
        return Source(report, (PROVIDER, cited) if cited else (PROVIDER,))


def _when(day: datetime.date, precision: str | None) -> When:
    if precision == "3":
        return When(on=day.replace(day=1), precision=Precision.MONTH)
    if precision == "2":
        return When(on=day - HALF_A_WEEK, until=day + HALF_A_WEEK)
    return When(on=day)
