"""Lines: rows of a feed as lines of the files for ``neo4j-admin``, made in the processes that read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from graph import import_files
from graph.actors import ActorKind
from graph.batches import Batch
from graph.days import Precision, When
from graph.import_files import ImportFile, cells, keys
from graph.projection import Evidence
from graph.rows import day_in, group_of
from graph.sent_rows import CLAIM_PROPERTIES, ClaimRow, Days

UNKNOWN = ActorKind.UNKNOWN.value

Told = tuple[int | None, int | None, str, bool, bool, int | None, str, str | None]
"""Of evidence, what no other field of the lines tells; days as numbers, which are written ten times as fast."""


class ClaimLines(NamedTuple):
    """A claim.

    Attributes:
        identity: the group that it speaks of; empty where it can draw no edge.
        id: its own.
        portion: number of the portion of rows that tells it.
        report: id of its report.
        told: what it contributes to projection; None where nothing.
        claim: its line, as far as it is known before projection.
        ends, attributions, made_in: lines of its links.
    """

    identity: str
    id: str
    portion: int
    report: str
    told: Told | None
    claim: str
    ends: str
    attributions: str
    made_in: str


def claim_lines(batch: Batch, portion: int) -> Iterator[tuple[str, ClaimLines]]:
    """The claims of a batch, each with the row under which it can be corrected; its own id where it stands in none."""
    published = batch.published
    for row in batch.claims:
        link = f'"{row.id}"'
        subject = _end(row.subject, "SUBJECT", row.subject_start, row.subject_end)
        target = _end(row.object, "OBJECT", row.object_start, row.object_end) if row.object else ""
        yield (
            f"{row.feed} {row.row}" if row.feed else row.id,
            ClaimLines(
                row.identity or "",
                row.id,
                portion,
                row.report,
                _told(row, batch.days, published[row.report]) if row.identity else None,
                cells(row[-len(CLAIM_PROPERTIES) : -1]),
                link + subject + (link + target if target else ""),
                "".join([link + _attribution(*each) for each in row.links]),
                f'{link},"{row.report}","MADE_IN"\n',
            ),
        )


def report_lines(batch: Batch) -> Iterator[tuple[str, str, str]]:
    """Id of each report, its line, and that of its outlet."""
    for row in batch.reports:
        identifier, outlet, *properties = row
        line = cells([identifier, *properties, "Report"]) + "\n"
        yield identifier, line, _link(import_files.PUBLISHED_BY, identifier, outlet, "PUBLISHED_BY") if outlet else ""


def actor_lines(batch: Batch) -> Iterator[tuple[str, bool, str]]:
    """Id of each actor, whether it is known, and its line."""
    for kind, rows in batch.actors.items():
        labels = ["Actor", kind.label]
        for row in rows:
            line = import_files.ACTORS.line({**row["properties"], ":LABEL": labels})
            yield row["id"], kind.value != UNKNOWN, line


def claim_line(told: ClaimLines, relations: tuple[str, ...]) -> str:
    """The line of a claim, once it is known on which relations it bears."""
    return f"{told.claim},{cells([relations])},Claim\n"


def evidence_in(lines: ClaimLines) -> Evidence | None:
    """What a claim contributes to projection."""
    if lines.told is None:
        return None
    on, until, precision, asserts, disputes, published, origin, mode = lines.told
    return Evidence(
        claim=lines.id,
        group=group_of(lines.identity),
        when=_when(on, until, precision),
        asserts=asserts,
        disputes=disputes,
        report=lines.report,
        published=None if published is None else datetime.date.fromordinal(published),
        origin=origin,
        mode=mode,
    )


def _told(row: ClaimRow, days: Days, published: datetime.date | None) -> Told:
    return (
        _number(day_in(row.on, days)),
        _number(day_in(row.until, days)),
        row.precision or Precision.DAY.value,
        row.asserts,
        row.disputes,
        _number(published),
        row.origin,
        row.mode,
    )


def _number(day: datetime.date | None) -> int | None:
    return None if day is None else day.toordinal()


@lru_cache(maxsize=10_000)
def _when(on: int | None, until: int | None, precision: str) -> When:
    days = [None if day is None else datetime.date.fromordinal(day) for day in (on, until)]
    return When(on=days[0], until=days[1], precision=Precision(precision))


def _link(file: ImportFile, one: str, other: str, kind: str) -> str:
    start, end, *_ = file.columns
    return file.line({start: one, end: other, ":TYPE": kind})


@lru_cache(maxsize=200_000)
def _end(actor: str, kind: str, start: int | None, end: int | None) -> str:
    """What stands behind the claim in the line of one of its ends."""
    return _behind(import_files.SUBJECTS_AND_OBJECTS, {"start": start, "end": end}, actor, kind)


@lru_cache(maxsize=200_000)
def _attribution(actor: str, position: int, verb: str | None, anonymous: bool, count: int | None) -> str:
    """What stands behind the claim in the line of one who says so."""
    properties = {"position": position, "verb": verb, "anonymous": anonymous, "count": count}
    return _behind(import_files.ATTRIBUTIONS, properties, actor, "ATTRIBUTED_TO")


def _behind(file: ImportFile, properties: Mapping[str, Any], actor: str, kind: str) -> str:
    _, end, *_ = file.columns
    row = {**properties, end: actor, ":TYPE": kind}
    return "," + cells([row.get(key) for key in keys(file.columns)[1:]]) + "\n"
