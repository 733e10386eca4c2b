"""Noun phrases that stand for several actors: "they", "both sides", "RUSSIAN and UKRAINIAN forces"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ingest.apposition import Appositions
from ingest.language import Language
from ingest.party import Party
from ingest.references import References
from ingest.tokens import Token
from ingest.tree import children, conjuncts, is_plural, joined_before, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties


SHARED = frozenset({
    "courage", "bravery", "heroism", "valour", "valor", "sacrifice", "resilience", "generosity", "hospitality",
    "people", "contribution", "leadership", "sovereignty", "independence", "integrity", "unity", "security",
    "stability",
})  # fmt: skip
"""What each of several has: "praised the COURAGE of Chad and Niger"."""


class Several:
    """Finds all for whom one noun phrase of a passage stands.

    Args:
        parties: resolves what stands for one.
        references: tell whom words take up.
        beside: tells who is named beside a noun.
        language: pronouns, and nouns for deeds.
    """

    def __init__(self, parties: Parties, references: References, beside: Appositions, language: Language) -> None:
        self._parties = parties
        self._references = references
        self._beside = beside
        self._syntax = language.syntax
        self._deeds = language.deeds
        self._language = language
        self._ruling = language.nouns.state_itself

    def each(self, head: Token, exclude: Collection[str]) -> list[Party]:
        """The actors of one noun phrase: two in "RUSSIAN and UKRAINIAN forces", else one or none."""
        if head.lower_ in self._syntax.several and head.pos_ == "PRON":
            group = [self._parties.told_at(head, party, 0.6) for party in self._references.groups.told(head, exclude)]
            if len(group) > 1:
                return [party for party in group if party is not None]
        if self._references.pairs.is_one(head) and (pair := self._references.pairs.told(head, exclude)):
            told = (self._parties.told_at(head, party, 0.6) for party in pair)
            return [party for party in told if party is not None]
        if several := self._beside.several(head):
            return [party for noun in several if (party := self._parties.of(noun, exclude)) is not None]
        party = self._parties.of(head, exclude)
        if party is None:
            return []
        if self._parties.name_at(head) is not None:
            return [party, *self._beside_the_name(head, party)] if head.children else [party]
        shared = [child for child in children(head, "amod", "compound") if child.i < head.i]
        if is_plural(head) or head.lemma_.lower() in SHARED:
            # "the foreign ministers OF IRAN AND OMAN", "the governments IN IRAN AND OMAN"
            places = {"of", "from", "in"} if head.lemma_.lower() in self._ruling else {"of", "from"}
            shared += [child for child in children(head, "nmod") if prepositions(child) & places]
        # "AUSTRALIAN and NEW ZEALAND troops"
        own = (child for child in shared if (name := self._parties.name_at(child)) and name.actor == party.actor)
        if beside := [other for child in own for other in self._beside_the_name(child, party)]:
            return [party, *beside]
        joined = [member for child in shared for member in conjuncts(child)]
        if head.lemma_.lower() in self._deeds:
            if is_between_partners(head, joined, self._parties, self._language):
                return []
            joined = with_partners(joined, self._parties)
        named = {name.actor: t for t in joined if (name := self._parties.name_at(t)) is not None}
        if len(named) < 2 or len(joined) == len(shared) or party.actor not in named:
            return [party]
        return [self._joined(party, actor, token) for actor, token in sorted(named.items())]

    def _joined(self, party: Party, actor: str, token: Token) -> Party:
        """One of those whose a noun is; who is joined behind it has a place of his own: "armies of Brazil AND PERU"."""
        name = self._parties.name_at(token)
        if actor == party.actor or name is None or token.i < party.head or token.idx < party.end:
            return party._replace(actor=actor)
        place = token.doc[name.start : name.end]
        return party._replace(actor=actor, start=place.start_char, end=place.end_char)

    def _beside_the_name(self, head: Token, party: Party) -> list[Party]:
        """Who shares the head of a name: in "RUSSIAN and Ukrainian forces" the forces of Ukraine are one name."""
        name = self._parties.name_at(head)
        named = ((child, self._parties.name_at(child)) for child in children(head, "amod", "compound"))
        before = [(child, other) for child, other in named if other is not None and other != name]
        joined = (
            own for child, own in before if any(self._parties.name_at(other) == name for other in conjuncts(child)[1:])
        )
        return [party._replace(actor=other.actor) for other in joined]


def with_partners(owners: list[Token], parties: Parties) -> list[Token]:
    """Whose a deed is, with both whose names a hyphen joins before it: "US-ISRAELI strikes", "a NATO-AFGHAN raid".

    Args:
        owners: the words before the deed that tell it.
        parties: tell the names.
    """
    states: list[Token] = []
    for owner in owners:
        partner = joined_before(owner)
        names = [] if partner is None else [parties.name_at(partner), parties.name_at(owner)]
        if partner is not None and None not in names and names[0] != names[1]:
            states.append(partner)
    return [*states, *owners]


def is_between_partners(deed: Token, owners: list[Token], parties: Parties, language: Language) -> bool:
    """Whether two do it to each other, so that nobody tells who killed: "Hezbollah-Israeli CLASHES killed ten".

    Args:
        deed: the noun for it.
        owners: the words before the deed that tell whose it is.
        parties: tell the names.
        language: nouns for what two have with each other.
    """
    return deed.lemma_.lower() in language.between and len(with_partners(owners, parties)) > len(owners)
