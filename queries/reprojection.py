"""Reprojection: the relations that the graph would have, had it only heard of the claims that count."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph.claims import origin_of
from graph.projection import Evidence, project
from graph.relations import Relation
from graph.rows import group_of, identity_of, when_of
from graph.vocabulary import vocabulary
from queries.standing import Standing
from queries.view import View

if TYPE_CHECKING:
    from graph.store import Store

_EVIDENCE = """
UNWIND $identities AS identity
MATCH (c:Claim {identity: identity})-[:MADE_IN]->(p:Report)
WHERE (c.asserts OR c.disputes) AND ($known_at IS NULL OR p.published <= $known_at)
  AND NOT EXISTS { (c)-[:ATTRIBUTED_TO]->(source:Actor) WHERE source.id IN $without }
  AND NOT EXISTS { (p)-[:PUBLISHED_BY]->(outlet:Actor) WHERE outlet.id IN $without }
RETURN c.id AS claim, identity, c.on AS on, c.until AS until, c.precision AS precision, c.asserts AS asserts,
       c.disputes AS disputes, c.mode AS mode, c.origin AS origin, c.relation AS relations, p.id AS report,
       p.published AS published,
       CASE WHEN $merges THEN COLLECT {
         MATCH (c)-[t:ATTRIBUTED_TO]->(a:Actor) RETURN [a.id, coalesce(t.anonymous, false)] ORDER BY t.position
       } END AS chain
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen.

    Attributes:
        relations: in the order of their ids; the ends of each stand for whom the view says.
        ids: for each relation, the id by which the store knows it, or the first of those that fall together in it.
        identities: for each relation, the groups of claims in the store that it rests on.
        claims: for each relation, the ids of the claims that assert or dispute it; empty where the view did not ask.
    """

    relations: tuple[Relation, ...]
    ids: Mapping[str, str] = field(default_factory=dict)
    identities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def projected(store: Store, view: View, identities: Sequence[str], named: Sequence[str] | None) -> Seen:
    """Relations projected from the claims that count.

    Args:
        store: what is read.
        view: which claims, and which of the relations.
        identities: the groups of claims, as they stand on claims and relations.
        named: only relations that the store knows by one of these ids; None for all.
    """
    if not identities:
        return Seen(())
    values = {
        "identities": _alike(view.standing, identities),
        "known_at": view.known_at,
        "without": list(view.without),
        "merges": view.standing.merges,
    }
    rows = {row["claim"]: row for row in store.cypher(_EVIDENCE, values)}
    pieces = [piece for row in rows.values() if (piece := _evidence(view, row))]
    projection = project(pieces)
    bearing: dict[str, list[str]] = {}
    for claim, borne in projection.bearing.items():
        for one in borne:
            bearing.setdefault(one, []).append(claim)
    ids: dict[str, str] = {}
    kept: list[Relation] = []
    for relation in projection.relations:
        if not view.admits(relation):
            continue
        written = sorted(
            {one for claim in bearing[relation.id] if rows[claim]["asserts"] for one in rows[claim]["relations"]}
        )
        if named is not None and not set(named) & set(written):
            continue
        ids[relation.id] = relation.id if relation.id in written or not written else written[0]
        kept.append(relation)
    groups = {
        relation.id: tuple(sorted({rows[claim]["identity"] for claim in bearing[relation.id]})) for relation in kept
    }
    claims = {relation.id: tuple(sorted(bearing[relation.id])) for relation in kept}
    return Seen(tuple(kept), ids, groups, claims)


def _alike(standing: Standing, identities: Sequence[str]) -> list[str]:
    """Groups of claims, with those that fall together with them because their actors were decided to be the same."""
    if not standing.merges:
        return list(identities)
    wanted = set(identities)
    for identity in identities:
        subject, type_name, target = group_of(identity)
        for one, other in itertools.product(standing.same(subject), standing.same(target)):
            wanted.add(identity_of((one, type_name, other)))
            if vocabulary()[type_name].symmetric:
                wanted.add(identity_of((other, type_name, one)))
    return sorted(wanted)


def _evidence(view: View, row: Mapping[str, Any]) -> Evidence | None:
    """What a claim contributes; None where both its actors stand for the same."""
    subject, type_name, target = group_of(row["identity"])
    standing = view.standing
    if standing.moves:
        day = row["on"] or row["until"] or row["published"] or view.office_day
        subject, target = standing.on(subject, day), standing.on(target, day)
        if subject == target:
            return None
        if vocabulary()[type_name].symmetric and target < subject:
            subject, target = target, subject
    return Evidence(
        claim=row["claim"],
        group=(subject, type_name, target),
        when=when_of(row),
        asserts=row["asserts"],
        disputes=row["disputes"],
        report=row["report"],
        published=row["published"],
        origin=_origin(standing, row),
        mode=row["mode"],
    )


def _origin(standing: Standing, row: Mapping[str, Any]) -> str:
    if not row["chain"]:
        return str(row["origin"])
    return origin_of([(standing.known(actor), anonymous) for actor, anonymous in row["chain"]], row["report"])
