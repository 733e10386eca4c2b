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
    """

    folder: Path
    parts: int

    @property
    def claims(self) -> Partition:
        """Claims, by the group of which they speak; see ``ingest.feeds.import_lines.ClaimLines``."""
        return Partition(self.folder, "claims", self.parts)

    @property
    def tellings(self) -> Partition:
        """``(row, portion, claim, part of the claim)``, by row."""
        return Partition(self.folder, "tellings", self._fewer)

    @property
    def superseded(self) -> Partition:
        """``(claim, portion)`` of what a row said before it was told anew, by the part of the claim."""
        return Partition(self.folder, "superseded", self.parts)

    @property
    def reports(self) -> Partition:
        """``(report, portion, line, line of its outlet)``, by report."""
        return Partition(self.folder, "reports", self._fewer)

    @property
    def supported(self) -> Partition:
        """``(report, whether the claim stands)`` for each claim where some were superseded, by report."""
        return Partition(self.folder, "supported", self._fewer)

    @property
    def actors(self) -> Partition:
        """``(actor, portion, place within it, whether it is known, line)``, by actor."""
        return Partition(self.folder, "actors", self._fewer)

    @property
    def _fewer(self) -> int:
        return max(1, self.parts // FEWER)


def parts_for(sources: Sequence[Source]) -> int:
    """Into how many parts the claims of some files are parted."""
    sizes = [source.size for source in sources]
    needed = sum(sizes) // BYTES_OF_A_PART + 1
    return min(MOST, needed if all(sizes) else max(needed, UNKNOWN_SIZE))
