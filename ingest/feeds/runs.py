"""Runs: one call of the command, from files to the graph, with what it did."""

from __future__ import annotations

import datetime
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from graph.written import Written
from ingest.feeds.checkpoints import checkpoint_of
from ingest.feeds.detection import Detected, detect
from ingest.feeds.layouts import Layout
from ingest.feeds.lines import chunks
from ingest.feeds.portions import Portion, Task, prepare, prepared
from ingest.feeds.readers import ASKING
from ingest.feeds.sources import Source
from ingest.feeds.summary import FileProgress, Progress, Summary
from ingest.processes import few_collections

if TYPE_CHECKING:
    from graph.store import Store

ROWS_AT_ONCE = 3_000
"""Rows of one transaction. With 5,000 the server's memory was cleared for half as long again as with so many (a tenth
of all time), for it is then more often in the middle of one; with 1,000 it worked longer in all."""

WHOLE = 1_000_000
"""Rows of a transaction where a file is read in one piece; those that are have some thousands."""

SMALL = 4_000_000
"""Bytes of a file below which starting workers takes longer than reading it."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Run:
    """Reads files into a store.

    Attributes:
        store: the graph.
        address: how the store is called, for checkpoints.
        layouts: what the files may be.
        rejects: the file for what is rejected.
        workers: processes that read beside the one that writes.
        tell: is told what each file was taken for.
        progress: is told how far the run is.
        afresh: whether to pass over the checkpoints of earlier runs.
    """

    store: Store
    address: str
    layouts: Sequence[Layout]
    rejects: Path
    workers: int
    tell: Tell
    progress: Progress
    afresh: bool = False

    def ingest(self, sources: Sequence[Source]) -> Summary:
        """Read every file, and write what it says.

        Raises:
            Misuse: if one of them is not what it should be; those before it stand.
        """
        summary = Summary(run=run_id())
        began = time.monotonic()
        for source in sources:
            with few_collections(), self.opened(source) as (stream, detected):
                summary.files[source.place] = detected.layout.name
                self._read(source, stream, detected, summary)
        summary.seconds = time.monotonic() - began
        return summary

    def opened(self, source: Source) -> AbstractContextManager[tuple[IO[bytes], Detected]]:
        """The bytes of a file, and what it was taken for, which is told.

        Raises:
            Misuse: if it is not what it should be.
        """
        return opened(source, self.layouts, self.tell)

    def _read(self, source: Source, stream: IO[bytes], detected: Detected, summary: Summary) -> None:
        checkpoint = checkpoint_of(source, self.address)
        done = 0 if self.afresh else checkpoint.read()
        if done:
            self.tell(f"{source.place}: going on behind its first {done:,} rows; --afresh begins anew")
        portions = self.portions(source, stream, detected, summary.run, done)
        reading = FileProgress(source, summary, self.rejects, self.progress, from_top=not done)
        lines = done
        for portion, written in self._written(portions):
            lines += portion.lines
            summary.written += written
            reading.count(portion.rows, portion.claims, portion.rejects)
            checkpoint.write(lines)
            reading.tell(portion.end)
        checkpoint.remove()

    def portions(self, source: Source, stream: IO[bytes], detected: Detected, run: str, skip: int) -> Iterator[Portion]:
        """The rows of a file, read and made ready.

        Args:
            source: the file.
            stream: its bytes.
            detected: what it was taken for.
            run: stands on new claims.
            skip: rows that are passed over.
        """
        tasks = tasks_of(source, stream, detected, run, skip)
        name = detected.layout.reader
        if name in ASKING:
            reader = {name: ASKING[name](self.store)}
            return (prepare(task, reader) for task in tasks)
        return prepared(tasks, workers_for(source, self.workers), prepare)

    def _written(self, portions: Iterator[Portion]) -> Iterator[tuple[Portion, Written]]:
        """Each portion with what it changed, once it stands."""
        for portion in portions:
            for written in self.store.write_batches([portion.batch]):
                yield portion, written


def run_id() -> str:
    """The id of a run that begins now."""
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dt%H%M%S")
    return f"run-{stamp}-{secrets.token_hex(3)}"


@contextmanager
def opened(source: Source, layouts: Sequence[Layout], tell: Tell) -> Iterator[tuple[IO[bytes], Detected]]:
    """The bytes of a file, and what it was taken for.

    Args:
        source: the file.
        layouts: what it may be.
        tell: is told what it was taken for.

    Raises:
        Misuse: if it is not what it should be.
    """
    with source.open() as stream:
        detected = detect(stream, source.place, layouts)
        tell(f"{source.place}: {detected.layout.name}")
        yield stream, detected


def tasks_of(source: Source, stream: IO[bytes], detected: Detected, run: str, skip: int = 0) -> Iterator[Task]:
    """The rows of a file, some thousands at once; what is taken and given is as for ``Run.portions``."""
    layout = detected.layout
    size = WHOLE if layout.whole else ROWS_AT_ONCE
    for chunk in chunks(stream, size, quoted=layout.quoted, skip=skip):
        yield Task(chunk, detected, source.place, run)


def workers_for(source: Source, workers: int) -> int:
    """How many processes read a file beside this one; none where it is small."""
    return 0 if 0 < source.size < SMALL else workers


def without_checkpoint(run: Run, source: Source) -> None:
    """Forget how far a file was read, for what it said is taken back."""
    checkpoint_of(source, run.address).remove()
