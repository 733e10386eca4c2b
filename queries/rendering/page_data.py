"""Page data: what the page's script reads, in plain values, days and chains already in words."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from graph import gazetteer
from graph.days import When
from graph.model import Model
from graph.terminal import printable
from graph.vocabulary import Family, vocabulary
from queries.attribution import chain, days_in_words
from queries.rendering import appearance
from queries.rendering.roles import roles
from queries.subgraph import ShownActor, ShownClaim, ShownRelation, ShownReport, Subgraph, UndrawnClaim

_TYPE_FIELDS = {"family", "active", "passive", "symmetric", "traversable", "description"}
NAME_LENGTH = 26
"""Characters of a name that the drawing shows; the panel and the table show all."""


def plain(text: str) -> str:
    """Text on one line, without control characters and marks that turn the direction of what stands around them."""
    return " ".join(printable(text).split())


def page_data(subgraph: Subgraph) -> dict[str, Any]:
    """What the page's script reads, as JSON; the names of the keys are those of the models."""
    reports = {report.id: report for report in subgraph.reports}
    known = gazetteer.load()
    used = {relation.type for relation in subgraph.relations}
    return {
        "title": plain(subgraph.title),
        "snapshot": days_in_words(subgraph.snapshot, None),
        "total": subgraph.total,
        "filters": [plain(words) for words in subgraph.filters],
        "actors": [
            {
                **actor.model_dump(mode="json", exclude_defaults=True),
                "name": _name(actor),
                "label": short_name(actor),
                "roles": roles(known, actor.id, subgraph.snapshot),
            }
            for actor in subgraph.actors
        ],
        "relations": [_relation(relation) for relation in subgraph.relations],
        "undrawn": [_undrawn(claim, reports.get(claim.report)) for claim in subgraph.undrawn],
        "start": dict(subgraph.start),
        "claims": [_claim(claim, reports.get(claim.report)) for claim in subgraph.claims],
        "reports": [report.model_dump(mode="json", exclude_none=True) for report in subgraph.reports],
        "usual": {
            "actor": _usual(ShownActor),
            "relation": _usual(ShownRelation),
            "claim": _usual(ShownClaim) | {"disputes": False, "published": ""},
        },
        "types": {name: _type(name) for name in sorted(used)},
        "families": {family.value: family.value.replace("-", " ").capitalize() for family in Family},
        "tones": {tone.value: dict(look) for tone, look in appearance.TONES.items()},
        "kinds": {kind: dict(look) for kind, look in appearance.KINDS.items()},
    }


def _usual(model: type[Model]) -> dict[str, Any]:
    """What a field is where a row leaves it out, since most rows would say the same."""
    fields = {name: field.default for name, field in model.model_fields.items() if not field.is_required()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _relation(relation: ShownRelation) -> dict[str, Any]:
    kind = vocabulary().types.get(relation.type)
    lasts = kind is not None and kind.lasts
    when = When.model_construct(on=relation.on, until=relation.until, precision=relation.precision)
    known = when.known
    last = None if lasts and not relation.until else when.last
    # The days that it can mean, for filters; an open side sorts before or after every day, none meets no day.
    days = {
        "first": _iso(when.first, "0000-00-00") if known else "9999-99-99",
        "last": _iso(last, "9999-99-99") if known else "0000-00-00",
    }
    told = relation.model_dump(mode="json", exclude={"first_reported", "last_reported"}, exclude_defaults=True)
    return {
        **told,
        "tone": appearance.tone(relation.valence).value,
        "day": days_in_words(relation.on, relation.until, relation.precision, lasts),
        **{name: day for name, day in days.items() if day != told.get("on")},
    }


def _iso(day: datetime.date | None, otherwise: str) -> str:
    return day.isoformat() if day else otherwise


def _claim(claim: ShownClaim, report: ShownReport | None) -> dict[str, Any]:
    told = {
        **claim.model_dump(mode="json", exclude={"attribution", "confidence", "extractor"}, exclude_defaults=True),
        "disputes": claim.disputes,
        "day": days_in_words(claim.on, claim.until, claim.precision),
        "published": days_in_words(report.published if report else None, None),
    }
    chained = [dataclasses.asdict(speaker) for speaker in chain(claim, report)]
    return {
        **{name: value for name, value in told.items() if value or name == "quote"},
        "chain": [{name: value for name, value in link.items() if value} for link in chained],
    }


def _undrawn(claim: UndrawnClaim, report: ShownReport | None) -> dict[str, Any]:
    return {**_claim(claim, report), "words": _type(claim.type)["active"]}


def _type(name: str) -> dict[str, Any]:
    """How a relation type reads; one that this vocabulary does not know reads as its own name."""
    kind = vocabulary().types.get(name)
    words = plain(name).lower().replace("_", " ")
    if kind is None:
        return {
            "family": "",
            "words": words,
            "active": words,
            "passive": f"{words} (from)",
            "symmetric": False,
            "traversable": False,
            "lasts": False,
            "description": "",
        }
    return {
        "words": words,
        "lasts": kind.lasts,
        **kind.model_dump(mode="json", include=_TYPE_FIELDS),
    }


def _name(actor: ShownActor) -> str:
    return plain(actor.name) or plain(actor.id) or "(no name)"


def short_name(actor: ShownActor) -> str:
    """A name as the drawing shows it."""
    name = _name(actor)
    return name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…"
