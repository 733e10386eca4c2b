"""Words that the extractor knows beside its frames, read from ``data`` and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import model_validator

from graph.claims import Modality
from graph.model import Model
from graph.vocabulary import vocabulary
from ingest.frames import Words


class ModalityWords(Model):
    """The rows of ``modality.yaml``."""

    denied: frozenset[str]
    threatened: frozenset[str]
    planned: frozenset[str]
    planned_adjectives: frozenset[str]
    demanded: frozenset[str]
    hypothetical: frozenset[str]
    negated: frozenset[str]
    future: frozenset[str]
    imagining: frozenset[str]
    conditions: frozenset[str]
    factual: frozenset[str]
    brought_about: frozenset[str]
    enabling: frozenset[str]
    willed: frozenset[str]
    refusing: frozenset[str]
    striving: frozenset[str]
    disproving: frozenset[str]
    naming: frozenset[str]
    doubting: frozenset[str]
    truth: frozenset[str]
    only_alleged: frozenset[str]
    made_up: frozenset[str]
    unacceptable: frozenset[str]
    occurring: frozenset[str]
    charging: frozenset[str]
    blaming: frozenset[str]
    alleging: frozenset[str]
    not_come: frozenset[str]
    standing_close: frozenset[str]
    to_come: frozenset[str]
    lasting: frozenset[str]
    ceasing: frozenset[str]
    lifting: frozenset[str]
    ends: frozenset[str]
    beginning: frozenset[str]
    joint: frozenset[str]
    carrying: frozenset[str]

    @cached_property
    def stopping(self) -> frozenset[str]:
        """Verbs by which somebody ends what he does, or takes off what he laid on another."""
        return self.ceasing | self.lifting

    @cached_property
    def governing(self) -> Mapping[str, Modality]:
        """What a governing word makes of the clause below it."""
        return {
            word: Modality(name)
            for name in ("hypothetical", "planned", "demanded", "threatened", "denied")
            for word in getattr(self, name)
        }


class AttributionWords(Model):
    """The rows of ``attribution.yaml``."""

    saying: frozenset[str]
    saying_in_clauses: frozenset[str]
    told: frozenset[str]
    unnamed: frozenset[str]
    counts: Mapping[str, int]


class NounWords(Model):
    """The rows of ``nouns.yaml``."""

    carriers: frozenset[str]
    suffering: frozenset[str]
    passing: frozenset[str]
    lessening: frozenset[str]
    takes_up: Mapping[str, frozenset[str]]
    pairs: Mapping[str, Literal["person", "state", "side", "anybody"]]
    leads: frozenset[str]
    heads: frozenset[str]
    represents: frozenset[str]
    belongs: frozenset[str]
    fighters: frozenset[str]
    not_owned: frozenset[str]
    sent: frozenset[str]
    hyphened: Mapping[str, str]
    assistance: frozenset[str]
    conditions: frozenset[str]
    ending: frozenset[str]
    founding: frozenset[str]
    places: frozenset[str]
    lands: frozenset[str]
    borders: frozenset[str]
    mishaps: frozenset[str]
    befalling: frozenset[str]
    about_armies: frozenset[str]
    bare_things: frozenset[str]
    only_sorts: frozenset[str]
    quarrels: frozenset[str]
    staff: frozenset[str]
    bodies_of_persons: frozenset[str]
    moves: frozenset[str]
    apart: frozenset[str]
    people: frozenset[str]
    private: frozenset[str]
    unnamed: frozenset[str]
    domestic: frozenset[str]
    relational: frozenset[str]
    making: frozenset[str]
    state_itself: frozenset[str]
    written_large: frozenset[str]
    several: frozenset[str]
    uncounted: frozenset[str]
    several_beside: Mapping[str, frozenset[str]]
    targets: Mapping[str, frozenset[str]]
    kin: frozenset[str]
    crowds: frozenset[str]
    officers: frozenset[str]
    appointing: frozenset[str]
    holding_office: frozenset[str]
    called: frozenset[str]
    shared: frozenset[str]
    holding: frozenset[str]
    lying: frozenset[str]
    loyal: frozenset[str]
    sorts_of_deed: frozenset[str]
    seats: frozenset[str]
    sorts_of_thing: frozenset[str]
    weapons: frozenset[str]
    struggles: frozenset[str]
    aims: frozenset[str]
    units: frozenset[str]
    wholes: frozenset[str]
    leagues: frozenset[str]
    seconds: frozenset[str]
    winning: frozenset[str]
    harms: frozenset[str]
    punishments: frozenset[str]
    losses: frozenset[str]
    including: frozenset[str]
    consisting: Mapping[str, Words]
    assigning: Mapping[str, Words]
    roles: frozenset[str]
    grounds: frozenset[str]
    parting: frozenset[str]
    partaking: Mapping[str, Words]
    asked_of_doer: frozenset[str]
    beside: Mapping[str, frozenset[str]]
    at_home: frozenset[str]
    deadly: frozenset[str]

    @model_validator(mode="after")
    def _tells_known_types(self) -> NounWords:
        unknown = {*self.at_home, *self.hyphened.values()} - set(vocabulary().types)
        if unknown:
            raise ValueError(f"{sorted(unknown)} are no relation types of the vocabulary")
        return self

    @cached_property
    def others(self) -> frozenset[str]:
        """Nouns for people who are not the one beside them, and need no name to be somebody."""
        return self.unnamed | self.apart | self.people | self.relational

    @cached_property
    def employed(self) -> frozenset[str]:
        """Nouns for people whom a company employs, who are not the company: "AMAZON WORKERS"."""
        return self.people | self.staff

    @cached_property
    def fighting_bodies(self) -> frozenset[str]:
        """Nouns for fighters and units, of whom a name in the plural is made: "the Popular Mobilisation FORCES"."""
        return self.fighters | self.units | {"force"}

    @cached_property
    def not_the_state(self) -> frozenset[str]:
        """Nouns for people who are told apart from their state where it does something to them."""
        return self.people | self.unnamed - self.state_itself

    @cached_property
    def idle_owners(self) -> frozenset[str]:
        """Nouns that stand where an owner stands and own nothing: "PEOPLE power", "SNIPER attack"."""
        return self.people | self.sorts_of_deed | self.seconds

    @cached_property
    def telling_office(self) -> frozenset[str]:
        """Verbs for giving an office to somebody, for holding one and for being called by one."""
        return self.appointing | self.holding_office | self.called

    @cached_property
    def standing(self) -> frozenset[str]:
        """Nouns for what somebody is to others: an office, an ally, a role in a body."""
        return self.leads | self.represents | self.relational | self.roles

    @cached_property
    def things(self) -> frozenset[str]:
        """Nouns for what no people are; of what is sent, forces and troops are people."""
        return (self.sent - {"force", "troop"}) | (self.places - self.persons)

    @cached_property
    def serving(self) -> frozenset[str]:
        """Nouns for people who belong to a body: "MEMBERS of the union"."""
        return self.roles | self.belongs

    @cached_property
    def telling_membership(self) -> frozenset[str]:
        """Words that may tell who belongs to what: "PARTNER in the coalition", "PART of the front"."""
        return (self.units | self.roles | self.leads | {"part"}).union(self.partaking, self.assigning)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Nouns for people: those of no name, and those who lead or represent."""
        return self.unnamed | self.people | self.apart | self.leads | self.represents

    @cached_property
    def persons_or_several(self) -> frozenset[str]:
        """Nouns for people, for those who are something to others, and for as many as stand for people."""
        return (self.persons | self.relational).union(self.several_beside)
