"""Whose a deed is because he suffered it: "HILL'S ARREST", "the HILL murder"; others did it."""

from __future__ import annotations

from graph.actors import ActorKind
from ingest.language import Language
from ingest.parties import Parties
from ingest.tokens import Token
from ingest.tree import obliques, owners


def sufferers(deed: Token, parties: Parties, language: Language) -> list[Token]:
    """The persons before a noun for what befell them; none where somebody is told behind "of".

    Args:
        deed: the noun.
        parties: tell who they are: a state's or a group's killing is done by it.
        language: nouns for what persons suffer.
    """
    if deed.lemma_.lower() not in language.nouns.befalling or obliques(deed, "of"):
        return []
    named = [token for token in owners(deed) if parties.name_at(token) is not None]
    kinds = {ActorKind.PERSON, ActorKind.UNKNOWN}
    return [token for token in named if _is_person(token, parties, kinds)]


def _is_person(token: Token, parties: Parties, kinds: set[ActorKind]) -> bool:
    party = parties.of(token)
    return party is not None and parties.kind_of(party.actor) in kinds and not parties.is_place(party.actor)
