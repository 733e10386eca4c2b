"""Bulk runs: from feeds to files for ``neo4j-admin database import``, where ``ingest.feeds.runs`` writes a graph."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import Misuse
from graph.import_files import make_folder
from ingest.feeds.bulk import Bulk
from ingest.feeds.import_lines import lines_of
from ingest.feeds.layouts import Layout
from ingest.feeds.portions import prepared
from ingest.feeds.readers import ASKING
from ingest.feeds.runs import Tell, opened, run_id, tasks_of, workers_for
from ingest.feeds.sources import Source
from ingest.feeds.spill import IN_MEMORY
from ingest.feeds.summary import FileProgress, Progress, Summary


@dataclass(frozen=True, slots=True)
class BulkRun:
    """Reads files into files.

    Attributes:
        folder: for the files; it must be empty.
        layouts, rejects, workers, tell, progress: as for ``ingest.feeds.runs.Run``.
        in_memory: as for ``ingest.feeds.bulk.Bulk``.
    """

    folder: Path
    layouts: Sequence[Layout]
    rejects: Path
    workers: int
    tell: Tell
    progress: Progress
    in_memory: int = IN_MEMORY

    def ingest(self, sources: Sequence[Source]) -> Summary:
        """Read every file, and write what all of them say.

        Raises:
            Misuse: if one of them is not what it should be, or the folder is not empty or cannot be written.
        """
        summary = Summary(run=run_id())
        began = time.monotonic()
        try:
            make_folder(self.folder)
            with tempfile.TemporaryDirectory(prefix="sorting-", dir=self.folder) as scratch:
                bulk = Bulk(self.folder, Path(scratch), self.in_memory)
                for source in sources:
                    self._read(source, bulk, summary)
                summary.written = bulk.write(lambda doing, count: self.progress(f"{doing}: {count:,}", 0, 0))
        except OSError as error:
            raise Misuse(f"{self.folder} cannot be written: {error.strerror or error}.") from None
        summary.seconds = time.monotonic() - began
        return summary

    def _read(self, source: Source, bulk: Bulk, summary: Summary) -> None:
        with opened(source, self.layouts, self.tell) as (stream, detected):
            if detected.layout.reader in ASKING:
                raise Misuse(
                    f"{source.place}: {detected.layout.name} are read into a graph that stands: import the others "
                    "first, and then read it without --admin-import."
                )
            summary.files[source.place] = detected.layout.name
            tasks = tasks_of(source, stream, detected, summary.run)
            reading = FileProgress(source, summary, self.rejects, self.progress)
            for portion in prepared(tasks, workers_for(source, self.workers), lines_of):
                bulk.take(portion)
                reading.count(portion.rows, len(portion.claims), portion.rejects)
                reading.tell(portion.end)
