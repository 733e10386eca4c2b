"""Names with an apostrophe in them: "the Women's Union", "the Workers' Party"."""

from __future__ import annotations

from collections.abc import Iterable

from graph.actors import actor_id
from ingest.language import english
from ingest.name import Name
from ingest.tokens import Doc, Token
from ingest.tree import is_plural

APOSTROPHES = frozenset({"'s", "’s", "'", "’"})

MANY = frozenset({"women", "men", "children", "people"})
"""Plurals without "-s", which the parser takes for one where they are written large."""


def with_owners(doc: Doc, unknown: Iterable[Name], taken: set[int]) -> list[Name]:
    """Names that nobody knows, with those of bodies that are called by whose they are.

    Args:
        doc: the passage.
        unknown: the names in it that nobody knows.
        taken: where known names stand.
    """
    names = list(unknown)
    for sign in doc.tokens[1:-1]:
        if sign.lower_ not in APOSTROPHES or sign.dep_ != "case" or not _are_people(sign.before, taken):
            continue
        start, end = _start(doc, sign.i - 1, taken), _end(doc, sign.i + 1, taken)
        text = doc[start:end].text
        if end > sign.i + 1 and _is_body(doc[end - 1]):
            names = [name for name in names if name.end <= start or name.start >= end]
            names.append(Name(start, end, actor_id(text), text, None))
    return sorted(names, key=lambda name: name.start)


def _are_people(owner: Token, taken: set[int]) -> bool:
    """Whether a word written large is for people of a sort, and no name: "the WORKERS' Party"."""
    nouns = english().nouns
    lemma = owner.lemma_.lower()
    people = lemma in nouns.people or lemma in nouns.others or owner.lower_ in MANY or is_plural(owner)
    return people and owner.text[:1].isupper() and owner.i not in taken and owner.pos_ in {"NOUN", "PROPN"}


def _start(doc: Doc, place: int, taken: set[int]) -> int:
    first = doc[place].sent.start
    while place > first and place - 1 not in taken and _goes_on(doc[place - 1]) and place - 1 > first:
        place -= 1
    return place


def _end(doc: Doc, place: int, taken: set[int]) -> int:
    while place < len(doc) and place not in taken and _goes_on(doc[place]):
        place += 1
    return place


def _goes_on(word: Token) -> bool:
    return word.text[:1].isupper() and word.text.isalpha() and word.pos_ in {"ADJ", "PROPN", "NOUN"}


def _is_body(word: Token) -> bool:
    return word.lower_ in english().syntax.body_words or word.lower_ in english().syntax.owned_societies
