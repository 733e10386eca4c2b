"""Which language a text is in, so that what the frames cannot read is told and not guessed at."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.language import english
from ingest.lexicon import is_plain

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LOOKED_AT = 3_000
"""Characters from the top of a text that are looked at."""

SURE = 0.65
"""Probability from which another language than English is believed of a short text, or of one with English words. Of
13,674 English sentences of news and treebanks 17 are lost so: addresses, names in a row, and some that are French
indeed."""

ENGLISH_SHARE = 0.05
"""Share of function words from which a text is English; the median of 1,312 news sentences and reports is 0.22."""

ENGLISH_WORDS = 3
"""How many different function words such a text has: one or two are words of other languages too, as "will" and "an"
are German, "to" and "is" Hungarian, "he" Catalan."""

TELLING = 6
"""Letters of a word that is of one language as a rule: "war" and "in" are German too."""

WORDS = 10
"""Words from which a text is long enough for the lack of function words to tell."""

WORDS_WITH_NAMES = 40
"""Words from which a text is long enough for the names in it not to tell its language."""


def foreign_language(text: str) -> str | None:
    """The name of the language of a text that is not English; None where it is, or where nobody can tell.

    Args:
        text: the text; its first 3,000 characters are looked at.
    """
    top = text[:LOOKED_AT]
    words = [word.strip(".,;:!?\"'()") for word in top.lower().split()]
    if not any(letter.isalpha() for letter in top):
        return None
    latin = top.isascii() or sum(letter < "\u0250" for letter in top) > len(top) / 2
    found = [word for word in words if word in english().syntax.function_words]
    many = len(found) / len(words) >= ENGLISH_SHARE
    if latin and many and len(set(found)) >= ENGLISH_WORDS:
        # Most texts are English, and need no model to be known for it: it takes a second to load.
        return None
    doubtful = latin and (many or len(words) < WORDS)
    code = _foreign_code(top, doubtful=doubtful)
    named = latin and len(words) < WORDS_WITH_NAMES
    if named and _is_english_beside_names(top):
        return None
    if code is None or (named and _foreign_code(_without_names(top), doubtful=doubtful) is None):
        return None
    return _named(code)


def _foreign_code(text: str, *, doubtful: bool) -> str | None:
    """The code of another language than English; None where it is English, or where a text in doubt may be."""
    code, probability = _identifier().classify(text)
    return None if code == "en" or (doubtful and probability < SURE) else str(code)


def _is_english_beside_names(text: str) -> bool:
    """Whether every word of a short text that is no name is an English one, and one of them long enough to tell."""
    plain = [word.strip(".,;:!?\"'()") for word in text.split() if word[:1].islower()]
    known = all(word in english().syntax.function_words or is_plain(word) for word in plain)
    return len(plain) >= ENGLISH_WORDS and known and max(map(len, plain)) >= TELLING


def _without_names(text: str) -> str:
    """The words of a short text that are not written large: names are of no language, and "Uganda" looks like Ganda."""
    plain = [word for word in text.split() if not word[:1].isupper()]
    return " ".join(plain) if any(letter.isalpha() for word in plain for letter in word) else text


def _named(code: str) -> str:
    import pycountry

    found = pycountry.languages.get(alpha_2=code)
    return str(found.name).split(" (", maxsplit=1)[0] if found else f"'{code}'"


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Those with a code of two letters are the languages of newspapers; pidgins and dialects only blur the choice.
    identifier.set_languages([code for code in identifier.nb_classes if len(code) == 2])
    return identifier
