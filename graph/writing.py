"""Writing records: one transaction a batch, in which claims and their edges stand or fall together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import statements
from graph.actors import Actor, ActorKind
from graph.claims import Claim
from graph.projection import Evidence, Group, Projection, evidence, project
from graph.reading import plain
from graph.records import Record

if TYPE_CHECKING:
    from neo4j import ManagedTransaction


@dataclass(frozen=True, slots=True)
class Written:
    """What writing changed; all 0 where everything stood there already.

    Attributes:
        reports, claims, actors, relations: how many are new.
        removed: relations that no claim supports any more.
    """

    reports: int = 0
    claims: int = 0
    actors: int = 0
    relations: int = 0
    removed: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(
            self.reports + other.reports,
            self.claims + other.claims,
            self.actors + other.actors,
            self.relations + other.relations,
            self.removed + other.removed,
        )


def write_batch(transaction: ManagedTransaction, records: Sequence[Record]) -> Written:
    """Write records and re-project every group that their claims touch."""
    pieces = {claim.id: evidence(claim, record.report.published) for record in records for claim in record.claims}
    claims = {claim.id: claim for record in records for claim in record.claims}
    reports = {record.report.id: record.report for record in records}
    actors = _write_actors(transaction, [actor for record in records for actor in record.actors])
    new_reports = _nodes(transaction, statements.REPORTS, [statements.report_row(r) for r in reports.values()])
    new_claims = _write_claims(transaction, claims.values(), pieces)
    groups = {piece.group for piece in pieces.values() if piece}
    edges = reproject(transaction, groups)
    return edges + Written(reports=new_reports, claims=new_claims, actors=actors)


def reproject(transaction: ManagedTransaction, groups: Iterable[Group]) -> Written:
    """Project groups afresh from all their claims in the store, and write what differs."""
    wanted = set(groups)
    identities = sorted(statements.identity_of(group) for group in wanted)
    rows = transaction.run(statements.EVIDENCE, identities=identities)
    projection = project(statements.evidence_of(plain(row.data())) for row in rows)
    removed = _remove_stale(transaction, wanted, projection)
    new = 0
    by_type: defaultdict[str, list[statements.Row]] = defaultdict(list)
    for relation in projection.relations:
        by_type[relation.type].append(statements.relation_row(relation))
    for type_name, edge_rows in sorted(by_type.items()):
        counters = transaction.run(statements.edges(type_name), rows=edge_rows).consume().counters
        new += counters.relationships_created
    bearing = [{"claim": claim, "relations": list(ids)} for claim, ids in sorted(projection.bearing.items())]
    transaction.run(statements.BEARING, rows=bearing).consume()
    return Written(relations=new, removed=removed)


def _write_actors(transaction: ManagedTransaction, actors: Iterable[Actor]) -> int:
    by_kind: defaultdict[ActorKind, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        by_kind[actor.kind][actor.id] = actor
    new = 0
    for kind, members in sorted(by_kind.items()):
        statement = statements.UNKNOWN_ACTORS if kind is ActorKind.UNKNOWN else statements.known_actors(kind)
        new += _nodes(transaction, statement, [statements.actor_row(members[key]) for key in sorted(members)])
    return new


def _write_claims(transaction: ManagedTransaction, claims: Iterable[Claim], pieces: dict[str, Evidence | None]) -> int:
    ordered = sorted(claims, key=lambda claim: claim.id)
    new = _nodes(transaction, statements.CLAIMS, [statements.claim_row(claim, pieces[claim.id]) for claim in ordered])
    links = [row for claim in ordered for row in statements.attribution_rows(claim)]
    transaction.run(statements.ATTRIBUTIONS, rows=links).consume()
    return new


def _remove_stale(transaction: ManagedTransaction, groups: Iterable[Group], projection: Projection) -> int:
    keep: defaultdict[Group, list[str]] = defaultdict(list)
    for relation in projection.relations:
        keep[relation.subject, relation.type, relation.object].append(relation.id)
    by_type: defaultdict[str, list[statements.Row]] = defaultdict(list)
    for group in sorted(groups):
        subject, type_name, target = group
        by_type[type_name].append({"subject": subject, "object": target, "keep": keep[group]})
    removed = 0
    for type_name, rows in sorted(by_type.items()):
        removed += transaction.run(statements.stale(type_name), rows=rows).consume().counters.relationships_deleted
    return removed


def _nodes(transaction: ManagedTransaction, statement: str, rows: list[statements.Row]) -> int:
    """Run a write statement over rows; how many nodes it made."""
    return transaction.run(statement, rows=rows).consume().counters.nodes_created if rows else 0
