"""Fetching: reading from the store what a page shows: relations, the strongest first, and the claims behind them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from graph import gazetteer
from graph.model import Model
from graph.rows import identity_of
from queries.choice import Choice
from queries.seen import claims_behind, see
from queries.subgraph import (
    ShownActor,
    ShownAttribution,
    ShownClaim,
    ShownRelation,
    ShownReport,
    Subgraph,
    UndrawnClaim,
)

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store

RELATION_LIMIT = 300
"""How many relations a page shows unless told otherwise: about what a reader can still tell apart."""
EVIDENCE_LIMIT = 100
"""How many claims are kept for one relation, the latest reports first; the panel says how many there are."""
UNDRAWN_LIMIT = 500
"""How many threats, plans and demands are kept, those of the latest reports first."""

Shown = TypeVar("Shown", ShownClaim, ShownReport)
Rows = list[dict[str, Any]]

_TOTAL = " RETURN count(r) AS total"
_RELATIONS = """
WITH s, r, o
ORDER BY r.origins DESC, r.claims DESC, coalesce(r.last_reported, date('0001-01-01')) DESC, r.id LIMIT $limit
RETURN properties(r) AS relation, type(r) AS type, s.id AS subject, o.id AS object
"""
_ACTORS = (
    "UNWIND $ids AS id MATCH (a:Actor {id: id}) RETURN a {.id, .name, .kind, .country, .wikidata, .aliases} AS actor"
)
# The chain is put in order before it is projected: behind RETURN a {...}, a is the map, which has no position.
_CLAIM = """
OPTIONAL MATCH (p)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN wanted, c {.*} AS claim,
       p {.id, .title, .url, .published, outlet: outlet.id, outlet_name: outlet.name} AS report,
       COLLECT { MATCH (c)-[a:ATTRIBUTED_TO]->(who:Actor)
                 WITH a, who ORDER BY a.position
                 RETURN a {.verb, .anonymous, .count, actor: who.id, name: who.name, kind: who.kind}
               } AS attribution
