"""Standing: for whom each actor of the store stands in an answer.

Two things make one actor stand for another. What was decided on who is who (``graph.identities``) always does. Rolled
up, a state also answers for its ministries, forces and leaders, by the offices of the day on which a thing happened.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from queries.options import RollUp

if TYPE_CHECKING:
    from graph.gazetteer import Gazetteer
    from graph.identities import Identities
    from graph.store import Store

_BODIES = "MATCH (a:Actor:Body) WHERE a.country IS NOT NULL RETURN a.id AS id, a.country AS country"


class Standing:
    """Who stands for whom.

    Args:
        identities: what was decided on who is who; None where nothing was.
        gazetteer: with the offices of persons; None where nobody is rolled up.
        bodies: the state of each ministry and force, by id; those of the gazetteer need not be among them.
    """

    def __init__(
        self,
        identities: Identities | None = None,
        gazetteer: Gazetteer | None = None,
        bodies: Mapping[str, str] | None = None,
    ) -> None:
        self._renamed: Mapping[str, str] = dict(identities.renamed) if identities else {}
        self._gazetteer = gazetteer
        self._states: dict[str, str] = {}
        if gazetteer:
            told = {entry.id: entry.country for entry in gazetteer.entries.values() if entry.kind is ActorKind.BODY}
            for body, country in {**(bodies or {}), **told}.items():
                state = gazetteer.entries.get(country or "")
                if state and state.kind is ActorKind.STATE:
                    self._states[body] = state.id

    def known(self, actor: str) -> str:
        """The id by which an actor goes by what was decided, whatever the day."""
        return self._renamed.get(actor, actor)

    def on(self, actor: str, day: datetime.date | None) -> str:
        """The id of whom an actor stands for on a day.

        Args:
            actor: an id of the store.
            day: the day for which offices are read; today where None.
        """
        known = self.known(actor)
        if known in self._states:
            return self.known(self._states[known])
        held = self._offices.get(known)
        if not held:
            return known
        when = day or datetime.datetime.now(datetime.UTC).date()
        states = {state for state, since, until in held if (since or when) <= when <= (until or when)}
        return self.known(states.pop()) if len(states) == 1 else known

    def possible(self, actor: str) -> tuple[str, ...]:
        """Everybody for whom an actor may stand on some day."""
        known = self.known(actor)
        if known in self._states:
            return (self.known(self._states[known]),)
        return tuple(dict.fromkeys((known, *(self.known(state) for state, _, _ in self._offices.get(known, ())))))

    def members(self, actor: str) -> tuple[str, ...]:
        """Every id of the store that may stand for an actor on some day, its own first."""
        return tuple(dict.fromkeys((actor, *self._members.get(actor, ()))))

    def same(self, actor: str) -> tuple[str, ...]:
        """Every id that was decided to mean the same actor, its own included."""
        known = self.known(actor)
        return (known, *(other for other, target in self._renamed.items() if target == known))

    @property
    def moves(self) -> bool:
        """Whether anybody stands for somebody else."""
        return bool(self._renamed or self._states or self._offices)

    @property
    def merges(self) -> bool:
        """Whether anything was decided on who is who."""
        return bool(self._renamed)

    @cached_property
    def moved(self) -> frozenset[str]:
        """Every id that may stand for another, and every id for which another may stand."""
        return frozenset({*self._all_moved, *(target for actor in self._all_moved for target in self.possible(actor))})

    def renamed(self, day: datetime.date | None) -> dict[str, str]:
        """For each actor that stands for another on a day, the id of that other."""
        found = {actor: self.on(actor, day) for actor in self._all_moved}
        return {actor: target for actor, target in found.items() if actor != target}

    @cached_property
    def _all_moved(self) -> frozenset[str]:
        return frozenset({*self._renamed, *self._states, *self._offices})

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for actor in sorted(self._all_moved):
            for target in self.possible(actor):
                found.setdefault(target, []).append(actor)
        return {target: tuple(actors) for target, actors in found.items()}

    @cached_property
    def _offices(self) -> Mapping[str, tuple[tuple[str, datetime.date | None, datetime.date | None], ...]]:
        """The state that each person leads or speaks for, itself or by one of its bodies, with its days."""
        if self._gazetteer is None:
            return {}
        found: dict[str, list[tuple[str, datetime.date | None, datetime.date | None]]] = {}
        for entry in self._gazetteer.entries.values():
            for role in entry.roles:
                of = self._gazetteer.entries.get(role.of)
                state = role.of if of and of.kind is ActorKind.STATE else self._states.get(role.of)
                if state and role.relation != "MEMBER_OF":
                    found.setdefault(entry.id, []).append((state, role.since, role.until))
        return {person: tuple(held) for person, held in found.items()}


def standing(store: Store, roll_up: RollUp = RollUp.NONE, identities: Identities | None = None) -> Standing:
    """Who stands for whom in the answers of a store.

    Args:
        store: whose own ministries and forces are rolled up beside the gazetteer's.
        roll_up: who answers for whom.
        identities: what was decided; what the user's ledger holds where None.
    """
    if identities is None:
        from graph.identities import load

        identities = load()
    if roll_up is RollUp.NONE:
        return Standing(identities)
    from graph import gazetteer

    bodies = {row["id"]: row["country"] for row in store.cypher(_BODIES)}
    return Standing(identities, gazetteer.load(), bodies)


def in_store(standing: Standing, actors: Iterable[str]) -> list[str]:
    """The ids of the store that may stand for any of some actors, in order."""
    return sorted({member for actor in actors for member in standing.members(actor)})
