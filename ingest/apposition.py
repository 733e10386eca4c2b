"""Names beside a noun that they name: "the movement HAMAS", "minister YOAV GALLANT", "Angola's UNITA rebels"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.forms import FormKind
from ingest.language import Language
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.noun_phrases import is_turned
from ingest.ownership import LANDS, Owners
from ingest.roles import EXEMPLIFYING
from ingest.tokens import Doc, Token
from ingest.tree import CALLING, NAMING, children, climb, conjuncts, is_plural, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})

SINGLING_OUT = frozenset({"especially", "notably", "particularly", "chiefly", "mainly", "primarily", "namely"})
"""Adverbs that bring in some of those for whom a noun stands."""

OPENING = SINGLING_OUT | {words.split()[-1] for words in EXEMPLIFYING}
"""The words by which examples are found."""


class Appositions:
    """Finds the names in apposition in one passage.

    Args:
        parties: tell the passage's names.
        owners: tell whose somebody is whom nobody knows.
        made: takes the actors that the gazetteer does not know.
        language: nouns that decide.
        doc: the parsed passage.
    """

    def __init__(self, parties: Parties, owners: Owners, made: NewActors, language: Language, doc: Doc) -> None:
        self._parties = parties
        self._owners = owners
        self._made = made
        self._nouns = language.nouns
        # Most passages name no examples, and every noun is asked.
        self._has_examples = not doc.words.isdisjoint(OPENING)

    def described(self, token: Token, name: Name) -> str | None:
        """Who is told behind a name by what only one is, or by his own: "an AMERICAN, Kevin King".

        Args:
            token: the name's head.
            name: the name.
        """
        beside = [told for child in children(token, "appos") if (told := self._parties.name_at(child)) is not None]
        if name.kind is FormKind.DEMONYM:
            one = beside and any(child.lower_ in {"a", "an", "another"} for child in children(token, "det"))
            if not one or beside[0].kind is not None or is_plural(token):
                return None
            self._made.name(beside[0], name.actor)
            return beside[0].actor
        # "Ezzedin al-Qassam, the ARMED WING OF HAMAS"
        named = (other.actor for other in beside if other.kind is FormKind.DESCRIPTION)
        return next(named, None) if name.kind is None else None

    def told_of(self, token: Token) -> Token | None:
        """The name of which a noun tells what it is: "the SOUTHERN FRONT, a coalition", "HAMAS is a movement"."""
        if token.dep_ == "xcomp" and token.head.lemma_.lower() in CALLING:
            # "called HILL a liar who had attacked Chad"
            return next((noun for noun in children(token.head, "obj", "iobj") if noun.pos_ == "PROPN"), None)
        if token.pos_ != "NOUN":
            return None
        related = token.lemma_.lower() in self._nouns.relational and children(token, "nmod:poss")
        whole = token.lemma_.lower() in self._nouns.wholes and children(token, "det")
        if not (whole or related):
            return None
        if token.dep_ == "appos":
            above: Token | None = token.head
        else:
            above = next(iter(children(token, "nsubj")), None) if children(token, "cop") else None
        named = above is not None and not is_plural(token) and self._parties.name_at(above) is not None
        return above if named else None

    def name(self, token: Token) -> Name | None:
        """The name that stands in apposition to a noun, or None."""
        units = self._nouns.units
        # "the NETANYAHU GOVERNMENT" is not he
        naming = NAMING - {"compound"} if token.lemma_.lower() in LANDS else NAMING
        told = [child for child in children(token, *naming) if not is_turned(child)]
        if not told:
            return None
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
        if not noun.children or noun.pos_ != "NOUN" or not is_plural(noun):
            return []
        named = [name for child in children(noun, "appos") for name in conjuncts(child)]
        return named if len(named) > 1 and all(self._parties.name_at(name) is not None for name in named) else []

    def examples(self, noun: Token, *, named: bool) -> list[Token]:
        """Those who are named of the many for whom a noun stands: "several states, including QATAR and EGYPT".

        Args:
            noun: the noun.
            named: whether it stands for actors itself; one for places need not: "cities such as HOMS".
        """
        if not self._has_examples or not noun.children or not (named or noun.lemma_.lower() in self._nouns.places):
            return []
        told = [child for child in noun.children if _is_example(child)]
        plural = noun.pos_ == "PROPN" or is_plural(noun)
        if not told or (not plural and noun.lemma_.lower() not in self._nouns.wholes):
            return []
        return [member for child in told for member in conjuncts(child) if member.pos_ in {"NOUN", "PROPN"}]


def _is_example(noun: Token) -> bool:
    """Whether one of many is named: "partners, INCLUDING Chad", "partners, ESPECIALLY Chad"."""
    if noun.dep_ == "nmod":
        return bool(prepositions(noun) & EXEMPLIFYING)
    return noun.dep_ == "appos" and any(child.lower_ in SINGLING_OUT for child in children(noun, "advmod"))


def listed_under(noun: Token) -> Token | None:
    """The noun whose meaning a list of names tells, of one of these names: "six STATES (Chad, Niger …)"."""
    noun = climb(noun, lambda step: step.dep_ == "conj" and not _opens_bracket(step))
    if noun.dep_ == "conj" and _opens_bracket(noun):
        return noun
    brought = noun.dep_ == "nmod" and prepositions(noun) & (EXEMPLIFYING | {"like"})
    return noun.head if noun.dep_ == "appos" or brought else None


def _opens_bracket(noun: Token) -> bool:
    return any(child.text == "(" for child in noun.children)
