"""Actors: the states, bodies, groups, outlets and persons between whom relations are reported."""

from __future__ import annotations

import datetime
import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from graph.days import is_within
from graph.forms import plain_letters
from graph.model import Model

ActorId = Annotated[str, Field(pattern=r"^(?:[A-Z]{3}|[a-z0-9]+(?:-[a-z0-9]+)*)$", max_length=120)]
"""ISO 3166-1 alpha-3 for a state, else the kebab-case of the usual English name."""


class ActorKind(StrEnum):
    """What sort of actor it is; the graph's second node label is its CamelCase (``ArmedGroup``)."""

    STATE = "state"
    BODY = "body"
    ARMED_GROUP = "armed-group"
    ALLIANCE = "alliance"
    PARTY = "party"
    COMPANY = "company"
    OUTLET = "outlet"
    ORGANISATION = "organisation"
    PERSON = "person"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The node label in the graph, such as ``ArmedGroup``."""
        return "".join(part.capitalize() for part in self.value.split("-"))


class Role(Model):
    """An office that a person holds for a while.

    Args:
        title: the office as it is usually written, without the state: "Secretary of Defense".
        of: the actor that the office leads or speaks for.
        relation: LEADS (head of state, government, group), REPRESENTS (minister, envoy, speaker) or MEMBER_OF.
        since: first day in office; None where it is not known.
        until: last day in office; None while it lasts.
        also: other words for the same office: "Pentagon chief", "defence secretary".
    """

    title: str = Field(min_length=2)
    of: ActorId
    relation: Literal["LEADS", "REPRESENTS", "MEMBER_OF"]
    since: datetime.date | None = None
    until: datetime.date | None = None
    also: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _runs_forward(self) -> Role:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"the role '{self.title}' ends before it begins")
        return self

    def held_on(self, day: datetime.date) -> bool:
        """Whether the office was held on ``day``; an unknown end counts as open."""
        return is_within(day, self.since, self.until)


class Actor(Model):
    """One actor.

    Args:
        id: see ``ActorId``.
        name: the usual English name.
        kind: what sort of actor it is.
        country: ISO alpha-3 of the state it belongs to, or PLOVER's code where it belongs to none (IGO, NGO …).
        wikidata: its Wikidata id, where known.
        aliases: other names, in any language.
        roles: offices held, for persons.
    """

    id: ActorId
    name: str = Field(min_length=1, max_length=300)
    kind: ActorKind = ActorKind.UNKNOWN
    country: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$")
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    @property
    def state(self) -> str | None:
        """The state that it is or belongs to, as in ``country``; a state with an ISO code is its own."""
        return self.id if self.kind is ActorKind.STATE and len(self.id) == 3 else self.country


OF_ONE_REPORT = ".*-[0-9a-f]{8}"
"""Matches the ids that ``id_of_unnamed`` makes."""


def id_of_unnamed(name: str, report: str) -> str:
    """The id of people without a name, who belong to one report: ``"police"`` gives ``"police-1f0c8a2b"``.

    "The police" of one report are not the police of another; with one id, paths would run from one riot to the next.

    Args:
        name: what the report calls them.
        report: the report's id; the first eight of its digits tell it apart.

    Raises:
        ValueError: as for ``actor_id``.
    """
    return actor_id(f"{name} {report.rsplit('-', 1)[-1][:8]}")


def actor_id(name: str) -> str:
    """The kebab-case id of a name: ``"Jake Sullivan"`` gives ``"jake-sullivan"``.

    Raises:
        ValueError: if nothing of the name can be written in ASCII letters or digits.
    """
    plain = plain_letters(name).lower().encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    if not slug:
        raise ValueError(f"'{name}' has no ASCII letter or digit to make an id of")
    return slug[:120].rstrip("-")
