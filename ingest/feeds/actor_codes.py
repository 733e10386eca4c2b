"""Actor codes: what the codes and words for actors in feeds mean, from the files in ``data``."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache

from pydantic import model_validator

from graph.actors import ActorId, ActorKind
from graph.model import Model
from ingest.feeds.data_files import DATA, AnyModel, checked, load


class Group(Model):
    """What the code of a known group means.

    Args:
        id: its id in the gazetteer.
        name, kind: of one that the gazetteer does not hold.
    """

    id: ActorId | None = None
    name: str | None = None
    kind: ActorKind | None = None

    @model_validator(mode="after")
    def _is_known_or_described(self) -> Group:
        if (self.id is None) == (self.name is None) or (self.name is None) != (self.kind is None):
            raise ValueError("it needs an id, or else a name and a kind")
        return self


class CodedRole(Model):
    """What the code of a type of people means.

    Args:
        word: a word for them.
        organ: whether they act for their state.
        proper: whether an actor of this type goes by its own name.
    """

    word: str
    organ: bool = False
    proper: bool = False


class CameoActors(Model):
    """The file ``cameo_actors.yaml``; its head explains the fields."""

    countries: Mapping[str, ActorId]
    regions: Mapping[str, str]
    groups: Mapping[str, Group]
    types: Mapping[str, CodedRole]


class RoleWords(Model):
    """The file ``roles.yaml``; its head explains the fields."""

    state: tuple[str, ...]
    organs: tuple[str, ...]
    without: tuple[str, ...]


class StateNumber(Model):
    """What a number of a state means; the head of ``state_numbers.yaml`` explains the fields."""

    abbreviation: str
    states: tuple[ActorId, ...] = ()
    since: Mapping[ActorId, datetime.date] = {}
    name: str | None = None


@lru_cache(maxsize=1)
def cameo_actors() -> CameoActors:
    """CAMEO's codes of actors."""
    return _read("cameo_actors.yaml", CameoActors)


@lru_cache(maxsize=1)
def role_words() -> RoleWords:
    """Words of roles."""
    return _read("roles.yaml", RoleWords)


@lru_cache(maxsize=1)
def state_numbers() -> Mapping[int, StateNumber]:
    """The numbers of states."""
    rows = load(DATA / "state_numbers.yaml")
    return {number: checked(f"state_numbers.yaml, {number}", StateNumber, row) for number, row in rows.items()}


def _read(name: str, model: type[AnyModel]) -> AnyModel:
    return checked(name, model, load(DATA / name))
