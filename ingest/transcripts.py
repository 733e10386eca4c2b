"""Who speaks in a transcript, by the label before each turn: "JULIE BISHOP: I have spoken with him."."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from graph.actors import ActorKind
from graph.gazetteer import Gazetteer

_LOUD = r"[A-Z][A-Z'’.-]*"

ASKING = frozenset(
    {"JOURNALIST", "QUESTION", "REPORTER", "INTERVIEWER", "PRESENTER", "HOST", "MODERATOR", "ANCHOR", "Q"}
)
"""Labels of those who ask: "JOURNALIST: Have you spoken to him?"."""

LABEL = re.compile(rf"({'|'.join(sorted(ASKING))}|{_LOUD}(?: {_LOUD}){{1,4}}):\s+(?=[\"“]?[A-Z](?:[a-z' ,’]|\s))")
"""Matches a label in capitals before what is not: "JULIE BISHOP: No, and", "SECRETARY KERRY: I will"."""


def turns(labels: Sequence[str], gazetteer: Gazetteer, day: datetime.date) -> list[str | None]:
    """Who speaks in each passage: an actor's id, "" where somebody unknown does, None in what is no transcript.

    Args:
        labels: the label of each passage, empty where it has none.
        gazetteer: the known people.
        day: the day of the report.
    """
    asked = not ASKING.isdisjoint(labels)
    found: list[str | None] = []
    for label in labels:
        last = found[-1] if found else None
        if not label:
            found.append(last)
        elif (person := _person(label, gazetteer, day)) or asked:
            found.append(person or "")
        else:
            # "SAN SALVADOR: Police said": where it was.
            found.append(last)
    return found


def _person(label: str, gazetteer: Gazetteer, day: datetime.date) -> str | None:
    """The person whom a label names, also behind his office: "SECRETARY KERRY"."""
    words = label.split()
    for start in range(len(words)):
        forms = gazetteer.called(" ".join(words[start:]), day) if len(words) > 1 else ()
        people = {form.actor for form in forms if gazetteer.actor(form.actor).kind is ActorKind.PERSON}
        if len(people) == 1:
            return people.pop()
    return None
