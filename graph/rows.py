"""The rows that go into the write statements, and the evidence that comes back from them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from graph.actors import Actor
from graph.claims import Claim, Mention
from graph.days import Precision, When
from graph.projection import Evidence, Group
from graph.relations import Relation
from graph.reports import Report

Row = dict[str, Any]

END_PROPERTIES = ("start", "end")
LINK_PROPERTIES = ("position", "verb", "anonymous", "count")
CLAIM_PROPERTIES = (
    *("id", "type", "identity", "denies", "on", "until", "precision", "modality", "negated", "asserts", "disputes"),
    *("mode", "origin", "quote", "start", "end", "confidence", "extractor", "feed", "row", "code", "score", "run"),
    "relation",
)
REPORT_PROPERTIES = ("sha256", "url", "title", "published", "retrieved", "language", "id")
RELATION_PROPERTIES = (
    *("id", "identity", "on", "until", "precision"),
    *(name for name in Relation.model_fields if name not in ("type", "subject", "object", "when")),
)
"""What stands on the links, nodes and edges that rows make."""


def identity_of(group: Group) -> str:
    """How a group is written on its claims and edges: ``"ISR STRIKES hezbollah"``."""
    return " ".join(group)


def group_of(identity: str) -> Group:
    """The group that ``identity_of`` wrote so."""
    subject, type_name, target = identity.split(" ")
    return subject, type_name, target


def actor_row(actor: Actor) -> Row:
    """An actor as a row; roles stay in the gazetteer, for nobody reported them."""
    return {
        "id": actor.id,
        "properties": {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "country": actor.country,
            "wikidata": actor.wikidata,
            "aliases": list(actor.aliases),
        },
    }


def actor_of(properties: Mapping[str, Any]) -> Actor | None:
    """The actor of a row; None where another program wrote it in a form that Rapport does not know."""
    try:
        return Actor.model_validate({key: value for key, value in properties.items() if value is not None})
    except ValidationError:
        return None


def report_row(report: Report) -> Row:
    """A report as a row."""
    properties = {
        "sha256": report.sha256,
        "url": report.url,
        "title": report.title,
        "published": report.published,
        "retrieved": report.retrieved,
        "language": report.language,
        "id": report.id,
    }
    return {"id": report.id, "outlet": report.outlet, "properties": properties}


def claim_row(claim: Claim, piece: Evidence | None, run: str | None = None) -> Row:
    """A claim as a row, with the links of its attribution chain, outermost at position 0.

    Args:
        claim: the claim.
        piece: what it contributes to projection.
        run: the run of a command that writes it first; no part of what it says.
    """
    identity = identity_of(piece.group) if piece else None
    when, provided, asserts, disputes = claim.when, claim.provided, claim.asserts, claim.disputes
    return {
        "id": claim.id,
        "report": claim.report,
        "subject": _end_row(claim.subject),
        "object": _end_row(claim.object) if claim.object else None,
        "links": [
            {
                "actor": link.actor,
                "properties": {
                    "position": position,
                    "verb": link.verb,
                    "anonymous": link.anonymous,
                    "count": link.count,
                },
            }
            for position, link in enumerate(claim.attribution)
        ],
        "properties": {
            "id": claim.id,
            "type": claim.type,
            "identity": identity,
            "denies": identity if disputes else None,
            "on": when.on,
            "until": when.until,
            "precision": when.precision.value if when.known else None,
            "modality": claim.modality.value,
            "negated": claim.negated,
            "asserts": asserts,
            "disputes": disputes,
            "mode": claim.mode,
            "origin": claim.origin,
            "quote": claim.quote,
            "start": claim.start,
            "end": claim.end,
            "confidence": claim.confidence,
            "extractor": claim.extractor,
            "feed": provided and provided.feed,
            "row": provided and provided.row,
            "code": provided and provided.code,
            "score": provided and provided.score,
            "run": run,
            "relation": [],
        },
    }


def _end_row(mention: Mention) -> Row:
    return {"actor": mention.actor, "properties": {"start": mention.start, "end": mention.end}}


def relation_row(relation: Relation) -> Row:
    """A relation as a row."""
    group = (relation.subject, relation.type, relation.object)
    return {
        "id": relation.id,
        "type": relation.type,
        "subject": relation.subject,
        "object": relation.object,
        "properties": {
            "id": relation.id,
            "identity": identity_of(group),
            "on": relation.when.on,
            "until": relation.when.until,
            "precision": relation.when.precision.value if relation.when.known else None,
            "mode": relation.mode,
            "valence": relation.valence,
            "claims": relation.claims,
            "reports": relation.reports,
            "origins": relation.origins,
            "first_reported": relation.first_reported,
            "last_reported": relation.last_reported,
            "disputed": relation.disputed,
        },
    }


def when_of(row: Mapping[str, Any]) -> When:
    """The day or interval that a row holds; to the day where the store does not say how exactly it is told."""
    return _when(row["on"], row["until"], row["precision"])


@lru_cache(maxsize=10_000)
def _when(on: datetime.date | None, until: datetime.date | None, precision: str | None) -> When:
    return When(on=on, until=until, precision=Precision(precision or Precision.DAY))


def evidence_of(row: Mapping[str, Any]) -> Evidence:
    """The evidence that a row of ``EVIDENCE`` holds; days are ``datetime.date``."""
    return Evidence(
        claim=row["claim"],
        group=group_of(row["identity"]),
        when=when_of(row),
        asserts=row["asserts"],
        disputes=row["disputes"],
        report=row["report"],
        published=row["published"],
        origin=row["origin"],
        mode=row["mode"],
    )
