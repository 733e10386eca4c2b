"""Headlines whose every word has a capital: written again as sentences, with capitals where names begin."""

from __future__ import annotations

import re

from graph.forms import FormKind, normalised
from graph.gazetteer import Gazetteer
from ingest.capitals import LONGEST_NAME, WORD
from ingest.language import english
from ingest.lexicon import bare_forms, is_plain, lexicon

MOST_WORDS = 30
"""What is longer is no headline."""

LETTERS = 4
"""Words that are shorter have no capital in some headlines: "in", "to", "as"."""

PLAIN_WORDS = 2
"""How many words that are no names must have a capital."""

AUXILIARIES = frozenset({"may", "will"})
"""Surnames that are verbs in a headline: "Iran MAY Attack"."""


def _may_tell(word: str) -> bool:
    """Whether a word may be the verb of a headline: one that makes a frame, or a verb of saying."""
    language = english()
    verbs = (bare for bare in bare_forms(word.lower()) if bare in lexicon().verbs)
    return any(("verb", verb) in language.by_lemma or verb in language.attribution.saying for verb in verbs)


def is_titled(text: str) -> bool:
    """Whether a line is a headline with a capital at every word but the smallest, and not only names."""
    words = WORD.findall(text)
    if not PLAIN_WORDS < len(words) <= MOST_WORDS:
        return False
    small = [word for word in words if word[0].islower()]
    if any(len(word) >= LETTERS or word not in english().syntax.small_words for word in small):
        return False
    plain = [word for word in words[1:] if word[0].isupper() and is_plain(word) and not word.isupper()]
    return len(plain) >= PLAIN_WORDS and any(map(_may_tell, plain))


def as_plain(text: str, gazetteer: Gazetteer) -> str:
    """A headline in small letters but for its names and what nobody knows; as long as before, letter for letter.

    Args:
        text: the line.
        gazetteer: the known names.
    """
    words = list(WORD.finditer(text))
    letters = list(text)
    index = 0
    while index < len(words):
        length = _name_length(text, words, index, gazetteer)
        if length == 0 and not _opens_unknown(words, index):
            _lower(letters, words[index], first=index == 0)
        index += max(1, length)
    return "".join(letters)


def _opens_unknown(words: list[re.Match[str]], index: int) -> bool:
    """Whether a word may be a name or title before a name that nobody knows: "MOHAMMAD Faisal", "MINISTER Faisal"."""
    word = words[index].group()
    behind = words[index + 1].group() if index + 1 < len(words) else word
    return behind[0].isupper() and not is_plain(behind) and word.lower() in lexicon().only_nouns


def _lower(letters: list[str], word: re.Match[str], *, first: bool) -> None:
    """Write the plain parts of a word in small letters; the first word of a sentence keeps its capital."""
    if word.group().isupper():
        return
    place = word.start()
    for part in word.group().split("-"):
        if is_plain(part) and not (first and place == word.start()):
            letters[place] = letters[place].lower()
        place += len(part) + 1


def _name_length(text: str, words: list[re.Match[str]], index: int, gazetteer: Gazetteer) -> int:
    """How many words from one on are a known name; 0 where none is."""
    for length in range(min(LONGEST_NAME, len(words) - index), 0, -1):
        written = text[words[index].start() : words[index + length - 1].end()]
        forms = gazetteer.names().get(normalised(written), ())
        known = [form for form in forms if form.kind is not FormKind.SURNAME or written.lower() not in AUXILIARIES]
        cased = [form for form in known if not form.cased or written.isupper()]
        if cased or normalised(written) in english().places:
            return length
    return 0
