"""Preparing a report's text for reading, with the way back to every character of the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dateline import DATELINE, LONGEST_DATELINE
from ingest.transcripts import LABEL

SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‛": "'",
        "´": "'",
        "`": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u202f": " ",
    }
    | {"\u2009": " ", "\t": " ", "‐": "-", "‑": "-", "―": "—"}
)
"""Signs that say the same, each for one character, so that offsets stay."""

PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
"""What stays as it is: seen letters with single spaces between them."""

RANK = re.compile(r"(?=[BCGMPRS])\b(?:Capt|Spc|Maj|Sgt|Cpl|Pfc|Pvt|Cmdr|Brig|Cpt|Sen|Rep|Gov)(\.)(?= +[\"“A-Z])")
"""Ranks whose point looks like the end of a sentence."""

FOOTNOTE = re.compile(r"(?<=\S)\[(?:\d{1,3}|[a-z]|note \d{1,2}|citation needed)\]")
"""Marks of footnotes, as encyclopedias set them behind a word: "al-Assad,[1]"."""

LONGEST_PASSAGE = 20_000
"""Characters. A line that is longer is cut at sentence ends: the parser's memory grows with the passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, ready to be parsed.

    Attributes:
        text: the paragraph with plain signs, and without marks that are not seen.
        offsets: for each character of ``text``, and for its end, the offset in the report's text.
        headline: whether it is a headline: a short line at the beginning that no full stop ends.
        label: who speaks it in a transcript, as it is written before a colon: "JULIE BISHOP"; else empty.
    """

    text: str
    offsets: tuple[int, ...]
    headline: bool
    label: str = ""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the report's text for a span of ``text``."""
        return self.offsets[start], min(self.offsets[end - 1] + 1, self.offsets[-1]) if end > start else self.offsets[
            start
        ]


def passages(text: str) -> Iterator[Passage]:
    """The paragraphs of a report's text, in order; empty ones are passed over."""
    first = True
    for match in re.finditer(r"[^\n\r\u2028\u2029\f\v]+", text):
        for start, end in _pieces(text, match.start(), match.end()):
            passage = _passage(text, start, end, first)
            if passage is not None:
                first = first and passage.headline
                yield passage


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong line at sentence ends, or at spaces where it has none."""
    while end - start > LONGEST_PASSAGE:
        cut = max(text.rfind(". ", start, start + LONGEST_PASSAGE) + 1, 0) or text.rfind(
            " ", start, start + LONGEST_PASSAGE
        )
        cut = cut if cut > start else start + LONGEST_PASSAGE
        yield start, cut
        start = cut
    yield start, end


def _passage(text: str, start: int, end: int, first: bool) -> Passage | None:
    top = text[start : min(end, start + LONGEST_DATELINE)]
    turn = LABEL.match(top.lstrip())
    opening = LABEL.search(top) if turn else DATELINE.match(top)
    start += opening.end() if opening else 0
    written = text[start:end].translate(SIGNS)
    kept: list[str] | str
    offsets: list[int] | range
    footnotes = "[" in written and FOOTNOTE.search(written)
    if PLAIN.fullmatch(written) and not footnotes and not RANK.search(written):
        kept, offsets = written, range(start, end)
    else:
        kept, offsets = _seen(written, start)
    if not any(letter.isalpha() for letter in kept):
        return None
    words = "".join(kept)
    label = turn[1] if turn else ""
    open_ended = not re.search(r"[.!?:;]['\")]?$", words)
    end_offset = offsets[-1] + 1
    if open_ended:
        # A tree of a line without a full stop is worse than one of a sentence.
        return Passage(words + ".", (*offsets, end_offset, end_offset), first and len(words) < 200, label)
    return Passage(words, (*offsets, end_offset), headline=False, label=label)


def _seen(written: str, start: int) -> tuple[list[str], list[int]]:
    """The letters that are seen, each with its offset; of several spaces the first, no point of a rank, no footnote."""
    kept: list[str] = []
    offsets: list[int] = []
    unread = {match.start(1) for match in RANK.finditer(written)}
    unread |= {place for match in FOOTNOTE.finditer(written) for place in range(*match.span())}
    for index, letter in enumerate(written, start):
        if index - start in unread or unicodedata.category(letter) in {"Cf", "Cc", "Co", "Cs", "Cn"}:
            continue
        if letter == " " and (not kept or kept[-1] == " "):
            continue
        kept.append(letter)
        offsets.append(index)
    while kept and kept[-1] == " ":
        kept.pop()
        offsets.pop()
    return kept, offsets
