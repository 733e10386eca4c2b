"""How many people a body is told to have: "the union has 900 MEMBERS", "the agency EMPLOYS 700 people"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import Party
from ingest.people_of_bodies import BODIES
from ingest.roles import objects
from ingest.structure import Tie
from ingest.subjects import subjects
from ingest.tokens import Span, Token
from ingest.tree import children, is_passive, is_plural

HAVING = frozenset({"have", "employ", "number", "count", "boast", "comprise"})

EMPLOYING = frozenset({"employ"})
"""Verbs whose object are its people, whatever they do: "EMPLOYS 700 people"."""


def headcounts(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every body of whose people a sentence tells the number, as they are now."""
    if sentence.lemmas.isdisjoint(HAVING):
        return
    for verb in sentence:
        lemma = verb.lemma_.lower()
        if lemma not in HAVING or verb.pos_ != "VERB" or "Past" in verb.morph.get("Tense", []):
            continue
        if is_negated(verb) or is_passive(verb):
            continue
        told = language.nouns.serving | language.nouns.people if lemma in EMPLOYING else language.nouns.serving
        counted = [t for t in objects(verb) if t.lemma_.lower() in told and _is_counted(t)]
        for whole in parties.of_all(subjects(verb)) if counted else ():
            if not _has_people(whole.actor, parties) or not _is_surely_meant(whole, parties):
                continue
            for noun in counted:
                people = parties.apart.from_body(noun)
                if people is not None and people.actor != whole.actor:
                    yield Tie("MEMBER_OF", people, whole, noun, as_told=True)


def _is_counted(people: Token) -> bool:
    plural = is_plural(people)
    return plural and bool(children(people, "nummod"))


def _has_people(actor: str, parties: Parties) -> bool:
    """Whether it is a body: no state, whose people are no members, and nobody by his name."""
    known = parties.kind_of(actor) in BODIES
    return known and not parties.is_place(actor) and not parties.may_be_person(actor)


def _is_surely_meant(whole: Party, parties: Parties) -> bool:
    """Whether a pronoun that takes up a name that nobody knows stands for the subject of the sentence before."""
    word = parties.token(whole)
    if word.pos_ != "PRON" or parties.kind_of(whole.actor) is not ActorKind.UNKNOWN:
        return True
    before = [sentence.root for sentence in word.doc.sents if sentence.end == word.sent.start]
    return any(party.actor == whole.actor for root in before for party in parties.of_all(subjects(root)))
