"""Names beside a noun that they name: "the movement HAMAS", "minister YOAV GALLANT", "Angola's UNITA rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.forms import FormKind
from ingest.language import Language
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.ownership import Owners
from ingest.tokens import Token
from ingest.tree import EXEMPLIFYING, NAMING, children, conjuncts, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})


class Appositions:
    """Finds the names in apposition in one passage.

    Args:
        parties: tell the passage's names.
        owners: tell whose somebody is whom nobody knows.
        made: takes the actors that the gazetteer does not know.
        language: nouns that decide.
    """

    def __init__(self, parties: Parties, owners: Owners, made: NewActors, language: Language) -> None:
        self._parties = parties
        self._owners = owners
        self._made = made
        self._nouns = language.nouns

    def name(self, token: Token) -> Name | None:
        """The name that stands in apposition to a noun, or None."""
        units = self._nouns.units
        told = list(children(token, *NAMING))
        if token.lemma_.lower() in units:
            # In "2nd Battalion, 9th REGIMENT" the larger unit is another.
            told = [child for child in told if child.lemma_.lower() not in units]
        beside = [self._parties.name_at(child) for child in told]
        named = [name for name in beside if name is not None and name.kind is not FormKind.DEMONYM]
        for name in named:
            if name.kind is None:
                owner = self._owners.owner(token, (), 1)
                self._made.name(name, owner.actor if owner else None)
        persons = [name for name in named if self._parties.kind_of(name.actor) is ActorKind.PERSON]
        if persons:
            return persons[0]
        close = [self._parties.name_at(child) for child in told if child.dep_ in {"flat", "appos"}]
        if token.lemma_.lower() in self._nouns.apart:
            # "Angola's UNITA REBELS"
            groups = (self._parties.name_at(child) for child in told if child.dep_ == "compound")
            close += [name for name in groups if name and self._parties.kind_of(name.actor) in GROUPS]
        meant = [name for name in close if name is not None and name.kind is not FormKind.DEMONYM]
        return meant[0] if meant else None

    def several(self, noun: Token) -> list[Token]:
        """The names of several, where a noun for all of them stands before: "its allies, RUSSIA and IRAN"."""
        if not noun.children or noun.pos_ != "NOUN" or noun.morph.get("Number", []) != ["Plur"]:
            return []
        named = [name for child in children(noun, "appos") for name in conjuncts(child)]
        return named if len(named) > 1 and all(self._parties.name_at(name) is not None for name in named) else []


def listed_under(noun: Token) -> Token | None:
    """The noun whose meaning a list of names tells, of one of these names: "six STATES (Chad, Niger …)"."""
    while noun.dep_ == "conj":
        if any(child.text == "(" for child in noun.children):
            return noun
        noun = noun.head
    brought = noun.dep_ == "nmod" and prepositions(noun) & (EXEMPLIFYING | {"like"})
    return noun.head if noun.dep_ == "appos" or brought else None
