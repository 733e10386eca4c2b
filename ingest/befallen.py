"""Whose a deed is because he suffered it: "HILL'S ARREST", "the HILL murder"; others did it."""

from __future__ import annotations

from graph.actors import ActorKind
from ingest.language import Language
from ingest.parties import Parties
from ingest.tokens import Token
from ingest.tree import obliques, owners

PERSONS = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})
"""What somebody is who can be arrested or killed."""


def sufferers(deed: Token, parties: Parties, language: Language) -> list[Token]:
    """The persons before a noun for what befell them; none where somebody is told behind "of".

    Args:
        deed: the noun.
        parties: tell who they are: a state's or a group's killing is done by it.
        language: nouns for what persons suffer.
    """
    if deed.lemma_.lower() not in language.nouns.befalling or obliques(deed, "of"):
        return []
    return [token for token in owners(deed) if parties.name_at(token) is not None and _is_person(token, parties)]


def _is_person(token: Token, parties: Parties) -> bool:
    party = parties.of(token)
    return party is not None and parties.kind_of(party.actor) in PERSONS and not parties.is_place(party.actor)
