"""The trained English pipeline that is shipped with Rapport (see ``english/README.md``)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

MODEL = Path(__file__).parent / "english"

LEMMATIZER = "lemmatizer"
"""The part of the pipeline that is asked once for each word, and not for each time that it stands in a text."""

AFTER_A_STOP = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
"""A hyphen behind letters that stand for a name: "U.S.-Iraq", "U.N.-backed"."""


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The pipeline, loaded once; it splits "U.S.-Iraq" as it does "US-Iraq"."""
    loaded = spacy.load(MODEL)
    tokenizer: Any = loaded.tokenizer
    infixes: re.Pattern[str] = tokenizer.infix_finditer.__self__
    tokenizer.infix_finditer = re.compile(f"{infixes.pattern}|{AFTER_A_STOP}").finditer
    return loaded
