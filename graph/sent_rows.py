"""Rows as they are sent, so that the driver has as little to do with them as can be.

Measured with the driver's version 6 on rows of a feed: to send a day takes it six microseconds, which for the days of
a claim is more than for all else of it; it makes a text of all parameters, which it throws away where nobody reads its
log; and where a claim is sent as a list instead of a map, the server makes it in two thirds of the time. A row is made
in this form where it is read, so that it goes from process to process, and to the server, as it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

DAYS = ("on", "until", "published", "first_reported", "last_reported")
"""Properties that hold a day."""

Day = datetime.date | str | None
"""A day, or how a row names it that was given ``Days``."""

Days = dict[str, datetime.date]
"""Days by how rows name them: each is sent once, for to send one takes the driver as long as a claim's other cells."""

LinkRow = tuple[str, int, str | None, bool, int | None]
"""One link of an attribution chain: actor, and what ``LINK_PROPERTIES`` names."""


class ReportRow(NamedTuple):
    """A report: its id, its outlet, and its properties."""

    id: str
    outlet: str | None
    sha256: str
    url: str | None
    title: str | None
    published: Day
    retrieved: datetime.datetime | None
    language: str | None


class ClaimRow(NamedTuple):
    """A claim: ids of what it is linked to, the properties of those links, and its own."""

    report: str
    subject: str
    object: str | None
    links: Sequence[LinkRow]
    subject_start: int | None
    subject_end: int | None
    object_start: int | None
    object_end: int | None
    id: str
    type: str
    identity: str | None
    denies: str | None
    on: Day
    until: Day
    precision: str | None
    modality: str
    negated: bool
    asserts: bool
    disputes: bool
    mode: str | None
    origin: str
    quote: str
    start: int
    end: int
    confidence: float
    extractor: str
    feed: str | None
    row: str | None
    code: str | None
    score: float | None
    run: str | None
    relation: Sequence[str]


class RelationRow(NamedTuple):
    """A relation: its type, the ids of its ends, and its properties."""

    type: str
    subject: str
    object: str
    id: str
    identity: str
    on: Day
    until: Day
    precision: str | None
    mode: str | None
    valence: float
    claims: int
    reports: int
    origins: int
    first_reported: Day
    last_reported: Day
    disputed: bool


END_PROPERTIES = ("start", "end")
LINK_PROPERTIES = ("position", "verb", "anonymous", "count")
REPORT_PROPERTIES = ReportRow._fields[2:]
CLAIM_PROPERTIES = ClaimRow._fields[8:]
RELATION_PROPERTIES = RelationRow._fields[3:]
"""What stands on the links, nodes and edges that rows make."""


class Sent(list[Any]):
    """Rows of which no text is made."""

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


def sent(rows: Iterable[Sequence[Any]], days: Days) -> dict[str, Any]:
    """The parameters of a statement over rows.

    Args:
        rows: which name their days. They are sent as plain tuples, for the driver takes no others.
        days: those.
    """
    return {"rows": Sent(map(tuple, rows)), "days": days}
