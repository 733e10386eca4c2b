"""POLECAT: events in PLOVER's words between lists of actors; each actor is said to do it to each recipient."""

from __future__ import annotations

import datetime
from typing import Any

from graph.actors import Actor, ActorKind
from graph.days import When
from graph.records import Record
from ingest.feeds.actor_codes import cameo_actors
from ingest.feeds.event_words import relation_of
from ingest.feeds.resolution import Resolving
from ingest.feeds.tables import Row
from ingest.feeds.telling import Party, Source, Told, Unreadable, ends, quote, record, report_of

FEED = "polecat"
PROVIDER = Actor(id="polecat", name="POLECAT", kind=ActorKind.OUTLET)

MOST_PAIRS = 1_000
"""Pairs of one row, each of which becomes a claim; a row that lists more actors than that makes was not written so."""


class PolecatReader(Resolving):
    """Reads rows of POLECAT."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        number, day = values["row"], values["day"]
        if not number or day is None:
            raise Unreadable("The row has no number or no day.")
        mode = values["mode"]
        kind = relation_of("polecat", values["event"], mode)
        subjects = self._parties(values, "subject", day)
        if not subjects:
            raise Unreadable("The row names nobody who did it.")
        targets: list[Party | None] = [*self._parties(values, "object", day)]
        if len(subjects) * len(targets) > MOST_PAIRS:
            raise Unreadable(f"The row tells of more than {MOST_PAIRS:,} pairs of actors.")
        words = quote(_words(values["subjects"]), values["event"], mode, _words(values["objects"]))
        told = [
            Told(
                row=number,
                subject=subject,
                object=target,
                type=kind,
                when=When(on=day),
                quote=words or number,
                code=f"{values['event']} {mode}" if mode else values["event"],
                score=values["score"],
                mode=mode,
            )
            for subject in subjects
            for target in targets or [None]
            if target is None or _differ(subject, target)
        ]
        if not told:
            raise Unreadable("One actor stands on both sides.")
        return record(FEED, layout, self._source(values), told)

    def _source(self, values: dict[str, Any]) -> Source:
        outlet = self._resolver.outlet(values["publisher"])
        title = f"POLECAT event {values['row']}"
        report = report_of(
            f"polecat {values['row']}", values["published"] or values["day"], outlet or PROVIDER, title=title
        )
        return Source(report, (outlet or PROVIDER,))

    def _parties(self, values: dict[str, Any], end: str, day: datetime.date) -> list[Party]:
        """The actors at one end: those that are named, and where none is, the people of the countries that are told."""
        countries = values[f"{end}_countries"] or []
        names = values[f"{end}s"] or []
        if names:
            homes = countries if len(countries) == len(names) else countries[:1] * len(names)
            told = [*homes, *[None] * (len(names) - len(homes))]
            parties = [self._resolver.named(name, day, home) for name, home in zip(names, told, strict=True)]
        else:
            sectors = values[f"{end}_sectors"] or []
            states = [state for code in countries if (state := self._resolver.state(code))]
            parties = [self._role(sectors, state) for state in states]
        return list({party.actor.id: party for party in parties}.values())

    def _role(self, sectors: list[str], state: Actor) -> Party:
        role = next((cameo_actors().types[sector] for sector in sectors if sector in cameo_actors().types), None)
        return self._resolver.role(role.word, state, organ=role.organ) if role else Party(state)


def _differ(subject: Party, target: Party) -> bool:
    try:
        ends(subject, target)
    except Unreadable:
        return False
    return True


def _words(names: list[str] | None) -> str | None:
    return "; ".join(names) if names else None
