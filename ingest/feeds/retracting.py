"""Retracting: taking back what the rows of some files said."""

from __future__ import annotations

from collections.abc import Sequence

from graph.batches import provided_rows
from graph.written import Written
from ingest.feeds.runs import Run, without_checkpoint
from ingest.feeds.sources import Source


def take_back(run: Run, sources: Sequence[Source]) -> tuple[int, Written]:
    """Take back the claims of every row of some files, whatever the rows said when they were ingested.

    Args:
        run: the store, and what the files may be.
        sources: the files.

    Returns:
        How many claims were taken back, and what else changed.

    Raises:
        Misuse: if a file is not what it should be.
    """
    count, total = 0, Written()
    rows = 0
    for source in sources:
        without_checkpoint(run, source)
        with run.opened(source) as (stream, detected):
            size = source.size
            for portion in run.portions(source, stream, detected, "retraction", 0):
                taken, changed = run.store.retract(rows=provided_rows(portion.batch.claims))
                count += taken
                total += changed
                rows += portion.rows
                done = 100 * portion.end // size if size else 0
                run.progress(f"Taking back: {rows:,} rows, {count:,} claims", done, 100 if done else 0)
    return count, total
