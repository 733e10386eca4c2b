"""Batches: records made ready for one transaction, as plain rows that also cross to another process cheaply."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.actors import Actor, ActorKind
from graph.claims import Claim
from graph.projection import evidence, project
from graph.records import Record
from graph.rows import Row, actor_row, claim_row, day_in, relation_row, report_row
from graph.sent_rows import ClaimRow, Days, RelationRow, ReportRow

RECORDS_AT_ONCE = 5_000
CLAIMS_AT_ONCE = 20_000
"""Bounds of one transaction. 20,000 rows is where batches stopped getting faster on one million relations."""

ProvidedRow = tuple[str, str]
"""Feed and row id of a ``graph.claims.Provided``."""


T = TypeVar("T")


def some_at_once(things: Iterable[T], many: int) -> Iterator[list[T]]:
    """Things in order, as lists of so many; the last may be shorter. They are taken lazily."""
    waiting = iter(things)
    while some := list(itertools.islice(waiting, many)):
        yield some


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction writes.

    Attributes:
        actors: the rows of the actors, by kind, in the order of their ids.
        reports: the rows of the reports.
        claims: the rows of the claims, in the order of their ids; each bears on what follows from the batch alone.
        relations: the rows of the relations that follow from the batch alone, by their identity; none where it was not
            projected, and then claims bear on nothing.
        days: the days that rows name.
        retold: how many rows of a feed stood in it twice with different content; the later one counts.
    """

    actors: Mapping[ActorKind, Sequence[Row]]
    reports: Sequence[ReportRow]
    claims: Sequence[ClaimRow]
    relations: Mapping[str, Sequence[RelationRow]]
    days: Days
    retold: int = 0

    @property
    def published(self) -> Mapping[str, datetime.date | None]:
        """The day that each report bears, by its id."""
        return {row.id: day_in(row.published, self.days) for row in self.reports}


def ready(records: Sequence[Record], run: str | None = None, *, projected: bool = True) -> Batch:
    """Make records ready to be written.

    Args:
        records: as many as one transaction may hold.
        run: stands on every claim that is new, so that what a run of a command brought can be taken back.
        projected: whether the batch is to have the relations that follow from it; they take a fifth of the work, in
            vain where all claims of a group are to be projected together later.
    """
    counting, retold = _counting(records)
    claims = {claim.id: (claim, record.report) for record in counting for claim in record.claims}
    pieces = {key: piece for key, (claim, report) in claims.items() if (piece := evidence(claim, report.published))}
    projection = project(pieces.values() if projected else ())
    days: Days = {}
    relations: defaultdict[str, list[RelationRow]] = defaultdict(list)
    for relation in projection.relations:
        row = relation_row(relation, days)
        relations[row.identity].append(row)
    return Batch(
        actors=_actors(actor for record in counting for actor in record.actors),
        reports=[report_row(one, days) for one in {record.report.id: record.report for record in counting}.values()],
        claims=[
            claim_row(claims[key][0], pieces.get(key), run, projection.bearing.get(key, ()), days)
            for key in sorted(claims)
        ],
        relations=dict(relations),
        days=days,
        retold=retold,
    )


def in_batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    """Records in batches, bounded by their number and by that of their claims."""
    waiting = iter(records)
    for first in waiting:
        batch = [first]
        claims = len(first.claims)
        for record in itertools.islice(waiting, RECORDS_AT_ONCE - 1):
            batch.append(record)
            claims += len(record.claims)
            if claims >= CLAIMS_AT_ONCE:
                break
        yield batch


def provided_row(claim: Claim) -> ProvidedRow | None:
    """Where a claim stands in a feed; None where it was read from a report itself."""
    return (claim.provided.feed, claim.provided.row) if claim.provided else None


def provided_rows(claims: Iterable[ClaimRow]) -> list[ProvidedRow]:
    """The rows of feeds in which the claims of some rows stand, in order."""
    return sorted({(row.feed, row.row) for row in claims if row.feed and row.row})


def _counting(records: Sequence[Record]) -> tuple[list[Record], int]:
    """The records without the claims of rows that a later record tells anew, and the number of such rows."""
    last: dict[ProvidedRow, int] = {}
    told = 0
    for number, record in enumerate(records):
        rows = {row for claim in record.claims if (row := provided_row(claim))}
        told += len(rows)
        last.update(dict.fromkeys(rows, number))
    if told == len(last):
        return list(records), 0
    counting, retold = [], 0
    for number, record in enumerate(records):
        kept = tuple(claim for claim in record.claims if last.get(provided_row(claim) or ("", ""), number) == number)
        if len(kept) == len(record.claims):
            counting.append(record)
            continue
        again = records[last[provided_row(record.claims[0]) or ("", "")]]
        retold += {claim.id for claim in again.claims} != {claim.id for claim in record.claims}
        if kept:
            counting.append(record.model_copy(update={"claims": kept}))
    return counting, retold


def _actors(actors: Iterable[Actor]) -> Mapping[ActorKind, Sequence[Row]]:
    by_kind: defaultdict[ActorKind, dict[str, Actor]] = defaultdict(dict)
    last_first = {id(actor): actor for actor in reversed(list(actors))}
    for actor in last_first.values():
        by_kind[actor.kind].setdefault(actor.id, actor)
    return {kind: [actor_row(members[key]) for key in sorted(members)] for kind, members in sorted(by_kind.items())}
