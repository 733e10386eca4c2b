"""Armed people of whom it is told whose they are: "forces LOYAL to the general", "troops UNDER Colonel Hill"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated
from ingest.handovers import handovers
from ingest.language import Language
from ingest.parties import Parties
from ingest.structure import Tie
from ingest.subjects import subjects
from ingest.tokens import Span, Token
from ingest.tree import children, obliques, prepositions

COMMANDS = frozenset({"command", "leadership"})

SERVING = frozenset(
    {"operate", "serve", "fight", "act", "work", "come", "fall", "remain", "form", "found", "merge", "unite"}
)
"""Verbs of those who are under somebody's command, and not only do something beside it."""

LEADERS = frozenset({ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.BODY, ActorKind.ALLIANCE, ActorKind.UNKNOWN})

ARMED = frozenset({"force", "troop", "fighter", "militant", "soldier", "militia", "rebel", "gunman", "militiaman"})


def followers(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every person whose armed people a sentence tells, and who has a body under his command."""
    yield from _under_command(sentence, parties)
    yield from handovers(sentence, parties)
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


def _under_command(sentence: Span, parties: Parties) -> Iterator[Tie]:
    """Who has whom under him: "the brigade, UNDER THE COMMAND of Colonel Hill, …"."""
    if sentence.lemmas.isdisjoint(COMMANDS):
        return
    for word in sentence:
        if word.lemma_.lower() not in COMMANDS or "under" not in prepositions(word) or is_negated(word):
            continue
        led = _led(word)
        told = [t for t in (*children(word, "nmod:poss"), *obliques(word, "of")) if parties.name_at(t) is not None]
        for leader in parties.of_all(told):
            if parties.kind_of(leader.actor) not in LEADERS or parties.is_place(leader.actor):
                continue
            for body in parties.of_all((t for t in led if parties.name_at(t) is not None), {leader.actor}):
                if parties.kind_of(body.actor) is not ActorKind.PERSON and not parties.may_be_person(body.actor):
                    yield Tie("LEADS", leader, body, word, as_told=True)


def _led(command: Token) -> list[Token]:
    """Who is told to be under a command: "the BRIGADE is under …", "the BRIGADE, under the command of …"."""
    above = command.head
    if children(command, "cop"):
        return subjects(command)
    if above.pos_ != "VERB":
        return [above] if command.dep_ == "nmod" else []
    told = subjects(above)
    opens = command.doc[command.left_edge.i - 1] if command.left_edge.i else command
    beside = opens.text == "," and any(t.right_edge.i in {opens.i, opens.i - 1} for t in told)
    return told if beside or above.lemma_.lower() in SERVING else []
