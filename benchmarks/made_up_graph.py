"""A made-up graph of any size, shaped as reported ones are: regions, a few actors in most news, few witnesses."""

from __future__ import annotations

import datetime
import random

from queries.subgraph import ShownActor, ShownAttribution, ShownClaim, ShownRelation, ShownReport, Subgraph

TYPES = {
    "STRIKES": -9.5,
    "CLASHES_WITH": -9.0,
    "THREATENS": -5.8,
    "SANCTIONS": -6.5,
    "CRITICIZES": -2.2,
    "MEETS": 2.5,
    "AIDS": 7.4,
    "SUPPORTS": 4.0,
    "APPEALS_TO": 0.0,
}
KINDS = ("state", "body", "armed-group", "organisation", "person", "person", "unknown")
OUTLETS = ("Northern Wire", "Morning Paper", "Harbour Radio", "Daily Ledger", "Coast Agency")
FIRST_DAY = datetime.date(2024, 1, 1)
ACTORS_OF_A_REGION = 40
SYLLABLES = ("ba", "den", "kor", "li", "mar", "no", "os", "ra", "sel", "tu", "vin", "zha")


def made_up(actors: int, relations: int, seed: int = 7) -> Subgraph:
    """A graph with one claim behind each relation, the same for the same seed."""
    chance = random.Random(seed)
    ends = [_actor(number, chance) for number in range(actors)]
    outlets = [f"outlet-{number}" for number in range(len(OUTLETS))]
    reports = tuple(_report(number, outlets, chance) for number in range(max(1, relations // 4)))
    drawn, claims = [], []
    for number in range(relations):
        subject, other = _pair(actors, chance)
        kind = chance.choice(list(TYPES))
        report = chance.choice(reports)
        day = FIRST_DAY + datetime.timedelta(days=int(300 * chance.random() ** 0.7))
        source = ShownAttribution(actor=report.outlet or "", name=report.outlet_name or "", kind="outlet")
        quote = f"On {day:%d %B} the word was that {ends[subject].name} and {ends[other].name} had come to this."
        claims.append(ShownClaim(id=f"claim {number}", report=report.id, quote=quote, on=day, attribution=(source,)))
        drawn.append(
            ShownRelation(
                id=f"relation {number}",
                type=kind,
                subject=ends[subject].id,
                object=ends[other].id,
                on=day,
                valence=TYPES[kind],
                origins=min(12, int(chance.paretovariate(1.6))),
                first_reported=day,
                last_reported=day,
                evidence=(f"claim {number}",),
            )
        )
    met = {end for relation in drawn for end in (relation.subject, relation.object)}
    return Subgraph(
        title=f"A made-up graph of {actors:,} actors",
        actors=tuple(actor for actor in ends if actor.id in met),
        relations=tuple(sorted(drawn, key=lambda r: -r.origins)),
        claims=tuple(claims),
        reports=reports,
        total=relations,
        snapshot=FIRST_DAY + datetime.timedelta(days=320),
    )


def _actor(number: int, chance: random.Random) -> ShownActor:
    name = " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize() for _ in range(chance.randint(1, 2))
    )
    return ShownActor(id=f"actor-{number}", name=name, kind=KINDS[number % len(KINDS)])


def _report(number: int, outlets: list[str], chance: random.Random) -> ShownReport:
    outlet = chance.randrange(len(outlets))
    return ShownReport(
        id=f"report {number}",
        title=f"News item {number}",
        url=f"https://example.org/{number}",
        published=FIRST_DAY + datetime.timedelta(days=chance.randrange(300)),
        outlet=outlets[outlet],
        outlet_name=OUTLETS[outlet],
    )


def _pair(actors: int, chance: random.Random) -> tuple[int, int]:
    """Two actors, mostly of one region; the first of a region, and of all, are met far more often than the last."""
    regions = max(1, actors // ACTORS_OF_A_REGION)
    home = int(regions * chance.random() ** 1.5)
    away = home if chance.random() < 0.8 else chance.randrange(regions)
    while True:
        one, other = (region + regions * int(_often(actors // regions, chance)) for region in (home, away))
        if one != other and max(one, other) < actors:
            return (one, other) if chance.random() < 0.5 else (other, one)


def _often(count: int, chance: random.Random) -> float:
    return count * chance.random() ** 2.5
