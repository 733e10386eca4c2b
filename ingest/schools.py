"""Schools, hospitals and museums that are named after a place: "KABUL University", "the University of GHANA"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.actors import ActorKind, actor_id
from graph.forms import FormKind, normalised
from graph.gazetteer import Gazetteer
from ingest.language import english
from ingest.name import Name
from ingest.tokens import Doc

PLACES = frozenset({FormKind.NAME, FormKind.METONYM, FormKind.ALIAS})
"""What the words for a place are to its state."""

BETWEEN = 2
"""Words that may stand between the place and the school: "Lagos STATE Teaching Hospital"."""


def with_schools(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names where those of places are joined to the schools that have their names from them.

    Args:
        doc: the passage.
        names: those found in it, in their order.
        gazetteer: the known actors.
    """
    heads = english().syntax.schools
    if doc.words.isdisjoint(heads):
        return list(names)
    joined: list[Name] = []
    for name in names:
        school = _school(doc, name, gazetteer)
        before = joined[-1] if joined else None
        if before is not None and before.end > school.start:
            # "the Hebrew University of Jerusalem"
            joined.pop()
            text = doc[before.start : school.end].text
            school = Name(before.start, school.end, actor_id(text), text, None, before.state or school.state)
        joined.append(school)
    return joined


def _school(doc: Doc, name: Name, gazetteer: Gazetteer) -> Name:
    """The school that has its name from a place; the name as it is where there is none."""
    entry = gazetteer.entries.get(name.actor) if name.kind in PLACES else None
    known = name.actor if entry is not None and entry.kind is ActorKind.STATE else None
    state = known or english().places.get(normalised(name.text))
    if state is None:
        return name
    start, end = name.start, name.end
    before = doc[start - 2] if start > 1 and doc[start - 1].lower_ == "of" else None
    if before is not None and before.lower_ in english().syntax.schools and before.text[:1].isupper():
        start = start - 2
    else:
        end = _end(doc, end)
    if (start, end) == (name.start, name.end):
        return name
    text = doc[start:end].text
    return Name(start, end, actor_id(text), text, None, state)


def _end(doc: Doc, end: int) -> int:
    """Where the name of a school ends that begins with a place; where the place ends where it is none's."""
    for at in range(end, min(end + BETWEEN + 1, len(doc))):
        if not doc[at].text[:1].isupper():
            return end
        if doc[at].lower_ in english().syntax.schools:
            return at + 1
    return end
