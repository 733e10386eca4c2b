"""Quotes: finding again, in the text, the words that a language model says it copied from there."""

from __future__ import annotations

import re
import unicodedata

from ingest.text import SIGNS

LONGEST_QUOTE = 1_500
"""Characters. A quote of half an article proves nothing; the longest sentences of newspapers have about 800."""


class Passages:
    """A text in which words are looked up whatever their spaces and kind of quotation marks, with the way back.

    Models put one space for a line break and a straight quotation mark for a curly one, and leave out signs that cannot
    be seen. All else has to be as it stands, and words are never cut: "ran" is not found in "Iran".

    Args:
        text: the report's text, or a part of it.
        start: where the part begins in the report's text, in characters.
    """

    def __init__(self, text: str, start: int = 0) -> None:
        self._start = start
        self._plain, self._offsets = _plain(text)

    def find(
        self, words: str, within: tuple[int, int] | None = None, *, any_case: bool = False
    ) -> tuple[int, int] | None:
        """Where words stand first.

        Args:
            words: what is looked up.
            within: offsets in the report's text between which to look.
            any_case: whether capitals may differ.

        Returns:
            Offsets in the report's text, the end exclusive; None where the words do not stand there.
        """
        wanted = _plain(words)[0].strip()
        if not wanted:
            return None
        before = r"(?<!\w)" if wanted[0].isalnum() else ""
        after = r"(?!\w)" if wanted[-1].isalnum() else ""
        for match in re.finditer(before + re.escape(wanted) + after, self._plain, re.IGNORECASE if any_case else 0):
            start = self._start + self._offsets[match.start()]
            end = self._start + self._offsets[match.end() - 1] + 1
            if within is None or (within[0] <= start and end <= within[1]):
                return start, end
        return None


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with plain signs and single spaces, and for each of its characters the offset where it stood."""
    kept: list[str] = []
    offsets: list[int] = []
    for offset, sign in enumerate(text):
        letter = " " if sign.isspace() else sign.translate(SIGNS)
        if letter == " ":
            if not kept or kept[-1] == " ":
                continue
        elif unicodedata.category(letter) in {"Cf", "Cc", "Cs"}:
            continue
        kept.append(letter)
        offsets.append(offset)
    return "".join(kept), offsets
