"""Reports and claims for the tests, made from public facts of autumn 2024 in our own words."""

from __future__ import annotations

import datetime

from graph.actors import Actor, ActorKind
from graph.claims import Attribution, Claim, Mention, Modality
from graph.days import Precision, When
from graph.records import Record
from graph.reports import Report, text_hash

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id="ISR", name="Israel", kind=ActorKind.STATE, country="ISR"),
        Actor(id="IRN", name="Iran", kind=ActorKind.STATE, country="IRN"),
        Actor(id="USA", name="United States", kind=ActorKind.STATE, country="USA"),
        Actor(id="hezbollah", name="Hezbollah", kind=ActorKind.ARMED_GROUP, country="LBN"),
        Actor(id="tass", name="TASS", kind=ActorKind.OUTLET, country="RUS"),
        Actor(id="reuters", name="Reuters", kind=ActorKind.OUTLET, country="GBR"),
        Actor(id="axios", name="Axios", kind=ActorKind.OUTLET, country="USA"),
        Actor(id="jake-sullivan", name="Jake Sullivan", kind=ActorKind.PERSON, country="USA"),
    )
}


def day(text: str | None, precision: Precision = Precision.DAY) -> When:
    """A day, or none."""
    return When(on=datetime.date.fromisoformat(text), precision=precision) if text else When()


def report(outlet: str = "tass", published: str | None = "2024-10-08", text: str = "a text") -> Report:
    """A report of an outlet."""
    when = datetime.date.fromisoformat(published) if published else None
    return Report(sha256=text_hash(f"{outlet} {text}"), outlet=outlet, published=when, title=text)


def claim(
    source: Report,
    subject: str = "ISR",
    type_name: str = "STRIKES",
    target: str | None = "hezbollah",
    when: When | str | None = "2024-09-23",
    *,
    modality: Modality = Modality.ASSERTED,
    negated: bool = False,
    chain: tuple[Attribution, ...] = (),
    quote: str = "",
) -> Claim:
    """A claim of a report."""
    return Claim(
        report=source.id,
        type=type_name,
        subject=Mention(actor=subject, start=0, end=3),
        object=Mention(actor=target, start=10, end=19) if target else None,
        when=when if isinstance(when, When) else day(when),
        modality=modality,
        negated=negated,
        quote=quote or f"{subject} {type_name} {target}",
        extractor="by hand",
        attribution=(Attribution(actor=source.outlet or "tass"), *chain),
    )


def unnamed(actor: str = "USA", count: int | None = 4) -> Attribution:
    """Officials whose names are not told."""
    return Attribution(actor=actor, verb="said", anonymous=True, count=count)


def record(source: Report, *claims: Claim) -> Record:
    """A record with every actor of the samples."""
    return Record(report=source, claims=claims, actors=tuple(ACTORS.values()))
