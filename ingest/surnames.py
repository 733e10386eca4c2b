"""Persons whom nobody knows, named in full once and by their surname behind: "Ann Hart … HART said"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.language import english
from ingest.name import Name
from ingest.tokens import Doc, Token
from ingest.tree import OBLIQUES, SUBJECTS

FULL = (2, 4)
"""How many words a full name has at least and at most."""

STANDING = frozenset({*SUBJECTS, *OBLIQUES, "obj", "nmod:poss", "conj", "ROOT"})
"""Where a person stands: a word that tells of another one is no surname."""


class Surnames:
    """The persons that one report has named in full so far."""

    def __init__(self) -> None:
        self._full: dict[str, Name | None] = {}

    def told(self, doc: Doc, names: Sequence[Name]) -> list[Name]:
        """The names of a passage in their order, each surname alone as that of the person named in full before.

        Args:
            doc: the passage.
            names: those found in it, in their order.
        """
        meant = [self._meant(doc, name) for name in names]
        taken = {position for name in meant for position in range(name.start, name.end)}
        missed = [self._missed(token) for token in doc.tokens if token.i not in taken and token.lower_ in self._full]
        found = [*meant, *(name for name in missed if name is not None)]
        return sorted(found, key=lambda name: name.start) if missed else found

    def _meant(self, doc: Doc, name: Name) -> Name:
        """A name as it is, or who is meant by a surname alone; full names are noted."""
        if name.kind is not None or name.state is not None:
            return name
        words = name.text.split()
        surname = words[-1].lower()
        if len(words) == 1:
            full = self._full.get(surname)
            return Name(name.start, name.end, full.actor, full.text, None) if full else name
        if FULL[0] <= len(words) <= FULL[1] and _is_person(doc, name):
            known = self._full.get(surname, name)
            # Of two who are called so, neither is meant.
            self._full[surname] = known if known is not None and known.actor == name.actor else None
        return name

    def _missed(self, token: Token) -> Name | None:
        """A surname that the parser takes for another word: "KEELER was assigned to the regiment"."""
        full = self._full.get(token.lower_)
        if full is None or not token.text.istitle() or token.pos_ == "PROPN" or token.dep_ not in STANDING:
            return None
        if any(child.i < token.i and child.dep_ not in {"case", "cc", "punct"} for child in token.children):
            return None
        return Name(token.i, token.i + 1, full.actor, full.text, None)


def _is_person(doc: Doc, name: Name) -> bool:
    """Whether a name of several words can be a person's, and is written as one."""
    words = doc.tokens[name.start : name.end]
    language = english()
    if any(word.lower_ in language.not_persons or word.lower_ in language.places for word in words):
        return False
    alone = words[-1].text
    return alone[:1].isupper() and not alone.isupper() and words[0].text[:1].isupper() and words[-1].dep_ == "flat"
