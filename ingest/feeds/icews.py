"""ICEWS: events between named actors, from news stories; also as bare quadruples."""

from __future__ import annotations

from graph.actors import Actor, ActorKind
from graph.days import When
from graph.records import Record
from ingest.feeds.event_words import icews_events
from ingest.feeds.resolution import Resolving
from ingest.feeds.tables import Row
from ingest.feeds.telling import Source, Told, Unreadable, quote, record, relation_of_cameo, report_of

FEED = "icews"
PROVIDER = Actor(id="icews", name="ICEWS", kind=ActorKind.OUTLET)


class IcewsReader(Resolving):
    """Reads rows of ICEWS."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        day = values["day"]
        if day is None:
            raise Unreadable("The row has no day.")
        if not values["subject"]:
            raise Unreadable("The row names nobody who did it.")
        code = values.get("code") or icews_events().get((values["event"] or "").lower())
        if code is None:
            raise Unreadable("The event is not one of ICEWS's.")
        kind = relation_of_cameo(code)
        subject = self._resolver.named(values["subject"], day, values.get("subject_country"))
        target = values["object"] and self._resolver.named(values["object"], day, values.get("object_country"))
        number = values.get("row") or " | ".join((values["subject"], values["event"], values["object"] or "", str(day)))
        told = Told(
            row=number[:1000],
            subject=subject,
            object=target or None,
            type=kind,
            when=When(on=day),
            quote=quote(values["subject"], values["event"], values["object"]),
            code=code,
            score=values.get("score"),
        )
        return record(FEED, layout, self._source(row, number), [told])

    def _source(self, row: Row, number: str) -> Source:
        """The story; several events of one story stand in one report."""
        values = row.values
        publisher, story = values.get("publisher"), values.get("story")
        if story is None:
            return Source(report_of(f"icews {number}", values["day"], PROVIDER, title="ICEWS"), (PROVIDER,))
        outlet = self._resolver.outlet(publisher)
        report = report_of(f"icews story {story}", values["day"], outlet or PROVIDER, title=f"ICEWS story {story}")
        return Source(report, (outlet or PROVIDER,))
