"""Records: everything that reports told, one JSON object a report, to keep and to move to another store.

What is written is what was read, whatever was decided on who is who since: decisions have a file of their own.
Relations are not written, for they follow from the claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pydantic import ValidationError

from graph.actors import Actor
from graph.claims import Attribution, Claim, Mention, Provided
from graph.days import When
from graph.model import first_fault
from graph.records import Record
from graph.reports import Report
from queries.exports.files import whole

if TYPE_CHECKING:
    from graph.store import Store

REPORTS_AT_ONCE = 500
LONGEST_LINE = 64_000_000
"""Bytes of one line; more is no record."""

_REPORTS = "MATCH (p:Report) WHERE p.id > $after RETURN p.id AS id ORDER BY p.id LIMIT $limit"
_RECORDS = """
UNWIND $ids AS id MATCH (p:Report {id: id})
RETURN p {.*} AS report, head([(p)-[:PUBLISHED_BY]->(o:Actor) | o.id]) AS outlet,
       COLLECT {
         MATCH (p)<-[:MADE_IN]-(c:Claim)-[s:SUBJECT]->(subject:Actor)
         OPTIONAL MATCH (c)-[t:OBJECT]->(object:Actor)
         RETURN {claim: c {.*}, subject: s {.start, .end, actor: subject.id},
                 object: CASE WHEN object IS NULL THEN null ELSE t {.start, .end, actor: object.id} END,
                 attribution: COLLECT {
                   MATCH (c)-[via:ATTRIBUTED_TO]->(source:Actor) WITH via, source ORDER BY via.position
                   RETURN via {.verb, .anonymous, .count, actor: source.id}
                 }}
         ORDER BY c.id
       } AS claims,
       COLLECT {
         MATCH (p)-[:PUBLISHED_BY]->(a:Actor) RETURN a {.*}
         UNION
         MATCH (p)<-[:MADE_IN]-(:Claim)-[:SUBJECT|OBJECT|ATTRIBUTED_TO]->(a:Actor) RETURN a {.*}
       } AS actors
"""


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read or written.

    Attributes:
        place: the line, or the report's id.
        reason: why, in words.
    """

    place: str
    reason: str


def records(store: Store) -> Iterator[Record | Refused]:
    """Every record of a store, in the order of the reports' ids; what another program broke is told as refused.

    Args:
        store: what is read.
    """
    after = ""
    while True:
        ids = [row["id"] for row in store.cypher(_REPORTS, after=after, limit=REPORTS_AT_ONCE)]
        if not ids:
            return
        for row in store.cypher(_RECORDS, ids=ids):
            try:
                yield _record(row)
            except (ValidationError, ValueError) as error:
                reason = "; ".join(first_fault(error)) if isinstance(error, ValidationError) else str(error)
                yield Refused(str(row["report"].get("id")), reason)
        after = ids[-1]


def write_records(store: Store, out: Path) -> tuple[int, list[Refused]]:
    """Write every record of a store into a file, whole or not at all; gives how many, and what was refused.

    Args:
        store: what is read.
        out: the file.

    Raises:
        RapportError: if the file cannot be written.
    """
    refused: list[Refused] = []
    written = 0

    def fill(partial: Path) -> None:
        nonlocal written
        with partial.open("w", encoding="utf-8", newline="\n") as file:
            for found in store.within_export_limits(records(store)):
                if isinstance(found, Refused):
                    refused.append(found)
                else:
                    file.write(found.model_dump_json(exclude={"report": {"id"}}, exclude_none=True) + "\n")
                    written += 1

    whole(out, fill)
    return written, refused


def read_records(file: IO[bytes]) -> Iterator[Record | Refused]:
    """The records of a file; a line that is none is told as refused and stops nothing.

    Args:
        file: at its beginning.
    """
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if not line.strip():
            continue
        try:
            if _goes_on(line, file):
                raise ValueError("the line is too long to be a record")
            yield Record.model_validate_json(line.decode("utf-8"))
        except UnicodeDecodeError:
            yield Refused(f"line {number}", "the line is not UTF-8 text")
        except ValidationError as error:
            yield Refused(f"line {number}", ": ".join(filter(None, first_fault(error))))
        except ValueError as error:
            yield Refused(f"line {number}", str(error))


def _goes_on(line: bytes, file: IO[bytes]) -> bool:
    """Whether a line was longer than a record can be; what is left of it is passed over and not kept."""
    goes_on = len(line) == LONGEST_LINE
    while not line.endswith(b"\n") and line:
        line = file.readline(LONGEST_LINE)
    return goes_on


def _record(row: dict[str, Any]) -> Record:
    report = Report(**{key: row["report"].get(key) for key in _fields(Report)} | {"outlet": row["outlet"]})
    return Record(
        report=report,
        claims=tuple(_claim(report.id, told) for told in row["claims"]),
        actors=tuple(
            Actor(**{key: actor[key] for key in _fields(Actor) if actor.get(key) is not None})
            for actor in sorted(row["actors"], key=lambda actor: str(actor["id"]))
        ),
    )


def _claim(report: str, told: dict[str, Any]) -> Claim:
    claim = told["claim"]
    fields = {key: claim[key] for key in _fields(Claim) if claim.get(key) is not None}
    provided = None
    if claim.get("feed") is not None:
        provided = Provided(feed=claim["feed"], row=claim["row"], code=claim.get("code"), score=claim.get("score"))
    return Claim(
        **{
            **fields,
            "report": report,
            "subject": Mention(**told["subject"]),
            "object": Mention(**told["object"]) if told["object"] else None,
            "when": When(**{key: claim[key] for key in ("on", "until", "precision") if claim.get(key) is not None}),
            "attribution": tuple(
                Attribution(**{key: value for key, value in link.items() if value is not None})
                for link in told["attribution"]
            ),
            "provided": provided,
        }
    )


def _fields(model: type[Report | Claim | Actor]) -> set[str]:
    return set(model.model_fields) - {"report", "subject", "object", "when", "attribution", "provided", "roles"}
