"""The trained English pipeline: parts of speech, features, lemmas and trees (see ``english/README.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

LETTERS = 3
"""A word that is no longer has no plural that could be told from a name: "gas", "bus"."""

MODEL = Path(__file__).parent / "english"


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline that is shipped with Rapport, loaded once."""
    return spacy.load(MODEL)


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse passages, in order."""
    for doc in pipeline().pipe(texts, batch_size=64):
        for token in doc:
            # The table of lemmas has no plurals of words that the treebank lacks.
            plural = token.pos_ == "NOUN" or token.morph.get("Number", []) == ["Plur"]
            if plural and token.lower_.endswith("s"):
                _singular(token)
        yield doc


def _singular(token: Token) -> None:
    word = token.lower_
    if token.lemma_.lower() == word and len(word) > LETTERS and not word.endswith(("ss", "us", "is", "ics", "news")):
        token.lemma_ = word[:-1]
