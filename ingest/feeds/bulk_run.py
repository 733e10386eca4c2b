"""Bulk runs: from feeds to files for ``neo4j-admin database import``, where ``ingest.feeds.runs`` writes a graph."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import Misuse
from graph.import_files import make_folder
from ingest.feeds.bulk import Bulk
from ingest.feeds.bulk_checkpoint import BulkCheckpoint, go_on
from ingest.feeds.checkpoints import state_of
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
        kept: the folder for what is read, so that a run that was stopped goes on where it was; where there is none, it
            lies in the folder for the files and goes with the run.
    """

    folder: Path
    layouts: Sequence[Layout]
    rejects: Path
    workers: int
    tell: Tell
    progress: Progress
    kept: Path | None = None

    def ingest(self, sources: Sequence[Source]) -> Summary:
        """Read every file, and write what all of them say.

        Raises:
            Misuse: if one of them is not what it should be, or the folder is not empty or cannot be written.
        """
        began = time.monotonic()
        try:
            make_folder(self.folder)
            with (
                self._place(sources) as (checkpoint, scratch),
                processes(self._workers_for(sources), ready_to_read) as gives_out,
            ):
                summary = Summary(run=checkpoint.run)
                bulk = Bulk(self.folder, scratch, gives_out, self._progress)
                self._read(sources, bulk, checkpoint, scratch, summary)
                summary.written = bulk.write(retold=checkpoint.retold)
        except OSError as error:
            raise Misuse(f"{self.folder} cannot be written: {error.strerror or error}.") from None
        summary.seconds = time.monotonic() - began
        return summary

    @contextmanager
    def _place(self, sources: Sequence[Source]) -> Iterator[tuple[BulkCheckpoint, Scratch]]:
        """Where what is read is kept, and how far that was done."""
        if self.kept:
            yield go_on(self.kept, sources, run_id())
            return
        with tempfile.TemporaryDirectory(prefix="sorting-", dir=self.folder) as folder:
            parts = parts_for(sources)
            yield BulkCheckpoint([], run_id(), parts), Scratch(Path(folder), parts)

    def _workers_for(self, sources: Sequence[Source]) -> int:
        """How many processes do the work; none where it is little."""
        sizes = [source.size for source in sources]
        return 0 if all(sizes) and sum(sizes) < SMALL else self.workers

    def _progress(self, doing: str, count: int) -> None:
        self.progress(f"{doing}: {count:,}", 0, 0)

    def _read(
        self, sources: Sequence[Source], bulk: Bulk, checkpoint: BulkCheckpoint, scratch: Scratch, summary: Summary
    ) -> None:
        """Read all files; the processes read the next one while they are at the end of the one before."""
        waiting: deque[tuple[str, FileProgress]] = deque()
        before = dict(checkpoint.read)

        def tasks() -> Iterator[Numbered]:
            numbers = itertools.count(checkpoint.portions)
            for source in sources:
                state = state_of(source)
                done = before.get(state, 0)
                with opened(source, self.layouts, self.tell) as (stream, detected):
                    if detected.layout.reader in ASKING:
                        raise Misuse(
                            f"{source.place}: {detected.layout.name} are read into a graph that stands: import the "
                            "others first, and then read it over Bolt."
                        )
                    summary.files[source.place] = detected.layout.name
                    if done:
                        self.tell(f"{source.place}: going on behind its first {done:,} rows")
                    reading = FileProgress(source, summary, self.rejects, self.progress, from_top=not done)
                    for task in tasks_of(source, stream, detected, summary.run, done):
                        waiting.append((state, reading))
                        yield Numbered(next(numbers), task, scratch)

        for counted in bulk.take(tasks()):
            state, reading = waiting.popleft()
            reading.count(counted.rows, counted.claims, counted.rejects)
            checkpoint.count(state, counted)
            if self.kept:
                checkpoint.write(self.kept)
            reading.tell(counted.end)
