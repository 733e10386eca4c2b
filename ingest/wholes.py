"""Wholes that a text tells with their parts: "the alliance CONSISTS of A and B", "the SDF, which INCLUDES the YPG"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.actors import ActorKind
from ingest.clauses import is_negated, particle
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import Party
from ingest.roles import EXEMPLIFYING, objects, of_which_it_is_said
from ingest.structure import Tie
from ingest.subjects import subjects
from ingest.tokens import Span, Token
from ingest.tree import children, conjuncts, is_plural, obliques, owners

COUNTED = frozenset({"member", "nation", "country", "state", "partner"})
"""Words for the parts of a whole that is named beside them: "COALITION nations include …"."""

UNITED = frozenset({"coalition", "alliance", "bloc", "union", "federation", "quartet", "quintet", "troika"})
"""Wholes of which it is told behind "of" whom they unite: "an ALLIANCE of A, B and C"."""

UNITING = frozenset({"unites", "uniting", "groups", "grouping", "brings", "bringing"})
"""What a coalition does with its members, as long as it is said of no day: "the alliance UNITES A and B"."""

UNITERS = frozenset({"commission", "committee", "group", "council", "grouping", "forum", "platform"})
"""Bodies of which it is told whom they bring together: "the Joint COMMISSION, which brings together A and B"."""

CLANS = frozenset({"clan", "subclan", "tribe", "subtribe", "faction", "branch", "chapter"})
"""Parts that have a name of their own: "the Zubara CLAN of the Zamari"."""


def wholes(sentence: Span, parties: Parties, language: Language) -> Iterator[Tie]:
    """Every whole of which a sentence tells parts."""
    nouns = language.nouns
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in nouns.including:
            yield from _included(token, parties, language)
        if token.pos_ == "VERB" and lemma in nouns.consisting:
            yield from _made_up(token, parties, language)
        elif token.children and lemma in nouns.wholes:
            yield from _named_within(token, parties, language)
            if lemma in UNITED:
                yield from _united(token, parties)
        elif token.children and lemma in CLANS:
            yield from _clan(token, parties)


def _included(verb: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """What a coalition or a body is made of: "the SDF, which INCLUDES the YPG", "its members INCLUDE Jordan"."""
    if is_negated(verb):
        return
    unites = verb.lemma_.lower() not in {"include", "comprise", "count"}
    if unites and (verb.lower_ not in UNITING or children(verb, "obl")):
        # "UNITED them at a meeting", "BRINGS them together for talks"
        return
    if verb.lemma_ == "count" and not any(t.lemma_ == "member" for t in obliques(verb, "among")):
        return
    if verb.lemma_ == "bring" and not any(child.lower_ == "together" for child in verb.children):
        return
    for subject in subjects(verb):
        whole = _whole(subject, parties, language)
        if whole is None or (unites and subject.lower_ not in UNITED | UNITERS | language.syntax.body_words):
            # "the war UNITED Chad and Niger", "Ann Hill BROUGHT them together"
            continue
        for part in parties.of_all((t for t in objects(verb) if is_told(t, parties)), {whole.actor}):
            yield Tie("MEMBER_OF", part, whole, verb)


def _made_up(verb: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """What a whole is made of: "the alliance CONSISTS of A and B", "the SDF, MADE up in part by Arabs and X"."""
    if is_negated(verb) or (verb.lemma_.lower() == "make" and particle(verb) != "up"):
        return
    places = language.nouns.consisting[verb.lemma_.lower()]
    hanging = [verb, *(t for t in obliques(verb, "in") if t.lemma_.lower() in {"part", "portion"})]
    parts = [t for word in hanging for place in places for t in obliques(word, place) if not parties.are_people(t)]
    wholes = [t for t in subjects(verb) if is_whole(t, parties, language)]
    yield from ties("MEMBER_OF", [t for t in parts if is_told(t, parties)], wholes[:1], verb, parties)


def _named_within(whole: Token, parties: Parties, language: Language) -> Iterator[Tie]:
    """Some that are named of a whole without a name: "the alliance, INCLUDING Egypt", "groups SUCH AS X" of none."""
    if not is_whole(whole, parties, language) or is_plural(whole):
        return
    parts = [t for place in EXEMPLIFYING for t in obliques(whole, place) if is_told(t, parties)]
    yield from ties("MEMBER_OF", parts, [whole] if parts else [], whole, parties)


def _whole(noun: Token, parties: Parties, language: Language) -> Party | None:
    """The whole that a noun stands for, or of which it counts the parts."""
    if noun.lemma_.lower() in COUNTED:
        named = [t for t in (*owners(noun), *obliques(noun, "of")) if is_whole(t, parties, language)]
        return parties.of(named[0]) if named else None
    return parties.of(noun) if is_whole(noun, parties, language) else None


def is_whole(noun: Token, parties: Parties, language: Language) -> bool:
    """Whether a noun phrase is headed by a body that has members, and is no state, person or place."""
    name = parties.name_at(noun)
    if name is None:
        return noun.lemma_.lower() in language.nouns.wholes
    if noun.lemma_.lower() in language.nouns.units:
        return True
    kind = parties.kind_of(name.actor)
    return kind not in {ActorKind.STATE, ActorKind.PERSON} and not parties.is_place(name.actor)


def is_told(noun: Token, parties: Parties) -> bool:
    """Whether a noun is a name, or has one beside it: "its COMPONENT, the Syrian Arab Coalition", "SGT. Ann Hill"."""
    return any(parties.name_at(t) is not None for t in (noun, *children(noun, "appos", "flat")))


def ties(
    type_name: str, parts: list[Token], whole: list[Token], word: Token, parties: Parties, *, as_told: bool = False
) -> Iterator[Tie]:
    """Each of some parts with what it is a part of.

    Args:
        type_name: relation type.
        parts: heads of their noun phrases.
        whole: head of its noun phrase; none where nothing is told.
        word: the word that ties them.
        parties: resolves the noun phrases.
        as_told: see ``Tie``.
    """
    own = {part.actor for part in parties.of_all(parts)}
    # Those who are named of a whole are told where it is, and are not what they belong to.
    for larger in (one for one in parties.of_all(whole) if one.actor not in own):
        for part in parties.of_all(parts, {larger.actor}):
            yield Tie(type_name, part, larger, word, as_told)


def _united(whole: Token, parties: Parties) -> Iterator[Tie]:
    """Those whom a named whole unites: "the Front is a COALITION of A, B and C"."""
    if is_negated(whole):
        return
    first = next(iter(obliques(whole, "of")), None)
    if first is None:
        return
    told = [*conjuncts(first), *(t for t in children(first, "appos", "list") if children(first, "conj"))]
    if len(told) == 1:
        # "a coalition of A, B AND C": the tree hangs the rest on the coalition now and then.
        told += [t for near in children(whole, "appos") if near.i > first.i for t in conjuncts(near)]
    named = [t for t in of_which_it_is_said(whole) if parties.name_at(t) is not None and t not in told]
    # "the Libya QUARTET of the UN, the AU, the League and the EU"
    named = named or ([whole] if parties.name_at(whole) is not None else [])
    if len(told) > 1 and all(parties.name_at(t) is not None for t in told):
        yield from ties("MEMBER_OF", told, named[:1], whole, parties, as_told=True)


def _clan(clan: Token, parties: Parties) -> Iterator[Tie]:
    """The tribe of which a clan is: "the Zubara CLAN of the Zamari tribe"."""
    larger = [t for t in obliques(clan, "of") if _is_tribe(t, parties)]
    own = children(clan, "compound", "amod", "nmod:desc") if larger else []
    # The "FIJIAN branch of the Red Cross" is not Fiji.
    if any(t.i < clan.i and parties.kind_at(t) not in {None, ActorKind.STATE} for t in own):
        yield from ties("PART_OF", [clan], larger[:1], clan, parties)


def _is_tribe(noun: Token, parties: Parties) -> bool:
    """Whether a noun names a people or a body, and no state, place or person."""
    named = noun if parties.name_at(noun) else next(iter(children(noun, "compound")), noun)
    name = parties.name_at(named)
    if name is None or parties.is_place(name.actor):
        return False
    return parties.kind_of(name.actor) not in {ActorKind.STATE, ActorKind.PERSON}
