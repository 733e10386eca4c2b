"""How a name was understood, in a line for whoever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.names import Match


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
