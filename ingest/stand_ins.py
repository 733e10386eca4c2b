"""What the parser takes for something else: while it reads, what it knows stands there, as many letters long."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ingest.language import rows
from ingest.tokens import Doc

NEAR = 2
"""Letters of a neighbour all in capitals from which on it may be shouted, so that "IS" may be a verb."""


QUOTED = re.compile(r"(?<![^\s(])['‘]((?:[^'’‘\n]|(?<=\w)['’](?=\w)){2,200})(?<=[\w.,!?…])['’](?!\w)")
"""What single marks quote, which the parser takes for a possessive: "at the Kremlin 'war is no way out'"."""


def with_stand_ins(text: str) -> str:
    """A text as the parser is to read it; as long as before, letter for letter."""
    pattern, names = _known()
    text = QUOTED.sub(r'"\1"', text)
    return pattern.sub(lambda found: _instead(found, names), text)


def restore(doc: Doc, text: str) -> None:
    """Give the words of a parsed passage their own letters back."""
    if doc.text == text:
        return
    doc.text = text
    for token in doc.tokens:
        own = text[token.idx : token.idx + len(token.text)]
        if own != token.text:
            token.text, token.lower_, token.lemma_ = own, own.lower(), own


@lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], Mapping[str, str]]:
    names = {name: other for other, listed in rows("stand_ins.yaml").items() for name in listed}
    unlike = [name for name, other in names.items() if len(name) != len(other)]
    if unlike:
        raise ValueError(f"stand_ins.yaml: {unlike} and what stands for them differ in length")
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?!\w)"), names


def _instead(found: re.Match[str], names: Mapping[str, str]) -> str:
    """What stands for a name; a word between words in capitals may be no name at all."""
    name = found.group()
    if len(name) > NEAR or not (
        _is_shouted(found.string[: found.start()], -1) or _is_shouted(found.string[found.end() :], 0)
    ):
        return names[name]
    return name


def _is_shouted(text: str, place: int) -> bool:
    """Whether the nearest word is written in capitals."""
    words = text.split()
    word = re.sub(r"\W", "", words[place]) if words else ""
    return len(word) >= NEAR and word.isupper()
