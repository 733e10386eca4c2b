"""One relation as a sentence tells it, before its modality, sources and day are read."""

from __future__ import annotations

from typing import NamedTuple

from ingest.frames import Frame
from ingest.party import Party
from ingest.tokens import Token


class Event(NamedTuple):
    """One relation as a sentence tells it.

    Attributes:
        type: relation type.
        subject, object: the two actors.
        trigger: the word that makes the frame.
        frame: the frame.
        carrier: the verb that carries the noun, or the trigger itself.
        settled: whether a negation is part of the type already ("did not notify" is WITHHOLDS_FROM).
    """

    type: str
    subject: Party
    object: Party
    trigger: Token
    frame: Frame
    carrier: Token
    settled: bool = False
