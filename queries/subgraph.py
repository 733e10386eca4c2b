"""Subgraph: the part of the graph that a page shows, with the claims behind every relation, fetched from the store."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from pydantic import Field

from graph.claims import Modality, disputes
from graph.days import Precision
from graph.model import Model
from graph.rows import identity_of
from graph.vocabulary import vocabulary
from queries.within_days import WITHIN_DAYS

RELATION_LIMIT = 300
"""How many relations a page shows unless told otherwise: about what a reader can still tell apart."""
EVIDENCE_LIMIT = 100
"""How many claims are kept for one relation, the latest reports first; the panel says how many there are."""


class Readable(Protocol):
    """A store that answers Cypher, such as ``graph.store.Store``."""

    def cypher(self, query: str, /, **parameters: Any) -> list[dict[str, Any]]:
        """Rows of a read-only query."""
        ...


class ShownActor(Model):
    """An actor as the page shows it; any text is taken, since a store may hold what others wrote."""

    id: str
    name: str
    kind: str = "unknown"
    country: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()


class ShownAttribution(Model):
    """One link of a claim's chain, with the name and kind of its actor; see ``graph.claims.Attribution``."""

    actor: str
    name: str
    kind: str = "unknown"
    verb: str | None = None
    anonymous: bool = False
    count: int | None = None


class ShownReport(Model):
    """A report, with its outlet's id and name."""

    id: str
    title: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    outlet: str | None = None
    outlet_name: str | None = None


class ShownClaim(Model):
    """A claim behind a relation; ``report`` is an id in ``Subgraph.reports``."""

    id: str
    report: str
    quote: str
    on: datetime.date | None = None
    until: datetime.date | None = None
    precision: Precision = Precision.DAY
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    confidence: float = 1.0
    extractor: str | None = None
    attribution: tuple[ShownAttribution, ...] = ()

    @property
    def disputes(self) -> bool:
        """Whether it says that the relation is not so."""
        return disputes(self.modality, self.negated)


class UndrawnClaim(ShownClaim):
    """A claim between two shown actors that neither asserts nor disputes a relation, such as a threat or a plan."""

    type: str
    subject: str
    object: str


class ShownRelation(Model):
    """A relation, with the ids of the claims that assert or dispute it; fields as in ``graph.relations.Relation``."""

    id: str
    type: str
    subject: str
    object: str
    on: datetime.date | None = None
    until: datetime.date | None = None
    precision: Precision = Precision.DAY
    valence: float = 0.0
    claims: int = 1
    reports: int = 1
    origins: int = 1
    first_reported: datetime.date | None = None
    last_reported: datetime.date | None = None
    disputed: bool = False
    evidence: tuple[str, ...] = ()


Shown = TypeVar("Shown", ShownClaim, ShownReport)


class Subgraph(Model):
    """What one page shows.

    Args:
        title: heads the page.
        actors: the ends of the relations.
        relations: the strongest first.
        claims: every claim that some relation names as evidence.
        reports: every report that some claim was made in.
        undrawn: what is said between these actors without being said to be so: threats, plans, demands.
        start: what the page begins with, as its address would tell it: ``{"from": "ISR", "to": "IRN"}`` shows a path.
        total: how many relations of the store fit the filters, shown or not.
        filters: the filters that were applied, each in words.
        snapshot: the day on which the store was read.
    """

    title: str
    actors: tuple[ShownActor, ...]
    relations: tuple[ShownRelation, ...]
    claims: tuple[ShownClaim, ...] = ()
    reports: tuple[ShownReport, ...] = ()
    undrawn: tuple[UndrawnClaim, ...] = ()
    start: Mapping[str, str] = {}
    total: int = Field(ge=0)
    filters: tuple[str, ...] = ()
    snapshot: datetime.date


