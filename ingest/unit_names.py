"""Names of military units, whose words are of every part of speech: "the 507TH AIR REFUELING WING"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.actors import actor_id
from ingest.language import english
from ingest.name import Name
from ingest.noun_phrases import is_ordinal
from ingest.tokens import Doc

LONGEST = 7
"""Words that may stand between the number of a unit and what it is: "Explosive Ordnance Disposal Mobile UNIT Two"."""

SHORTEST = 3
"""Words; many armies have a "1st Battalion", and only one a "1st Mole Battalion"."""


def with_units(doc: Doc, unknown: Sequence[Name], taken: set[int]) -> list[Name]:
    """Names that nobody knows, where those of units are whole.

    Args:
        doc: the passage.
        unknown: the names in it that nobody knows.
        taken: where known names stand.
    """
    units = [unit for unit in _units(doc) if taken.isdisjoint(range(unit.start, unit.end))]
    if not units:
        return list(unknown)
    inside = {at for unit in units for at in range(unit.start, unit.end)}
    rest = [name for name in unknown if inside.isdisjoint(range(name.start, name.end))]
    return sorted([*rest, *units], key=lambda name: name.start)


def _units(doc: Doc) -> list[Name]:
    found: list[Name] = []
    for word in doc:
        if not word.text[:1].isupper() or word.lemma_.lower() not in english().nouns.units:
            continue
        start, end = word.i, word.i + 1
        first = max(word.sent.start, word.i - LONGEST)
        while start > first and doc[start - 1].text.isalpha() and doc[start - 1].text[:1].isupper():
            start -= 1
        numbered = start > word.sent.start and is_ordinal(doc[start - 1])
        start = start - 1 if numbered else start
        if end < len(doc) and not numbered and _is_number(doc[end].text):
            numbered, end = True, end + 1
        if numbered and end - start >= SHORTEST:
            text = doc[start:end].text
            found.append(Name(start, end, actor_id(text), text, None))
    return found


def _is_number(text: str) -> bool:
    """Whether a word numbers the unit before it: "Task Force 51", "Mobile Unit TWO"."""
    return text.isdigit() or (text.istitle() and text.lower() in english().syntax.unit_numbers)
