"""Structure in a text: who leads, represents or belongs to whom, by the office told beside a name."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from graph.actors import ActorKind
from ingest.descent import bodies_behind, is_descent
from ingest.frame_conditions import is_as_asked
from ingest.language import Language
from ingest.noun_phrases import has_narrower_office, is_second, names_a_body, number_of
from ingest.office_types import (
    COALITIONS,
    EMPLOYERS,
    MOVEMENTS,
    has_members,
    is_in_forces,
    is_of_another,
    leads_less,
    office_type,
    serves_state,
    whole_of_part,
)
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.tokens import Doc, Span, Token
from ingest.tree import OBLIQUES, children, is_plural, joined_before, obliques, owners
from ingest.whereabouts import is_land

SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
"""Whose body is told by "for" as well; a "minister FOR EUROPE" is not Europe's."""

FORCES = frozenset({"police", "army", "militia", "force", "brigade"})
"""What a place has, and is not."""

BRANCHES = frozenset({"chapter", "branch", "office", "bureau", "section", "desk"})
"""Parts of a body that are named by where they are."""


class Tie(NamedTuple):
    """Two actors and how they are tied: a person and what it leads, a backer and whom it backs.

    Attributes:
        type: relation type.
        subject, object: the two actors.
        token: the word that ties them.
        as_told: whether it may be planned, denied or imagined, as the words around and above ``token`` tell.
    """

    type: str
    subject: Party
    object: Party
    token: Token
    as_told: bool = False


