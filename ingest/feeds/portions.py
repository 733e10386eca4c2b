"""Portions: some rows of a file, read and made ready to be written, in this process or in others beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from graph.batches import Batch, ready
from graph.gazetteer import load
from graph.records import Record
from ingest.extractor import Reject
from ingest.feeds.detection import Detected
from ingest.feeds.lines import Chunk
from ingest.feeds.readers import READERS, LooksAhead, Reader
from ingest.feeds.resolution import Resolver
from ingest.feeds.tables import SHOWN, Row, parse
from ingest.feeds.telling import Unreadable
from ingest.processes import in_order

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Portion:
    """What some rows say.

    Attributes:
        lines: how many rows of text they were, headers and empty lines counted.
        rows: how many of them are rows of the feed.
        claims: how many claims they make.
        rejects: the rows that make none, with their reasons.
        batch: what is written.
        end: how many bytes of the file have been read behind its last row.
    """

    lines: int
    rows: int
    claims: int
    rejects: tuple[Reject, ...]
    batch: Batch
    end: int


@dataclass(frozen=True, slots=True)
class Task:
    """Some rows to be read.

    Attributes:
        chunk: the rows.
        detected: what their file was taken for.
        place: how their file is called.
        run: the run of the command.
    """

    chunk: Chunk
    detected: Detected
    place: str
    run: str


def prepare(task: Task, readers: Mapping[str, Reader] | None = None, *, projected: bool = True) -> Portion:
    """Read some rows and make them ready.

    Args:
        task: the rows.
        readers: by name; those of this process unless given.
        projected: as for ``graph.batches.ready``.
    """
    layout = task.detected.layout
    reader = (readers or _readers())[layout.reader]
    rows, rejects = parse(task.chunk, task.detected, task.place)
    if isinstance(reader, LooksAhead):
        reader.look_ahead(rows)
    records: list[Record] = []
    for row in rows:
        try:
            records.append(reader.read(row, layout.name))
        except Unreadable as reason:
            rejects.append(_reject(row, str(reason)))
        except Exception as error:  # a fault of ours in one row must not lose the others
            rejects.append(_reject(row, f"Rapport itself failed on it ({type(error).__name__})."))
    return Portion(
        lines=len(task.chunk.lines),
        rows=len(records) + len(rejects),
        claims=sum(len(record.claims) for record in records),
        rejects=tuple(rejects),
        batch=ready(records, task.run, projected=projected),
        end=task.chunk.end,
    )


def prepared(tasks: Iterable[Task], workers: int, work: Callable[[Task], Made]) -> Iterator[Made]:
    """What is made of some tasks, in their order.

    Args:
        tasks: taken lazily, a few ahead of what has been read.
        workers: processes that read beside this one; 0 reads in this one.
        work: such as ``prepare``.
    """
    if workers == 0:
        yield from map(work, tasks)
        return
    yield from in_order(work, tasks, workers, ready_to_read)


def ready_to_read() -> None:
    """Load what every reader needs to know, in a process that is to read."""
    _readers()


def _reject(row: Row, reason: str) -> Reject:
    return Reject(row.place, reason, row.content[:SHOWN])


@lru_cache(maxsize=1)
def _readers() -> Mapping[str, Reader]:
    resolver = Resolver(load())
    return {name: reader(resolver) for name, reader in READERS.items()}
