"""Of whom it is demanded that somebody be freed, punished or driven out: of who holds him, and not of him."""

from __future__ import annotations

from graph.actors import ActorKind
from ingest.parties import Parties
from ingest.tokens import Token
from ingest.tree import obliques, prepositions

FREEING = frozenset({"release", "freedom", "liberation", "freeing", "acquittal", "pardon"})

HELD_BY_OTHERS = frozenset({"hostage", "captive", "abductee", "pow"})
"""People whom no state of their own can free."""

HANDLING = frozenset({
    "arrest", "extradition", "trial", "prosecution", "punishment", "execution", "deportation", "displacement",
    "expulsion", "removal",
})  # fmt: skip
"""What is demanded of those who hold somebody or can catch him, and not of him."""


def asked_to_free(noun: Token, parties: Parties) -> list[Token]:
    """Of whom a release is demanded: of the one BY whom, and not of him who is to be freed, if no state's he is."""
    handled = noun if noun.lemma_.lower() in HANDLING else noun.head
    if handled.lemma_.lower() in HANDLING and (handled is noun or "of" in prepositions(noun)):
        return obliques(handled, "by")
    freeing = noun if noun.lemma_.lower() in FREEING else noun.head
    freed = obliques(freeing, "of") if freeing.lemma_.lower() in FREEING else []
    if any(one.lemma_.lower() in HELD_BY_OTHERS for one in freed):
        return obliques(freeing, "by")
    if not freed or (freeing is not noun and noun not in freed):
        return [noun]
    if holders := obliques(freeing, "by"):
        return holders
    meant = (party for one in freed if (party := parties.of(one)) is not None)
    persons = (parties.kind_of(one.actor) is ActorKind.PERSON for one in meant)
    return [] if any(persons) or not any(_is_of_state(one, parties) for one in freed) else [noun]


def _is_of_state(noun: Token, parties: Parties) -> bool:
    party = parties.of(noun)
    return party is not None and parties.state_of(party.actor) is not None
