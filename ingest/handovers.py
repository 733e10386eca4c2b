"""Who takes over a command that another hands to him: "handed over COMMAND of the brigade TO COLONEL ANN HART"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.parties import Parties
from ingest.party import UNNAMED
from ingest.reach import told_below
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import OBJECTS, is_passive, obliques

COMMANDS = frozenset({"command", "leadership", "chairmanship", "presidency"})
"""What one hands to another who leads a body."""

HANDING = frozenset({"hand", "relinquish", "pass", "transfer", "cede"})

BODIES = frozenset(
    {ActorKind.ARMED_GROUP, ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.BODY, ActorKind.UNKNOWN}
)
"""Whose leadership changes hands; no state's is told so."""


def handovers(sentence: Span, parties: Parties) -> Iterator[Tie]:
    """Every command that a sentence tells to be handed to somebody by name."""
    if sentence.lemmas.isdisjoint(COMMANDS):
        return
    for noun in sentence:
        verb = noun.head
        given = noun.dep_ in OBJECTS or (noun.dep_ == "nsubj:pass" and is_passive(verb))
        if noun.lemma_.lower() not in COMMANDS or not given or verb.lemma_.lower() not in HANDING:
            continue
        bodies = parties.of_all(_told(noun, verb, "of"))
        people = parties.of_all(_told(noun, verb, "to"))
        for body in bodies[:1]:
            if parties.kind_of(body.actor) not in BODIES or parties.may_be_person(body.actor):
                continue
            for person in people:
                one = parties.kind_of(person.actor) is ActorKind.PERSON or parties.may_be_person(person.actor)
                if one and person.confidence > UNNAMED:
                    yield Tie("LEADS", person, body, verb, as_told=True)


def _told(command: Token, verb: Token, preposition: str) -> list[Token]:
    """Those whom a preposition brings in behind the command, or behind the verb."""
    return [*obliques(command, preposition), *obliques(verb, preposition)] or told_below([command], preposition)
