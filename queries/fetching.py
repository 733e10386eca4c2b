"""Fetching: reading from the store what a page shows: relations, the strongest first, and the claims behind them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from graph.model import Model
from graph.rows import identity_of
from graph.vocabulary import vocabulary
from queries.subgraph import (
    ShownActor,
    ShownAttribution,
    ShownClaim,
    ShownRelation,
    ShownReport,
    Subgraph,
    UndrawnClaim,
)
from queries.within_days import HOLDS_STILL, WITHIN_DAYS

RELATION_LIMIT = 300
"""How many relations a page shows unless told otherwise: about what a reader can still tell apart."""
EVIDENCE_LIMIT = 100
"""How many claims are kept for one relation, the latest reports first; the panel says how many there are."""
UNDRAWN_LIMIT = 500
"""How many threats, plans and demands are kept, those of the latest reports first."""

Shown = TypeVar("Shown", ShownClaim, ShownReport)


class Readable(Protocol):
    """A store that answers Cypher, such as ``graph.store.Store``."""

    def cypher(self, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Rows of a read-only query."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """Which relations a page shows; what is None chooses nothing.

    Attributes:
        actor: only its relations.
        pairs: only relations between the two actors of one of these pairs of ids.
        among: only relations between two of these actors, by id.
        relations: only these relations, by id.
        since: leave out what ended before this day.
        until: leave out what began after this day.
        as_of: what was true on this day: what had happened by then, and the states that held.
        title: heads the page.
        told: further filters in words, of whoever made the choice.
        start: see ``Subgraph``.
    """

    actor: ShownActor | None = None
    pairs: tuple[tuple[str, str], ...] | None = None
    among: tuple[str, ...] | None = None
    relations: tuple[str, ...] | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    as_of: datetime.date | None = None
    title: str = "Who is said to do what to whom"
    told: tuple[str, ...] = ()
    start: Mapping[str, str] | None = None

    @property
    def in_words(self) -> tuple[str, ...]:
        """Each filter that was applied."""
        words = (
            self.actor and f"relations of {self.actor.name}",
            self.since and f"from {self.since}",
            self.until and f"until {self.until}",
            self.as_of and f"as of {self.as_of}",
        )
        return (*self.told, *(told for told in words if told))

    @property
    def parameters(self) -> dict[str, Any]:
        """What the statements ask for."""
        pairs = None if self.pairs is None else [list(pair) for one in self.pairs for pair in (one, one[::-1])]
        return {
            "actor": self.actor.id if self.actor else None,
            "pairs": pairs,
            "starts": list(self.among or sorted({start for start, _ in pairs or ()})),
            "relations": None if self.relations is None else list(self.relations),
            "since": self.since,
            "until": min(filter(None, (self.until, self.as_of)), default=None),
            "as_of": self.as_of,
            "lasting": vocabulary().lasting,
        }

    @property
    def match(self) -> str:
        """The clause that finds the relations ``r`` from ``s`` to ``o``, by the shortest way."""
        if self.pairs is not None:
            found = "UNWIND $starts AS id MATCH (s:Actor {id: id})-[r]->(o:Actor) WHERE [s.id, o.id] IN $pairs AND"
        elif self.among is not None:
            found = "UNWIND $starts AS id MATCH (s:Actor {id: id})-[r]->(o:Actor) WHERE o.id IN $starts AND"
        elif self.actor:
            found = "MATCH (:Actor {id: $actor})-[r]-(:Actor) WITH startNode(r) AS s, r, endNode(r) AS o WHERE"
        else:
            found = "MATCH (s:Actor)-[r]->(o:Actor) WHERE"
        return (
            f"{found} r.id IS NOT NULL AND ($relations IS NULL OR r.id IN $relations) "
            f"AND {WITHIN_DAYS} AND {HOLDS_STILL}"
        )


_TOTAL = " RETURN count(r) AS total"
_RELATIONS = """
WITH s, r, o
ORDER BY r.origins DESC, r.claims DESC, coalesce(r.last_reported, date('0001-01-01')) DESC, r.id LIMIT $limit
RETURN properties(r) AS relation, type(r) AS type,
       s {.id, .name, .kind, .country, .wikidata, .aliases} AS subject,
       o {.id, .name, .kind, .country, .wikidata, .aliases} AS object
