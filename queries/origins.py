"""Origins: relations that rest on one source alone, and what falls where a source falls."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model import Model
from queries.evidence import Told, surest, told_of
from queries.reprojection import Seen
from queries.seen import names_of, see
from queries.sources import origin

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.view import View

_UNNAMED = """
MATCH (c:Claim)-[t:ATTRIBUTED_TO {anonymous: true}]->(:Actor)
WHERE c.asserts AND NOT EXISTS { (c)-[inner:ATTRIBUTED_TO]->() WHERE inner.position > t.position }
UNWIND c.relation AS id RETURN DISTINCT id
"""
_RESTING = """
UNWIND $sources AS id
MATCH (source:Actor {id: id})
CALL (source) {
  MATCH (source)<-[:ATTRIBUTED_TO]-(c:Claim) RETURN c
  UNION
  MATCH (source)<-[:PUBLISHED_BY]-(:Report)<-[:MADE_IN]-(c:Claim) RETURN c
}
WITH c WHERE c.asserts
UNWIND c.relation AS id RETURN DISTINCT id
"""


class Resting(Model):
    """A relation that rests on one origin, or on a source that may fall.

    Args:
        on: its day, or first day.
        subject, type, object: what it is, with the names of its ends.
        falls: whether nothing is left of it without the source.
        origins, reports, claims: on how much it rests.
        origins_left: on how many origins it would rest without the source.
        origin: who the one origin is, in words; None where there are several.
        quote, who_says_so: its surest claim.
        id: the relation's.
    """

    on: datetime.date | None
    subject: str
    type: str
    object: str
    falls: bool
    origins: int
    origins_left: int
    reports: int
    claims: int
    origin: str | None = None
    quote: str | None = None
    who_says_so: str | None = None
    id: str


def on_one_unnamed(store: Store, view: View, *, limit: int = 200) -> list[Resting]:
    """Relations that rest on one source without a name, those that the most reports tell first.

    Args:
        store: what is read.
        view: which relations count.
        limit: how many at most.
    """
    ids = [row["id"] for row in store.cypher(_UNNAMED)]
    seen = see(store, view, relations=ids)
    single = [relation for relation in seen.relations if relation.origins == 1]
    behind = told_of(store, seen, single)
    kept = [relation for relation in single if any(_unnamed(claim) for claim in behind[relation.id] if claim.asserts)]
    kept = sorted(kept, key=lambda relation: (-relation.reports, -relation.claims, relation.id))[:limit]
    return _rows(store, view, seen, kept, behind, {relation.id: 0 for relation in kept})


def falling_with(store: Store, view: View, sources: tuple[str, ...], *, limit: int = 200) -> list[Resting]:
    """Relations that rest on a source, alone or with others: those that fall without it first.

    Args:
        store: what is read.
        view: which relations count.
        sources: the ids by which the store knows the source.
        limit: how many at most.
    """
    ids = [row["id"] for row in store.cypher(_RESTING, sources=list(sources))]
    seen = see(store, view, relations=ids)
    without = see(store, replace(view, without=(*view.without, *sources)), relations=ids)
    left = {without.ids[relation.id]: relation.origins for relation in without.relations}
    by_id = {relation.id: left.get(seen.ids[relation.id], 0) for relation in seen.relations}
    kept = sorted(seen.relations, key=lambda one: (by_id[one.id] > 0, by_id[one.id], -one.reports, one.id))[:limit]
    return _rows(store, view, seen, kept, told_of(store, seen, kept), by_id)


def _unnamed(claim: Told) -> bool:
    return bool(claim.attribution) and claim.attribution[-1].anonymous


def _rows(
    store: Store, view: View, seen: Seen, relations: list[Relation], behind: dict[str, list[Told]], left: dict[str, int]
) -> list[Resting]:
    from queries.attribution import in_words

    names = names_of(store, (end for relation in relations for end in (relation.subject, relation.object)))
    rows = []
    for relation in relations:
        asserting = [claim for claim in behind[relation.id] if claim.asserts]
        quoted = surest(asserting)
        one = {origin(claim, view.standing) for claim in asserting}
        innermost = quoted.attribution[-1] if quoted and quoted.attribution else None
        rows.append(
            Resting(
                on=relation.when.on,
                subject=names[relation.subject],
                type=relation.type,
                object=names[relation.object],
                falls=not left[relation.id],
                origins=relation.origins,
                origins_left=left[relation.id],
                reports=relation.reports,
                claims=relation.claims,
                origin=in_words(innermost) if innermost and len(one) == 1 else None,
                quote=quoted.quote if quoted else None,
                who_says_so=quoted.who_says_so if quoted else None,
                id=seen.ids[relation.id],
            )
        )
    return rows
