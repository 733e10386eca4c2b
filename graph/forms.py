"""Surface forms: how the name of an actor may stand in a text, and when two spellings are the same form."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "&": " and ",
        "+": " plus ",
    }
)
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´ʾʿ.]")
_GAPS = re.compile(r"[\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])\s*$", re.IGNORECASE)


class FormKind(StrEnum):
    """What a surface form is to its actor; a text extractor treats each differently."""

    NAME = "name"
    ALIAS = "alias"
    DEMONYM = "demonym"
    METONYM = "metonym"
    DESCRIPTION = "description"
    SURNAME = "surname"


class Form(NamedTuple):
    """One surface form of one actor.

    Args:
        actor: the actor's id.
        kind: what the form is to the actor.
        written: the form as the gazetteer writes it, with its capitals and accents.
    """

    actor: str
    kind: FormKind
    written: str

    @property
    def cased(self) -> bool:
        """Whether capitals tell it from a plain word: ``US`` and ``WHO`` are names, "us" and "who" are not."""
        letters = [letter for letter in self.written if letter.isalpha()]
        return len(letters) <= 5 and all(letter.isupper() for letter in letters)


@lru_cache(maxsize=100_000)
def normalised(text: str) -> str:
    """The key under which two spellings of a form meet.

    Case, accents, apostrophes and full stops are dropped, hyphens and other signs become one space, and so does "the"
    at the beginning: "The U.S." and "us" meet, and so do "Al-Qaïda" and "al qaida". Text in other scripts keeps its
    letters. What is not text (signs only) gives "".
    """
    plain = _APOSTROPHES.sub("", plain_letters(text))
    return _GAPS.sub(" ", plain).strip().removeprefix("the ")


def plain_letters(text: str) -> str:
    """Text in small letters without accents: "Støre" as "store"; other scripts keep their letters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return plain.translate(_UNDECOMPOSED)


def without_possessive(text: str) -> str:
    """``text`` without a possessive ending: "Iran's" gives "Iran", "the States'" gives "the States"."""
    return _POSSESSIVE.sub("", text)
