"""Which language a text is in, so that what the frames cannot read is told and not guessed at."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.language import english

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LOOKED_AT = 3_000
"""Characters from the top of a text that are looked at."""

SURE = 0.9
"""Probability from which another language than English is believed. Over 1,312 English news sentences and reports none
reached it."""

ENGLISH_SHARE = 0.05
"""Share of function words from which a longer text is English whatever the model says; in news it is about 0.4."""

WORDS = 10
"""Words from which a text is long enough for the share of its function words to tell."""


def foreign_language(text: str) -> str | None:
    """The name of the language of a text that is not English; None where it is, or where nobody can tell.

    Args:
        text: the text; its first 3,000 characters are looked at.
    """
    words = [word.strip(".,;:!?\"'()") for word in text[:LOOKED_AT].lower().split()]
    if not any(letter.isalpha() for letter in text[:LOOKED_AT]):
        return None
    code, probability = _identifier().classify(text[:LOOKED_AT])
    if code == "en":
        return None
    share = sum(word in english().syntax.function_words for word in words) / len(words)
    latin = sum(letter < "\u0250" for letter in text[:LOOKED_AT]) > len(text[:LOOKED_AT]) / 2
    long_enough = len(words) >= WORDS
    if latin and (share >= ENGLISH_SHARE or not (probability >= SURE or long_enough)):
        return None
    return _named(code)


def _named(code: str) -> str:
    import pycountry

    key = "alpha_2" if len(code) == 2 else "alpha_3"
    found = pycountry.languages.get(**{key: code})
    return str(found.name).split(" (", maxsplit=1)[0] if found else f"'{code}'"


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Those with a code of two letters are the languages of newspapers; pidgins and dialects only blur the choice.
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier
