"""Subgraph: the part of the graph that a page shows, with the claims behind every relation."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from pydantic import Field

from graph.claims import Modality, disputes
from graph.days import Precision
from graph.model import Model


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
