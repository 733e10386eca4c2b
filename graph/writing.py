"""Writing batches: one transaction each, in which claims and their edges stand or fall together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from graph import statements
from graph.actors import ActorKind
from graph.batches import Batch, provided_rows
from graph.projection import Evidence, Group, Projection, project
from graph.reading import plain
from graph.relations import Relation
from graph.rows import Row, evidence_of, group_of, identity_of, relation_row
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class Written:
    """What writing changed; all 0 where everything stood there already.

    Attributes:
        reports, claims, actors, relations: how many are new.
        removed: relations that no claim supports any more.
        replaced: claims that were taken away because their row of a feed says something else now.
    """

    reports: int = 0
    claims: int = 0
    actors: int = 0
    relations: int = 0
    removed: int = 0
    replaced: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))


NOTHING = Projection((), {})


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


def write_batch(transaction: ManagedTransaction, batch: Batch) -> Written:
    """Write a batch and project what its claims touch."""
    actors = _write_actors(transaction, batch.actors)
    reports = _nodes(transaction, statements.REPORTS, batch.reports)
    stored = _stored(transaction, batch.claims)
    new = [row for row in batch.claims if row["id"] not in stored.same]
    if not new and not stored.stale:
        return Written(reports=reports, actors=actors)
    delete_claims(transaction, stored.stale)
    fresh = {row["id"]: batch.evidence[row["id"]] for row in new if row["id"] in batch.evidence}
    edges, bearing = _project(transaction, stored.groups, fresh, stored.relations)
    for row in new:
        row["properties"]["relation"] = list(bearing.get(row["id"], ()))
    claims = _nodes(transaction, statements.CLAIMS, new)
    if stored.reports:
        transaction.run(statements.DELETE_EMPTY_REPORTS, ids=sorted(stored.reports)).consume()
    return edges + Written(reports=reports, claims=claims, actors=actors, replaced=len(stored.stale) + batch.retold)


def delete_claims(transaction: ManagedTransaction, claims: Collection[str]) -> None:
    """Delete claims; what they bore on is to be projected again."""
    if claims:
        transaction.run(statements.DELETE_CLAIMS, ids=sorted(claims)).consume()


def reproject(transaction: ManagedTransaction, groups: Iterable[Group], *, afresh: bool = False) -> Written:
    """Project groups from all their claims in the store, and write what differs.

    Args:
        transaction: in which it is done.
        groups: whole groups.
        afresh: whether every edge of them goes first, also what claims say nothing of.
    """
    return _project(transaction, frozenset(groups), {}, afresh=afresh)[0]


def _project(
    transaction: ManagedTransaction,
    groups: frozenset[Group],
    fresh: Mapping[str, Evidence],
    standing: frozenset[str] = frozenset(),
    *,
    afresh: bool = False,
) -> tuple[Written, Mapping[str, tuple[str, ...]]]:
    """Project what some claims touch, and write what differs.

    An event stands on the claims of its day and on denials. So where an event is asserted once more, the claims of
    other days need not be read, of which two states may have made a hundred thousand.

    Args:
        transaction: in which it is done.
        groups: to be projected as a whole, whatever their claims bore on, besides those that ``fresh`` asks for.
        fresh: the evidence of claims that are not in the store yet, by their ids.
        standing: ids of edges that stand although no claim in the store may bear on them.
        afresh: whether every edge of the groups goes first.

    Returns:
        What changed, and on which relations each claim bears.
    """
    whole = set(groups) | {piece.group for piece in fresh.values() if not _of_one_day(piece)}
    days = {(piece.group, piece.when.on) for piece in fresh.values() if piece.group not in whole}
    rows = _evidence(transaction, whole, days)
    projection = project([*map(evidence_of, rows), *fresh.values()])
    removed = 0
    if afresh:
        _remove_stale(transaction, groups, NOTHING)
    else:
        standing = standing.union(*(row["relation"] for row in rows))
        removed = _remove_stale(transaction, groups, projection)
        removed += _remove_unborne(transaction, rows, whole.difference(groups), projection)
    new = _write_edges(transaction, projection.relations, standing)
    _write_bearing(transaction, rows, projection, whole)
    return Written(relations=new, removed=removed), projection.bearing


def _of_one_day(piece: Evidence) -> bool:
    return piece.asserts and piece.when.on is not None and not vocabulary()[piece.group[1]].lasts


def _evidence(
    transaction: ManagedTransaction, whole: Collection[Group], days: Collection[tuple[Group, Any]]
) -> list[Row]:
    found: dict[str, Row] = {}
    by_day = [{"identity": identity_of(group), "on": on} for group, on in sorted(days)]
    asked: list[tuple[str, dict[str, Any]]] = [
        (statements.EVIDENCE, {"identities": sorted(map(identity_of, whole))}),
        (statements.EVIDENCE_OF_DAYS, {"days": by_day}),
        (statements.DENIALS, {"identities": sorted({day["identity"] for day in by_day})}),
    ]
    for statement, parameters in asked:
        if any(parameters.values()):
            for row in transaction.run(statement, parameters):
                found[row["claim"]] = plain(row.data())
    return list(found.values())


def _stored(transaction: ManagedTransaction, claims: Sequence[Row]) -> Stored:
    told = {row["id"] for row in claims}
    asked = provided_rows(claims)
    others = [row["id"] for row in claims if not row["properties"]["feed"]]
    same = {row["claim"] for row in transaction.run(statements.STORED, ids=others)} if others else set()
    stale: dict[str, Row] = {}
    if asked:
        by_row = [{"feed": feed, "row": row} for feed, row in asked]
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


def _write_actors(transaction: ManagedTransaction, actors: Mapping[ActorKind, Sequence[Row]]) -> int:
    new = 0
    for kind, rows in sorted(actors.items()):
        statement = statements.UNKNOWN_ACTORS if kind is ActorKind.UNKNOWN else statements.known_actors(kind)
        new += _nodes(transaction, statement, rows)
    return new


def _write_edges(transaction: ManagedTransaction, relations: Iterable[Relation], standing: Collection[str]) -> int:
    """Write edges; how many are new."""
    new: list[Row] = []
    again: dict[str, list[Row]] = {name: [] for name in statements.drawn_types()}
    for relation in relations:
        (again[relation.type] if relation.id in standing else new).append(relation_row(relation))
    if any(again.values()):
        transaction.run(statements.standing_edges(), rows=again).consume()
    return transaction.run(statements.EDGES, rows=new).consume().counters.relationships_created if new else 0


def _write_bearing(
    transaction: ManagedTransaction, stored: Iterable[Row], projection: Projection, whole: Collection[Group]
) -> None:
    """Say on stored claims on which relations they bear, where that changes.

    Of a group that was not projected as a whole, a denial bears on relations of other days too.
    """
    rows = []
    for row in stored:
        bears: Collection[str] = projection.bearing.get(row["claim"], ())
        if group_of(row["identity"]) not in whole:
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
    transaction: ManagedTransaction, stored: Iterable[Row], groups: Collection[Group], projection: Projection
) -> int:
    """Remove the edges on which stored claims of whole groups bore, and which are projected no more."""
    drawn = {relation.id for relation in projection.relations}
    by_type: defaultdict[str, set[str]] = defaultdict(set)
    for row in stored:
        if (group := group_of(row["identity"])) in groups:
            by_type[group[1]].update(relation for relation in row["relation"] if relation not in drawn)
    removed = 0
    for type_name, ids in sorted(by_type.items()):
        if ids:
            result = transaction.run(statements.no_longer(type_name), ids=sorted(ids))
            removed += result.consume().counters.relationships_deleted
    return removed


def _nodes(transaction: ManagedTransaction, statement: str, rows: Sequence[Row]) -> int:
    """Run a write statement over rows; how many nodes it made."""
    return transaction.run(statement, rows=rows).consume().counters.nodes_created if rows else 0
