"""GDELT mentions: each further article that tells an event, which becomes a claim of its own beside the event's.

A mention says only that an article tells the event of a number; who did what to whom stands in the table of events. So
that has to be in the graph before. ``Confidence`` is GDELT's, in per cent.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.actors import Actor
from graph.days import When
from graph.records import Record
from graph.rows import actor_of
from ingest.feeds.gdelt import FEED as EVENTS
from ingest.feeds.gdelt import article
from ingest.feeds.tables import Row
from ingest.feeds.telling import Party, Source, Told, Unreadable, outlet_called, record, report_of, site_of

if TYPE_CHECKING:
    from graph.store import Store

FEED = "gdelt-mentions"

_EVENTS = """
UNWIND $rows AS row
MATCH (c:Claim {row: row, feed: $feed}) USING INDEX SEEK c:Claim(row, feed)
MATCH (c)-[:SUBJECT]->(s:Actor)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Actor)
RETURN row, c.type AS type, c.on AS on, c.code AS code, c.score AS score, c.quote AS quote,
       s {.id, .name, .kind, .country, .wikidata, .aliases} AS subject,
       o {.id, .name, .kind, .country, .wikidata, .aliases} AS object
"""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as its own row told it."""

    subject: Actor
    object: Actor | None
    type: str
    on: datetime.date
    code: str | None
    score: float | None
    quote: str


class GdeltMentionsReader:
    """Reads rows of GDELT's table of mentions.

    Args:
        store: the graph, in which the events stand.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._events: dict[str, Event] = {}

    def look_ahead(self, rows: Sequence[Row]) -> None:
        """Ask the graph for the events that the rows speak of."""
        asked = sorted({row.values["event"] for row in rows if row.values["event"]})
        found = self._store.cypher(_EVENTS, rows=asked, feed=EVENTS)
        self._events = {row["row"]: event for row in found if (event := _event(row))}

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        event = self._events.get(values["event"] or "")
        if event is None:
            raise Unreadable("Its event is not in the graph: ingest the file of events first.")
        told = Told(
            row=" ".join(filter(None, (values["event"], values["url"] or values["source"], values["sentence"])))[:1000],
            subject=Party(event.subject),
            object=Party(event.object) if event.object else None,
            type=event.type,
            when=When(on=event.on),
            quote=event.quote,
            code=event.code,
            score=event.score,
            confidence=min(max((values["confidence"] or 100.0) / 100, 0.0), 1.0),
        )
        return record(FEED, layout, _source(values), [told])


def _source(values: dict[str, Any]) -> Source:
    url, name = values["url"], values["source"]
    site = site_of(url) if url else None
    if url and site:
        return article(url, site, values["told"])
    if not url and not name:
        raise Unreadable("The row names no article.")
    outlet = outlet_called(name) if name else None
    return Source(report_of(f"{name} {url}", values["told"], outlet, title=url), (outlet,) if outlet else ())


def _event(row: dict[str, Any]) -> Event | None:
    subject = actor_of(row["subject"])
    target = row["object"] and actor_of(row["object"])
    if subject is None or (row["object"] and target is None) or row["on"] is None:
        return None
    return Event(subject, target, row["type"], row["on"], row["code"], row["score"], row["quote"])
