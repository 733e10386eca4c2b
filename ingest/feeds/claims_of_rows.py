"""Claims of rows: where what a row tells can be seen to keep the rules of claims, the model does not check it again.

A feed has millions of rows, and nothing that is done with one takes as long as the check of its claim.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.claims import Attribution, Claim, Mention, Provided
from graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from ingest.feeds.telling import Told

SURELY_SHORT = 200
"""Characters; every text of a claim or a row may be as long."""

LONGEST_QUOTE = 2000
"""Characters; notes that are longer are cut."""


def claim_of(
    told: Told, *, feed: str, extractor: str, report: str, subject: str, target: str | None, chain: tuple[str, ...]
) -> Claim:
    """The claim of one relation that a row tells.

    Args:
        told: the relation.
        feed: which feed, as on ``Provided``.
        extractor: as on ``Claim``.
        report: id of its report.
        subject: id of the actor who does it.
        target: id of the one to whom.
        chain: ids of those who say so, outermost first.

    Raises:
        pydantic.ValidationError: if it breaks a rule of claims.
    """
    make_row, make_claim = (Provided.trusted, Claim.trusted) if _keeps_the_rules(told) else (_checked_row, _checked)
    return make_claim(
        {
            "report": report,
            "type": told.type,
            "subject": _mention(subject),
            "object": _mention(target) if target else None,
            "when": told.when,
            "mode": told.mode,
            "modality": told.modality,
            "negated": told.negated,
            "quote": told.quote,
            "start": 0,
            "end": 0,
            "confidence": told.confidence,
            "extractor": extractor,
            "attribution": _attribution(chain),
            "provided": make_row({"feed": feed, "row": told.row, "code": told.code, "score": told.score}),
        }
    )


def _keeps_the_rules(told: Told) -> bool:
    """Whether it surely does; where it may not, the model says what is wrong."""
    return (
        0 < len(told.row) <= SURELY_SHORT
        and 0 < len(told.quote) <= LONGEST_QUOTE
        and (told.code is None or len(told.code) <= SURELY_SHORT)
        and type(told.score) in (float, type(None))
        and (not told.score or math.isfinite(told.score))
        and type(told.confidence) is float
        and 0 <= told.confidence <= 1
        and told.type in vocabulary().types
        and all(map(_is_text, (told.row, told.quote, told.code or "", told.mode or "")))
    )


def _is_text(value: str) -> bool:
    """Whether it is text and holds no half of a character."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _checked(values: dict[str, object]) -> Claim:
    return Claim.model_validate(values)


def _checked_row(values: dict[str, object]) -> Provided:
    return Provided.model_validate(values)


@lru_cache(maxsize=100_000)
def _mention(actor: str) -> Mention:
    return Mention(actor=actor)


@lru_cache(maxsize=100_000)
def _attribution(chain: tuple[str, ...]) -> tuple[Attribution, ...]:
    return tuple(Attribution(actor=actor) for actor in chain)
