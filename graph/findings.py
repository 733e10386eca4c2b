"""Findings: what is off in a store, each with what it takes to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """What may be off."""

    NO_INDEX = "index missing"
    OLD_SCHEMA = "older schema"
    TWINS = "several with one id"
    BROKEN = "claim broken"
    UNKNOWN = "type unknown"
    UNTRUE = "claim off"
    NO_RELATION = "relation missing"
    NO_CLAIM = "relation without claim"
    TWICE = "relation twice"
    OFF = "relation off"
    BEARING = "bearing off"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is off.

    Attributes:
        fault: what sort of thing.
        about: id of the claim or relation, name of the index.
        detail: what is off with it, in words.
        claim: id of the claim to be mended; None where none is.
        right: the properties that the claim should have.
        groups: groups whose relations are to be projected again, as ``graph.rows.identity_of`` writes them.
        label: of the nodes that share an id.
    """

    fault: Fault
    about: str
    detail: str
    claim: str | None = None
    right: Mapping[str, Any] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    label: str | None = None

    def as_row(self) -> dict[str, str]:
        """What a reader is told."""
        return {"fault": self.fault.value, "about": self.about, "detail": self.detail}