def offices(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every office told beside a name: "Hezbollah leader Hassan Nasrallah", "Dermer, minister of Israel"."""
    doc = sentence.doc
    for token in sentence:
        name = parties.name_at(token)
        if name is None or name.start != token.i:
            continue
        kind = parties.kind_of(name.actor)
        if kind is not ActorKind.PERSON and (name.kind is not None or parties.is_place(name.actor)):
            continue
        if doc[name.end - 1].lower_ in language.syntax.named_for_persons:
            # the "Queen ELIZABETH HOSPITAL"
            continue
        inside = range(name.start, name.end)
        told_of: set[str] = set()
        head = doc[name.start : name.end].root
        for title in _titles(doc, name.start, name.end, head):
            if kind is not ActorKind.PERSON and not _is_beside(title, head):
                continue
            type_name = office_type(title, language)
            if type_name is None:
                continue
            body = _body(title, head, parties, language, inside)
            person = parties.of(head)
            # Nobody is said to lead or represent people of whom no name is told.
            told = body is not None and person is not None and _is_one_told(body, parties, language)
            lower = body is not None and type_name == "LEADS" and leads_less(title, body, parties)
            if body is not None and (lower or has_narrower_office(title)):
                # A "gang leader" of a movement is one of its members; a "security chief" of a state serves it.
                type_name = "MEMBER_OF" if parties.kind_of(body.actor) in MOVEMENTS else None
            elif body is not None and type_name == "LEADS" and whole_of_part(title, parties) is not None:
                type_name = "MEMBER_OF" if parties.kind_of(body.actor) in EMPLOYERS else None
            if type_name == "MEMBER_OF" and body is not None and is_in_forces(title, body, parties):
                type_name, told = "REPRESENTS", person is not None
            within = type_name == "MEMBER_OF" or title.lemma_.lower() in language.nouns.heads
            if type_name is None or (within and not has_members(title, body, parties, language)):
                continue
            if body is not None and type_name == "LEADS" and is_second(title):
                if parties.kind_of(body.actor) is not ActorKind.STATE:
                    continue
                type_name = "REPRESENTS"
            if body is not None and type_name == "LEADS" and serves_state(title, body, parties, language):
                type_name = "REPRESENTS"
            if body is None or person is None or not told or body.actor in {name.actor, *told_of}:
                continue
            told_of.add(body.actor)
            yield Tie(type_name, person, body, title)


def _is_one_told(body: Party, parties: Parties, language: Language) -> bool:
    """Whether a body is told by its name, or a unit by its number; there is but one coalition to be named so."""
    noun = parties.token(body)
    if noun.lower_ in COALITIONS:
        return True
    if noun.lemma_.lower() in FORCES and parties.name_at(noun) is None and parties.is_place(body.actor):
        # "head of the Kharkiv regional POLICE" leads no Kharkiv
        return False
    return body.confidence > UNNAMED or (noun.lemma_.lower() in language.nouns.units and bool(number_of(noun)))


def hyphened(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every relation told by a participle behind a name and a hyphen: "Iran-backed Hezbollah"."""
    if language.nouns.hyphened.keys().isdisjoint(sentence.words):
        return
    for token in sentence:
        type_name = language.nouns.hyphened.get(token.lower_)
        if type_name is None or (before := joined_before(token)) is None or before.i < sentence.start:
            continue
        backer, backed = parties.of(before), parties.of(token.head)
        if backer is None or backed is None or backer.actor == backed.actor or backer.confidence <= UNNAMED:
            # What is "STATE-sponsored" tells not of which state.
            continue
        place = type_name == "LEADS" and parties.name_at(token.head) is None and parties.is_place(backed.actor)
        if place or is_land(token.head, parties, language):
            # A "NATO-led force in Kosovo" is not Kosovo.
            continue
        yield Tie(type_name, backer, backed, token)


def between_names(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """What two have with each other, told by their names before it: "the IRAN-IRAQ war", "US-CHINA talks"."""
    if language.between.keys().isdisjoint(sentence.lemmas):
        return
    for token in sentence:
        fitting = (f.type for f in language.between.get(token.lemma_.lower(), ()) if is_as_asked(f, token))
        type_name = next(fitting, None)
        if type_name is None or (token.dep_ == "compound" and token.head.i == token.i + 1):
            continue
        start = _first_sort(token).i
        if start < sentence.start + 3 or (token.lemma_ == "war" and token.before.lower_ in language.nouns.quarrels):
            continue
        one, sign, other = token.doc.tokens[start - 3 : start]
        names = [parties.name_at(one), parties.name_at(other)]
        if sign.text not in {"-", "–", "/"} or None in names or names[0] == names[1]:
            continue
        first, second = parties.of(one), parties.of(other)
        if first is not None and second is not None and first.actor != second.actor:
            yield Tie(type_name, first, second, token, as_told=True)
            yield Tie(type_name, second, first, token, as_told=True)


def _first_sort(noun: Token) -> Token:
    """The first of the small words that tell of what sort a noun is: "China-US TRADE talks"."""
    first = noun
    while first.i and first.before.dep_ == "compound" and first.before.head is noun and first.before.text.islower():
        first = first.before
    return first


def _titles(doc: Doc, start: int, end: int, head: Token) -> Iterator[Token]:
    """Nouns that tell the office: those just before the name, and those in apposition behind it."""
    inside = range(start, end)
    index = start - 1
    while index >= 0 and doc[index].pos_ in {"NOUN", "PROPN", "ADJ"} and not doc[index].is_sent_end:
        yield doc[index]
        index -= 1
    for position in inside:
        for child in children(doc[position], "appos"):
            if child.i not in inside:
                yield child
    # "PRESIDENT of the council Ann Hill"
    for title in children(head, "nmod:desc"):
        between = doc[title.right_edge.i + 1 : start]
        if title.i <= index and children(title, "nmod") and not any(t.pos_ in {"AUX", "VERB"} for t in between):
            yield title
    if head.dep_ == "flat" and head.head.pos_ == "PROPN" and head.head.i not in inside:
        # In "Maj Gary Hill, commander of …" the rank is the head.
        yield from (child for child in children(head.head, "appos") if child.i > end)
    if head.dep_ in {"appos", "flat"} and head.head.i not in inside:
        yield head.head


def _is_beside(title: Token, name: Token) -> bool:
    """Whether the tree has a title at a name that nobody knows: whoever has one is a person."""
    if title.dep_ == "nmod:desc" and title.i < name.i:
        # "army SPOKESMAN Maj. Gen. Ann Hart", "the DIRECTOR Navy Capt. Ann Hart"
        between = title.doc.tokens[title.i + 1 : name.left_edge.i]
        if all(token.pos_ == "PROPN" or token.text == "." for token in between):
            return True
    ranked = name.dep_ == "flat" and title.head == name.head and title.dep_ == "appos"
    return title.head == name or ranked or (name.head == title and name.dep_ in {"appos", "flat"})


def _body(title: Token, name: Token, parties: Parties, language: Language, inside: range) -> Party | None:
    """What the office is of: a name before the title, an owner, or what stands behind "of"."""
    behind = list(title.doc[title.i + 1 : title.i + 4])
    if title.i > name.i and len(behind) == 3 and behind[0].text == "," and not children(title, "det"):
        # "John Hart, COMMANDER, Land Forces Command": the body stands behind a comma.
        following = itertools.takewhile(lambda t: t.pos_ not in {"VERB", "AUX"} or t.text.istitle(), behind[1:])
        told = next((own for t in following if (own := parties.name_at(t)) is not None), None)
        if told is not None and parties.kind_of(told.actor) not in {ActorKind.PERSON, ActorKind.STATE}:
            return parties.of(title.doc[told.start : told.end].root)
    near = [token for token in owners(title) if not is_descent(token, title, parties, language)]
    near += [token for token in owners(name) if token is not title]
    if is_plural(title) and len({own.actor for token in near if (own := parties.name_at(token))}) > 1:
        # "his AZERBAIJANI AND ARMENIAN counterparts Jan Hill and Ann Hart": who is of which is not told.
        return None
    near += [*obliques(title, "of"), *bodies_behind(title, parties, language)]
    # "President ANN HILL of Kenya"
    near += [token for token in obliques(name, "of") if parties.kind_at(token) is ActorKind.STATE]
    near += obliques(title, "for") if title.lemma_.lower() in SPEAKING else []
    near = [token for token in near if token.i not in inside and not is_of_another(title, token, parties)]
    # "president of the board OF CHAD", and of no state with which a body's name goes on
    unnamed = (token for token in obliques(title, "of") if parties.name_at(token) is None)
    near += [deeper for token in unnamed for deeper in obliques(token, "of")]
    parts = [token for token in near if token.lemma_.lower() in BRANCHES and parties.name_at(token) is None]
    if any(children(token, "compound", "amod") for token in parts):
        # "director of the DALLAS OFFICE of the council" leads neither.
        return None
    own = parties.name_at(title.before) if title.lemma_.lower() in language.nouns.leads else None
    if title.before in near and own is not None and own.kind is None and names_a_body(own.text):
        # "Chad's LION PARTY leader Ann Hill"
        return parties.of(title.before)
    known = {token.i for token in near if (own := parties.name_at(token)) and own.kind is not None}
    for token in sorted(near, key=lambda token: (token.i not in known, abs(token.i - title.i))):
        own = parties.name_at(token)
        party = parties.of(token)
        if party is not None and parties.kind_of(party.actor) is not ActorKind.PERSON and (own or token.pos_ != "PRON"):
            return party
    before = title.i - 1
    while before >= max(0, title.i - 5) and title.doc[before].pos_ in {"PROPN", "ADJ", "NOUN"}:
        own = parties.name_at(title.doc[before])
        where = parties.name_at(title.doc[before]) is not None and title.doc[before].dep_ in OBLIQUES
        if where:
            # "In TURKEY Minister Hill met …": where it was, and not whose minister.
            return None
        named = own is not None and own.kind is not None and parties.kind_of(own.actor) is not ActorKind.PERSON
        if named and not is_of_another(title, title.doc[before], parties):
            return parties.of(title.doc[before])
        before -= 1
    return None
