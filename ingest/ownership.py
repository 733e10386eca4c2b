"""Whose a thing is, and for whom people stand: "Israel's army", "forces loyal to X"."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.gazetteer import Gazetteer
from ingest.descent import is_descent
from ingest.language import Language
from ingest.noun_phrases import is_capital_before, is_ethnic, is_relational, tells_sufferer
from ingest.ownership_by_participle import owner_by_participle
from ingest.party import UNNAMED, Party
from ingest.roles import agents
from ingest.some_members import is_some_of
from ingest.tokens import Doc, Token
from ingest.tree import OBLIQUES, children, is_plural, joined_before, obliques, owners, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties


STRIVING = frozenset({"effort", "struggle"})
"""Nouns for a deed of those who are told behind "of": "the efforts OF THE UN envoy"."""

SEATED = frozenset({"meeting", "conference", "forum", "summit", "negotiation", "initiative", "format", "process"})
"""What is called by the town where it was."""

PEOPLES = frozenset({"minority", "community", "population", "tribe", "sect", "clan"})

ENEMIES = frozenset({"enemy", "foe", "aggressor", "occupier"})

DWELLERS = frozenset({"resident", "villager", "inhabitant", "townsman", "dweller", "local", "farmer", "teenager"})
"""Those who live in a place, and do nothing for it."""

LANDS = frozenset(
    {"country", "nation", "homeland", "motherland", "fatherland", "kingdom", "republic", "government", "administration"}
)
"""Words for a person's state, and for who rules it."""

WHERE = ("in", "within", "at", "inside", "across", "throughout")
"""Prepositions of a place whose people or things somebody's are."""


