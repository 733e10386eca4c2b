"""Who leads a state, told by the government that he has: "Prime Minister Abadi and HIS GOVERNMENT"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.known_leaders import CONFIDENCE
from ingest.language import Language
from ingest.parties import Parties
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import children, first_joined

GOVERNMENTS = frozenset({"government", "administration", "cabinet"})
"""What one has who leads a state."""


def own_governments(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Who leads a state and is told to have a government: "Abadi and HIS GOVERNMENT", "ABADI'S government"."""
    if sentence.lemmas.isdisjoint(GOVERNMENTS):
        return
    for noun in sentence:
        owner = _owner(noun, language) if noun.lemma_.lower() in GOVERNMENTS else None
        person = parties.of(owner) if owner is not None else None
        if person is None or parties.kind_of(person.actor) is not ActorKind.PERSON:
            continue
        state = parties.spoken_for(person.actor)
        leads = any(role.relation == "LEADS" and role.of == state for role in parties.roles_of(person.actor))
        led = parties.at(noun, state, CONFIDENCE) if leads else None
        if led is not None and parties.kind_of(state) is ActorKind.STATE:
            yield Tie("LEADS", person, led, noun)


def _owner(government: Token, language: Language) -> Token | None:
    """Whose a government is told to be now: "ABADI's government", "ABADI and his government"."""
    owner = next(iter(children(government, "nmod:poss")), None)
    if owner is not None and owner.pos_ == "PRON":
        owner = first_joined(government) if government.dep_ == "conj" else None
    if owner is None or owner.pos_ != "PROPN":
        return None
    told = owner.doc[max(0, owner.left_edge.i - 1) : owner.i]
    return None if any(word.lower_ in language.syntax.not_in_office for word in told) else owner
