"""Claims as rows: what ``rapport extract`` prints, one JSON object a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.actors import Actor
from graph.claims import Claim, Mention
from graph.vocabulary import vocabulary


def claim_row(claim: Claim, actors: Mapping[str, Actor], report: str | None = None) -> dict[str, Any]:
    """A claim as a row of plain values.

    Args:
        claim: the claim.
        actors: every actor that it names, by id.
        report: the report's id as the caller knows it; the claim's own unless given.
    """
    kind = vocabulary()[claim.type]
    return {
        "id": claim.id,
        "report": report or claim.report,
        "subject": _mention(claim.subject, actors),
        "type": claim.type,
        "object": _mention(claim.object, actors) if claim.object else None,
        "plover": kind.event,
        "mode": claim.mode or kind.mode,
        "valence": kind.valence,
        "modality": claim.modality.value,
        "negated": claim.negated,
        "on": claim.when.on.isoformat() if claim.when.on else None,
        "until": claim.when.until.isoformat() if claim.when.until else None,
        "precision": claim.when.precision.value if claim.when.known else None,
        "attribution": [
            {
                "id": link.actor,
                "name": actors[link.actor].name,
                "verb": link.verb,
                "anonymous": link.anonymous,
                "count": link.count,
            }
            for link in claim.attribution
        ],
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
    }


def _mention(mention: Mention, actors: Mapping[str, Actor]) -> dict[str, Any]:
    actor = actors[mention.actor]
    return {"id": actor.id, "name": actor.name, "country": actor.state, "start": mention.start, "end": mention.end}