"""
_EVIDENCE = f"""
UNWIND $relations AS relation
CALL (relation) {{
  MATCH (c:Claim {{identity: relation.identity}})-[:MADE_IN]->(p:Report)
  WHERE relation.id IN c.relation
  RETURN c, p ORDER BY coalesce(p.published, date('0001-01-01')) DESC, c.id LIMIT $limit
}}
WITH c, p, {{relation: relation.id}} AS wanted
{_CLAIM}"""
_BY_ID = f"""
UNWIND $claims AS wanted
MATCH (c:Claim {{id: wanted.claim}})-[:MADE_IN]->(p:Report)
WITH c, p, wanted ORDER BY coalesce(p.published, date('0001-01-01')) DESC, c.id
{_CLAIM}"""
_UNDRAWN = f"""
UNWIND $actors AS subject
MATCH (:Actor {{id: subject}})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE o.id IN $actors AND NOT c.asserts AND size(coalesce(c.relation, [])) = 0
MATCH (c)-[:MADE_IN]->(p:Report) WHERE $known_at IS NULL OR p.published <= $known_at
WITH c, p, {{subject: subject, object: o.id}} AS wanted
ORDER BY coalesce(p.published, date('0001-01-01')) DESC, c.id LIMIT $limit
{_CLAIM}"""


def fetch(
    store: Store, choice: Choice | None = None, *, limit: int = RELATION_LIMIT, today: datetime.date | None = None
) -> Subgraph:
    """Read the strongest relations (most origins, then most claims, then latest reported) and what they rest on.

    Args:
        store: where to read.
        choice: which relations; all where None.
        limit: how many relations at most.
        today: the day that the page bears; by default the day in UTC.
    """
    choice = choice or Choice()
    read = _through_claims if choice.view.asks_claims else _as_written
    relations, evidence, total = read(store, choice, limit)
    behind: dict[str, dict[str, None]] = {}
    for row in evidence:
        behind.setdefault(row["wanted"]["relation"], {})[row["claim"]["id"]] = None
    ends = sorted({end for relation in relations for end in (relation.subject, relation.object)})
    asked = {"actors": ends, "known_at": choice.view.known_at, "limit": UNDRAWN_LIMIT}
    undrawn = store.cypher(_UNDRAWN, asked)
    return Subgraph(
        title=choice.heading,
        actors=tuple(_actors(store, ends)),
        relations=tuple(
            relation.model_copy(update={"evidence": tuple(behind.get(relation.id, ()))}) for relation in relations
        ),
        claims=tuple(_unique(ShownClaim(**_claim(row)) for row in evidence)),
        reports=tuple(_unique(ShownReport(**_told(ShownReport, row["report"])) for row in [*evidence, *undrawn])),
        undrawn=tuple(UndrawnClaim(**_claim(row), **row["wanted"], type=row["claim"]["type"]) for row in undrawn),
        start=dict(choice.start),
        total=total,
        filters=choice.in_words,
        snapshot=today or datetime.datetime.now(datetime.UTC).date(),
    )


def _as_written(store: Store, choice: Choice, limit: int) -> tuple[list[ShownRelation], Rows, int]:
    """Relations as they stand in the store, which sorts them, with their evidence and how many fit."""
    rows = store.cypher(choice.match + _RELATIONS, {**choice.parameters, "limit": limit})
    relations = [
        ShownRelation(**{**_told(ShownRelation, row["relation"]), **{key: row[key] for key in _ENDS}}) for row in rows
    ]
    wanted = [{"id": r.id, "identity": identity_of((r.subject, r.type, r.object))} for r in relations]
    evidence = store.cypher(_EVIDENCE, relations=wanted, limit=EVIDENCE_LIMIT)
    return relations, evidence, store.cypher(choice.match + _TOTAL, choice.parameters)[0]["total"]


_ENDS = ("type", "subject", "object")


def _through_claims(store: Store, choice: Choice, limit: int) -> tuple[list[ShownRelation], Rows, int]:
    """The same where the view asks the claims: relations as they would be, had the graph never heard of the rest."""
    around = [choice.actor.id] if choice.actor else choice.among
    seen = see(store, choice.view, around=around, pairs=choice.pairs, relations=choice.relations)
    among = None if choice.among is None else set(choice.among)
    kept = [r for r in seen.relations if among is None or {r.subject, r.object} <= among]
    strongest = sorted(kept, key=_strength)[:limit]
    behind = claims_behind(store, seen, strongest)
    wanted = [{"relation": r.id, "claim": claim} for r in strongest for claim in behind[r.id][:EVIDENCE_LIMIT]]
    return [_shown(relation) for relation in strongest], store.cypher(_BY_ID, claims=wanted), len(kept)


def _strength(relation: Relation) -> tuple[int, int, int, str]:
    """Sorts the strongest first."""
    latest = relation.last_reported or datetime.date.min
    return (-relation.origins, -relation.claims, -latest.toordinal(), relation.id)


def _shown(relation: Relation) -> ShownRelation:
    fields = {name: getattr(relation, name) for name in ShownRelation.model_fields if hasattr(relation, name)}
    return ShownRelation(**fields, **relation.when.model_dump())


def _actors(store: Store, ids: Sequence[str]) -> Iterable[ShownActor]:
    """Actors as the store knows them; one that only stands for others may be known to the gazetteer alone."""
    found = {row["actor"]["id"]: row["actor"] for row in store.cypher(_ACTORS, ids=list(ids))}
    entries = gazetteer.load().entries
    for actor in ids:
        known = found.get(actor) or (entries[actor].plain().model_dump() if actor in entries else {"name": actor})
        yield ShownActor(**{**_told(ShownActor, known), "id": actor})


def _told(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """The fields of a row that the model has and the store holds; what it does not hold takes the model's default."""
    return {key: value for key, value in row.items() if key in model.model_fields and value is not None}


def _claim(row: dict[str, Any]) -> dict[str, Any]:
    attribution: Sequence[dict[str, Any]] = row["attribution"]
    return {
        **_told(ShownClaim, row["claim"]),
        "report": row["report"]["id"],
        "attribution": tuple(ShownAttribution(**_told(ShownAttribution, link)) for link in attribution),
    }


def _unique(things: Iterable[Shown]) -> list[Shown]:
    """Each once: a claim may bear on several relations, and a report makes several claims."""
    return list({thing.id: thing for thing in things}.values())
