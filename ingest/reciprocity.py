"""Whether what several do is done to each other: "Chad and Togo accused EACH OTHER"."""

from __future__ import annotations

from ingest import roles
from ingest.frames import Frame
from ingest.tokens import Token

FELLOWS = frozenset({"other", "others", "another"})
"""Words one of which tells that something is done to each other."""


def each_other(frame: Frame, trigger: Token) -> bool:
    """Whether the doers do it to each other in so many words.

    Args:
        frame: what is done.
        trigger: the word that makes it.
    """
    if "object" not in frame.receivers and any(noun.lower_ in {"each", "one"} for noun in roles.objects(trigger)):
        # Those who "fought EACH OTHER" fought beside nobody.
        return False
    if trigger.sent.words.isdisjoint(FELLOWS):
        return False
    behind = trigger.doc[trigger.i + 1 : trigger.i + 6].text.lower()
    return "each other" in behind or "one another" in behind
