"""The whole graph as files for ``neo4j-admin database import``; ``graph.import_files`` tells how they look."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import Misuse
from graph.import_files import FILES, ImportFile, make_folder, write_arguments

if TYPE_CHECKING:
    from graph.store import Store

QUERIES: Mapping[str, str] = {
    "actors": "MATCH (n:Actor) RETURN n {.*, `:LABEL`: labels(n)} AS row",
    "reports": "MATCH (n:Report) RETURN n {.*, `:LABEL`: labels(n)} AS row",
    "claims": "MATCH (n:Claim) RETURN n {.*, `:LABEL`: labels(n)} AS row",
    "subjects_and_objects": "MATCH (a:Claim)-[r:SUBJECT|OBJECT]->(b:Actor) "
    "RETURN r {.*, `:START_ID(Claim)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
    "attributions": "MATCH (a:Claim)-[r:ATTRIBUTED_TO]->(b:Actor) "
    "RETURN r {.*, `:START_ID(Claim)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
    "made_in": "MATCH (a:Claim)-[r:MADE_IN]->(b:Report) "
    "RETURN {`:START_ID(Claim)`: a.id, `:END_ID(Report)`: b.id, `:TYPE`: type(r)} AS row",
    "published_by": "MATCH (a:Report)-[r:PUBLISHED_BY]->(b:Actor) "
    "RETURN {`:START_ID(Report)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
    "relations": "MATCH (a:Actor)-[r]->(b:Actor) "
    "RETURN r {.*, `:START_ID(Actor)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
}
"""What gives the rows of each file; the keys that begin with a colon stand for the tool's own columns."""


def write(store: Store, folder: Path, progress: Callable[[str, int], None] = lambda *_: None) -> dict[str, int]:
    """Write the whole graph.

    Args:
        store: the graph.
        folder: is made; it must be empty, for a file that is left over would be imported too.
        progress: told the name of a file and how many rows it has so far.

    Returns:
        How many rows each file has.

    Raises:
        Misuse: if the folder is not empty or cannot be written.
    """
    try:
        make_folder(folder)
        counts = {file.name: _write(store, file, folder, progress) for file in FILES}
        write_arguments(folder)
    except OSError as error:
        raise Misuse(f"{folder} cannot be written: {error.strerror or error}.") from None
    return counts


def _write(store: Store, table: ImportFile, folder: Path, progress: Callable[[str, int], None]) -> int:
    count = 0
    with (folder / f"{table.name}.csv").open("w", encoding="utf8", errors="replace", newline="") as file:
        file.write(table.header)
        for count, row in enumerate(store.stream(QUERIES[table.name]), 1):
            file.write(table.line(row["row"]))
            if count % 10_000 == 0:
                progress(table.name, count)
    return count
