"""Short forms by which a report goes on to call a new name: "Peter Cook … COOK", "… (SRTF) … the SRTF"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from graph.gazetteer import Gazetteer
from ingest.hyphened_names import is_family_first
from ingest.language import english
from ingest.name import Name
from ingest.tokens import Doc, Token
from ingest.tree import OBLIQUES, SUBJECTS

LETTERS = range(2, 9)
"""How many letters stand for a name."""

LONG = range(4, 30)
"""Letters of a word that tells one body from another."""

WORDS = range(2, 5)
"""How many words a person's name has here; a longer run of capitals is seldom one."""

STANDING = frozenset({*SUBJECTS, *OBLIQUES, "obj", "nmod:poss", "conj", "ROOT"})
"""Where a person stands: a word that tells of another one is no surname."""


class ShortNames:
    """The short forms met in one report so far.

    Two persons of one surname leave it to neither. A name that the gazetteer knows is a short form only where the
    report itself tells in brackets of what its letters are short: "the Northern Army (NA)".

    Args:
        gazetteer: tells the names of known actors.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._surnames: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._letters: dict[str, Name] = {}
        self._full_names: dict[str, Name] = {}

    def resolved(self, doc: Doc, names: Iterable[Name]) -> list[Name]:
        """The names of a passage, those that only take up an earlier name as that name's actor.

        Args:
            doc: the passage.
            names: its names, in order and without overlap.
        """
        found = list(names)
        self._note_letters(doc, found)
        told = [self._full(name) for name in found]
        if self._letters or self._surnames:
            taken = {place for name in told for place in range(name.start, name.end)}
            missed = [name for token in doc.tokens if token.i not in taken and (name := self._missed(token))]
            told = sorted([*told, *missed], key=lambda name: name.start) if missed else told
        return told

    def _full(self, name: Name) -> Name:
        """A name, or whom it takes up; a person's full name is noted on the way."""
        known = self._letters.get(name.text) or self._full_names.get(name.text)
        if name.kind is not None and known is None:
            return name
        if known is not None:
            return Name(name.start, name.end, known.actor, known.text, known.kind, known.state)
        words = name.text.split()
        if len(words) == 1:
            full = self._surnames.get(_without_article(name.text), {})
            if len(full) == 1 and name.text.lower() not in english().places:
                ((actor, text),) = full.items()
                return Name(name.start, name.end, actor, text, None, name.state)
        elif words[0][:1].isdigit():
            # "the 407th Air Expeditionary Group … the 407TH AEG"
            letters = "".join(word[0] for word in words[1:] if word[0].isupper())
            self._letters.setdefault(f"{words[0]} {letters}", name)
        elif words[-1].isdigit() and words[-2] == "Force":
            # "Combined Task Force 150 … CTF 150", and the "CTF" of "Task Force 50" too
            letters = "".join(word[0] for word in words[:-1])
            for told in {letters, f"C{letters}"}:
                self._letters.setdefault(f"{told} {words[-1]}", name)
        elif is_family_first(name.text):
            self._surnames[words[0]][name.actor] = name.text
        elif len(words) in WORDS and all(map(_may_name_person, words)) and words[0].lower() not in _opening():
            self._surnames[_without_article(words[-1])][name.actor] = name.text
            if words[0] in english().syntax.families:
                # "Meng Wanzhou … MENG"
                self._surnames[words[0]][name.actor] = name.text
        return name

    def _note_letters(self, doc: Doc, names: list[Name]) -> None:
        """Note the letters in brackets behind a name of which they are short: "the East Mole Corporation (EMC)".

        Where the letters are those of an actor whose name has a word of this one, they tell who it is: "the National
        Liberation Army (ELN)".
        """
        if "(" not in doc.text:
            return
        known = {name.start: name for name in names if name.kind is not None}
        ends = {name.end for name in known.values()}
        for name in names:
            if name.end + 2 >= len(doc) or doc[name.end].text != "(" or doc[name.end + 2].text != ")":
                continue
            letters = doc[name.end + 1].text
            if not letters.isupper() or len(letters) not in LETTERS:
                continue
            meant = known.get(name.end + 1)
            if meant is not None and name.kind is None and self._share_word(name, meant):
                self._full_names.setdefault(name.text, meant)
                continue
            capitals = sum(word.text[:1].isupper() for word in doc[name.start : name.end])
            # "the Syria Recovery Trust Fund" is the fund of a state, named apart.
            spelt_out = capitals + (name.start in ends) >= len(letters) and capitals > 1
            if spelt_out and _are_initials(letters, doc, name.end):
                self._letters.setdefault(letters, name)

    def _share_word(self, name: Name, known: Name) -> bool:
        """Whether a name that nobody knows has a long word of a known actor's names."""
        entry = self._gazetteer.entries[known.actor]
        own = {word for told in (entry.name, *entry.aliases) for word in told.lower().split() if len(word) in LONG}
        return not own.isdisjoint(name.text.lower().split())

    def _missed(self, token: Token) -> Name | None:
        """A short form that the parser takes for another word: "the SRTF builds schools", "BOOKER was sent"."""
        known = self._letters.get(token.text)
        if known is not None:
            return Name(token.i, token.i + 1, known.actor, known.text, known.kind, known.state)
        full = self._surnames.get(token.text, {})
        if len(full) != 1 or token.pos_ == "PROPN" or token.dep_ not in STANDING:
            return None
        if any(child.i < token.i and child.dep_ not in {"case", "cc", "punct"} for child in token.children):
            return None
        ((actor, text),) = full.items()
        return Name(token.i, token.i + 1, actor, text, None)


def _are_initials(letters: str, doc: Doc, end: int) -> bool:
    """Whether the words before ``end`` begin with these letters; small words such as "of" are passed over."""
    place = end
    for letter in reversed(letters):
        place -= 1
        while place >= 0 and doc[place].text[:1].islower() and end - place < 2 * len(letters):
            place -= 1
        if place < 0 or doc[place].text[:1] != letter:
            return False
    return True


def _without_article(surname: str) -> str:
    """A surname, which a report goes on to tell without its article: "Omar AL-MASRI … MASRI"."""
    article, _, rest = surname.partition("-")
    return rest if rest[:1].isupper() and article.lower() in english().syntax.name_articles else surname


def _may_name_person(word: str) -> bool:
    """Whether a word can be part of a person's name: "Samir", "al-Masri", and the initial "P."."""
    if re.fullmatch(r"[A-Z]\.?", word):
        return True
    parts = re.split(r"[-'’]", word)
    written = all(part.isalpha() for part in parts) and parts[-1][0].isupper() and not word.isupper()
    return written and word.lower() not in english().not_persons


def _opening() -> frozenset[str]:
    return english().syntax.opening_towns
