"""Which actor a noun phrase stands for: a name, an office, what an actor owns, or a word that takes one up."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Sequence

from graph.actors import ActorKind, Role
from graph.forms import FormKind
from graph.gazetteer import Gazetteer
from ingest.apposition import Appositions
from ingest.language import Language
from ingest.name import Name
from ingest.new_actors import NewActors
from ingest.noun_phrases import extent, is_nobodys, is_out_of_office, is_turned
from ingest.office_holders import OfficeHolders
from ingest.own_word import speaks_for, spoken_for
from ingest.ownership import Owners
from ingest.party import UNNAMED, Party, spanning
from ingest.people_apart import PeopleApart
from ingest.references import References
from ingest.several import Several
from ingest.tokens import Doc, Token
from ingest.tolls import is_toll
from ingest.tree import is_plural

KNOWN = 0.95
"""Confidence of a name that the gazetteer knows."""

NESTING = 4
"""How deep owners of owners are followed: "the head of the army of Israel"."""


class Parties:
    """Resolves the noun phrases of one passage.

    Args:
        doc: the parsed passage.
        names: its names.
        before: names of the passages before, nearest last, for words that take up an actor named there.
        gazetteer: the known actors.
        language: nouns that decide.
        day: decides who held an office.
        made: takes the actors that the gazetteer does not know.
    """

    def __init__(
        self,
        doc: Doc,
        names: Iterable[Name],
        before: Iterable[str],
        gazetteer: Gazetteer,
        language: Language,
        day: datetime.date,
        made: NewActors,
    ) -> None:
        self._doc = doc
        self._names = {position: name for name in names for position in range(name.start, name.end)}
        self._gazetteer = gazetteer
        self._language = language
        self._syntax = language.syntax
        self._day = day
        self._made = made
        self._busy: set[int] = set()
        self._known: dict[int, Party] = {}
        self._owners = Owners(self, doc, gazetteer, language, day)
        self._offices = OfficeHolders(doc, gazetteer, day)
        self._references = References(self, doc, self._names, before, language, made)
        self.apart = PeopleApart(self, doc, made)
        self._beside = Appositions(self, self._owners, made, language, doc)
        self._several = Several(self, self._references, self._beside, language)

    def hear(self, speaker: str, tokens: Iterable[int]) -> None:
        """Note who says "we" at some tokens."""
        self._references.speakers.update(dict.fromkeys(tokens, speaker))

    def hear_of(self, speaker: str, tokens: Iterable[int]) -> None:
        """Note who says "he" or "she" at some tokens, and so is not meant."""
        self._references.not_meant.update(dict.fromkeys(tokens, speaker))

    def is_being_read(self, token: Token) -> bool:
        """Whether the noun phrase of ``token`` is being resolved, so that asking for it would go in a circle."""
        return token.i in self._busy

    def name_at(self, token: Token) -> Name | None:
        """The name that ``token`` is part of."""
        return self._names.get(token.i)

    def of_all(self, heads: Iterable[Token], exclude: Collection[str] = ()) -> list[Party]:
        """The actors of several noun phrases, each once."""
        found: dict[str, Party] = {}
        for head in heads:
            meant = self._several.each(head, exclude)
            for noun in self._beside.examples(head, named=bool(meant)):
                meant += self._several.each(noun, exclude)
            for party in meant:
                if party.actor not in exclude:
                    found[party.actor] = spanning(found.get(party.actor), party)
        return list(found.values())

    def of(self, token: Token, exclude: Collection[str] = (), nesting: int = NESTING) -> Party | None:
        """The actor that the noun phrase headed by ``token`` stands for, or None where nothing tells.

        Args:
            token: head of a noun phrase.
            exclude: actors that a pronoun or a word taking up cannot mean, because they act on it.
            nesting: how many more owners of owners are followed.
        """
        if nesting == 0 or token.i in self._busy or is_turned(token):
            return None
        name = self._names.get(token.i)
        if name is not None and name.kind is not None and name.kind is not FormKind.DEMONYM:
            return self._named(token, name)
        self._busy.add(token.i)
        try:
            for party in self._readings(token, exclude, nesting):
                if party is not None:
                    return party
        finally:
            self._busy.discard(token.i)
        return None

    def _named(self, token: Token, name: Name) -> Party:
        """The actor of a name that the gazetteer knows, which nothing but the name decides."""
        found = self._known.get(token.i)
        if found is None:
            found = self._known[token.i] = Party(name.actor, *extent(token, name), token.i, KNOWN)
        return found

    def at(self, token: Token, actor: str | None, confidence: float) -> Party | None:
        """An actor at the noun phrase headed by ``token``."""
        return None if actor is None else Party(actor, *extent(token, self.name_at(token)), token.i, confidence)

    def _readings(self, token: Token, exclude: Collection[str], nesting: int) -> Iterator[Party | None]:
        name = self.name_at(token)
        if name is not None and name.kind is FormKind.DEMONYM and self.apart.are_elsewhere(token):
            yield self.at(token, self._made.elsewhere(name), UNNAMED)
            return
        if name is not None:
            yield self.at(token, self._beside.described(token, name), KNOWN)
            if name.kind is None:
                self._made.name(name, self._owners.of_name(token, exclude, nesting))
            yield self.at(token, name.actor, KNOWN if name.kind is not None else 0.7)
        word = token.lower_
        if token.pos_ == "PRON" or word in self._syntax.pronouns:
            yield self.told_at(token, self._references.pronoun(token, exclude), 0.6)
            return
        if (above := self._beside.told_of(token)) is not None:
            yield self.of(above, exclude, nesting - 1)
        if beside := self._beside.name(token):
            yield Party(beside.actor, *extent(token, beside), token.i, KNOWN)
        if is_toll(token):
            yield self.at(token, self._made.some("people"), UNNAMED)
        former = is_out_of_office(token)
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "SYM", "NUM"} or (is_nobodys(token) and not former):
            return
        if former:
            yield self.at(token, self._made.unnamed(token), UNNAMED)
            return
        yield self.at(token, self._offices.sole_holder(token), 0.9)
        owner = self._owners.stood_for(token, exclude, nesting)
        if owner is not None:
            if not self._language.nouns.domestic.isdisjoint((word, token.lemma_.lower())):
                self._made.at_home(owner.actor)
            if name is None or name.kind is FormKind.DEMONYM:
                yield self.at(token, self._made.part(token, owner.actor, alone=owner.actor in exclude), 0.7)
            yield self.at(token, self._offices.holder(token, owner.actor), 0.9)
            yield self._with_owner(token, owner)
        yield self.told_at(token, self._references.taken_up(token, exclude), 0.65)
        if token.pos_ in {"NOUN", "PROPN"} and name is None:
            yield self.at(token, self._made.unnamed(token), UNNAMED)

    def told_at(self, token: Token, told: Party | None, confidence: float) -> Party | None:
        """Whom a word takes up; its place is where this sentence tells the actor itself, else the word's own.

        Args:
            token: the word.
            told: whom it takes up.
            confidence: of that.
        """
        if told is None:
            return None
        near = token.sent.start_char <= told.start and told.end <= token.sent.end_char
        if near and told.head != token.i and self._doc[told.head].pos_ != "PRON":
            return told._replace(head=token.i, confidence=confidence, taken_from=told.head)
        return self.at(token, told.actor, confidence)

    def _with_owner(self, token: Token, owner: Party) -> Party:
        """What an actor owns stands for it; its place reaches to the owner: "the imports of BRITISH BEEF"."""
        start, end = extent(token, self.name_at(token))
        behind = end <= owner.start and owner.end <= token.sent.end_char
        return Party(owner.actor, start, owner.end if behind else end, token.i, min(0.85, owner.confidence))

    def kind_of(self, actor: str) -> ActorKind:
        """What sort of actor it is."""
        return self._made.kind_of(actor)

    def kind_at(self, token: Token) -> ActorKind | None:
        """What sort of actor the name is that ``token`` is part of; None where it is part of none."""
        return self.kind_of(name.actor) if (name := self.name_at(token)) is not None else None

    def may_be_person(self, actor: str, pronoun: str | None = None) -> bool:
        """Whether "he" or "she" can mean an actor: a person, or a name of several words that nobody knows."""
        return self._made.may_be_person(actor, pronoun)

    def may_be_surname(self, actor: str, pronoun: str | None = None) -> bool:
        """Whether "he" or "she" can mean an actor that is the subject just before: also a surname that nobody knows."""
        return self._made.may_be_surname(actor, pronoun)

    def roles_of(self, actor: str) -> Sequence[Role]:
        """The offices that a person is known to have held; none where the gazetteer does not know him."""
        entry = self._gazetteer.entries.get(actor)
        return () if entry is None else entry.roles

    def token(self, party: Party) -> Token:
        """The head of the noun phrase where ``party`` stands."""
        return self._doc.tokens[party.head]

    def are_people(self, token: Token) -> bool:
        """Whether a state's people are told by its name: "young ALGERIANS"."""
        name = self.name_at(token)
        plural = is_plural(token) and token.pos_ in {"NOUN", "PROPN"}
        return name is not None and name.kind is FormKind.DEMONYM and plural

    def state_of(self, actor: str) -> str | None:
        """The state that it is or belongs to."""
        return self._made.country_of(actor)

    def place(self, actor: str, country: str | None) -> None:
        """Place people without a name in a country."""
        if country is not None:
            self._made.place(actor, country)

    def speaks_for(self, speaker: str, actor: str) -> bool:
        """Whether what ``speaker`` says of ``actor`` is its own word."""
        speaker = self.apart.state_of_speaker(speaker)
        return speaks_for(speaker, actor, self._gazetteer, self._made, self._day)

    def is_place(self, actor: str) -> bool:
        """Whether it is a state, or a town or region."""
        return self._made.is_place(actor)

    def spoken_for(self, speaker: str) -> str:
        """Who is meant where ``speaker`` says "we"."""
        meant = spoken_for(speaker, self._gazetteer, self._day)
        return (self._made.served_by(speaker) or meant) if meant == speaker else meant

    def serve(self, person: str, whom: str) -> None:
        """Note in whose office somebody is, so that "we" in his mouth is whom he speaks for."""
        self._made.serve(person, whom)
