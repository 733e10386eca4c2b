"""The rows that go into the write statements, and the evidence that comes back from them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from graph.actors import Actor
from graph.claims import Claim
from graph.days import Precision, When
from graph.projection import Evidence, Group
from graph.relations import Relation
from graph.reports import Report
from graph.sent_rows import RELATION_PROPERTIES, ClaimRow, Day, Days, RelationRow, ReportRow

Row = dict[str, Any]


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


def report_row(report: Report, days: Days | None = None) -> ReportRow:
    """A report as a row.

    Args:
        report: the report.
        days: where given, the row names its days instead of holding them, and what it names is added.
    """
    return ReportRow(
        id=report.id,
        outlet=report.outlet,
        sha256=report.sha256,
        url=report.url,
        title=report.title,
        published=_named(report.published, days),
        retrieved=report.retrieved,
        language=report.language,
    )


def claim_row(
    claim: Claim,
    piece: Evidence | None,
    run: str | None = None,
    relations: Sequence[str] = (),
    days: Days | None = None,
) -> ClaimRow:
    """A claim as a row, with the links of its attribution chain, outermost at position 0.

    Args:
        claim: the claim.
        piece: what it contributes to projection.
        run: the run of a command that writes it first; no part of what it says.
        relations: ids of those on which it bears.
        days: as for ``report_row``.
    """
    identity = identity_of(piece.group) if piece else None
    when, provided, disputes = claim.when, claim.provided, claim.disputes
    subject, target = claim.subject, claim.object
    return ClaimRow(
        report=claim.report,
        subject=subject.actor,
        object=target.actor if target else None,
        links=[
            (link.actor, position, link.verb, link.anonymous, link.count)
            for position, link in enumerate(claim.attribution)
        ],
        subject_start=subject.start,
        subject_end=subject.end,
        object_start=target.start if target else None,
        object_end=target.end if target else None,
        id=claim.id,
        type=claim.type,
        identity=identity,
        denies=identity if disputes else None,
        on=_named(when.on, days),
        until=_named(when.until, days),
        precision=when.precision.value if when.known else None,
        modality=claim.modality.value,
        negated=claim.negated,
        asserts=claim.asserts,
        disputes=disputes,
        mode=claim.mode,
        origin=claim.origin,
        quote=claim.quote,
        start=claim.start,
        end=claim.end,
        confidence=claim.confidence,
        extractor=claim.extractor,
        feed=provided.feed if provided else None,
        row=provided.row if provided else None,
        code=provided.code if provided else None,
        score=provided.score if provided else None,
        run=run,
        relation=list(relations),
    )


def relation_row(relation: Relation, days: Days | None = None) -> RelationRow:
    """A relation as a row; ``days`` as for ``report_row``."""
    when = relation.when
    return RelationRow(
        type=relation.type,
        subject=relation.subject,
        object=relation.object,
        id=relation.id,
        identity=identity_of((relation.subject, relation.type, relation.object)),
        on=_named(when.on, days),
        until=_named(when.until, days),
        precision=when.precision.value if when.known else None,
        mode=relation.mode,
        valence=relation.valence,
        claims=relation.claims,
        reports=relation.reports,
        origins=relation.origins,
        first_reported=_named(relation.first_reported, days),
        last_reported=_named(relation.last_reported, days),
        disputed=relation.disputed,
    )


def edge_properties(relation: Relation) -> Row:
    """What stands on the edge of a relation, with its days."""
    return dict(zip(RELATION_PROPERTIES, relation_row(relation)[-len(RELATION_PROPERTIES) :], strict=True))


def _named(day: datetime.date | None, days: Days | None) -> Day:
    if day is None or days is None:
        return day
    text = day.isoformat()
    days[text] = day
    return text


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


def evidence_in(row: ClaimRow, days: Days, published: datetime.date | None) -> Evidence | None:
    """What a claim contributes to projection; None where it can draw no edge.

    Args:
        row: the claim, whose days are named.
        days: what it names.
        published: the day that its report bears.
    """
    if row.identity is None:
        return None
    return Evidence(
        claim=row.id,
        group=group_of(row.identity),
        when=_when(day_in(row.on, days), day_in(row.until, days), row.precision),
        asserts=row.asserts,
        disputes=row.disputes,
        report=row.report,
        published=published,
        origin=row.origin,
        mode=row.mode,
    )


def day_in(day: Day, days: Days) -> datetime.date | None:
    """The day that a row holds or names."""
    return days[day] if isinstance(day, str) else day
