"""CAMEO parties: who is meant by the codes that GDELT gives an actor."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from graph.actors import Actor, ActorKind
from ingest.feeds.actor_codes import CodedRole, cameo_actors
from ingest.feeds.resolution import Resolver, Resolving
from ingest.feeds.telling import Party, Unreadable

KINDS = {"MNC": ActorKind.COMPANY, "IGO": ActorKind.ORGANISATION, "NGO": ActorKind.ORGANISATION,
         "NGM": ActorKind.ORGANISATION, "IMG": ActorKind.ARMED_GROUP}  # fmt: skip
"""Of new actors of types that go by their own name."""


@dataclass(frozen=True, slots=True)
class Coded:
    """How GDELT codes one actor.

    Attributes:
        code: the whole code: "USAGOV".
        name: the words that stood in the article, in capitals: "THE WHITE HOUSE"; may be empty.
        country, group: its country and the known group, where it has one.
        types: its roles, the most telling first.
    """

    code: str
    name: str
    country: str | None
    group: str | None
    types: tuple[str, ...]


class CameoParties(Resolving):
    """Says who is meant."""

    def __init__(self, resolver: Resolver) -> None:
        super().__init__(resolver)
        self._seen: dict[Coded, Party | None] = {}

    def party(self, coded: Coded, report: str) -> Party:
        """Who is meant by a code.

        A known group is itself, whatever its role. A role of a country is an organ of the state or a part of its
        people. A role of no country is people without a name, of whom each report has its own.

        Args:
            coded: the code.
            report: id of the report, which tells the unnamed apart.

        Raises:
            Unreadable: if the code is empty.
        """
        if coded not in self._seen:
            if len(self._seen) > 500_000:
                self._seen.clear()
            self._seen[coded] = self._named(coded)
        return self._seen[coded] or self._resolver.unnamed(_words(coded), report)

    def _named(self, coded: Coded) -> Party | None:
        if not coded.code:
            raise Unreadable("An actor has no code.")
        group = cameo_actors().groups.get(coded.group or "")
        if group:
            known = self._resolver.actor(group.id) if group.id else None
            new = known or self._resolver.new(str(group.name), group.kind or ActorKind.UNKNOWN)
            return Party(new, how="known" if known else "new")
        state = self._state(coded.country)
        roles = [cameo_actors().types.get(kind) for kind in coded.types]
        told = [role for role in roles if role]
        if any(role.proper for role in told) and coded.name:
            return self._proper(coded, state)
        if state is None:
            return self._region(coded)
        if not told:
            return Party(state) if not coded.types else self._resolver.role(coded.types[0], state)
        return self._role(told, state)

    def _role(self, roles: list[CodedRole], state: Actor) -> Party:
        first = roles[0]
        return self._resolver.role(first.word, state, organ=first.organ)

    def _proper(self, coded: Coded, state: Actor | None) -> Party:
        name = _title(coded.name)
        known = self._resolver.known(name, datetime.date.max, state.id if state else None)
        if known:
            return Party(known)
        kind = next((KINDS[kind] for kind in coded.types if kind in KINDS), ActorKind.UNKNOWN)
        return Party(self._resolver.new(name, kind, state), how="new")

    def _region(self, coded: Coded) -> Party | None:
        name = cameo_actors().regions.get(coded.country or "")
        if name and not coded.types:
            return Party(self._resolver.new(name, ActorKind.UNKNOWN), how="new")
        if name:
            role = cameo_actors().types.get(coded.types[0])
            return Party(self._resolver.new(f"{role.word if role else coded.types[0]} ({name})"), how="new")
        return None

    def _state(self, code: str | None) -> Actor | None:
        return self._resolver.state(cameo_actors().countries.get(code or "", code or ""))


def _words(coded: Coded) -> str:
    if coded.name:
        return coded.name.lower()
    role = cameo_actors().types.get(coded.types[0] if coded.types else "")
    return role.word.lower() if role else coded.code.lower()


def _title(name: str) -> str:
    """A name in capitals as it is usually written."""
    return " ".join(
        word.capitalize() if len(word) > 3 or word in ("THE", "AND", "OF") else word for word in name.split()
    )
