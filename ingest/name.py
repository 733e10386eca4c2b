"""A name at one place in a text."""

from __future__ import annotations

from typing import NamedTuple

from graph.forms import FormKind


class Name(NamedTuple):
    """Tokens that name an actor.

    Attributes:
        start, end: token indexes, the end exclusive.
        actor: its id.
        text: the words.
        kind: what the words are to the actor; None for an actor that the gazetteer does not know.
        state: the state that the words themselves tell of such an actor: "the SYRIAN Arab Coalition".
    """

    start: int
    end: int
    actor: str
    text: str
    kind: FormKind | None
    state: str | None = None