_CHOSEN = f"""
MATCH (s:Actor)-[r]->(o:Actor)
WHERE r.id IS NOT NULL AND ($actor IS NULL OR s.id = $actor OR o.id = $actor) AND {WITHIN_DAYS}
"""
_TOTAL = _CHOSEN + "RETURN count(r) AS total"
_RELATIONS = (
    _CHOSEN
    + """
WITH s, r, o
ORDER BY r.origins DESC, r.claims DESC, coalesce(r.last_reported, date('0001-01-01')) DESC, r.id LIMIT $limit
RETURN properties(r) AS relation, type(r) AS type,
       s {.id, .name, .kind, .country, .wikidata, .aliases} AS subject,
       o {.id, .name, .kind, .country, .wikidata, .aliases} AS object
"""
)
# The chain is put in order before it is projected: behind RETURN a {...}, a is the map, which has no position.
_EVIDENCE = """
UNWIND $relations AS wanted
CALL (wanted) {
  MATCH (c:Claim {identity: wanted.identity})-[:MADE_IN]->(p:Report)
  WHERE wanted.id IN c.relation
  WITH c, p ORDER BY coalesce(p.published, date('0001-01-01')) DESC, c.id LIMIT $limit
  OPTIONAL MATCH (p)-[:PUBLISHED_BY]->(outlet:Actor)
  RETURN c, p, outlet
}
RETURN wanted.id AS relation, c {.*} AS claim,
       p {.id, .title, .url, .published, outlet: outlet.id, outlet_name: outlet.name} AS report,
       COLLECT { MATCH (c)-[a:ATTRIBUTED_TO]->(who:Actor)
                 WITH a, who ORDER BY a.position
                 RETURN a {.verb, .anonymous, .count, actor: who.id, name: who.name, kind: who.kind}
               } AS attribution
"""


def fetch(
    store: Readable,
    *,
    actor: ShownActor | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    limit: int = RELATION_LIMIT,
    today: datetime.date | None = None,
) -> Subgraph:
    """Read the strongest relations (most origins, then most claims, then latest reported) and what they rest on.

    Args:
        store: where to read.
        actor: keep only its relations.
        since: leave out what ended before this day.
        until: leave out what began after this day.
        limit: how many relations at most.
        today: the day that the page bears; by default the day in UTC.
    """
    days = {"since": since, "until": until, "lasting": vocabulary().lasting}
    chosen = {"actor": actor.id if actor else None, **days}
    rows = store.cypher(_RELATIONS, **chosen, limit=limit)
    groups = [identity_of((row["subject"]["id"], row["type"], row["object"]["id"])) for row in rows]
    wanted = [{"id": row["relation"]["id"], "identity": group} for row, group in zip(rows, groups, strict=True)]
    evidence = store.cypher(_EVIDENCE, relations=wanted, limit=EVIDENCE_LIMIT)
    behind: dict[str, dict[str, None]] = {}
    for row in evidence:
        behind.setdefault(row["relation"], {})[row["claim"]["id"]] = None
    actors = {end["id"]: end for row in rows for end in (row["subject"], row["object"])}
    return Subgraph(
        title=f"Who is said to do what to whom: {actor.name}" if actor else "Who is said to do what to whom",
        actors=tuple(ShownActor(**_told(ShownActor, actors[key])) for key in sorted(actors)),
        relations=tuple(_relation(row, behind) for row in rows),
        claims=tuple(_claims(evidence)),
        reports=tuple(_unique(ShownReport(**_told(ShownReport, row["report"])) for row in evidence)),
        total=store.cypher(_TOTAL, **chosen)[0]["total"],
        filters=_in_words(actor, since, until),
        snapshot=today or datetime.datetime.now(datetime.UTC).date(),
    )


def _told(model: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """The fields of a row that the model has and the store holds; what it does not hold takes the model's default."""
    return {key: value for key, value in row.items() if key in model.model_fields and value is not None}


def _relation(row: dict[str, Any], behind: dict[str, dict[str, None]]) -> ShownRelation:
    fields = _told(ShownRelation, row["relation"])
    ends = {"subject": row["subject"]["id"], "object": row["object"]["id"], "type": row["type"]}
    return ShownRelation(**{**fields, **ends, "evidence": tuple(behind.get(fields["id"], ()))})


def _claims(rows: Sequence[dict[str, Any]]) -> Iterable[ShownClaim]:
    """Each claim once, though it may bear on several relations."""
    return _unique(
        ShownClaim(
            **{
                **_told(ShownClaim, row["claim"]),
                "report": row["report"]["id"],
                "attribution": tuple(ShownAttribution(**_told(ShownAttribution, link)) for link in row["attribution"]),
            }
        )
        for row in rows
    )


def _unique(things: Iterable[Shown]) -> list[Shown]:
    return list({thing.id: thing for thing in things}.values())


def _in_words(actor: ShownActor | None, since: datetime.date | None, until: datetime.date | None) -> tuple[str, ...]:
    told = (actor and f"relations of {actor.name}", since and f"from {since}", until and f"until {until}")
    return tuple(words for words in told if words)
