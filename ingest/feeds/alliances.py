"""Alliances and diplomatic exchange between states: those of the Correlates of War, and ATOP's."""

from __future__ import annotations

from typing import Any

from graph.actors import Actor, ActorKind
from graph.days import Precision, When
from graph.records import Record
from ingest.feeds.cow import StateReader, interval, years
from ingest.feeds.tables import Row
from ingest.feeds.telling import Told, Unreadable, quote, record

ATOP = Actor(id="atop", name="ATOP", kind=ActorKind.OUTLET)

OBLIGATIONS = ("defense", "offense", "entente", "consultation", "neutrality", "nonaggression")
"""The strongest first; the first that an alliance holds stands as its code."""


class AllianceReader(StateReader):
    """Reads alliances by dyad, of the Correlates of War."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        when = interval(values)
        if values["year"]:
            when = years(values["year"])
        number = " ".join(
            filter(
                None, (values["row"] or "?", values["subject"], values["object"], values["start_year"], values["year"])
            )
        )
        return self.alliance(values, number, when, "cow-alliances", layout)

    def alliance(self, values: dict[str, Any], number: str, when: When, feed: str, layout: str) -> Record:
        """The record of one alliance of two states."""
        subject, target = self.state(values["subject"], when.on), self.state(values["object"], when.on)
        kind = next((name for name in OBLIGATIONS if (values.get(name) or "0").removesuffix(".0") == "1"), None)
        if kind is None:
            raise Unreadable("The row tells no obligation between the two states.")
        told = Told(
            row=number,
            subject=subject,
            object=target,
            type="ALLIED_WITH",
            when=when,
            quote=quote(f"alliance {number}", subject.actor.name, target.actor.name, kind),
            code=kind,
        )
        return record(feed, layout, self.source(f"{self.provider.name} alliance {number}"), [told])


class AtopReader(AllianceReader):
    """Reads ATOP's dyads by the year: one claim a year, and one relation for as long as the years follow each other."""

    provider = ATOP

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        if (values["allied"] or "0").removesuffix(".0") != "1":
            raise Unreadable("The two states are not allied in this year.")
        number = " ".join((values["subject"] or "?", values["object"] or "?", values["year"] or "?"))
        return self.alliance(values, number, years(values["year"]), "atop", layout)


class DiplomacyReader(StateReader):
    """Reads diplomatic exchange: which state had a mission in which, every five years."""

    def read(self, row: Row, layout: str) -> Record:
        """See ``ingest.feeds.readers.Reader``."""
        values = row.values
        when = years(values["year"])
        first, second = self.state(values["subject"], when.on), self.state(values["object"], when.on)
        number = " ".join((values["subject"], values["object"], values["year"]))
        sent = [(second, first, values["sent_to_first"]), (first, second, values["sent_to_second"])]
        told = [
            Told(
                row=number,
                subject=sender,
                object=host,
                type="RECOGNIZES",
                when=When(on=when.on, precision=Precision.YEAR),
                quote=quote(f"{sender.actor.name} has a mission in {host.actor.name}", values["year"]),
                code=rank,
            )
            for sender, host, rank in sent
            if rank and rank.removesuffix(".0") not in ("0", "9")
        ]
        if not told:
            raise Unreadable("Neither state had a mission in the other.")
        return record("cow-diplomacy", layout, self.source(f"COW diplomatic exchange {number}"), told)