class Owners:
    """Finds the owners of the noun phrases of one passage.

    Args:
        parties: resolves the owners' own noun phrases.
        doc: the parsed passage.
        gazetteer: the known offices.
        language: nouns that decide.
        day: decides who held an office.
    """

    def __init__(
        self, parties: Parties, doc: Doc, gazetteer: Gazetteer, language: Language, day: datetime.date
    ) -> None:
        self._parties = parties
        self._doc = doc
        self._gazetteer = gazetteer
        self._language = language
        self._day = day

    def owner(self, token: Token, exclude: Collection[str], nesting: int) -> Party | None:
        """The actor whose it is, or of which it is a part.

        Args:
            token: head of a noun phrase.
            exclude: actors that cannot be meant.
            nesting: how many more owners of owners are followed.
        """
        lemma = token.lemma_.lower()
        # "its border WITH POLAND"
        place = lemma in self._language.nouns.places or (
            lemma in self._language.nouns.borders and bool(obliques(token, "with"))
        )
        told = [self._by_preposition, self._by_name] if place else [self._by_name, self._by_preposition]
        found = (look(token, exclude, nesting) for look in told)
        # In "security forces in Guinea" no owner is told by "security".
        owner = max((owner for owner in found if owner), key=lambda owner: owner.confidence > UNNAMED, default=None)
        owner = owner or self._of_clause(token, exclude)
        if owner and is_some_of(token, owner, self._parties):
            return None
        return self._state_served(token, owner) if owner and self._is_kin(token, owner) else owner

    def _only_works_there(self, token: Token, owner: Party) -> bool:
        """Whether people are told by the company that employs them: "AMAZON WORKERS" are not Amazon."""
        return (
            token.lemma_.lower() in self._language.nouns.employed
            and self._parties.kind_of(owner.actor) is ActorKind.COMPANY
        )

    def _only_lives_there(self, token: Token, owner: Party) -> bool:
        """Whether people are told by where they are, which nobody knows: "BANDITS in Zamfara" are not Zamfara."""
        if token.lemma_.lower() not in self._language.nouns.others:
            return False
        place = self._doc[owner.head]
        lives = place.head is token and not prepositions(place).isdisjoint({"in", "at", "near"})
        return lives and self._parties.kind_of(owner.actor) is ActorKind.UNKNOWN

    def _of_clause(self, token: Token, exclude: Collection[str]) -> Party | None:
        """Who did what a noun behind the clause takes up: "Israel bombed Damascus, a MOVE that angered Russia"."""
        takes_up = token.dep_ == "parataxis" and token.lemma_.lower() in self._language.nouns.moves
        return next(iter(self._parties.of_all(agents(token.head), exclude)), None) if takes_up else None

    def _state_served(self, token: Token, owner: Party) -> Party | None:
        """The state of a person in office, for whom a spokesman or an adviser acts: "a SPOKESMAN for Modi"."""
        state = self._parties.state_of(owner.actor)
        entry = self._gazetteer.entries.get(owner.actor)
        serves = token.lemma_.lower() in self._language.nouns.represents
        if not serves or state is None or entry is None:
            return None
        held = any(role.of == state and role.held_on(self._day) for role in entry.roles)
        return owner._replace(actor=state) if held else None

    def stood_for(self, token: Token, exclude: Collection[str], nesting: int) -> Party | None:
        """The owner, where a noun phrase can stand for it; no "ally of Russia" does, but "NATO allies" are NATO."""
        owner = self.owner(token, exclude, nesting)
        if owner is None or self._only_lives_there(token, owner) or self._only_works_there(token, owner):
            return None
        lemma, state = token.lemma_.lower(), self._parties.state_of(owner.actor)
        if lemma in DWELLERS and state != owner.actor:
            # "a Vovchansk RESIDENT" is not the town
            return None
        town = self._doc[owner.head].dep_ == "compound" and self._parties.kind_of(owner.actor) is ActorKind.UNKNOWN
        if town and lemma in SEATED:
            # "the ISTANBUL initiative" is told by where it was made
            return None
        if lemma in LANDS:
            # "Putin said HIS COUNTRY would attack": Russia would.
            person = self._parties.kind_of(owner.actor) is ActorKind.PERSON
            return owner._replace(actor=state) if person and state is not None else owner
        if not is_relational(token):
            return owner
        beside = self._doc[owner.head].dep_ in {"compound", "amod"}
        if beside and lemma in ENEMIES and not is_plural(token):
            # "the ISRAELI ENEMY" is Israel
            return owner
        return owner if beside and self._parties.kind_of(owner.actor) is ActorKind.ALLIANCE else None

    def of_name(self, name: Token, exclude: Collection[str], nesting: int) -> str | None:
        """Whose a name that nobody knows is, by what stands before it or in apposition: "X, the UN COORDINATOR"."""
        for noun in (name, *(child for child in children(name, "appos") if self._parties.name_at(child) is None)):
            owner = self.owner(noun, exclude, nesting)
            if owner is not None and self._parties.kind_of(owner.actor) is ActorKind.PERSON and owner.head != noun.i:
                # "Arab League SECRETARY GENERAL X": whoever holds the office on the day, it is the league's.
                owner = self.owner(self._doc[owner.head], exclude, nesting) or owner
            if owner is not None:
                return owner.actor
        return None

    def _is_kin(self, token: Token, owner: Party) -> bool:
        """Whether a noun is for somebody beside its owner: "Assad's BROTHER", "Macron's PARTY"."""
        if token.lemma_.lower() in self._language.nouns.bodies_of_persons:
            head = self._doc[owner.head]
            return head.dep_ == "nmod:poss" and head.pos_ == "PROPN" and self._parties.may_be_person(owner.actor)
        person = self._parties.kind_of(owner.actor) in {ActorKind.PERSON, ActorKind.UNKNOWN}
        kin = token.lemma_.lower() in self._language.nouns.kin
        league = self._doc[owner.head].lemma_.lower() in self._language.nouns.leagues
        return kin and person and not league and not self._parties.is_place(owner.actor)

    def _by_name(self, token: Token, exclude: Collection[str], nesting: int) -> Party | None:
        told = owners(token)
        if token.lemma_.lower() in self._language.nouns.leads:
            # "Gaza's HAMAS rulers"
            told = told[::-1]
        for child in sorted(told, key=self._distance):
            idle = child.lemma_.lower() in self._language.nouns.idle_owners and self._parties.name_at(child) is None
            if is_ethnic(child) or (idle and child.dep_ in {"compound", "amod"}):
                continue
            if is_descent(child, token, self._parties, self._language) or self._is_where_done(child, token):
                continue
            # "its" of a deed is as a rule the doer's own, so the doer is not excluded here.
            party = self._parties.of(child, () if child.pos_ == "PRON" else exclude, nesting - 1)
            if party is not None and not self._is_only_a_sort(child, party):
                return party
        return None

    def _is_where_done(self, place: Token, deed: Token) -> bool:
        """Whether a name before a deed only tells where it was done: "condemned the KABUL attack"."""
        lemma = deed.lemma_.lower()
        done = lemma in self._language.deeds and lemma not in STRIVING
        return done and is_capital_before(place, self._parties.name_at(place)) and not tells_sufferer(deed)

    def _is_only_a_sort(self, child: Token, party: Party) -> bool:
        """Whether a noun before another tells what sort it is, and not whose: "SECURITY pledges"."""
        idle = child.dep_ in {"compound", "amod"} and child.text.islower() and party.confidence <= UNNAMED
        nouns, lemma = self._language.nouns, child.lemma_.lower()
        # "a SEPARATIST group"
        people = lemma in nouns.apart and child.head.lemma_.lower() in nouns.takes_up
        return idle and (lemma in nouns.sorts_of_thing or people)

    def _distance(self, child: Token) -> int:
        """A known name tells an owner best, then a pronoun: "its GULF war"; of a people any: "its DRUZE minority"."""
        name = self._parties.name_at(child)
        if name is not None and child.dep_ == "compound" and child.head.lemma_.lower() in PEOPLES:
            return 0
        return 1 if child.pos_ == "PRON" else 2 if name is None or name.kind is None else 0

    def _by_preposition(self, token: Token, exclude: Collection[str], nesting: int) -> Party | None:
        lemma = token.lemma_.lower()
        if (lemma in self._language.deeds and lemma not in STRIVING) or lemma in self._language.nouns.weapons:
            # Where a deed was done, and to whom, does not tell whose it is.
            armed = ("of", "from") if lemma in self._language.nouns.weapons else ()
            places: tuple[str, ...] = ("by", *armed)
        else:
            borders = ("with",) if lemma in self._language.nouns.shared else ()
            speaking = ("for",) if lemma in self._language.nouns.represents else ()
            where = () if _is_backed(token) or lemma in self._language.nouns.harms else WHERE
            places = ("by", "of", "from", *borders, *speaking, *where)
        hanging = [(child, prepositions(child)) for child in token.children if child.dep_ in OBLIQUES]
        for preposition in places if hanging else ():
            for child, brought_by in hanging:
                if preposition in brought_by:
                    party = self._parties.of(child, exclude, nesting - 1)
                    if party is None or (lemma in STRIVING and party.confidence <= UNNAMED):
                        continue
                    if lemma in self._language.nouns.weapons and preposition != "by":
                        # "gunmen FROM al-Shabaab", but no "bomb of Bogota"
                        if self._parties.kind_of(party.actor) is ActorKind.ARMED_GROUP:
                            return party
                    elif preposition in {"of", "from", "with", "by", "for"} or self._parties.is_place(party.actor):
                        return party
        return owner_by_participle(token, exclude, nesting, self._parties, self._language)


def _is_backed(forces: Token) -> bool:
    """Whether people are told by who is behind them, and not by where they are: "US-BACKED forces in Syria"."""
    told = (child for child in children(forces, "amod", "compound") if child.lower_.endswith("ed"))
    return any(joined_before(child) is not None for child in told)
