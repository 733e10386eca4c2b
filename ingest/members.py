"""Members told beside the noun for them: "NATO MEMBER Turkey", "France and other MEMBERS of the union"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated
from ingest.event import Event
from ingest.language import english
from ingest.office_types import DOUBTED
from ingest.parties import Parties
from ingest.roles import agents
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import children, conjuncts, is_plural, obliques, owners, prepositions
from ingest.tree_mending import head_of_name
from ingest.wholes import is_told, ties

STATES = frozenset({"state", "country", "nation"})
"""Members of a body of states, whatever they are called: "France and other EU COUNTRIES"."""

BRANCHES = frozenset({"affiliate", "offshoot", "subsidiary"})
"""What one body is of another: "the al-Qaeda AFFILIATE Ansaru"."""

TOLD = STATES | BRANCHES | {"member"}

OTHERS = frozenset({"other", "fellow"})

LEAGUES = frozenset({ActorKind.ALLIANCE, ActorKind.ORGANISATION})
"""In which states act."""

HAVING_MEMBERS = LEAGUES | {ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.BODY}
"""Who has members, of those of whom something is known."""

JOINED = frozenset({"coalition", "alliance", "bloc", "union"})
"""Bodies of states, where no name is told."""


def members(sentence: Span, parties: Parties) -> Iterator[Tie]:
    """Every member that a sentence names beside the noun for it."""
    if sentence.lemmas.isdisjoint(TOLD):
        return
    for noun in sentence:
        lemma = noun.lemma_.lower()
        if lemma not in TOLD or noun.pos_ != "NOUN" or _is_over(noun):
            continue
        told = _told_beside(noun, lemma)
        whole = _whole(noun, lemma, parties) if told else []
        parts = [t for t in told if is_told(t, parties) or t.pos_ == "PRON"]
        type_name = "PART_OF" if lemma in BRANCHES else "MEMBER_OF"
        yield from ties(type_name, parts, whole[:1], noun, parties, as_told=True)


def as_member(event: Event, parties: Parties) -> Event:
    """Who accedes to an alliance or is an ally in it is its member: "ACCEDED to the union", "coalition PARTNERS"."""
    if event.type == "CONCEDES_TO" and event.trigger.lemma_ == "accede":
        return event._replace(type="MEMBER_OF") if parties.kind_at(parties.token(event.object)) in LEAGUES else event
    if event.type != "ALLIED_WITH" or event.frame.part_of_speech != "noun":
        return event
    for whole, part in ((event.subject, event.object), (event.object, event.subject)):
        told = event.trigger.before
        if told.i != whole.head:
            continue
        joined = parties.name_at(told) is None and told.lower_ in JOINED
        if joined or (parties.kind_of(whole.actor) is ActorKind.ALLIANCE and event.trigger.lemma_.lower() == "ally"):
            return event._replace(type="MEMBER_OF", subject=part, object=whole)
    return event


def _is_over(noun: Token) -> bool:
    """Whether they are no members, or are none any more: "FORMER EU member Togo", "a SUSPECTED Hamas member"."""
    before = noun.doc.tokens[max(noun.sent.start, noun.i - 3) : noun.i]
    return any(word.lower_ in DOUBTED or word.lower_ in english().syntax.not_in_office for word in before)


def _told_beside(noun: Token, lemma: str) -> list[Token]:
    """Heads of the names of members that stand beside the noun for them."""
    if is_negated(noun):
        return []
    if lemma == "member" and "as" in prepositions(noun):
        # "As a MEMBER of the coalition, Chad …"
        above = noun.head
        return agents(above) if above.pos_ in {"VERB", "ADJ"} else conjuncts(above)
    if lemma not in BRANCHES and any(c.lower_ in OTHERS for c in children(noun, "amod")) and noun.dep_ == "conj":
        return [t for t in conjuncts(noun.head) if t.i < noun.i and t.pos_ == "PROPN"]
    if lemma in STATES and not any(child.lower_ == "member" for child in children(noun, "compound")):
        return []
    behind = noun.behind
    name = head_of_name(behind)
    beside = name.head is noun.head or name.head is noun or name is noun.head
    if behind.pos_ != "PROPN" or not beside:
        return []
    return conjuncts(name) if is_plural(noun) else [name]


def _whole(noun: Token, lemma: str, parties: Parties) -> list[Token]:
    """The body of states whose members they are; of a "member", any body but a state."""
    own = owners(noun) or ([] if children(noun, "cop") else children(noun, "nsubj"))
    return [t for t in (*own, *obliques(noun, "of")) if _has_members(t, lemma, parties)]


def _has_members(noun: Token, lemma: str, parties: Parties) -> bool:
    name = parties.name_at(noun)
    if name is None:
        return noun.lemma_.lower() in JOINED
    kind = parties.kind_of(name.actor)
    return kind in (LEAGUES if lemma in STATES else HAVING_MEMBERS)
