"""What writing changed."""

from __future__ import annotations

from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """What writing changed; all 0 where everything stood there already.

    Attributes:
        reports, claims, actors, relations: how many are new.
        removed: relations that no claim supports any more.
        replaced: claims that were taken away because their row of a feed says something else now.
    """

    reports: int = 0
    claims: int = 0
    actors: int = 0
    relations: int = 0
    removed: int = 0
    replaced: int = 0

    def __add__(self, other: Written) -> Written:
        return Written(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))
