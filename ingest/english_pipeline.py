"""The trained English pipeline that is shipped with Rapport (see ``english/README.md``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy import attrs
from spacy.language import Language

MODEL = Path(__file__).parent / "english"

LEMMATIZER = "lemmatizer"
"""The part of the pipeline that is asked once for each word, and not for each time that it stands in a text."""

AFTER_A_STOP = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
"""A hyphen behind letters that stand for a name: "U.S.-Iraq", "U.N.-backed"."""


WHOLE = re.compile(r"(?:re-[a-z]{3,}|co-(?:operat|ordinat)[a-z]+)$", re.IGNORECASE)
"""Words that a hyphen does not split: "RE-IMPOSED sanctions", "CO-OPERATES with Kenya"."""


def as_one_word(word: str) -> str:
    """A word as it is written without the hyphen that does not split it: "reimposed"."""
    return word.replace("-", "", 1) if WHOLE.match(word) else word


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, loaded once; it splits "U.S.-Iraq" as it does "US-Iraq", and leaves "re-imposed" whole."""
    loaded = spacy.load(MODEL)
    tokenizer: Any = loaded.tokenizer
    infixes: re.Pattern[str] = tokenizer.infix_finditer.__self__
    tokenizer.infix_finditer = re.compile(f"{infixes.pattern}|{AFTER_A_STOP}").finditer
    vocabulary: Any = loaded.vocab
    tokenizer.token_match = WHOLE.match
    getters: dict[int, Callable[[str], str]] = vocabulary.lex_attr_getters
    norm = getters[attrs.NORM]
    getters[attrs.NORM] = lambda word: norm(as_one_word(word))
    return loaded
