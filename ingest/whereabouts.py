"""Where people without a name are at home: told by the place where they act, or by who leads them."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.parties import Parties
from ingest.tokens import Token
from ingest.tree import OBLIQUES, children, prepositions

LED = frozenset({"led", "commanded"})

CLAUSES = frozenset({"xcomp", "ccomp", "parataxis"})

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout"})


def country_here(deed: Token, parties: Parties) -> str | None:
    """The country in which a deed is told to have happened: "blocked streets IN HONG KONG".

    Args:
        deed: the word for the deed.
        parties: resolves the places.
    """
    for token in _own_words(deed):
        inside = token.lemma_.lower() not in {"border", "frontier"}
        if inside and token.dep_ in OBLIQUES and prepositions(token) & LOCATIVE:
            party = parties.of(token)
            if party is not None and parties.is_place(party.actor):
                return parties.state_of(party.actor)
    return None


def _own_words(deed: Token) -> Iterator[Token]:
    """What hangs on a deed, and on no other deed: nothing of "asked them to join talks IN PARIS"."""
    for child in deed.children:
        if child.dep_ not in CLAUSES:
            yield child
            yield from _own_words(child)


def country_of_leader(people: Token, parties: Parties) -> str | None:
    """The country of those who lead people without a name: "VIETNAMESE-led forces"."""
    for led in children(people, "amod", "acl"):
        before = people.doc[led.i - 2] if led.i > 1 and led.lower_ in LED else None
        if before is not None and people.doc[led.i - 1].text in {"-", "–"}:
            leader = parties.of(before)
            return parties.state_of(leader.actor) if leader else None
    return None
