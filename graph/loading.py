"""Loading: files for ``neo4j-admin database import`` become the graph of the local Neo4j, where that is empty."""

from __future__ import annotations

import shutil
from pathlib import Path

from graph.administration import administer
from graph.errors import GraphTaken, RapportError
from graph.folder import StoreFolder
from graph.import_files import ARGUMENTS
from graph.jars import Progress, class_path
from graph.local import LocalServer
from graph.settings import Address
from graph.start import lay_out
from graph.store import Store

DATABASE = "neo4j"

COLLECTING = ("-XX:-UseSerialGC", "-XX:+UseParallelGC")
"""Java's options by which the tool clears its memory on all processors: a twentieth of its time (measured on two)."""

SOMETHING = "OPTIONAL MATCH (n) WHERE NOT n:Rapport WITH n LIMIT 1 RETURN n IS NOT NULL AS there"

NOT_EMPTY = (
    "The local graph is not empty, and a first load would take its place: leave --first-load out to add to it, or "
    "remove it first with 'rapport db wipe'."
)
IN_USE = "Another program is connected to the local Neo4j, and a first load would cut it off: let it end first."


def refuse_unless_empty(server: LocalServer, progress: Progress | None = None) -> float | None:
    """Make sure that nothing is in the graph; a server that does not run is started to be asked.

    Returns:
        When a command used the server last, this one counted; None where there is no store yet.

    Raises:
        GraphTaken: if something is, or another program is connected to it.
        StoreUnreachable: as for ``LocalServer.start``.
    """
    if not server.folder.databases.exists():
        return None
    address = server.start(progress)
    used = _last_used(server.folder)
    if server.status().connections:
        raise GraphTaken(IN_USE)
    with Store(address.uri, address.username, address.password) as store:
        if store.cypher(SOMETHING)[0]["there"]:
            raise GraphTaken(NOT_EMPTY)
    return used


def load(server: LocalServer, files: Path, progress: Progress | None = None) -> Address:
    """Make files the graph of the local Neo4j, and start it.

    The new store is made beside the empty one and takes its place at the end, so that whatever happens on the way, the
    empty one still stands.

    Args:
        server: the local Neo4j.
        files: the folder with the files, as ``graph.import_files`` describes them.
        progress: told what is being done.

    Returns:
        Where the server answers.

    Raises:
        GraphTaken: as for ``refuse_unless_empty``.
        RapportError: if the tool cannot import the files.
    """
    used = refuse_unless_empty(server, progress)
    with server.stopped() as folder:
        if _last_used(folder) != used:
            raise GraphTaken(IN_USE)
        folder.prepare(server.version)
        lay_out(folder, server.version, class_path(server.version, progress))
        if progress:
            progress("Importing into Neo4j", 0, 0)
        _clear(folder)
        try:
            _make(folder, files)
            with folder.writable():
                folder.data.rename(folder.data_before)
                (folder.loading / "data").rename(folder.data)
        finally:
            _clear(folder)
    return server.start(progress)


def import_files_into(folder: StoreFolder, files: Path, home: Path | None = None) -> str | None:
    """Let ``neo4j-admin`` make a store of files.

    Args:
        folder: of the local Neo4j, which must stand still.
        files: as for ``load``.
        home: the home of the new store, where it is not to take the place of the folder's own at once.

    Returns:
        None where it did, else what it said.
    """
    command = ["database", "import", "full", f"@{files.absolute() / ARGUMENTS}", "--overwrite-destination", DATABASE]
    return administer(folder, command, COLLECTING, home)


def _last_used(folder: StoreFolder) -> float | None:
    return folder.used.stat().st_mtime if folder.databases.exists() else None


def _clear(folder: StoreFolder) -> None:
    """Remove what loads have left behind, but for the store that stands, wherever it is."""
    for left in (folder.loading, folder.data_before):
        if left is folder.loading or folder.data.exists():
            shutil.rmtree(left, ignore_errors=True)


def _make(folder: StoreFolder, files: Path) -> None:
    """Make the new store, with the users and passwords of the one that stands."""
    with folder.writable():
        shutil.copytree(folder.data, folder.loading / "data", ignore=shutil.ignore_patterns(DATABASE, "store_lock"))
    fault = import_files_into(folder, files, folder.loading)
    if fault:
        raise RapportError(f"neo4j-admin could not import the rows, and the graph is as empty as before: {fault}")
