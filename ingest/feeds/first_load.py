"""First loads: from feeds to the local graph, where that is empty, without a row that goes over Bolt."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import filelock

from graph.errors import Misuse, RapportError
from graph.jars import Progress
from graph.loading import load, refuse_unless_empty
from graph.local import LocalServer
from graph.private import private_folder
from graph.settings import Address
from graph.store import Store
from graph.written import Written
from ingest.feeds.bulk_run import BulkRun
from ingest.feeds.sources import Source
from ingest.feeds.summary import Summary

COUNTS = {
    "claims": "MATCH (n:Claim) RETURN count(n) AS count",
    "reports": "MATCH (n:Report) RETURN count(n) AS count",
    "actors": "MATCH (n:Actor) RETURN count(n) AS count",
    "relations": "MATCH (:Actor)-[r]->(:Actor) RETURN count(r) AS count",
}
"""By the names that ``Written`` has for them."""


def first_load(
    server: LocalServer, reading: Callable[[Path], BulkRun], sources: Sequence[Source], progress: Progress
) -> Summary:
    """Read files into a folder of the data folder, and make them the graph.

    Args:
        server: the local Neo4j, whose graph must be empty; whatever happens before the last step, it stays so.
        reading: what reads the files into a folder.
        sources: the files.
        progress: told what is being done.

    Returns:
        What was done; its seconds are those of all of it, with the start of the server and the making of its indexes.

    Raises:
        Misuse: if the graph is not empty, another first load goes on, or a file is not what it should be.
        RapportError: if Neo4j cannot import what was read, or holds something else then.
    """
    began = time.monotonic()
    with _folder(server.folder.home) as folder:
        refuse_unless_empty(server, progress)
        summary = reading(folder).ingest(sources)
        address = load(server, folder, progress)
        progress("Making constraints and indexes", 0, 0)
        _finish(address, summary.written)
    summary.seconds = time.monotonic() - began
    return summary


def _finish(address: Address, written: Written) -> None:
    """Make the constraints and indexes, and count what is there."""
    with Store(address.uri, address.username, address.password) as store:
        store.prepare()
        for name, query in COUNTS.items():
            count, told = store.cypher(query)[0]["count"], getattr(written, name)
            if count != told:
                raise RapportError(
                    f"The graph holds {count:,} {name} where {told:,} were read: remove it with 'rapport db wipe'."
                )


@contextmanager
def _folder(home: Path) -> Iterator[Path]:
    """A folder for the files, of one first load at a time; what one that was killed left there is removed."""
    private_folder(home)
    folder = home / "first-load"
    lock = filelock.FileLock(home / "first-load.lock")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise Misuse(f"Another first load into {home} goes on: let it end.") from None
    try:
        shutil.rmtree(folder, ignore_errors=True)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
