"""An actor at one place in a text."""

from __future__ import annotations

from typing import NamedTuple

UNNAMED = 0.5
"""Confidence of people of whom no name is told."""


BETWEEN = 8
"""Characters that may stand between two places that tell one actor side by side: ", and the "."""


class Party(NamedTuple):
    """An actor at one place in a text.

    Attributes:
        actor: its id.
        start, end: character offsets of the noun phrase in the passage, the end exclusive.
        head: token index of the noun phrase's head.
        confidence: 0 to 1: a name is surer than what an actor owns, and that is surer than a pronoun.
        taken_from: for a word that takes an actor up, token index of the head of the noun phrase that tells it.
    """

    actor: str
    start: int
    end: int
    head: int
    confidence: float
    taken_from: int | None = None


def spanning(first: Party | None, other: Party) -> Party:
    """An actor told twice side by side, whose place reaches over both: "THE GOVERNMENT OF IRAQ AND THE IRAQI PEOPLE".

    Args:
        first: where it was told before; None where it was not.
        other: where it is told as well.
    """
    if first is None:
        return other
    return first._replace(end=other.end) if 0 <= other.start - first.end <= BETWEEN else first
