"""Where people without a name are at home: told by the place where they act, or by who leads them."""

from __future__ import annotations

from ingest.parties import Parties
from ingest.tokens import Token
from ingest.tree import OBLIQUES, prepositions

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout"})


def country_here(deed: Token, parties: Parties) -> str | None:
    """The country in which a deed is told to have happened: "blocked streets IN HONG KONG".

    Args:
        deed: the word for the deed.
        parties: resolves the places.
    """
    for token in deed.subtree:
        if token.dep_ in OBLIQUES and prepositions(token) & LOCATIVE:
            party = parties.of(token)
            if party is not None and parties.is_place(party.actor):
                return parties.state_of(party.actor)
    return None
