"""Armed people of whom it is told whose they are: "forces LOYAL to the general", "troops UNDER Colonel Hill"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.language import Language
from ingest.parties import Parties
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import children, obliques

ARMED = frozenset({"force", "troop", "fighter", "militant", "soldier", "militia", "rebel", "gunman", "militiaman"})


def followers(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every person whose armed people a sentence tells."""
    if sentence.lemmas.isdisjoint(ARMED):
        return
    for people in sentence:
        if people.lemma_.lower() not in ARMED or people.pos_ != "NOUN" or not people.children:
            continue
        for word, leaders in _leaders(people, language):
            led = parties.of(people) if leaders else None
            if led is None or parties.kind_of(led.actor) is ActorKind.STATE:
                continue
            for leader in parties.of_all(leaders, {led.actor}):
                if parties.kind_of(leader.actor) is ActorKind.PERSON or parties.may_be_person(leader.actor):
                    yield Tie("LEADS", leader, led, word)


def _leaders(people: Token, language: Language) -> Iterator[tuple[Token, list[Token]]]:
    yield people, obliques(people, "under")
    for word in children(people, "amod", "acl"):
        if word.lemma_.lower() in language.nouns.loyal:
            yield word, obliques(word, "to")
