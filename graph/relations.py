"""Relations: the typed edges between two actors, each projected from the claims that assert it."""

from __future__ import annotations

import datetime
from functools import cached_property

from pydantic import Field

from graph.actors import ActorId
from graph.days import When
from graph.identity import content_id
from graph.model import Model
from graph.vocabulary import TypeName, vocabulary


class Relation(Model):
    """One edge.

    Args:
        type: relation type.
        subject, object: its ends; for a symmetric type in the order of their ids.
        when: its day or interval.
        mode: PLOVER mode.
        valence: -10 to +10, the type's.
        claims: how many claims assert it.
        reports: in how many reports.
        origins: resting on how many origins (see ``Claim.origin``).
        first_reported, last_reported: publication days of its earliest and latest report.
        disputed: whether some claim says that it is not so.
    """

    type: TypeName
    subject: ActorId
    object: ActorId
    when: When = When()
    mode: str | None = None
    valence: float = Field(ge=-10, le=10)
    claims: int = Field(ge=1)
    reports: int = Field(ge=1)
    origins: int = Field(ge=1)
    first_reported: datetime.date | None = None
    last_reported: datetime.date | None = None
    disputed: bool = False

    @cached_property
    def id(self) -> str:
        """The type's identity rule, applied."""
        on, until = (day and day.isoformat() for day in (self.when.on, self.when.until))
        days = [on] if vocabulary()[self.type].lasts else [on, until, self.when.precision]
        return content_id("relation", [self.subject, self.type, self.object, *days])
