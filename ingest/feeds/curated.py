"""Tables of relations that people type in: who did what to whom, on which day, in which words, by which source."""

from __future__ import annotations

import datetime
import hashlib
import re
from functools import lru_cache
from typing import Any

from graph.actors import Actor
from graph.claims import Modality
from graph.days import Precision, When
from graph.errors import AmbiguousName, RapportError, UnknownName
from graph.names import Names
from graph.records import Record
from graph.vocabulary import vocabulary
from ingest.feeds.resolution import Resolver, Resolving
from ingest.feeds.tables import Row
from ingest.feeds.telling import Party, Source, Told, Unreadable, quote, record, report_of, site_of

FEED = "table"

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_YES = frozenset({"1", "true", "yes", "y", "x"})
_NO = frozenset({"", "0", "false", "no", "n"})


class CuratedReader(Resolving):
    """Reads rows that somebody typed in."""

    def __init__(self, resolver: Resolver) -> None:
        super().__init__(resolver)
        self._names = Names(resolver.gazetteer)
        self._party = lru_cache(maxsize=50_000)(self._found)

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        if not values["subject"] or not values["relation"]:
            raise Unreadable("The row lacks its subject or its relation.")
        when = _when(values)
        day = when.on or datetime.date.max
        told = Told(
            row=values["row"] or _digest(values),
            subject=self._party(values["subject"], day),
            object=self._party(values["object"], day) if values["object"] else None,
            type=_relation(values["relation"]),
            when=when,
            quote=values["quote"] or quote(values["subject"], values["relation"], values["object"]),
            code=values["relation"][:200],
            modality=_modality(values["modality"]),
            negated=_flag(values["negated"]),
        )
        return record(FEED, layout, self._source(values, day), [told])

    def _found(self, name: str, day: datetime.date) -> Party:
        """Who is meant; a name with a slip of the pen is a new actor, for nobody is there to ask."""
        try:
            match = self._names.find(name, None if day == datetime.date.max else day)
        except AmbiguousName as error:
            raise Unreadable(str(error)) from None
        except UnknownName:
            match = None
        except RapportError as error:
            raise Unreadable(str(error)) from None
        if match is None or match.how == "fuzzy":
            return self._resolver.named(name, day)
        return Party(self._resolver.actor(match.actor.id) or match.actor)

    def _source(self, values: dict[str, Any], day: datetime.date) -> Source:
        url, title = values["url"], values["title"]
        site = site_of(url) if url else None
        named = values["source"] or site
        outlet = self._resolver.outlet(named)
        published = _published(values["published"])
        key = url or " | ".join(filter(None, (title, values["quote"], values["row"]))) or _digest(values)
        said_by = self._party(values["said_by"], day).actor if values["said_by"] else None
        chain: tuple[Actor, ...] = tuple(actor for actor in (outlet, said_by) if actor)
        return Source(report_of(key, published, outlet, url=url, title=title and title[:300]), chain)


@lru_cache(maxsize=1000)
def _relation(told: str) -> str:
    """The relation type that somebody wrote: its name, or how it reads.

    Raises:
        Unreadable: if the vocabulary has none.
    """
    name = re.sub(r"[\s-]+", "_", told.strip()).upper()
    if name in vocabulary().types:
        return name
    spoken = " ".join(told.lower().split())
    reading = [kind.name for kind in vocabulary().types.values() if kind.active.lower() == spoken]
    if len(reading) == 1:
        return reading[0]
    raise Unreadable("The vocabulary has no relation type of that name.")


def _when(values: dict[str, Any]) -> When:
    on, until = _day(values["day"]), _day(values["until"])
    told = [day for day in (on, until) if day]
    if not told:
        return When()
    precision = max((day[1] for day in told), key=list(Precision).index)
    try:
        return When(on=on and on[0], until=until and until[0], precision=precision)
    except ValueError:
        raise Unreadable("The row ends before it begins.") from None


def _day(written: str | None) -> tuple[datetime.date, Precision] | None:
    if not written:
        return None
    found = _DAY.match(written)
    try:
        if found is None:
            raise ValueError(written)
        year, month, day = found.groups()
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return datetime.date(int(year), int(month or 1), int(day or 1)), precision
    except ValueError:
        raise Unreadable("A day is not written as 2024-10-08, 2024-10 or 2024.") from None


def _published(written: str | None) -> datetime.date | None:
    day = _day(written)
    return day[0] if day else None


def _modality(written: str | None) -> Modality:
    try:
        return Modality(written.lower()) if written else Modality.ASSERTED
    except ValueError:
        raise Unreadable(f"The modality is none of {', '.join(Modality)}.") from None


def _flag(written: str | None) -> bool:
    told = (written or "").lower()
    if told not in _YES | _NO:
        raise Unreadable("Whether it is negated is written as yes or no.")
    return told in _YES


def _digest(values: dict[str, Any]) -> str:
    """The number of a row without one: what it says, so that a row that is changed is another row."""
    told = "\x1f".join(f"{key}={value}" for key, value in sorted(values.items()) if value is not None)
    return hashlib.sha256(told.encode("utf8", "surrogatepass")).hexdigest()[:16]
