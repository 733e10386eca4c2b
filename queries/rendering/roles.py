"""Roles: the offices of an actor in words, those it holds and those it held, as the gazetteer tells them."""

from __future__ import annotations

import datetime
from typing import Any

from graph.actors import Role
from graph.gazetteer import Gazetteer
from queries.attribution import days_in_words

OFFICES = 12
"""How many offices of a state or body are told, those of its leaders first."""


def roles(known: Gazetteer, actor: str, day: datetime.date) -> list[dict[str, Any]]:
    """An actor's offices; for a state, body or group, who leads and speaks for it. The latest come first.

    Args:
        known: who holds which office.
        actor: an id; one that the gazetteer does not know has none.
        day: the day that decides what is told as held now.

    Returns:
        ``words``, such as "Prime Minister of Israel", ``days`` and whether it is held ``now``.
    """
    if actor not in known.entries:
        return []
    own = known.entries[actor].roles
    held = [(f"{role.title} of {_name(known, role.of)}", role) for role in own]
    held += [(f"{role.title}: {holder.name}", role) for role, holder, _ in known.offices.get(actor, ())]
    held.sort(key=lambda one: (one[1].relation != "LEADS", -(one[1].since or datetime.date.min).toordinal()))
    return [
        {"words": words, "days": _days(role), "now": role.held_on(day)}
        for words, role in (held if own else held[:OFFICES])
    ]


def _name(known: Gazetteer, actor: str) -> str:
    return known.entries[actor].name if actor in known.entries else actor


def _days(role: Role) -> str:
    return days_in_words(role.since, role.until, lasts=True)
