"""The plain words of English, from the tables of the lemmatizer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple, cast

from spacy.pipeline import Lemmatizer

from ingest.english_pipeline import LEMMATIZER, pipeline
from ingest.language import english

PARTS = ("noun", "verb", "adj", "adv")

DISPUTED = frozenset({"kashmir"})
"""A land that is in the dictionary for the wool, and in no list of places, because it is disputed whose it is."""


class Lexicon(NamedTuple):
    """The plain words of English in their bare forms, those of them that are verbs, and those that are nouns only."""

    words: frozenset[str]
    verbs: frozenset[str]
    only_nouns: frozenset[str]


def _table(name: str) -> Mapping[str, Any]:
    """What the lemmatizer has under a name, by part of speech."""
    lemmatizer = cast("Lemmatizer", pipeline().get_pipe(LEMMATIZER))
    return cast("Mapping[str, Any]", lemmatizer.lookups.get_table(name))


LETTERS = 3
"""A word that is no longer may be letters that stand for a name, or a title."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The plain words, by what they can be."""
    index = _table("lemma_index")
    noun, *rest = (frozenset(index.get(part, ())) for part in PARTS)
    others = frozenset[str]().union(*rest)
    return Lexicon(noun | others, rest[0], noun - others)


@lru_cache(maxsize=1)
def _endings() -> tuple[tuple[str, str], ...]:
    rules = _table("lemma_rules")
    return tuple({(old, new) for part in PARTS for old, new in rules.get(part, ())})


@lru_cache(maxsize=50_000)
def bare_forms(word: str) -> frozenset[str]:
    """What a word in small letters may be a form of, itself included."""
    told = (word[: -len(old)] + new for old, new in _endings() if word.endswith(old))
    irregular = _table("lemma_exc")
    others = (lemma for part in PARTS for lemma in irregular.get(part, {}).get(word, ()))
    return frozenset({word, *told, *others})


def is_plain(word: str) -> bool:
    """Whether a word, in whatever letters and form, is in the dictionary."""
    words = lexicon().words
    small = word.lower().rstrip(".")
    parts = [part for part in re.split("[-']", small) if len(part) > 1]
    closed = english().syntax.small_words
    known = all(part in closed or not words.isdisjoint(bare_forms(part)) for part in parts)
    return bool(parts) and known and small not in DISPUTED


def can_only_be_name(word: str) -> bool:
    """Whether a word has a capital and is in no dictionary: "accused ARCE of lying", "attacked SARMIN"."""
    return word[:1].isupper() and word[1:].islower() and len(word) > LETTERS and not is_plain(word)
