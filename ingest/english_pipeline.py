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
from spacy.tokens import Doc as Parsed
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

MODEL = Path(__file__).parent / "english"

LEMMATIZER = "lemmatizer"
"""The part of the pipeline that is asked once for each word, and not for each time that it stands in a text."""

PASSAGES_AT_ONCE = 64
"""What the parser reads together; it was as quick with 128, and slower with 32 and with 256."""

AFTER_A_STOP = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
"""A hyphen behind letters that stand for a name: "U.S.-Iraq", "U.N.-backed"."""


WHOLE = re.compile(r"(?:re-[a-z]{3,}|co-(?:operat|ordinat|chair|lead|president)[a-z]*)$", re.IGNORECASE)
"""Words that a hyphen does not split: "RE-IMPOSED sanctions", "CO-OPERATES with Kenya", its "CO-CHAIRMAN"."""


def as_one_word(word: str) -> str:
    """A word as it is written without the hyphen that does not split it: "reimposed"."""
    return word.replace("-", "", 1) if WHOLE.match(word) else word


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, loaded once.

    Its matrices are multiplied by numpy and not by spaCy's own blis, which took up to twice as long for the same trees
    (``benchmarks/extraction_speed.py``).
    """
    with use_ops("numpy", use_blis=False):
        return loaded()


def loaded() -> Language:
    """The pipeline, loaded anew; it splits "U.S.-Iraq" as it does "US-Iraq", and leaves "re-imposed" whole."""
    english = spacy.load(MODEL)
    tokenizer: Any = english.tokenizer
    infixes: re.Pattern[str] = tokenizer.infix_finditer.__self__
    tokenizer.infix_finditer = re.compile(f"{infixes.pattern}|{AFTER_A_STOP}").finditer
    vocabulary: Any = english.vocab
    tokenizer.token_match = WHOLE.match
    getters: dict[int, Callable[[str], str]] = vocabulary.lex_attr_getters
    norm = getters[attrs.NORM]
    getters[attrs.NORM] = lambda word: norm(as_one_word(word))
    return english


def parsed_together(texts: list[str]) -> list[Parsed]:
    """Passages as the parser reads them, without lemmas.

    They are read on one processor: with two, numpy multiplied such small matrices no sooner, and kept both busy.
    """
    with _multiplication().limit(limits=1, user_api="blas"):
        return list(pipeline().pipe(texts, batch_size=PASSAGES_AT_ONCE, disable=[LEMMATIZER]))


@lru_cache(maxsize=1)
def _multiplication() -> ThreadpoolController:
    """How many processors numpy multiplies on; looked up once, after numpy was imported."""
    return ThreadpoolController()
