"""Figures: how many, as a quote tells it, so that differing figures can be set beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATES = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b\.?(?:,?\s+\d{{4}})?"
    rf"|\b(?:{_MONTHS})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?"
    r"|\b\d{1,2}:\d{2}\b|\b(?:in|of|since|until|by)\s+(?:19|20)\d{2}\b|\b\d{4}-\d{2}-\d{2}\b"
)
_NUMBER = r"\d[\d,.]*\d|\d"
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|dozens|scores|hundreds|thousands|half|most|all|none|no|several|many|few|a third|a quarter|a majority"
)
_SPEAKERS = r"(?!\s+(?:[\w.]+\s+){0,2}(?:officials?|sources?|diplomats?|analysts?|reporters?|people\s+familiar)\b)"
_ABOUT = r"(?:at least|at most|more than|fewer than|less than|up to|over|nearly|almost|about|around|some|roughly|only)"
_FIGURE = re.compile(
    rf"\b(?:{_ABOUT}\s+)?(?:(?:{_NUMBER})(?:\s+(?:hundred|thousand|million|billion))?|\b(?:{_WORDS})\b){_SPEAKERS}"
    r"(?:\s*%|\s+per\s?cent)?(?:\s+of(?:\s+(?:the|its|their|these|those))?)?(?:\s+(?!and\b|or\b|in\b|on\b|at\b|by\b)[a-z]{3,})?",
    re.IGNORECASE,
)


def figures(quote: str) -> tuple[str, ...]:
    """The figures in a quote, each with the word that it counts: "some 180 missiles", "90 % of the missiles".

    Days and times are no figures, nor how many officials say so.

    Args:
        quote: as the report has it.
    """
    found = (" ".join(match[0].split()) for match in _FIGURE.finditer(_DATES.sub(" ; ", quote)))
    return tuple(dict.fromkeys(found))


def differ(told: Sequence[Sequence[str]]) -> bool:
    """Whether claims that tell figures do not all tell the same.

    Args:
        told: the figures of each claim; those that tell none count for nothing.
    """
    return len({tuple(sorted(one.casefold() for one in figures)) for figures in told if figures}) > 1
