"""GDELT events: who did what to whom, as it was found in an article.

The codebooks call columns otherwise: ``GLOBALEVENTID`` is the row, ``EventCode`` the code, ``GoldsteinScale`` the
score, ``DATEADDED`` the day on which the article was found, ``SOURCEURL`` its address. Only the first article that
tells an event stands in its row; the table of mentions has the others.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import Any

from graph.records import Record
from ingest.feeds.cameo_parties import CameoParties, Coded
from ingest.feeds.resolution import Resolver
from ingest.feeds.tables import Row
from ingest.feeds.telling import (
    Source,
    Told,
    Unreadable,
    on,
    outlet_called,
    quote,
    record,
    relation_of_cameo,
    report_of,
    site_of,
)

FEED = "gdelt"

_TOLD = ("code", "name", "country", "group", "type_1", "type_2", "type_3", "religion_1", "religion_2")
_SUBJECT, _OBJECT = (itemgetter(*(f"{end}_{column}" for column in _TOLD)) for end in ("subject", "object"))


class GdeltReader:
    """Reads rows of GDELT's event tables, 1.0 and 2.0.

    Args:
        resolver: who is who.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._parties = CameoParties(resolver)

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        number, code = values["row"], values["code"]
        if not number or not code:
            raise Unreadable("The row has no number or no event code.")
        if values["day"] is None:
            raise Unreadable("The row has no day.")
        subject, target = _coded(*_SUBJECT(values)), _coded(*_OBJECT(values))
        if subject is None:
            raise Unreadable("The row names nobody who did it.")
        kind = relation_of_cameo(code)
        source = self._source(values)
        told = Told(
            row=number,
            subject=self._parties.party(subject, source.report.id),
            object=self._parties.party(target, source.report.id) if target else None,
            type=kind,
            when=on(values["day"]),
            quote=quote(subject.name, subject.code, code, *((target.name, target.code) if target else ())),
            code=code,
            score=values["score"],
        )
        return record(FEED, layout, source, [told])

    def _source(self, values: dict[str, Any]) -> Source:
        url = values["url"]
        site = site_of(url) if url else None
        if site is None:
            key = f"gdelt event {values['row']}"
            return Source(report_of(key, values["added"], None, title=f"GDELT event {values['row']}"))
        return article(url, site, values["added"])


@lru_cache(maxsize=10_000)
def article(url: str, site: str, found: Any) -> Source:  # noqa: ANN401
    """The article at an address, published by the site that it stands on.

    Args:
        url: the address.
        site: the site, such as "bbc.co.uk".
        found: the day on which it was found.
    """
    outlet = outlet_called(site)
    return Source(report_of(url, found, outlet, url=url[:4000]), (outlet,) if outlet else ())


@lru_cache(maxsize=200_000)
def _coded(
    code: str | None, name: str | None, country: str | None, group: str | None, *told: str | None
) -> Coded | None:
    """An actor as its columns tell it, of which few tell anything new."""
    if not code:
        return None
    return Coded(code, name or "", country, group, types=tuple(kind for kind in told if kind))
