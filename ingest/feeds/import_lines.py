"""Lines: rows of a feed as lines of the files for ``neo4j-admin``, made in the processes that read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from graph import import_files
from graph.actors import ActorKind
from graph.batches import Batch
from graph.days import Precision, When
from graph.import_files import ImportFile, cells, keys
from graph.projection import Evidence
from graph.rows import Row, group_of

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
    columns = _claim_keys()
    for row in batch.claims:
        properties, identifier = row["properties"], row["id"]
        piece = batch.evidence.get(identifier)
        link = f'"{identifier}"'
        target = row["object"]
        yield (
            f"{properties['feed']} {properties['row']}" if properties["feed"] else identifier,
            ClaimLines(
                properties["identity"] or "",
                identifier,
                portion,
                row["report"],
                _told(piece) if piece else None,
                cells([properties[key] for key in columns]),
                link + _end(row["subject"], "SUBJECT") + (link + _end(target, "OBJECT") if target else ""),
                "".join([link + _attribution(each["actor"], **each["properties"]) for each in row["links"]]),
                f'{link},"{row["report"]}","MADE_IN"\n',
            ),
        )


def report_lines(batch: Batch) -> Iterator[tuple[str, str, str]]:
    """Id of each report, its line, and that of its outlet."""
    for row in batch.reports:
        outlet = row["outlet"]
        line = import_files.REPORTS.line({**row["properties"], ":LABEL": "Report"})
        yield row["id"], line, _link(import_files.PUBLISHED_BY, row["id"], outlet, "PUBLISHED_BY") if outlet else ""


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


def _told(piece: Evidence) -> Told:
    when = piece.when
    return (
        _number(when.on),
        _number(when.until),
        (when.precision if when.known else Precision.DAY).value,
        piece.asserts,
        piece.disputes,
        _number(piece.published),
        piece.origin,
        piece.mode,
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


def _end(end: Row, kind: str) -> str:
    """What stands behind the claim in the line of one of its ends."""
    return _end_called(end["actor"], kind, **end["properties"])


@lru_cache(maxsize=200_000)
def _end_called(actor: str, kind: str, start: int | None, end: int | None) -> str:
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


@cache
def _claim_keys() -> tuple[str, ...]:
    """What stands in a claim's line before its relations and its label."""
    return keys(import_files.CLAIMS.columns)[:-2]
