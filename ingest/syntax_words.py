"""Words by which sentences are built, read from ``data/syntax.yaml`` and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from graph.model import Model


class SyntaxWords(Model):
    """The rows of ``syntax.yaml``."""

    object_controlled: frozenset[str]
    asked_behind: Mapping[str, frozenset[str]]
    relative: frozenset[str]
    negations: frozenset[str]
    speaker: frozenset[str]
    jointly: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    several: frozenset[str]
    definite: frozenset[str]
    turning: frozenset[str]
    not_names: frozenset[str]
    named_things: frozenset[str]
    disasters: frozenset[str]
    named_bodies: frozenset[str]
    generic: frozenset[str]
    function_words: frozenset[str]
    schools: frozenset[str]
    bodies_of_places: frozenset[str]
    body_words: frozenset[str]
    societies: frozenset[str]
    owned_societies: frozenset[str]
    creeds: frozenset[str]
    unit_numbers: frozenset[str]
    made: frozenset[str]
    hurting: frozenset[str]
    harming: frozenset[str]
    answering: frozenset[str]
    using: frozenset[str]
    vehicles: frozenset[str]
    secured: frozenset[str]
    small_words: frozenset[str]
    carrying: frozenset[str]
    giving: frozenset[str]
    crimes: frozenset[str]
    rules: frozenset[str]
    violating: frozenset[str]
    streets: frozenset[str]
    lands_behind: Mapping[str, frozenset[str]]
    ship_prefixes: frozenset[str]
    titles: frozenset[str]
    causing: frozenset[str]
    nature: frozenset[str]
    opening_towns: frozenset[str]
    named_for_persons: frozenset[str]
    never_passive: Mapping[str, frozenset[str]]
    named_after: frozenset[str]
    apart_in_time: frozenset[str]
    not_in_office: frozenset[str]
    name_articles: frozenset[str]
    families: frozenset[str]
    never_adjectives: frozenset[str]
    to_do: frozenset[str]
    ranks: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]

    @cached_property
    def told_in_time(self) -> frozenset[str]:
        """Prepositions of a deed that is known beside another: "vowed revenge AFTER a strike", "DURING the raid"."""
        return self.apart_in_time | {"during"}

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """Words that take up an actor and do nothing else."""
        return self.things | self.persons | self.speaker
