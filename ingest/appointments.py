"""Offices told as given or held: "was elected PRESIDENT of Ghana", "serves as COMMANDER of the brigade"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated, particle
from ingest.descent import is_descent
from ingest.language import Language
from ingest.noun_phrases import has_narrower_office, number_of
from ingest.office_types import has_members, leads_less, office_type, serves_state
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.roles import agents, objects
from ingest.structure import Tie
from ingest.tokens import Span, Token
from ingest.tree import SUBJECTS, children, is_passive, obliques, owners, prepositions

BEGINNING = frozenset({"become", "succeed"})
"""Verbs by which somebody came into an office, in which he still is."""

PERSONS = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})


def appointments(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every office that a sentence tells to be given to somebody, or to be held by him now."""
    nouns = language.nouns
    if sentence.lemmas.isdisjoint(nouns.telling_office) and "over" not in sentence.words:
        return
    for title in sentence:
        verb = title.head
        lemma = verb.lemma_.lower()
        # "TOOK OVER as leader"
        over = lemma == "take" and title.dep_ == "obl" and particle(verb) == "over"
        told = over or lemma in nouns.telling_office
        if title.pos_ not in {"NOUN", "PROPN"} or verb.pos_ != "VERB" or not told:
            continue
        if _is_passing(verb) or (title.dep_ == "obl" and is_negated(verb)):
            continue
        held = title.dep_ == "obj" and (lemma in nouns.holding_office or is_passive(verb))
        said_of = title.dep_ == "obl" and "as" in prepositions(title)
        beside = said_of or held or (title.dep_ == "xcomp" and lemma not in nouns.called - nouns.appointing)
        type_name = office_type(title, language) if beside else None
        if type_name is None or has_narrower_office(title) or _is_over(verb, language):
            continue
        people = agents(verb) if over or lemma in nouns.holding_office else objects(verb)
        body = _body(title, parties, language)
        if body is None:
            continue
        if type_name == "LEADS" and leads_less(title, body, parties):
            # "described him as the Hamas leader in the city of Jenin"
            type_name = "MEMBER_OF"
        if type_name == "MEMBER_OF" and not has_members(title, body, parties, language):
            continue
        if serves_state(title, body, parties, language):
            type_name = "REPRESENTS"
        for person in parties.of_all(people, {body.actor}):
            if parties.kind_of(person.actor) in PERSONS and person.confidence > UNNAMED:
                yield Tie(type_name, person, body, title, as_told=True)


def _is_over(verb: Token, language: Language) -> bool:
    """Whether an office was held, and may be held no more: "SERVED as minister"."""
    past = "Past" in verb.morph.get("Tense", []) and "Fin" in verb.morph.get("VerbForm", [])
    return past and verb.lemma_.lower() in language.nouns.holding_office and verb.lemma_ not in BEGINNING


def _is_passing(verb: Token) -> bool:
    """Whether it is told in passing, so that it is not clear of whom: "congratulated him ON BECOMING minister"."""
    return verb.lower_.endswith("ing") and not children(verb, "aux", *SUBJECTS)


def _body(title: Token, parties: Parties, language: Language) -> Party | None:
    """What the office is of, where it is told by name."""
    told = [noun for noun in owners(title) if not is_descent(noun, title, parties, language)]
    for noun in (*told, *(t for place in ("of", "for") for t in obliques(title, place))):
        party = parties.of(noun)
        if party is None or parties.kind_of(party.actor) is ActorKind.PERSON:
            continue
        if "for" in prepositions(noun) and (parties.is_place(party.actor) or title.lemma_.lower() == "minister"):
            # A "minister FOR EUROPE" is not Europe's.
            continue
        if party.confidence > UNNAMED or number_of(noun):
            return party
    return None
