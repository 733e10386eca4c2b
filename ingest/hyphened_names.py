"""Names whose parts a hyphen joins: "Ann HART-HILL", "JEAN-MARIE Hill", "PARK SOON-JA", "UNMO-X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.actors import actor_id
from ingest.language import english
from ingest.name import Name
from ingest.tokens import Doc, Token
from ingest.tree import HYPHENS

WITH_PARTICLE = re.compile(r"[A-Z]\w+-[a-z]{1,3}-[A-Z]\w+")
"""Words that a small word joins: "Jamaat-e-Islami", "Aix-en-Provence"."""

GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]{1,6}")
"""A given name of two syllables, as news writes those of Korea and Taiwan: "Soon-ja"."""


def family_first(tokens: Sequence[Token], start: int, whole: str) -> Name | None:
    """A name that opens with the family's, and has a given name of two syllables: "PARK SOON-JA", "TSAI ING-WEN".

    Args:
        tokens: the passage's.
        start: where the name would begin.
        whole: the passage's letters.
    """
    if tokens[start].text not in english().syntax.families or start + 4 > len(tokens):
        return None
    family, last = tokens[start], tokens[start + 3]
    text = whole[family.idx : last.idx + len(last.text)]
    return Name(start, start + 4, actor_id(text), text, None) if is_family_first(text) else None


def is_family_first(name: str) -> bool:
    """Whether a name is written with the family's first: its first word is how the person is called for short."""
    family, _, given = name.partition(" ")
    return family in english().syntax.families and GIVEN.fullmatch(given) is not None


def with_hyphens(doc: Doc, names: list[Name]) -> list[Name]:
    """Join names that nobody knows where a hyphen without spaces stands between them.

    Args:
        doc: the passage.
        names: in order and without overlap; those that are known are left as they are.
    """
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else name
        if _are_joined(doc, before, name):
            text = doc[before.start : name.end].text
            joined[-1] = Name(before.start, name.end, actor_id(text), text, None, before.state)
        else:
            joined.append(name)
    return joined


def _are_joined(doc: Doc, before: Name, name: Name) -> bool:
    if before.kind is not None or name.kind is not None:
        return False
    if WITH_PARTICLE.fullmatch(doc[before.end - 1 : name.start + 1].text):
        return True
    if before.end + 1 != name.start:
        return False
    hyphen = doc[before.end]
    if hyphen.text not in HYPHENS or not doc[before.start : name.end].text.endswith(f"{hyphen.text}{name.text}"):
        return False
    last = before.text.rpartition(" ")[2]
    alike = last.isupper() == name.text.isupper()
    return alike and doc.text[hyphen.idx - 1] != " "
