"""The interface of every extractor, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from graph.actors import Actor
from graph.claims import Claim
from graph.records import Record
from graph.reports import Report


@dataclass(frozen=True, slots=True)
class Reject:
    """What could not be read.

    Attributes:
        place: where: a file with its line, or a report with the offset in its text.
        reason: why, in one sentence.
        content: the beginning of what was rejected.
    """

    place: str
    reason: str
    content: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extractor finds in one report.

    Attributes:
        claims: in the order of the text.
        actors: every actor that the claims name.
        rejects: sentences that could not be read.
    """

    claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()
    rejects: tuple[Reject, ...] = field(default=())

    def record(self, report: Report, outlet: Actor | None = None) -> Record:
        """The report with its claims, ready to be written."""
        actors = {actor.id: actor for actor in (*self.actors, *([outlet] if outlet else []))}
        return Record(report=report, claims=self.claims, actors=tuple(actors.values()))


def named_by(claims: Iterable[Claim]) -> Iterable[str]:
    """Every actor that claims name, each once."""
    return dict.fromkeys(actor for claim in claims for actor in claim.actors)


class Extractor(Protocol):
    """Reads one report at a time. An extractor keeps nothing from one report to the next."""

    @property
    def name(self) -> str:
        """Its name and version, which stand on every claim."""
        ...

    def extract(self, text: str, report: Report) -> Extraction:
        """The claims of a report.

        Args:
            text: the report's text; quotes and offsets point into it.
            report: gives the day and the outlet.
        """
        ...

    def extract_all(self, reports: Iterable[tuple[str, Report]]) -> Iterator[Extraction]:
        """The claims of many reports, each with its text, one extraction each, in their order."""
        ...
