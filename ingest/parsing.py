"""The trained English pipeline: parts of speech, features, lemmas and trees (see ``english/README.md``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

MODEL = Path(__file__).parent / "english"


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline that is shipped with Rapport, loaded once."""
    return spacy.load(MODEL)


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse passages, in order."""
    return pipeline().pipe(texts, batch_size=64)
