"""Headlines in capitals: written again as a sentence, so that the parser and the names can be told from plain words."""

from __future__ import annotations

import re

from graph.forms import FormKind, normalised
from graph.gazetteer import Gazetteer

LONGEST_NAME = 5
"""Words of the longest name that is looked for in a headline."""

WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")


def is_shouted(text: str) -> bool:
    """Whether a line is written in capitals; a few words of that sort may be names alone."""
    if any(letter.isalpha() and not letter.isupper() for letter in text):
        return False
    return len(WORD.findall(text)) > 2 and sum(map(str.isalpha, text)) > 10


def as_sentence(text: str, gazetteer: Gazetteer) -> str:
    """A shouted line with capitals only where names begin; as long as before, letter for letter.

    Args:
        text: the line.
        gazetteer: the known names. A name that nobody knows becomes plain words.
    """
    words = list(WORD.finditer(text))
    letters = list(text.lower())
    index = 0
    while index < len(words):
        lengths = range(min(LONGEST_NAME, len(words) - index), 0, -1)
        length = next((n for n in lengths if _is_name(text, words[index : index + n], gazetteer)), 0)
        for word in words[index : index + length]:
            written = word.group()
            keeps = length == 1 and _is_acronym(written, gazetteer)
            start, end = word.span()
            letters[start:end] = list(written if keeps else written[0] + written[1:].lower())
        index += max(1, length)
    if words:
        letters[words[0].start()] = text[words[0].start()]
    plain = "".join(letters)
    return plain if len(plain) == len(text) else text


def _is_name(text: str, words: list[re.Match[str]], gazetteer: Gazetteer) -> bool:
    forms = gazetteer.names().get(normalised(text[words[0].start() : words[-1].end()]), ())
    return any(form.kind is not FormKind.SURNAME for form in forms)


def _is_acronym(word: str, gazetteer: Gazetteer) -> bool:
    return any(form.cased for form in gazetteer.names().get(normalised(word), ()))
