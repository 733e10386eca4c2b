"""Evidence: claims as they were made, each with its quote, who says so and the report that it stands in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.model import Model
from queries.attribution import days_in_words, in_words
from queries.seen import claims_behind
from queries.subgraph import ShownAttribution

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.reprojection import Seen

_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:MADE_IN]->(p:Report)
OPTIONAL MATCH (p)-[:PUBLISHED_BY]->(outlet:Actor)
RETURN c.id AS id, c.type AS type, c.on AS on, c.quote AS quote, c.modality AS modality,
       coalesce(c.negated, false) AS negated, coalesce(c.asserts, false) AS asserts,
       coalesce(c.disputes, false) AS disputes, coalesce(c.confidence, 1.0) AS confidence, c.origin AS origin,
       COLLECT {
         MATCH (c)-[t:ATTRIBUTED_TO]->(s:Actor)
         RETURN {actor: s.id, name: s.name, kind: s.kind, verb: t.verb, anonymous: coalesce(t.anonymous, false),
                 count: t.count} AS source
         ORDER BY t.position
       } AS attribution,
       p.id AS report, p.title AS title, p.url AS url, p.published AS published, outlet.id AS outlet,
       outlet.name AS outlet_name
"""


class Told(Model):
    """One claim.

    Args:
        id, type, on, quote, modality, negated, asserts, disputes, confidence: as in ``graph.claims.Claim``.
        origin: the innermost source, as ``graph.claims.origin_of`` writes it.
        attribution: who says so, outermost first.
        report, title, url, published: its report's id, headline, address and day.
        outlet, outlet_name: who published it.
    """

    id: str
    type: str
    on: datetime.date | None = None
    quote: str
    modality: str
    negated: bool = False
    asserts: bool
    disputes: bool
    confidence: float = 1.0
    origin: str | None = None
    attribution: tuple[ShownAttribution, ...] = ()
    report: str
    title: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    outlet: str | None = None
    outlet_name: str | None = None

    @property
    def strength(self) -> tuple[bool, float, int, str]:
        """Sorts the surest claim last: one that asserts, then the highest confidence, then the longest chain."""
        return (self.asserts, self.confidence, len(self.attribution), self.id)

    @property
    def who_says_so(self) -> str:
        """Outlet and chain, outermost first, and the day of the report: "TASS, citing Axios; 24 September 2024"."""
        return "; ".join(filter(None, (self.chain, days_in_words(self.published, None))))

    @property
    def chain(self) -> str:
        """Outlet and chain, outermost first: "TASS, citing Axios"."""
        return chain_in_words(self.attribution, self.outlet_name)


def chain_in_words(attribution: Sequence[ShownAttribution], outlet: str | None) -> str:
    """A chain, outermost first, headed by the outlet even where it leaves that out."""
    speakers = [in_words(link) for link in attribution]
    if outlet and outlet not in speakers[:1]:
        speakers.insert(0, outlet)
    return ", citing ".join(speakers)


def told(store: Store, claims: Iterable[str]) -> dict[str, Told]:
    """Claims by their ids; an id that the store does not know is left out.

    Args:
        store: what is read.
        claims: their ids.
    """
    ids = sorted(set(claims))
    return {row["id"]: Told(**row) for row in store.cypher(_CLAIMS, ids=ids)} if ids else {}


def told_of(store: Store, seen: Seen, relations: Sequence[Relation]) -> dict[str, list[Told]]:
    """For each of some seen relations, by its id, the claims that assert or dispute it.

    Args:
        store: what is read.
        seen: what they were seen in.
        relations: some of it.
    """
    behind = claims_behind(store, seen, relations)
    claims = told(store, (claim for listed in behind.values() for claim in listed))
    return {key: [claims[one] for one in listed if one in claims] for key, listed in behind.items()}


def surest(claims: Iterable[Told]) -> Told | None:
    """The claim to quote for a relation; None where no claim asserts it."""
    return max((claim for claim in claims if claim.asserts), key=lambda claim: claim.strength, default=None)
