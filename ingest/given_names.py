"""Given names that tell whether somebody is "he" or "she"."""

from __future__ import annotations

from collections.abc import Callable

from ingest.language import english
from ingest.new_actors import HER, NewActors

HE = frozenset({"he", "him", "his"})


def may_be_meant(pronoun: str, name: str) -> bool:
    """Whether "he" or "she" can mean somebody of a name: no "he" is ANGELA Merkel; most names tell nothing.

    Args:
        pronoun: in small letters.
        name: as it is written.
    """
    first, *others = name.lower().split() or [""]
    # "PARK GEUN-HYE" has hers behind.
    words = {first, first.split("-")[0], *(word for word in others if "-" in word)}
    syntax = english().syntax
    if pronoun in HE:
        return words.isdisjoint(syntax.women) or not words.isdisjoint(syntax.men)
    if pronoun in HER:
        return words.isdisjoint(syntax.men) or not words.isdisjoint(syntax.women)
    return True


def has_given_name(name: str) -> bool:
    """Whether a name of several words opens with a given name, so that it is a person's."""
    first, *others = name.lower().split() or [""]
    syntax = english().syntax
    return bool(others) and (first in syntax.men or first in syntax.women)


def named_so(pronoun: str, fits: Callable[[str], bool], made: NewActors) -> Callable[[str], bool]:
    """Narrow who can be meant to those whose name "he" or "she" can take up.

    Args:
        pronoun: in small letters; others than "he" and "she" narrow nothing.
        fits: whether an actor can be meant for another reason.
        made: tells the actors' names.
    """
    if pronoun not in HE | HER:
        return fits
    return lambda actor: fits(actor) and may_be_meant(pronoun, made.actor(actor).name)
