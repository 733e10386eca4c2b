"""Lines: rows of a feed as lines of the files for ``neo4j-admin``, made beside the process that sorts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph import import_files
from graph.actors import ActorKind
from graph.batches import Batch
from graph.import_files import ImportFile, cells, keys
from graph.rows import Row, evidence_row
from ingest.extractor import Reject
from ingest.feeds.portions import Task, prepare

UNKNOWN = ActorKind.UNKNOWN.value


@dataclass(frozen=True, slots=True)
class ClaimLines:
    """A claim.

    Attributes:
        row: feed and row id under which it can be corrected; its own id where it stands in no row.
        id: its own.
        report: id of its report.
        identity: the group that it speaks of; empty where it can draw no edge.
        evidence: what it contributes to projection, as ``graph.rows.evidence_row`` gives it; None where nothing.
        claim: its line, as far as it is known before projection.
        ends, attributions, made_in: lines of its links.
    """

    row: str
    id: str
    report: str
    identity: str
    evidence: Row | None
    claim: str
    ends: str
    attributions: str
    made_in: str


@dataclass(frozen=True, slots=True)
class PortionLines:
    """Some rows of a file.

    Attributes:
        rows, end, rejects: as in ``ingest.feeds.portions.Portion``.
        retold: as in ``graph.batches.Batch``.
        claims: their claims.
        reports: id of each report, its line, and that of its outlet.
        actors: id of each actor, whether it is known, and its line.
    """

    rows: int
    end: int
    rejects: tuple[Reject, ...]
    retold: int
    claims: list[ClaimLines]
    reports: list[tuple[str, str, str]]
    actors: list[tuple[str, bool, str]]


def lines_of(task: Task) -> PortionLines:
    """Read some rows and turn them into lines."""
    portion = prepare(task)
    batch = portion.batch
    return PortionLines(
        rows=portion.rows,
        end=portion.end,
        rejects=portion.rejects,
        retold=batch.retold,
        claims=[_claim(row, batch) for row in batch.claims],
        reports=[_report(row) for row in batch.reports],
        actors=list(_actors(batch)),
    )


def claim_line(told: ClaimLines, relations: tuple[str, ...]) -> str:
    """The line of a claim, once it is known on which relations it bears."""
    return f"{told.claim},{cells([relations])},Claim\n"


def _claim(row: Row, batch: Batch) -> ClaimLines:
    properties, identifier = row["properties"], row["id"]
    piece = batch.evidence.get(identifier)
    ends = [("SUBJECT", row["subject"]), ("OBJECT", row["object"])]
    return ClaimLines(
        row=f"{properties['feed']} {properties['row']}" if properties["feed"] else identifier,
        id=identifier,
        report=row["report"],
        identity=properties["identity"] or "",
        evidence=evidence_row(piece) if piece else None,
        claim=cells([properties[key] for key in _claim_keys()]),
        ends="".join(
            _link(import_files.SUBJECTS_AND_OBJECTS, identifier, end["actor"], kind, end["properties"])
            for kind, end in ends
            if end
        ),
        attributions="".join(
            _link(import_files.ATTRIBUTIONS, identifier, link["actor"], "ATTRIBUTED_TO", link["properties"])
            for link in row["links"]
        ),
        made_in=_link(import_files.MADE_IN, identifier, row["report"], "MADE_IN"),
    )


def _report(row: Row) -> tuple[str, str, str]:
    outlet = row["outlet"]
    line = import_files.REPORTS.line({**row["properties"], ":LABEL": "Report"})
    return row["id"], line, _link(import_files.PUBLISHED_BY, row["id"], outlet, "PUBLISHED_BY") if outlet else ""


def _actors(batch: Batch) -> Iterator[tuple[str, bool, str]]:
    for kind, rows in batch.actors.items():
        labels = ["Actor", kind.label]
        for row in rows:
            line = import_files.ACTORS.line({**row["properties"], ":LABEL": labels})
            yield row["id"], kind.value != UNKNOWN, line


def _link(file: ImportFile, one: str, other: str, kind: str, properties: Mapping[str, Any] | None = None) -> str:
    start, end, *_ = file.columns
    return file.line({**(properties or {}), start: one, end: other, ":TYPE": kind})


@cache
def _claim_keys() -> tuple[str, ...]:
    """What stands in a claim's line before its relations and its label."""
    return keys(import_files.CLAIMS.columns)[:-2]
