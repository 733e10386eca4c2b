"""Groups: whom "they" takes up, where several were told together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from ingest.language import Language
from ingest.name import Name
from ingest.party import Party
from ingest.tokens import Doc, Token
from ingest.tree import SUBJECTS, conjuncts, is_plural, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.ALLIANCE})
"""Bodies of people that are "they"."""


class Groups:
    """Finds those whom "they" takes up in one passage.

    Args:
        parties: resolves the noun phrases that can be meant.
        doc: the parsed passage.
        names: the passage's names, by token.
        language: nouns for people.
    """

    def __init__(self, parties: Parties, doc: Doc, names: Mapping[int, Name], language: Language) -> None:
        self._parties = parties
        self._doc = doc
        self._names = names
        self._language = language

    def told(self, token: Token, exclude: Collection[str]) -> list[Party]:
        """Whom "they" takes up: people of more than one, or those who were told together; none where only one fits.

        Args:
            token: the pronoun.
            exclude: actors that act on it, and so cannot be meant.
        """
        here = [t for t in reversed(list(token.sent)) if t.i < token.i and t.pos_ in {"NOUN", "PROPN"}]
        # "regards the fighters AS TERRORISTS and attacks them"
        here = [t for t in here if "as" not in prepositions(t)]
        before = [s for s in self._doc.sents if s.end <= token.sent.start][-1:]
        subjects = [t for t in here if t.dep_ in SUBJECTS]
        earlier = [t for s in before for t in reversed(list(s)) if t.dep_ in SUBJECTS and t.pos_ in {"NOUN", "PROPN"}]
        if subjects and self._is_group(subjects[0]) and subjects[0].head.is_ancestor(token):
            # "talks between Chad and the rebels ended when the TALIBAN announced the death of THEIR leader"
            return []
        for noun in (*subjects, *here, *earlier):
            members = conjuncts(noun)
            if not (len(members) > 1 or self._are_many(noun)):
                continue
            found = [self._parties.of(t, exclude) for t in members if not self._parties.is_being_read(t)]
            told = [party for party in found if party is not None and party.actor not in exclude]
            if told:
                return told
        return []

    def _is_group(self, noun: Token) -> bool:
        """Whether a noun is the name of one body of people, which "they" takes up as well."""
        name = self._names.get(noun.i)
        alone = len(conjuncts(noun)) == 1 and noun.dep_ != "conj"
        return name is not None and alone and self._parties.kind_of(name.actor) in BODIES

    def _are_many(self, noun: Token) -> bool:
        """Whether a noun is for several people, and is no name that only looks so: "the United STATES"."""
        if self._names.get(noun.i) is not None:
            fighters = is_plural(noun) and noun.lemma_.lower() in self._language.nouns.fighting_bodies
            return fighters or self._parties.are_people(noun)
        return is_plural(noun) and noun.lemma_.lower() in self._language.nouns.persons
