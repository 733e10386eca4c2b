"""Whose a thing is, by a participle: who made it, leads it, holds it, or where it lies."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from ingest.language import Language
from ingest.party import Party
from ingest.roles import CLAIMING, agents, leaders
from ingest.tokens import Token
from ingest.tree import OBLIQUES, children, is_passive, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

LORDS = frozenset({ActorKind.STATE, ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ALLIANCE})
"""For whom those act who are loyal to them."""

GIVING = frozenset({"provide", "give", "extend", "lend"})
"""Verbs that tell whose help it is: "support PROVIDED by Turkey"."""

LINKED = frozenset({"link", "tie", "connect"})
"""Participles that tell whose a ship or vehicle is; a hacker who is linked to a state is not that state."""

LED = frozenset({"process", "effort", "initiative", "mediation", "talk", "negotiation", "dialogue", "plan", "probe"})
"""What is told by who leads it: "the UN-LED process"."""


def owner_by_participle(
    token: Token, exclude: Collection[str], nesting: int, parties: Parties, language: Language
) -> Party | None:
    """Who made, leads, holds or is served by it: "a plan proposed by FRANCE", "crimes committed by their FORCES".

    Args:
        token: head of a noun phrase.
        exclude: actors that cannot be meant.
        nesting: how many more owners of owners are followed.
        parties: resolves noun phrases.
        language: words for making, holding and lying.
    """
    if not children(token, "amod", "acl", "acl:relcl"):
        return None
    for clause in children(token, "acl:relcl"):
        # "the attack, for which DAESH has claimed responsibility"
        if clause.lemma_ in CLAIMING and any(t.lemma_ == "responsibility" for t in children(clause, "obj")):
            return next(iter(parties.of_all(agents(clause), exclude)), None)
    led = leaders(token, "led") if token.lemma_.lower() in LED else []
    if led:
        return parties.of(led[0], exclude, nesting - 1)
    for participle in children(token, "amod"):
        if participle.lemma_.lower() not in language.nouns.holding:
            continue
        for holder in (child for child in participle.children if child.i < participle.i and child.pos_ != "PUNCT"):
            party = parties.of(holder, exclude, nesting - 1)
            if party is not None:
                return party
    for adjective in children(token, "amod", "acl"):
        if adjective.lemma_.lower() in language.nouns.loyal:
            for lord in (child for child in adjective.children if "to" in prepositions(child)):
                party = parties.of(lord, exclude, nesting - 1)
                # Who fights for a person is not that person.
                if party is not None and parties.kind_of(party.actor) in LORDS:
                    return party
    lying = language.nouns.lying | LINKED if token.lemma_.lower() in language.syntax.vehicles else language.nouns.lying
    for participle in children(token, "acl"):
        if participle.lemma_.lower() not in lying:
            continue
        for place in (child for child in participle.children if child.dep_ in OBLIQUES and child.i > participle.i):
            party = parties.of(place, exclude, nesting - 1)
            if party is not None and parties.is_place(party.actor):
                return party
    if token.lemma_.lower() in language.nouns.others:
        # "hostages HELD by rebels" are not the rebels' own.
        return None
    making = language.nouns.making
    if token.lemma_.lower() in language.helping or token.lemma_.lower() == "help":
        making = making | GIVING
    made = (verb for verb in children(token, "acl") if verb.lemma_.lower() in making)
    for participle in made:
        for maker in agents(participle) if is_passive(participle) else ():
            party = parties.of(maker, exclude, nesting - 1)
            if party is not None:
                return party
    return None
