"""First loads: from feeds to the local graph, where that is empty, without a row that goes over Bolt."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import filelock

from graph.errors import Misuse, RapportError
from graph.jars import Progress
from graph.loading import load, refuse_unless_empty
from graph.local import LocalServer
from graph.private import all_private, private_folder
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
    server: LocalServer,
    reading: Callable[[Path, Path], BulkRun],
    sources: Sequence[Source],
    progress: Progress,
    *,
    afresh: bool = False,
) -> Summary:
    """Read files into a folder of the data folder, and make them the graph.

    Args:
        server: the local Neo4j, whose graph must be empty; whatever happens before the last step, it stays so.
        reading: what reads the files: into which folder, and where what it has read is kept. Where it is stopped, that
            stays, and the next first load of the same files goes on there.
        sources: the files.
        progress: told what is being done.
        afresh: whether to begin anew.

    Returns:
        What was done; its seconds are those of all of it, with the start of the server and the making of its indexes.

    Raises:
        GraphTaken: if the graph is not empty, or another program is connected to it.
        Misuse: if another first load goes on, or a file is not what it should be.
        RapportError: if Neo4j cannot import what was read, or holds something else then.
    """
    began = time.monotonic()
    with _folder(server.folder.home, afresh=afresh) as folder, all_private():
        refuse_unless_empty(server, progress)
        files = folder / "files"
        shutil.rmtree(files, ignore_errors=True)
        summary = reading(files, folder / "read").ingest(sources)
        address = load(server, files, progress)
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


def drop_kept(server: LocalServer) -> None:
    """Remove what a first load that was stopped has kept, for none can go on; one that goes on now is left alone."""
    with suppress(Misuse), _folder(server.folder.home, afresh=True):
        pass


@contextmanager
def _folder(home: Path, *, afresh: bool) -> Iterator[Path]:
    """A folder of one first load at a time.

    It stays where the load is stopped or fails, and goes where it is done or cannot be.
    """
    private_folder(home)
    folder = home / "first-load"
    lock = filelock.FileLock(home / "first-load.lock")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise Misuse(f"Another first load into {home} goes on: let it end.") from None
    try:
        if afresh:
            shutil.rmtree(folder, ignore_errors=True)
        try:
            yield folder
        except Misuse:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        lock.release()
