"""Which of several nouns below a verb is the second actor."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ingest.noun_phrases import is_relational
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.tokens import Token
from ingest.tree import prepositions


def preferred(nouns: Iterable[Token], parties: Parties, exclude: Collection[str], above: float = 0.0) -> list[Token]:
    """The first of some nouns that is an actor.

    Who is named goes before "people" of nobody in particular and before a mere place, and others go before people of
    the doer's own state: "offered to hand over two of its citizens to BRITAIN".

    Args:
        nouns: in the order of the text.
        parties: resolves them.
        exclude: the doers, who are not meant.
        above: confidence that is needed.
    """
    found = [(noun, parties.of(noun, exclude)) for noun in nouns]
    told = [(noun, party) for noun, party in found if party is not None and party.actor not in exclude]
    vague = {noun.i for noun, party in told if party.confidence <= above}
    fellows = {noun.i for noun, _ in told if noun.i in vague and is_relational(noun)}
    # "committed to working with our partners IN SYRIA": it is the partners with whom.
    told = [pair for pair in told if pair[0].i not in vague and not _is_where(pair[0], fellows)]

    def rank(pair: tuple[Token, Party]) -> tuple[bool, bool]:
        noun, party = pair
        named = party.confidence > UNNAMED and not prepositions(noun) & {"in", "at", "near"}
        return named, parties.state_of(party.actor) not in exclude

    return [max(told, key=rank)[0]] if told else []


def _is_where(noun: Token, people: Collection[int]) -> bool:
    """Whether a noun only tells where some people are, told just before."""
    cases = (child for child in noun.children if child.dep_ == "case" and child.lower_ in {"in", "at", "near"})
    return any(noun.head.i in people or case.i - 1 in people for case in cases)
