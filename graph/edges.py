"""Edges: what the claims of some groups project to, written where it differs from what stands."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import statements
from graph.projection import Group, Projection, project
from graph.reading import plain
from graph.rows import Row, evidence_in, evidence_of, group_of, identity_of, relation_row
from graph.sent_rows import ClaimRow, Day, Days, RelationRow, Sent, sent
from graph.vocabulary import vocabulary
from graph.written import Written

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

NOTHING = Projection((), {})


@dataclass(frozen=True, slots=True)
class Ready:
    """What is ready to be written.

    Attributes:
        claims: claims that are not in the store yet.
        relations: edges to which these alone project, by their identity. They are written as they are where the store
            holds no claim of the same group that bears on them.
        days: that the rows name.
        published: the day that each report of these claims bears, by its id.
    """

    claims: Sequence[ClaimRow]
    relations: Mapping[str, Sequence[RelationRow]]
    days: Days
    published: Mapping[str, datetime.date | None]


NOTHING_READY = Ready((), {}, {}, {})


def reproject(transaction: ManagedTransaction, groups: Iterable[Group], *, afresh: bool = False) -> Written:
    """Project groups from all their claims in the store, and write what differs.

    Args:
        transaction: in which it is done.
        groups: whole groups.
        afresh: whether every edge of them goes first, also what claims say nothing of.
    """
    return project_claims(transaction, frozenset(groups), afresh=afresh)[0]


def project_claims(
    transaction: ManagedTransaction,
    groups: frozenset[Group],
    ready: Ready = NOTHING_READY,
    standing: frozenset[str] = frozenset(),
    *,
    afresh: bool = False,
) -> tuple[Written, Mapping[str, tuple[str, ...]]]:
    """Project what some claims touch, and write what differs.

    An event stands on the claims of its day and on denials. So where an event is asserted once more, the claims of
    other days need not be read, of which two states may have made a hundred thousand.

    Args:
        transaction: in which it is done.
        groups: to be projected as a whole, whatever their claims bore on, besides those that new claims ask for.
        ready: new claims, and what they project to alone.
        standing: ids of edges that stand although no claim in the store may bear on them.
        afresh: whether every edge of the groups goes first.

    Returns:
        What changed, and on which relations each new claim bears whose group was not written as it is.
    """
    forced = set(map(identity_of, groups))
    whole = forced | {row.identity for row in ready.claims if row.identity and not _of_one_day(row)}
    days = {(row.identity, row.on) for row in ready.claims if row.identity and row.identity not in whole}
    rows = _evidence(transaction, whole, sorted(days), ready.days)
    left = dict(ready.relations)
    for identity in [*forced, *(row["identity"] for row in rows)]:
        left.pop(identity, None)
    told = {
        row.id: piece
        for row in ready.claims
        if row.identity not in left and (piece := evidence_in(row, ready.days, ready.published[row.report]))
    }
    projection = project([*map(evidence_of, rows), *told.values()])
    removed = 0
    if afresh:
        _remove_stale(transaction, groups, NOTHING)
    else:
        standing = standing.union(*(row["relation"] for row in rows))
        removed = _remove_stale(transaction, groups, projection)
        removed += _remove_unborne(transaction, rows, whole - forced, projection)
    left_rows = list(itertools.chain.from_iterable(left.values()))
    new = _write_edges(transaction, projection, left_rows, ready.days, standing)
    _write_bearing(transaction, rows, projection, whole)
    return Written(relations=new, removed=removed), {claim: projection.bearing.get(claim, ()) for claim in told}


def _of_one_day(row: ClaimRow) -> bool:
    return row.asserts and row.on is not None and not vocabulary()[row.type].lasts


def _evidence(
    transaction: ManagedTransaction, whole: Collection[str], by_day: Sequence[tuple[str, Day]], days: Days
) -> list[Row]:
    found: dict[str, Row] = {}
    asked: list[tuple[str, dict[str, Any]]] = []
    if whole:
        asked.append((statements.EVIDENCE, {"identities": Sent(sorted(whole))}))
    if by_day:
        asked.append((statements.EVIDENCE_OF_DAYS, sent(by_day, days)))
        if transaction.run(statements.ANY_DENIAL).single():
            asked.append((statements.DENIALS, {"identities": Sent(sorted({identity for identity, _ in by_day}))}))
    for statement, parameters in asked:
        for row in transaction.run(statement, parameters):
            found[row["claim"]] = plain(row.data())
    return list(found.values())


def _write_edges(
    transaction: ManagedTransaction,
    projection: Projection,
    ready: Sequence[RelationRow],
    days: Days,
    standing: Collection[str],
) -> int:
    """Write edges; how many are new.

    Args:
        transaction: in which it is done.
        projection: edges of which those that stand are written anew.
        ready: rows of others, that do not stand.
        days: that these rows name.
        standing: ids of those that stand.
    """
    new = list(ready)
    named = {**days}
    again: dict[str, Sent] = {name: Sent() for name in statements.drawn_types()}
    for relation in projection.relations:
        row = relation_row(relation, named)
        if relation.id in standing:
            again[relation.type].append(tuple(row))
        else:
            new.append(row)
    if any(again.values()):
        transaction.run(statements.standing_edges(), rows=again, days=named).consume()
    return transaction.run(statements.EDGES, sent(new, named)).consume().counters.relationships_created if new else 0


def _write_bearing(
    transaction: ManagedTransaction, stored: Iterable[Row], projection: Projection, whole: Collection[str]
) -> None:
    """Say on stored claims on which relations they bear, where that changes.

    Of a group that was not projected as a whole, a denial bears on relations of other days too.
    """
    rows = []
    for row in stored:
        bears: Collection[str] = projection.bearing.get(row["claim"], ())
        if row["identity"] not in whole:
            bears = {*row["relation"], *bears}
        if set(bears) != set(row["relation"]):
            rows.append({"claim": row["claim"], "relations": sorted(bears)})
    if rows:
        transaction.run(statements.BEARING, rows=rows).consume()


def _remove_stale(transaction: ManagedTransaction, groups: Iterable[Group], projection: Projection) -> int:
    keep: defaultdict[Group, list[str]] = defaultdict(list)
    for relation in projection.relations:
        keep[relation.subject, relation.type, relation.object].append(relation.id)
    by_type: defaultdict[str, list[Row]] = defaultdict(list)
    for group in sorted(groups):
        subject, type_name, target = group
        by_type[type_name].append({"subject": subject, "object": target, "keep": keep[group]})
    removed = 0
    for type_name, rows in sorted(by_type.items()):
        removed += transaction.run(statements.stale(type_name), rows=rows).consume().counters.relationships_deleted
    return removed


def _remove_unborne(
    transaction: ManagedTransaction, stored: Iterable[Row], groups: Collection[str], projection: Projection
) -> int:
    """Remove the edges on which stored claims of whole groups bore, and which are projected no more."""
    drawn = {relation.id for relation in projection.relations}
    by_type: defaultdict[str, set[str]] = defaultdict(set)
    for row in stored:
        if row["identity"] in groups:
            by_type[group_of(row["identity"])[1]].update(
                relation for relation in row["relation"] if relation not in drawn
            )
    removed = 0
    for type_name, ids in sorted(by_type.items()):
        if ids:
            result = transaction.run(statements.no_longer(type_name), ids=sorted(ids))
            removed += result.consume().counters.relationships_deleted
    return removed
