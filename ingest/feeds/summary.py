"""What a run did, and how far it is in the file that it reads."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.written import Written
from ingest.rejects import write_rejects

if TYPE_CHECKING:
    from ingest.extractor import Reject
    from ingest.feeds.sources import Source

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Summary:
    """What a run did.

    Attributes:
        run: its id, by which it can be taken back.
        files: each file, with what it was taken for.
        rows: rows read; each is either among the rejects or has become claims.
        claims: claims that they make, the known ones too.
        written: what was new in the graph.
        rejects: how many rows were rejected, by reason.
        seconds: how long it took.
    """

    run: str
    files: dict[str, str] = field(default_factory=dict)
    rows: int = 0
    claims: int = 0
    written: Written = field(default_factory=Written)
    rejects: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def as_row(self) -> dict[str, Any]:
        """All of it, in plain values."""
        new = {name: count for name, count in asdict(self.written).items() if name not in ("removed", "replaced")}
        return {
            "run": self.run,
            "files": self.files,
            "rows": self.rows,
            "claims": self.claims,
            **{f"new_{name}": count for name, count in new.items()},
            "replaced_claims": self.written.replaced,
            "removed_relations": self.written.removed,
            "rejected": self.rejects.total(),
            "rejects_by_reason": dict(self.rejects.most_common()),
            "seconds": round(self.seconds, 1),
        }


class FileProgress:
    """Counts what was read of one file, and tells how far it is.

    Args:
        source: the file.
        summary: of the run, to which it adds.
        rejects: the file for what is rejected.
        progress: is told.
        from_top: whether the file is read from its first row, so that its pace tells when it will be read.
    """

    def __init__(
        self, source: Source, summary: Summary, rejects: Path, progress: Progress, *, from_top: bool = True
    ) -> None:
        self._source = source
        self._summary = summary
        self._rejects = rejects
        self._progress = progress
        self._from_top = from_top
        self._before = summary.rows
        self._began = time.monotonic()

    def count(self, rows: int, claims: int, rejects: Sequence[Reject]) -> None:
        """Add some rows to the summary, and keep those that are rejected."""
        self._summary.rows += rows
        self._summary.claims += claims
        self._summary.rejects.update(reject.reason for reject in rejects)
        write_rejects(rejects, self._rejects)

    def tell(self, end: int) -> None:
        """Tell how far the file is read: up to byte ``end``."""
        passed = max(time.monotonic() - self._began, 1e-6)
        rate = (self._summary.rows - self._before) / passed
        size = self._source.size
        left = (size - end) * passed / end if size and self._from_top else None
        doing = _standing(self._source.place, self._summary.rows, rate, self._summary.rejects.total(), left)
        self._progress(doing, 100 * end // size if size else 0, 100 if size else 0)


def _standing(place: str, rows: int, rate: float, rejected: int, left: float | None) -> str:
    """How far a run is, in words.

    Args:
        place: how the file is called.
        rows: rows read.
        rate: rows a second.
        rejected: rows rejected.
        left: seconds until the file is read; None where nobody knows.
    """
    told = f"{Path(place).name}: {rows:,} rows, {rate:,.0f} a second, {rejected:,} rejected"
    if left is None or left < 1:
        return told
    return f"{told}, {left / 60:.0f} min left" if left >= 90 else f"{told}, {left:.0f} s left"