"""
# The chain is put in order before it is projected: behind RETURN a {...}, a is the map, which has no position.
_CLAIM = """
RETURN wanted.id AS relation, c {.*} AS claim,
       p {.id, .title, .url, .published, outlet: outlet.id, outlet_name: outlet.name} AS report,
       COLLECT { MATCH (c)-[a:ATTRIBUTED_TO]->(who:Actor)
                 WITH a, who ORDER BY a.position
                 RETURN a {.verb, .anonymous, .count, actor: who.id, name: who.name, kind: who.kind}
               } AS attribution
"""
_EVIDENCE = (
    """
UNWIND $relations AS wanted
CALL (wanted) {
  MATCH (c:Claim {identity: wanted.identity})-[:MADE_IN]->(p:Report)
  WHERE wanted.id IN c.relation
  WITH c, p ORDER BY coalesce(p.published, date('0001-01-01')) DESC, c.id LIMIT $limit
  OPTIONAL MATCH (p)-[:PUBLISHED_BY]->(outlet:Actor)
  RETURN c, p, outlet
}
"""
    + _CLAIM
)
_UNDRAWN = """
UNWIND $actors AS subject
MATCH (:Actor {id: subject})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(o:Actor)
WHERE o.id IN $actors AND NOT c.asserts AND size(coalesce(c.relation, [])) = 0
MATCH (c)-[:MADE_IN]->(p:Report)
WITH c, p, {id: null, subject: subject, object: o.id} AS wanted
ORDER BY coalesce(p.published, date('0001-01-01')) DESC, c.id LIMIT $limit
OPTIONAL MATCH (p)-[:PUBLISHED_BY]->(outlet:Actor)
""" + _CLAIM.replace("wanted.id AS relation", "wanted.subject AS subject, wanted.object AS object")


def fetch(
    store: Readable, choice: Choice | None = None, *, limit: int = RELATION_LIMIT, today: datetime.date | None = None
) -> Subgraph:
    """Read the strongest relations (most origins, then most claims, then latest reported) and what they rest on.

    Args:
        store: where to read.
        choice: which relations; all where None.
        limit: how many relations at most.
        today: the day that the page bears; by default the day in UTC.
    """
    choice = choice or Choice()
    rows = store.cypher(choice.match + _RELATIONS, **choice.parameters, limit=limit)
    groups = [identity_of((row["subject"]["id"], row["type"], row["object"]["id"])) for row in rows]
    wanted = [{"id": row["relation"]["id"], "identity": group} for row, group in zip(rows, groups, strict=True)]
    evidence = store.cypher(_EVIDENCE, relations=wanted, limit=EVIDENCE_LIMIT)
    behind: dict[str, dict[str, None]] = {}
    for row in evidence:
        behind.setdefault(row["relation"], {})[row["claim"]["id"]] = None
    actors = {end["id"]: end for row in rows for end in (row["subject"], row["object"])}
    undrawn = store.cypher(_UNDRAWN, actors=sorted(actors), limit=UNDRAWN_LIMIT)
    return Subgraph(
        title=f"{choice.title}: {choice.actor.name}" if choice.actor else choice.title,
        actors=tuple(ShownActor(**_told(ShownActor, actors[key])) for key in sorted(actors)),
        relations=tuple(_relation(row, behind) for row in rows),
        claims=tuple(_unique(ShownClaim(**_claim(row)) for row in evidence)),
        reports=tuple(_unique(ShownReport(**_told(ShownReport, row["report"])) for row in [*evidence, *undrawn])),
        undrawn=tuple(
            UndrawnClaim(**_claim(row), type=row["claim"]["type"] or "", subject=row["subject"], object=row["object"])
            for row in undrawn
        ),
        start=dict(choice.start or {}),
        total=store.cypher(choice.match + _TOTAL, **choice.parameters)[0]["total"],
        filters=choice.in_words,
        snapshot=today or datetime.datetime.now(datetime.UTC).date(),
    )


def _told(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """The fields of a row that the model has and the store holds; what it does not hold takes the model's default."""
    return {key: value for key, value in row.items() if key in model.model_fields and value is not None}


def _relation(row: dict[str, Any], behind: dict[str, dict[str, None]]) -> ShownRelation:
    fields = _told(ShownRelation, row["relation"])
    ends = {"subject": row["subject"]["id"], "object": row["object"]["id"], "type": row["type"]}
    return ShownRelation(**{**fields, **ends, "evidence": tuple(behind.get(fields["id"], ()))})


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
