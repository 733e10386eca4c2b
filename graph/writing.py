"""Writing batches: one transaction each, in which claims and their edges stand or fall together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import statements
from graph.actor_writing import ActorWriting
from graph.batches import Batch, provided_rows
from graph.edges import Ready, project_claims
from graph.projection import Group
from graph.rows import Row, group_of
from graph.sent_rows import Days, Sent, claim_cells, report_cells, sent
from graph.written import Written

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class Stored:
    """The claims of a batch that stand in the store, and those that its rows said until now and say no more.

    Attributes:
        same: ids of the former.
        stale: ids of the latter.
        groups: the groups of the stale ones.
        reports: the reports of the stale ones.
        relations: the relations on which the stale ones bear.
    """

    same: frozenset[str]
    stale: tuple[str, ...] = ()
    groups: frozenset[Group] = frozenset()
    reports: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()


def write_batch(transaction: ManagedTransaction, batch: Batch, writing: ActorWriting) -> Written:
    """Write a batch and project what its claims touch."""
    actors = writing.write(transaction, batch.actors)
    reports = _nodes(transaction, statements.REPORTS, map(report_cells, batch.reports), batch.days)
    stored = _stored(transaction, batch.claims)
    new = [row for row in batch.claims if row["id"] not in stored.same]
    if not new and not stored.stale:
        return Written(reports=reports, actors=actors)
    delete_claims(transaction, stored.stale)
    fresh = {row["id"]: batch.evidence[row["id"]] for row in new if row["id"] in batch.evidence}
    known = {piece.group for claim in stored.same if (piece := batch.evidence.get(claim))}
    ready = Ready({group: rows for group, rows in batch.relations.items() if group not in known}, batch.days)
    edges, bearing = project_claims(transaction, stored.groups, fresh, ready, stored.relations)
    bearing_rows = [_bearing(row, bearing.get(row["id"])) for row in new]
    claims = _nodes(transaction, statements.CLAIMS, (claim_cells(row) for row in bearing_rows), batch.days)
    if stored.reports:
        transaction.run(statements.DELETE_EMPTY_REPORTS, ids=sorted(stored.reports)).consume()
    return edges + Written(reports=reports, claims=claims, actors=actors, replaced=len(stored.stale) + batch.retold)


def _bearing(row: Row, relations: Sequence[str] | None) -> Row:
    """A claim that bears on some relations, or as it is where none are told; a batch may be written again."""
    return row if relations is None else {**row, "properties": {**row["properties"], "relation": list(relations)}}


def delete_claims(transaction: ManagedTransaction, claims: Collection[str]) -> None:
    """Delete claims; what they bore on is to be projected again."""
    if claims:
        transaction.run(statements.DELETE_CLAIMS, ids=sorted(claims)).consume()


def _stored(transaction: ManagedTransaction, claims: Sequence[Row]) -> Stored:
    told = {row["id"] for row in claims}
    asked = provided_rows(claims)
    others = [row["id"] for row in claims if not row["properties"]["feed"]]
    same = {row["claim"] for row in transaction.run(statements.STORED, ids=others)} if others else set()
    stale: dict[str, Row] = {}
    if asked:
        by_row = Sent({"feed": feed, "row": row} for feed, row in asked)
        for row in transaction.run(statements.STORED_ROWS, rows=by_row):
            if row["claim"] in told:
                same.add(row["claim"])
            else:
                stale[row["claim"]] = row.data()
    return Stored(
        frozenset(same),
        tuple(stale),
        frozenset(group_of(row["identity"]) for row in stale.values() if row["identity"]),
        frozenset(row["report"] for row in stale.values()),
        frozenset(relation for row in stale.values() for relation in row["relation"]),
    )


def _nodes(transaction: ManagedTransaction, statement: str, cells: Iterable[Any], days: Days) -> int:
    """Run a write statement over rows; how many nodes it made."""
    told = sent(cells, days)
    return transaction.run(statement, told).consume().counters.nodes_created if told["rows"] else 0
