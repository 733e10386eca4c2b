"""Bodies that are named after a place: "KABUL University", "the University of GHANA", "the LONDON Stock Exchange"."""

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

BETWEEN = 3
"""Words that may stand between the place and the body: "Lagos STATE Teaching Hospital"."""

SHORT = 3
"""Letters of the longest words that headlines leave small: "and", "for"."""


def with_bodies_of_places(doc: Doc, names: Sequence[Name], gazetteer: Gazetteer) -> list[Name]:
    """Names where those of places are joined to the bodies that have their names from them.

    Args:
        doc: the passage.
        names: those found in it, in their order.
        gazetteer: the known actors.
    """
    if doc.words.isdisjoint(english().syntax.schools) and doc.words.isdisjoint(english().syntax.bodies_of_places):
        return list(names)
    joined: list[Name] = []
    for name in names:
        body = _body(doc, name, gazetteer)
        before = joined[-1] if joined else None
        if before is not None and before.end > body.start:
            # "the Hebrew University of Jerusalem", "the MOSCOW HELSINKI Group"
            joined.pop()
            start, end = before.start, max(before.end, body.end)
            text = doc[start:end].text
            body = Name(start, end, actor_id(text), text, None, before.state or body.state)
        joined.append(body)
    return joined


def _body(doc: Doc, name: Name, gazetteer: Gazetteer) -> Name:
    """The body that has its name from a place; the name as it is where there is none."""
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
    """Where the name of a body ends that begins with a place; where the place ends where it is none's."""
    words = english().syntax
    for at in range(end, min(end + BETWEEN + 1, len(doc))):
        if not doc[at].text[:1].isupper():
            return end
        if doc[at].lower_ in words.schools:
            return at + 1
        if doc[at].lower_ in words.bodies_of_places:
            return end if _is_headline(doc, at) else at + 1
    return end


def _is_headline(doc: Doc, at: int) -> bool:
    """Whether a sentence has capitals throughout: "Iran Bank Sanctions Hit Trade"."""
    return not any(len(token.text) > SHORT and token.text.islower() for token in doc[at].sent)
