"""Entries: one row of the gazetteer, which is an actor with the words that reports use for it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from graph.actors import Actor, ActorId, ActorKind
from graph.days import is_within
from graph.forms import FormKind, normalised
from graph.model import Model

NOT_STATES: frozenset[str] = frozenset({"IGO", "NGO", "MNC", "IMG"})
"""What stands as ``country`` where no state does, as in PLOVER and CAMEO: a body of several governments (IGO), a
non-governmental organisation (NGO), a multinational company (MNC), an armed group of several countries (IMG)."""

PARTICLES: frozenset[str] = frozenset(
    [
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "abu",
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "di",
        "du",
        "la",
        "le",
        "ben",
        "ter",
        "ten",
        "st",
    ]
)
"""Words that open a family name and may be left out of it: "von der Leyen", "al-Assad"."""

Word = Annotated[str, Field(min_length=1, max_length=300)]


class Membership(Model):
    """That one actor is part or member of another.

    Args:
        of: the actor that it belongs to.
        since: first day; None where it is not known.
        until: last day; None while it lasts.
    """

    of: ActorId
    since: datetime.date | None = None
    until: datetime.date | None = None


def _as_memberships(value: object) -> object:
    """Let a row say ``irgc`` or ``{of: irgc}`` where it could say ``[{of: irgc}]``."""
    rows = value if isinstance(value, list | tuple) else [value]
    return tuple({"of": row} if isinstance(row, str) else row for row in rows)


Memberships = Annotated[tuple[Membership, ...], BeforeValidator(_as_memberships)]


ACTOR_FIELDS = tuple(Actor.model_fields)


class Entry(Actor):
    """One row of the gazetteer.

    Args:
        demonyms: the adjective of a state and the words for its people: "Iranian", "Iranians".
        capital: stands for the government, unless the entry is a territory (has ``part_of``).
        metonyms: further cities and buildings that stand for it: "the Kremlin".
        descriptions: phrases that tell it without naming it: "the Jewish state".
        surnames: for a person, what it is called by alone, where that is not the last word of the name: "Xi".
        pronoun: for a person, "he" or "she"; None where it is not known.
        part_of: what it is a part of: the Quds Force of the IRGC, Greenland of Denmark.
        member_of: what it is a member of.
        since: first day that the actor exists; None where that lies before what is reported.
        until: last day that the actor exists; None while it does.
    """

    demonyms: tuple[Word, ...] = ()
    capital: Word | None = None
    metonyms: tuple[Word, ...] = ()
    descriptions: tuple[Word, ...] = ()
    surnames: tuple[Word, ...] = ()
    pronoun: Literal["he", "she"] | None = None
    part_of: Memberships = ()
    member_of: Memberships = ()
    since: datetime.date | None = None
    until: datetime.date | None = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Entry:
        if self.surnames and self.kind is not ActorKind.PERSON:
            raise ValueError("only a person has surnames")
        if self.pronoun and self.kind is not ActorKind.PERSON:
            raise ValueError("only a person has a pronoun")
        if self.roles and self.kind is not ActorKind.PERSON:
            raise ValueError("only a person has roles")
        if self.since and self.until and self.since > self.until:
            raise ValueError("it ends before it begins")
        return self

    def existed_on(self, day: datetime.date) -> bool:
        """Whether the actor existed on ``day``, as far as the entry tells."""
        return is_within(day, self.since, self.until)

    def in_office_on(self, day: datetime.date) -> bool:
        """Whether any role of the person was held on ``day``."""
        return any(role.held_on(day) for role in self.roles)

    def plain(self) -> Actor:
        """The actor alone, as the graph stores it, without the words of the gazetteer."""
        return Actor.trusted({field: getattr(self, field) for field in ACTOR_FIELDS})

    def forms(self) -> Iterator[tuple[FormKind, str]]:
        """Every surface form of the entry with its kind, the most telling first."""
        yield FormKind.NAME, self.name
        for alias in self.aliases:
            yield FormKind.ALIAS, alias
        for demonym in self.demonyms:
            yield FormKind.DEMONYM, demonym
        if self.capital and not self.part_of:
            yield FormKind.METONYM, self.capital
        for metonym in self.metonyms:
            yield FormKind.METONYM, metonym
        for description in self.descriptions:
            yield FormKind.DESCRIPTION, description
        if self.kind is ActorKind.PERSON:
            for surname in self.surnames or family_names(self.name):
                yield FormKind.SURNAME, surname


def family_names(name: str) -> tuple[str, ...]:
    """What a person of this name is called by alone: "Ursula von der Leyen" gives "von der Leyen" and "Leyen".

    A name of one word has none.
    """
    words = name.split()
    first = len(words) - 1
    while first > 1 and normalised(words[first - 1]) in PARTICLES:
        first -= 1
    if first < 1:
        return ()
    whole = " ".join(words[first:])
    last = words[-1]
    article, hyphen, bare = last.partition("-")
    if hyphen and article.lower() in PARTICLES:
        return (whole, bare)
    return (whole,) if whole == last else (whole, last)
