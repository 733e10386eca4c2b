"""Bulk runs: from feeds to files for ``neo4j-admin database import``, where ``ingest.feeds.runs`` writes a graph."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import Misuse
from graph.import_files import make_folder
from ingest.feeds.bulk import Bulk
from ingest.feeds.layouts import Layout
from ingest.feeds.portions import ready_to_read
from ingest.feeds.readers import ASKING
from ingest.feeds.runs import SMALL, Tell, opened, run_id, tasks_of
from ingest.feeds.scratch import Scratch, parts_for
from ingest.feeds.sources import Source
from ingest.feeds.spreading import Numbered
from ingest.feeds.summary import FileProgress, Progress, Summary
from ingest.processes import processes


@dataclass(frozen=True, slots=True)
class BulkRun:
    """Reads files into files.

    Attributes:
        folder: for the files; it must be empty.
        layouts, rejects, tell, progress: as for ``ingest.feeds.runs.Run``.
        workers: processes that do the work, while this one only gives it out; 0 does it in this one.
    """

    folder: Path
    layouts: Sequence[Layout]
    rejects: Path
    workers: int
    tell: Tell
    progress: Progress

    def ingest(self, sources: Sequence[Source]) -> Summary:
        """Read every file, and write what all of them say.

        Raises:
            Misuse: if one of them is not what it should be, or the folder is not empty or cannot be written.
        """
        summary = Summary(run=run_id())
        began = time.monotonic()
        try:
            make_folder(self.folder)
            with (
                tempfile.TemporaryDirectory(prefix="sorting-", dir=self.folder) as scratch,
                processes(self._workers_for(sources), ready_to_read) as gives_out,
            ):
                place = Scratch(Path(scratch), parts_for(sources))
                bulk = Bulk(self.folder, place, gives_out, self._progress)
                self._read(sources, bulk, place, summary)
                summary.written = bulk.write()
        except OSError as error:
            raise Misuse(f"{self.folder} cannot be written: {error.strerror or error}.") from None
        summary.seconds = time.monotonic() - began
        return summary

    def _workers_for(self, sources: Sequence[Source]) -> int:
        """How many processes do the work; none where it is little."""
        sizes = [source.size for source in sources]
        return 0 if all(sizes) and sum(sizes) < SMALL else self.workers

    def _progress(self, doing: str, count: int) -> None:
        self.progress(f"{doing}: {count:,}", 0, 0)

    def _read(self, sources: Sequence[Source], bulk: Bulk, scratch: Scratch, summary: Summary) -> None:
        """Read all files; the processes read the next one while they are at the end of the one before."""
        waiting: deque[FileProgress] = deque()

        def tasks() -> Iterator[Numbered]:
            numbers = itertools.count()
            for source in sources:
                with opened(source, self.layouts, self.tell) as (stream, detected):
                    if detected.layout.reader in ASKING:
                        raise Misuse(
                            f"{source.place}: {detected.layout.name} are read into a graph that stands: import the "
                            "others first, and then read it over Bolt."
                        )
                    summary.files[source.place] = detected.layout.name
                    reading = FileProgress(source, summary, self.rejects, self.progress)
                    for task in tasks_of(source, stream, detected, summary.run):
                        waiting.append(reading)
                        yield Numbered(next(numbers), task, scratch)

        for counted in bulk.take(tasks()):
            reading = waiting.popleft()
            reading.count(counted.rows, counted.claims, counted.rejects)
            reading.tell(counted.end)
