"""Actors that the gazetteer does not know: new names, parts of a people, and people of whom no name is told."""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress

from graph.actors import OF_ONE_REPORT, Actor, ActorKind, actor_id, id_of_unnamed
from graph.entries import NOT_STATES
from graph.forms import normalised
from graph.gazetteer import Gazetteer
from ingest.language import Language
from ingest.name import Name
from ingest.noun_phrases import is_bare, is_sort, names_a_body, number_of
from ingest.tokens import Token
from ingest.tree import are_some

HER = frozenset({"she", "her", "hers"})


class NewActors:
    """The actors that one report brings.

    A name that nobody knows is an actor wherever it is met. "Syrian rebels" are an actor of Syria, and not Syria. But
    "the police" of one report are not the police of another, so people without a name belong to their report alone:
    otherwise paths would run from one riot to the next.

    Args:
        gazetteer: the known actors.
        language: nouns for people.
        report: the report's id.
    """

    def __init__(self, gazetteer: Gazetteer, language: Language, report: str) -> None:
        self._gazetteer = gazetteer
        self._nouns = language.nouns
        self._not_persons = language.not_persons
        self._report = report
        self._found: dict[str, Actor] = {}
        self._domestic: set[str] = set()
        self._facing: defaultdict[str, set[str]] = defaultdict(set)
        self._places = language.places
        self._served: defaultdict[str, set[str]] = defaultdict(set)

    def name(self, name: Name, owner: str | None) -> str:
        """A name that nobody knows; with the country whose it is said to be."""
        met = self._found.get(name.actor)
        if met is None or (met.country is None and (owner or name.state)):
            country = name.state or self._place_in(name.text) or self.country_of(owner)
            self._found[name.actor] = Actor(id=name.actor, name=name.text, country=country)
        return name.actor

    def _place_in(self, text: str) -> str | None:
        """The state of a place, or of a body that is named after one: "MADRAS High Court"."""
        whole = self._places.get(normalised(text))
        return whole or (self._places.get(normalised(text.split()[0])) if names_a_body(text) else None)

    def is_place(self, actor: str) -> bool:
        """Whether it is a state, or a name that stands for a town or region."""
        found = self._found.get(actor)
        return self.kind_of(actor) is ActorKind.STATE or (found is not None and normalised(found.name) in self._places)

    def part(self, noun: Token, owner: str, *, alone: bool) -> str | None:
        """Some of a state's people who are not the state: "Syrian rebels".

        Args:
            noun: the word for them.
            owner: the state.
            alone: whether it is the state itself that does something to them, so that they cannot stand for it.
        """
        lemma = noun.lemma_.lower()
        own = any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in noun.children)
        others = self._nouns.people if own else self._nouns.not_the_state
        beside = {
            child.lemma_.lower()
            for child in noun.children
            if child.dep_ in {"compound", "amod"} and child.text.islower()
        }
        apart = bool({lemma, *beside} & self._nouns.apart) or (alone and lemma in others)
        if not apart or self.kind_of(owner) is not ActorKind.STATE or lemma in self._nouns.things:
            return None
        told = [child.text for child in noun.children if child.lemma_.lower() in beside & self._nouns.apart]
        return self._of_state(owner, " ".join([*told, noun.text.lower()]))

    def people(self, state: str) -> str | None:
        """A state's people, who act against it."""
        return self._of_state(state, "people")

    def private(self, noun: Token, state: str) -> str | None:
        """Some of a state's people who act for themselves; in another report they are others."""
        if noun.lemma_.lower() not in self._nouns.private:
            return None
        name = self._called(state, noun.text.lower())
        return self._add(id_of_unnamed(name, self._report), name, self.country_of(state))

    def _called(self, state: str, word: str) -> str:
        entry = self._gazetteer.entries.get(state)
        return f"{entry.demonyms[0] if entry and entry.demonyms else state} {word}"

    def _of_state(self, state: str, word: str) -> str | None:
        with suppress(ValueError):
            return self._add(actor_id(name := self._called(state, word)), name, self.country_of(state))
        return None

    def unnamed(self, noun: Token) -> str | None:
        """People of whom the text does not say whose they are: "police", "protesters"."""
        lemma = noun.lemma_.lower()
        nouns = self._nouns
        number = number_of(noun)
        if lemma in nouns.uncounted and noun.lower_ != lemma and not any(c.dep_ == "nmod" for c in noun.children):
            # "THOUSANDS marched"
            return self._of_report("people", domestic=True)
        if number and lemma in nouns.units:
            return self._of_report(f"{number} {noun.text.lower()}", domestic=False)
        large = lemma in nouns.written_large and noun.text[0].isupper()
        people = lemma in nouns.others and not (lemma in nouns.bare_things and is_bare(noun))
        beside = {child.lemma_.lower() for child in noun.children if child.dep_ in {"compound", "amod"}}
        many = lemma in nouns.several or not beside.isdisjoint(nouns.several_beside.get(lemma, ()))
        if not (people or large or (many and are_some(noun))) or is_sort(noun):
            return None
        return self._of_report(noun.text.lower(), domestic=bool({lemma, *beside} & nouns.domestic))

    def is_told(self, noun: Token) -> bool:
        """Whether the report told of people without a name by the same word: "a military REGIME … the REGIME"."""
        return id_of_unnamed(noun.text.lower(), self._report) in self._found

    def some(self, word: str, *, domestic: bool = True) -> str | None:
        """Those of whom the report tells only what they did or suffered: "attackers", "people"."""
        return self._of_report(word, domestic=domestic)

    def at_home(self, actor: str) -> None:
        """Note that an actor of a name that nobody knows acts in its own country: "ZAPATISTA rebels"."""
        if actor in self._found:
            self._domestic.add(actor)

    def elsewhere(self, name: Name) -> str | None:
        """People told by their descent, who live in another state than its name says: "ethnic Albanians"."""
        return self._of_report(f"ethnic {name.text}", domestic=True)

    def _of_report(self, name: str, *, domestic: bool) -> str | None:
        """People without a name; those who act at home take the other side's country (see ``settle``)."""
        try:
            made = self._add(id_of_unnamed(name, self._report), name, None)
        except ValueError:
            return None
        if domestic:
            self._domestic.add(made)
        return made

    def _add(self, identifier: str, name: str, country: str | None) -> str:
        self._found.setdefault(identifier, Actor(id=identifier, name=name, country=country))
        return identifier

    def settle(self, one: str, other: str, *, at_home: bool = False, abroad: bool = False) -> None:
        """Give people who act at home the country of the other side, where nothing else tells theirs.

        Args:
            one: who acts.
            other: on whom.
            at_home: whether what is done is as a rule done to one's own people, as an arrest is.
            abroad: whether it is as a rule done with those of another country, as a visit is.
        """
        for mine, theirs in ((one, other), (other, one)):
            country = self.country_of(theirs)
            self._facing[mine] |= {theirs, country} if abroad and country else {theirs}
            if mine in self._domestic or at_home:
                self._place(mine, country)

    def place(self, actor: str, country: str) -> None:
        """Place people of whom no name is told where they are said to act: the police IN MANILA."""
        found = self._found.get(actor)
        if found and found.name not in self._nouns.leagues and re.fullmatch(OF_ONE_REPORT, actor):
            self._place(actor, country)

    def _place(self, actor: str, country: str | None) -> None:
        known = self._found.get(actor)
        if known is not None and known.country is None and country is not None and country not in NOT_STATES:
            self._found[actor] = known.model_copy(update={"country": country})

    def settle_in(self, countries: set[str]) -> None:
        """Place the report's own actors in its country, where it speaks of one country only.

        Args:
            countries: every country whose actors the report names.
        """
        if len(countries) != 1:
            return
        (country,) = countries
        for identifier, actor in self._found.items():
            facing = country in self._facing.get(identifier, ())
            if actor.country is None and (not facing or re.fullmatch(OF_ONE_REPORT, identifier)):
                self._found[identifier] = actor.model_copy(update={"country": country})

    def country_of(self, actor: str | None) -> str | None:
        """The country of an actor; a state's is itself."""
        if actor is None:
            return None
        known = self._gazetteer.entries.get(actor) or self._found.get(actor)
        return known.state if known else None

    def serve(self, person: str, whom: str) -> None:
        """Note in whose office the report says that somebody is; of a part of a state it is the state's."""
        state = self.country_of(whom) if self.kind_of(whom) is ActorKind.BODY else None
        if self.may_be_person(person):
            self._served[person].add(state or whom)

    def served_by(self, person: str) -> str | None:
        """In whose office somebody is, by what the report said so far; None where it told nothing, or several."""
        served = self._served.get(person, set())
        return next(iter(served)) if len(served) == 1 else None

    def kind_of(self, actor: str) -> ActorKind:
        """What sort of actor it is."""
        entry = self._gazetteer.entries.get(actor)
        return entry.kind if entry else ActorKind.UNKNOWN

    def may_be_person(self, actor: str, pronoun: str | None = None) -> bool:
        """Whether it is a person, or may be: a name of several words that nobody knows, none of them general.

        Args:
            actor: its id.
            pronoun: the word that is to take it up, which decides between men and women that the gazetteer knows.
        """
        entry = self._gazetteer.entries.get(actor)
        if entry is not None:
            called = None in {entry.pronoun, pronoun} or (entry.pronoun == "she") == (pronoun in HER)
            return entry.kind is ActorKind.PERSON and called
        found = self._found.get(actor)
        apart = re.fullmatch(OF_ONE_REPORT, actor) or self.is_place(actor)
        words = found.name.split() if found and not apart else []
        return len(words) > 1 and all(map(self._may_name_person, words))

    def may_be_surname(self, actor: str, pronoun: str | None = None) -> bool:
        """Whether it is a single word that nobody knows, and can be a person's name; or may be a person otherwise."""
        found = self._found.get(actor)
        if found is None or re.fullmatch(OF_ONE_REPORT, actor) or self.is_place(actor) or found.name.isupper():
            return self.may_be_person(actor, pronoun)
        return all(map(self._may_name_person, found.name.split()))

    def _may_name_person(self, word: str) -> bool:
        """Whether a word can be a part of a person's name: "Samir", "AL-Masri", but not "Dam"."""
        parts = re.split(r"[-']", word)
        written = all(part.isalpha() for part in parts) and parts[-1][0].isupper()
        return written and word.lower() not in self._not_persons

    def actor(self, identifier: str) -> Actor:
        """An actor, known or new, as it is written to the graph."""
        entry = self._gazetteer.entries.get(identifier)
        return entry.plain() if entry else self._found.get(identifier) or Actor(id=identifier, name=identifier)
