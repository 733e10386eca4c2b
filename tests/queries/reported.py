"""Reports in our own words about public facts of autumn 2024, for the tests of what is asked of the graph."""

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
        Actor(id="ISR", name="Israel", kind=ActorKind.STATE),
        Actor(id="IRN", name="Iran", kind=ActorKind.STATE),
        Actor(id="USA", name="United States", kind=ActorKind.STATE),
        Actor(id="hezbollah", name="Hezbollah", kind=ActorKind.ARMED_GROUP, aliases=("Hizbullah",)),
        Actor(id="united-nations", name="United Nations", kind=ActorKind.ORGANISATION),
        Actor(id="tass", name="TASS", kind=ActorKind.OUTLET, country="RUS"),
        Actor(id="axios", name="Axios", kind=ActorKind.OUTLET, country="USA"),
        Actor(id="irna", name="IRNA", kind=ActorKind.OUTLET, country="IRN"),
        Actor(id="harbour-workers-of-haifa", name="Harbour Workers of Haifa", aliases=("Haifa dockers",)),
    )
}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def report(outlet: str, published: str) -> Report:
    url = f"https://{outlet}.example/{published}"
    return Report(sha256=text_hash(url), url=url, title=f"News of {published}", published=day(published), outlet=outlet)


def claim(
    made_in: Report,
    told: str,
    on: str | None,
    quote: str,
    *chain: Attribution,
    modality: Modality = Modality.ASSERTED,
    negated: bool = False,
    precision: Precision = Precision.DAY,
    confidence: float = 0.9,
) -> Claim:
    """A claim told as "ISR STRIKES hezbollah"."""
    subject, relation, *target = told.split()
    return Claim(
        report=made_in.id,
        type=relation,
        subject=Mention(actor=subject),
        object=Mention(actor=target[0]) if target else None,
        when=When(on=day(on) if on else None, precision=precision),
        modality=modality,
        negated=negated,
        quote=quote,
        confidence=confidence,
        extractor="by hand",
        attribution=(Attribution(actor=made_in.outlet or ""), *chain),
    )


def records() -> list[Record]:
    """Three outlets that agree on some things and not on others."""
    axios, tass, irna = report("axios", "2024-10-02"), report("tass", "2024-10-03"), report("irna", "2024-10-04")
    officials = Attribution(actor="USA", verb="citing", anonymous=True, count=4)
    told = {
        axios: [
            claim(axios, "USA DISTRUSTS ISR", None, "trust has worn thin", officials),
            claim(axios, "ISR STRIKES hezbollah", "2024-09-23", "jets hit the south", confidence=0.5),
            claim(axios, "IRN STRIKES ISR", "2024-10-01", "some 180 missiles", Attribution(actor="ISR", verb="said")),
            claim(axios, "USA STRIKES IRN", None, "all options stay open", modality=Modality.THREATENED),
            claim(axios, "IRN BACKS hezbollah", None, "the group that Iran pays for"),
            claim(axios, "harbour-workers-of-haifa PROTESTS_AGAINST ISR", "2024-09-02", "the cranes stood still"),
        ],
        tass: [
            claim(tass, "ISR STRIKES hezbollah", "2024-09-23", "a day of raids", Attribution(actor="axios"), officials),
            claim(tass, "ISR STRIKES hezbollah", "2024-09-27", "bombs on the suburbs of Beirut"),
            claim(tass, "USA DISTRUSTS ISR", None, "Washington has doubts", Attribution(actor="axios"), officials),
        ],
        irna: [
            claim(irna, "ISR STRIKES hezbollah", "2024-09-23", "no camp was hit", negated=True),
            claim(irna, "IRN STRIKES ISR", "2024-10-01", "most missiles arrived", Attribution(actor="IRN")),
            claim(irna, "united-nations MEETS IRN", "2024-09-01", "talks in New York", precision=Precision.MONTH),
        ],
    }
    actors = tuple(ACTORS.values())
    return [Record(report=made_in, claims=tuple(claims), actors=actors) for made_in, claims in told.items()]
