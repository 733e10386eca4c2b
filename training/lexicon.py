"""The word lists that sentences are composed of, checked as they are read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, field_validator, model_validator

HERE = Path(__file__).parent
PART = re.compile(
    r"\(?(?:(?:i?obj|prt|[a-z]+):[a-z]+|[a-z]+\.ing|that|to|to-have|ing|having|whether|self|bare|dead|hostage|responsible|in\.dark)\)?"
)


MADE = frozenset(
    {"actor", "aim", "alliance", "body", "force", "group", "outlet", "pair", "person", "place", "stance", "state"}
    | {"target", "victims"}
)
"""Kinds of nouns that events.py makes without a list."""


class Verbs(BaseModel):
    """A row of verbs.yaml: verbs that take the same things."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    takes: tuple[str, ...]
    passive: bool = True

    @field_validator("takes")
    @classmethod
    def _are_patterns(cls, takes: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in takes:
            for part in pattern.split():
                if not PART.fullmatch(part):
                    raise ValueError(f"'{part}' in '{pattern}' is no part of a pattern")
        return takes


class Shapes(BaseModel):
    """shapes.yaml: how words of the lists and of names are shaped."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    always_plural: frozenset[str]
    mass: frozenset[str]
    flat_starts: frozenset[str]
    name_adjectives: frozenset[str]
    name_plurals: frozenset[str]


class Lexicon(BaseModel):
    """All lists."""

    model_config = ConfigDict(frozen=True)

    verbs: tuple[Verbs, ...]
    nouns: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _kinds_are_known(self) -> Lexicon:
        for row in self.verbs:
            for part in " ".join(row.takes).replace("(", "").replace(")", "").split():
                name, _, kind = part.partition(":")
                if kind and name != "prt" and kind not in self.nouns and kind not in MADE:
                    raise ValueError(f"'{part}' of {', '.join(row.verbs)} names a kind that no list holds")
        return self


def lexicon() -> Lexicon:
    """Read verbs.yaml, nouns.yaml and words.yaml."""
    read = {
        name: yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf8")) for name in ("verbs", "nouns", "words")
    }
    return Lexicon.model_validate(read)


@cache
def shapes() -> Shapes:
    """Read shapes.yaml, once."""
    return Shapes.model_validate(yaml.safe_load((HERE / "shapes.yaml").read_text(encoding="utf8")))
