"""Whose word is whose own: who speaks for a state or a body."""

from __future__ import annotations

import datetime

from graph.actors import ActorKind
from graph.gazetteer import Gazetteer
from ingest.new_actors import NewActors

OFFICIAL = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.PERSON})
"""For whom an official of their state speaks."""


def speaks_for(speaker: str, actor: str, gazetteer: Gazetteer, made: NewActors, day: datetime.date) -> bool:
    """Whether what ``speaker`` says of ``actor`` is its own word.

    It is that of its state, of an official of its state, or of a part of it: the World Food Programme speaks for the
    United Nations.

    Args:
        speaker: who says it.
        actor: of whom.
        gazetteer: the known offices and parts.
        made: the actors of the report.
        day: decides who is in office.
    """
    state = made.country_of(actor)
    if speaker in {actor, state}:
        return True
    entry = gazetteer.entries.get(speaker)
    if entry is None:
        return False
    if actor in {whole.of for whole in entry.part_of}:
        return True
    official = entry.kind is ActorKind.PERSON and any(role.of == state for role in entry.roles)
    return official and entry.in_office_on(day) and made.kind_of(actor) in OFFICIAL


def spoken_for(speaker: str, gazetteer: Gazetteer, day: datetime.date) -> str:
    """Who is meant where a speaker says "we": the state or body in whose office he is, else he.

    Args:
        speaker: who says it.
        gazetteer: the known offices.
        day: decides who is in office.
    """
    entry = gazetteer.entries.get(speaker)
    if entry is None or entry.kind is not ActorKind.PERSON:
        return speaker
    served = {role.of for role in entry.roles if role.held_on(day) and role.relation != "MEMBER_OF"}
    return served.pop() if len(served) == 1 else speaker
