"""Actors by name: those that the gazetteer knows, and those that stand only in the store."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from graph.errors import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.actors import Actor
    from graph.names import Match
    from graph.store import Store

OTHERS_READ = 50_000
"""How many of the store's own actors are compared with a name that nothing fits: about a second's work."""

_CALLED = """
MATCH (a:Actor)
WHERE a.id IN [$name, $slug] OR toLower(a.name) = toLower($name)
   OR any(alias IN a.aliases WHERE toLower(alias) = toLower($name))
RETURN a {.id, .name, .kind, .country, .aliases} AS actor ORDER BY a.id LIMIT 100
"""
_OTHERS = """
MATCH (a:Actor) WHERE NOT a.id IN $known
RETURN a {.id, .name, .kind, .country, .aliases} AS actor ORDER BY a.id LIMIT $limit
"""


def find_actor(store: Store, name: str, on: datetime.date | None = None) -> Match:
    """The actor that a name means.

    Args:
        store: whose own actors are asked too.
        name: an id, a name, an alias, or an office ("US Secretary of Defense").
        on: the day on which an office was held; today unless given.

    Raises:
        AmbiguousName: if several actors fit.
        UnknownName: if none does.
    """
    from graph import gazetteer
    from graph.names import Names

    known = gazetteer.load()
    called = store.cypher(_CALLED, name=name.strip(), slug=_slug(name))
    try:
        return Names(known, _actors(called)).find(name, on)
    except UnknownName:
        # Nothing fits exactly. Only now is it worth reading all names of the store, for a name spelled nearly so.
        others = store.cypher(_OTHERS, known=sorted(known.entries), limit=OTHERS_READ)
        if not others:
            raise
        return Names(known, _actors(others)).find(name, on)


def told(asked: str, match: Match) -> str:
    """What was matched, in a line: ``'Teheran' is Iran (IRN), taken for 'Tehran'``."""
    how = {
        "id": "by its id",
        "name": "by its name",
        "alias": f"also called '{match.matched}'",
        "role": f"the {match.matched}",
        "fuzzy": f"taken for '{match.matched}'",
    }[match.how]
    return f"'{asked}' is {match.actor.name} ({match.actor.id}), {how}."


def _slug(name: str) -> str:
    from graph.actors import actor_id

    try:
        return actor_id(name)
    except ValueError:
        return name


def _actors(rows: list[dict[str, Any]]) -> Iterator[Actor]:
    """The actors of some rows; one that another program wrote in a form that Rapport does not know is passed over."""
    from pydantic import ValidationError

    from graph.actors import Actor

    for row in rows:
        try:
            yield Actor.model_validate({key: value for key, value in row["actor"].items() if value is not None})
        except ValidationError:
            continue
