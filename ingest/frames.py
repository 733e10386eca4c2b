"""Frames: how one relation type stands in English, as the rows of ``frames.yaml`` say it."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from graph.model import Model
from graph.vocabulary import vocabulary

PartOfSpeech = Literal["verb", "noun", "adjective"]
Words = tuple[str, ...]


class Frame(Model):
    """How one relation type stands in English; the fields are explained at the head of ``frames.yaml``."""

    type: str
    verbs: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    particle: str | None = None
    object: Words = ()
    subject: Words = ()
    not_by: Words = ()
    with_: Words = Field(default=(), alias="with")
    described: Words = ()
    complement: Words = ()
    to: Words = ()
    by: Words = ("owner", "by", "of")
    bare: bool = False
    wish: bool = False
    intransitive: bool = False
    person: bool = False
    unless: Words = ()
    unless_to: Words = ()
    reciprocal: bool = False
    reverse: bool = False
    beside: bool = False
    negated: str | None = None
    lessened: str | None = None
    mode: str | None = None

    @model_validator(mode="after")
    def _is_one_part_of_speech_of_known_types(self) -> Frame:
        if sum(map(bool, (self.verbs, self.nouns, self.adjectives))) != 1:
            raise ValueError("a frame has verbs, nouns or adjectives, and only one of these")
        for name in (self.type, self.negated, self.lessened):
            if name is not None and name not in vocabulary().types:
                raise ValueError(f"'{name}' is not a relation type of the vocabulary")
        return self

    @cached_property
    def part_of_speech(self) -> PartOfSpeech:
        """What its lemmas are."""
        return "verb" if self.verbs else "noun" if self.nouns else "adjective"

    @property
    def lemmas(self) -> Words:
        """The words that make it."""
        return self.verbs or self.nouns or self.adjectives

    def openness(self) -> int:
        """Smaller where the frame asks for more, so that the most exact frame of a word is tried first."""
        asked = (self.particle, self.complement, self.bare, self.unless or self.unless_to)
        words = (self.object, self.with_, self.subject, self.not_by, self.described)
        return -sum(map(bool, asked)) - sum(1 if "*" in row else 2 for row in words if row)

    @cached_property
    def receivers(self) -> Words:
        """Where the second actor is looked for."""
        return self.to or (("object",) if self.verbs else ("on", "against", "with", "to"))
