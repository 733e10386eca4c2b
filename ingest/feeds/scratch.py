"""Scratch: what the bulk road keeps on disk between its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.feeds.partitions import Partition
from ingest.feeds.sources import Source

BYTES_OF_A_PART = 16_000_000
"""Of the feed; some 40,000 rows of GDELT, which take about 100 MB while they are projected."""

UNKNOWN_SIZE = 128
MOST = 512
FEWER = 4
"""How many times fewer parts those items need that are a fraction of a claim."""


@dataclass(frozen=True, slots=True)
class Scratch:
    """Where what is kept.

    Attributes:
        folder: for all of it.
        parts: into how many parts claims are parted.
        kept: whether what was read stays until the folder is removed, so that the steps behind can be begun again.
    """

    folder: Path
    parts: int
    kept: bool = False

    @property
    def claims(self) -> Partition:
        """Claims, by the group of which they speak; see ``ingest.feeds.import_lines.ClaimLines``."""
        return Partition(self.folder, "claims", self.parts, self.kept)

    @property
    def tellings(self) -> Partition:
        """``(row, portion, claim, part of the claim)``, by row."""
        return Partition(self.folder, "tellings", self._fewer, self.kept)

    @property
    def superseded(self) -> Partition:
        """``(claim, portion)`` of what a row said before it was told anew, by the part of the claim."""
        return Partition(self.folder, "superseded", self.parts)

    @property
    def reports(self) -> Partition:
        """``(report, portion, line, line of its outlet)``, by report."""
        return Partition(self.folder, "reports", self._fewer, self.kept)

    @property
    def supported(self) -> Partition:
        """``(report, whether the claim stands)`` for each claim where some were superseded, by report."""
        return Partition(self.folder, "supported", self._fewer)

    @property
    def actors(self) -> Partition:
        """``(actor, portion, place within it, whether it is known, line)``, by actor."""
        return Partition(self.folder, "actors", self._fewer, self.kept)

    def keep_until(self, portion: int) -> int:
        """Drop what was read of a portion and those behind it; how many items are left."""
        return sum(each.keep_until(portion) for each in (self.claims, self.tellings, self.reports, self.actors))

    def begin_again(self) -> None:
        """Remove what steps behind the reading left that were not done to their end."""
        self.superseded.remove()
        self.supported.remove()

    @property
    def _fewer(self) -> int:
        return max(1, self.parts // FEWER)


def parts_for(sources: Sequence[Source]) -> int:
    """Into how many parts the claims of some files are parted."""
    sizes = [source.size for source in sources]
    needed = sum(sizes) // BYTES_OF_A_PART + 1
    return min(MOST, needed if all(sizes) else max(needed, UNKNOWN_SIZE))
