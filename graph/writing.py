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
from graph.sent_rows import ClaimRow, Days, Sent, sent
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
    reports = _nodes(transaction, statements.REPORTS, batch.reports, batch.days)
    stored = _stored(transaction, batch.claims)
    new = [row for row in batch.claims if row.id not in stored.same]
    if not new and not stored.stale:
        return Written(reports=reports, actors=actors)
    delete_claims(transaction, stored.stale)
    known = {row.identity for row in batch.claims if row.id in stored.same}
    relations = {identity: rows for identity, rows in batch.relations.items() if identity not in known}
    ready = Ready(new, relations, batch.days, batch.published)
    edges, bearing = project_claims(transaction, stored.groups, ready, stored.relations)
    bearing_rows = [row._replace(relation=list(bearing[row.id])) if row.id in bearing else row for row in new]
    claims = _nodes(transaction, statements.CLAIMS, bearing_rows, batch.days)
    if stored.reports:
        transaction.run(statements.DELETE_EMPTY_REPORTS, ids=sorted(stored.reports)).consume()
    return edges + Written(reports=reports, claims=claims, actors=actors, replaced=len(stored.stale) + batch.retold)


def delete_claims(transaction: ManagedTransaction, claims: Collection[str]) -> None:
    """Delete claims; what they bore on is to be projected again."""
    if claims:
        transaction.run(statements.DELETE_CLAIMS, ids=sorted(claims)).consume()


def _stored(transaction: ManagedTransaction, claims: Sequence[ClaimRow]) -> Stored:
    told = {row.id for row in claims}
    asked = provided_rows(claims)
    others = [row.id for row in claims if not row.feed]
    same = {row["claim"] for row in transaction.run(statements.STORED, ids=others)} if others else set()
    stale: dict[str, Row] = {}
    if asked:
        for row in transaction.run(statements.STORED_ROWS, rows=Sent(asked)):
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


def _nodes(transaction: ManagedTransaction, statement: str, rows: Iterable[Sequence[Any]], days: Days) -> int:
    """Run a write statement over rows; how many nodes it made."""
    told = sent(rows, days)
    return transaction.run(statement, told).consume().counters.nodes_created if told["rows"] else 0
