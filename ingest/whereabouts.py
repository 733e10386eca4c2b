"""Where people without a name are at home, by the place where they act; and who is no more than a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.actors import ActorKind
from ingest.language import Language, english
from ingest.office_types import COALITIONS
from ingest.parties import Parties
from ingest.party import Party
from ingest.roles import agents, leaders
from ingest.tokens import Token
from ingest.tree import OBLIQUES, children, conjuncts, owners, prepositions

LED = frozenset({"led", "commanded"})

CLAUSES = frozenset({"xcomp", "ccomp", "parataxis"})

WITHIN = frozenset({"in", "inside", "within", "across", "throughout", "over"})

CARRIED = frozenset({"obj", "nsubj:pass"})

HELPED = frozenset({"support", "aid", "defence", "defense", "help", "request", "behalf"})
"""Nouns that tell for whose good a deed of arms is done: "strikes in SUPPORT of the government"."""

ASKED = frozenset(
    {"request", "invitation", "behest", "urging", "insistence", "instigation", "order", "expense", "hand"}
)
"""Nouns behind "at" that tell for whom something is done, and not where: "AT the REQUEST of Iraq"."""

LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout"})


def country_here(deed: Token, parties: Parties) -> str | None:
    """The country in which a deed is told to have happened: "blocked streets IN HONG KONG".

    Args:
        deed: the word for the deed.
        parties: resolves the places.
    """
    borders, deeds = english().nouns.borders, english().deeds
    for token in _own_words(deed):
        lemma = token.lemma_.lower()
        # "were killed in an Israeli AIRSTRIKE in Lebanon"
        inside = lemma not in borders and lemma not in deeds and lemma not in ASKED
        if inside and token.dep_ in OBLIQUES and prepositions(token) & LOCATIVE:
            party = parties.of(token)
            if party is not None and parties.is_place(party.actor):
                return parties.state_of(party.actor)
            name = parties.name_at(token)
            if name is not None and name.state is not None:
                # "AT KABUL UNIVERSITY"
                return name.state
    return None


def struck_in(things: Iterable[Token], deed: Token, parties: Parties) -> list[Token]:
    """Where things lie that a deed of arms was done to and that are nobody's: "strikes on a camp IN SUDAN".

    Args:
        things: what was struck.
        deed: the verb, on which the parser may hang what stands behind the thing.
        parties: resolves the places.
    """
    found = []
    for thing in things:
        if thing.pos_ == "PROPN" and thing.lower_ in english().not_persons:
            # "fights EBOLA in Liberia"
            continue
        near = (*children(thing, *OBLIQUES), *(noun for noun in deed.children if noun.i > thing.i))
        for noun in near:
            if noun.dep_ in OBLIQUES and prepositions(noun) & LOCATIVE and noun.lemma_.lower() not in ASKED:
                party = parties.of(noun)
                if party is not None and parties.is_place(party.actor):
                    found.append(noun)
    return found


def lands_struck(deed: Token, carrier: Token, doers: Iterable[Party], parties: Parties) -> list[Party]:
    """Where a deed of arms was done of which no more is told: "carried out strikes IN SYRIA".

    A coalition strikes nobody whose land it is in, nor does who strikes there in somebody's support.

    Args:
        deed: its noun.
        carrier: the verb that carries it.
        doers: who did it; a state's own forces do not strike it at home.
        parties: resolves the places.
    """
    words = (deed, carrier) if deed.dep_ in CARRIED else (deed,)  # a strike kills people in a land, and not the land
    told = [noun for word in words for noun in children(word, *OBLIQUES) if noun.i > deed.i]
    if any(noun.lemma_.lower() in HELPED for noun in told):
        return []
    heads = [parties.token(doer) for doer in doers]
    if any(word.lower_ in COALITIONS for head in heads for word in (head, *owners(head))):
        return []
    home = {parties.state_of(one.actor) for one in doers if parties.kind_of(one.actor) is not ActorKind.ARMED_GROUP}
    where = (noun for noun in told if prepositions(noun) & WITHIN)
    found = parties.of_all(member for noun in where for member in conjuncts(noun))
    return [land for land in found if parties.is_place(land.actor) and parties.state_of(land.actor) not in home]


def held_by(things: Iterable[Token]) -> list[Token]:
    """Who holds or uses the things that a deed of arms was done to: "bombed a depot USED BY HEZBOLLAH"."""
    held = (clause for thing in things for clause in children(thing, "acl"))
    return [user for clause in held if clause.lemma_.lower() in english().syntax.using for user in agents(clause)]


def carried(thing: Token) -> list[Token]:
    """Whom it carries that was attacked, itself where none is told: "ambushed a bus CARRYING TROOPS"."""
    syntax = english().syntax
    if thing.lemma_.lower() not in syntax.vehicles:
        return [thing]
    told = [clause for clause in children(thing, "acl") if clause.lemma_.lower() in syntax.carrying]
    loaded = [one for clause in told for noun in children(clause, "obj") for one in conjuncts(noun)]
    people = english().nouns.persons_or_several
    return [one for one in loaded if one.pos_ == "PROPN" or one.lemma_.lower() in people] or [thing]


def _own_words(deed: Token) -> Iterator[Token]:
    """What hangs on a deed, and on no other deed: nothing of "asked them to join talks IN PARIS"."""
    for child in deed.children:
        if child.dep_ not in CLAUSES:
            yield child
            yield from _own_words(child)


def country_of_leader(people: Token, parties: Parties) -> str | None:
    """The country of those who lead people without a name: "VIETNAMESE-led forces"."""
    told = leaders(people, *LED)
    leader = parties.of(told[0]) if told else None
    return parties.state_of(leader.actor) if leader else None


def is_land(noun: Token, parties: Parties, language: Language) -> bool:
    """Whether only a part of a state's land is told, which is not the state: "REGIONS of Ukraine"."""
    party = parties.of(noun) if noun.lemma_.lower() in language.nouns.lands else None
    return party is not None and parties.name_at(noun) is None and parties.kind_of(party.actor) is ActorKind.STATE


def is_town(noun: Token, parties: Parties) -> bool:
    """Whether a noun phrase is headed by the name of a town or region."""
    name = parties.name_at(noun)
    return name is not None and parties.kind_of(name.actor) is not ActorKind.STATE and parties.is_place(name.actor)


def is_only_place(party: Party, parties: Parties, language: Language) -> bool:
    """Whether a party is a town or an area, and neither its people nor a state that acts."""
    head = parties.token(party)
    town = parties.kind_of(party.actor) is not ActorKind.STATE and parties.is_place(party.actor)
    # "the city OF QUETTA", but "a camp of REBELS"
    called = "of" in prepositions(head) and head.head.lemma_.lower() in language.nouns.places
    called = called and head.lemma_.lower() not in language.nouns.persons
    return (town and parties.name_at(head) is not None) or called or head.lemma_.lower() in language.nouns.places


def stands_for_town(party: Party, parties: Parties) -> bool:
    """Whether a party is a town or region, also where only what happens there is told."""
    return parties.kind_of(party.actor) is not ActorKind.STATE and parties.is_place(party.actor)
