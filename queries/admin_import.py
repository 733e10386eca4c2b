"""The graph as files for ``neo4j-admin database import``, which builds a database without a server, faster than Bolt.

Each file has a header in the form that the tool asks for. Text stands in quotation marks, what is not told stands
empty, and lists have the unit separator (U+001F) between their members, which no name holds. The tool knows no empty
lists: what has one has none after it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import Misuse

if TYPE_CHECKING:
    from graph.store import Store

MEMBERS = "\x1f"
ARGUMENTS = "import.arguments"


@dataclass(frozen=True, slots=True)
class Table:
    """One file.

    Attributes:
        name: of the file, without ``.csv``.
        query: gives its rows; the keys that begin with a colon stand for the tool's own columns.
        columns: property or own column, each with its type behind a colon where it is no text.
        node: whether its rows are nodes.
    """

    name: str
    query: str
    columns: tuple[str, ...]
    node: bool = False


_WHEN = ("on:date", "until:date", "precision")

TABLES = (
    Table(
        "actors",
        "MATCH (n:Actor) RETURN n {.*, `:LABEL`: labels(n)} AS row",
        ("id:ID(Actor)", "name", "kind", "country", "wikidata", "aliases:string[]", ":LABEL"),
        node=True,
    ),
    Table(
        "reports",
        "MATCH (n:Report) RETURN n {.*, `:LABEL`: labels(n)} AS row",
        ("id:ID(Report)", "sha256", "url", "title", "published:date", "retrieved:datetime", "language", ":LABEL"),
        node=True,
    ),
    Table(
        "claims",
        "MATCH (n:Claim) RETURN n {.*, `:LABEL`: labels(n)} AS row",
        (
            *("id:ID(Claim)", "type", "identity", "denies", *_WHEN, "modality", "negated:boolean", "asserts:boolean"),
            *(
                "disputes:boolean",
                "mode",
                "origin",
                "quote",
                "start:long",
                "end:long",
                "confidence:double",
                "extractor",
            ),
            *("feed", "row", "code", "score:double", "run", "relation:string[]", ":LABEL"),
        ),
        node=True,
    ),
    Table(
        "subjects_and_objects",
        "MATCH (a:Claim)-[r:SUBJECT|OBJECT]->(b:Actor) "
        "RETURN r {.*, `:START_ID(Claim)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
        (":START_ID(Claim)", ":END_ID(Actor)", "start:long", "end:long", ":TYPE"),
    ),
    Table(
        "attributions",
        "MATCH (a:Claim)-[r:ATTRIBUTED_TO]->(b:Actor) "
        "RETURN r {.*, `:START_ID(Claim)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
        (":START_ID(Claim)", ":END_ID(Actor)", "position:long", "verb", "anonymous:boolean", "count:long", ":TYPE"),
    ),
    Table(
        "made_in",
        "MATCH (a:Claim)-[r:MADE_IN]->(b:Report) "
        "RETURN {`:START_ID(Claim)`: a.id, `:END_ID(Report)`: b.id, `:TYPE`: type(r)} AS row",
        (":START_ID(Claim)", ":END_ID(Report)", ":TYPE"),
    ),
    Table(
        "published_by",
        "MATCH (a:Report)-[r:PUBLISHED_BY]->(b:Actor) "
        "RETURN {`:START_ID(Report)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
        (":START_ID(Report)", ":END_ID(Actor)", ":TYPE"),
    ),
    Table(
        "relations",
        "MATCH (a:Actor)-[r]->(b:Actor) "
        "RETURN r {.*, `:START_ID(Actor)`: a.id, `:END_ID(Actor)`: b.id, `:TYPE`: type(r)} AS row",
        (
            *(":START_ID(Actor)", ":END_ID(Actor)", "id", "identity", *_WHEN, "mode", "valence:double", "claims:long"),
            *("reports:long", "origins:long", "first_reported:date", "last_reported:date", "disputed:boolean", ":TYPE"),
        ),
    ),
)


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
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Misuse(f"The folder {folder} is not empty: name another.")
        counts = {table.name: _write_table(store, table, folder, progress) for table in TABLES}
        (folder / ARGUMENTS).write_text("".join(f"{line}\n" for line in arguments(folder)), "utf8")
    except OSError as error:
        raise Misuse(f"{folder} cannot be written: {error.strerror or error}.") from None
    return counts


def arguments(folder: Path) -> list[str]:
    """What the tool must be told besides the name of the database."""
    files = [f"--{'nodes' if table.node else 'relationships'}={folder.absolute()}/{table.name}.csv" for table in TABLES]
    return [*files, "--array-delimiter=U+001F", "--multiline-fields=true", "--input-encoding=UTF-8"]


def _write_table(store: Store, table: Table, folder: Path, progress: Callable[[str, int], None]) -> int:
    keys = [column if column.startswith(":") else column.split(":")[0] for column in table.columns]
    count = 0
    with (folder / f"{table.name}.csv").open("w", encoding="utf8", errors="replace", newline="") as file:
        file.write(",".join(table.columns) + "\n")
        for count, row in enumerate(store.stream(table.query), 1):
            file.write(_line(keys, row["row"]))
            if count % 10_000 == 0:
                progress(table.name, count)
    return count


def _line(keys: Iterable[str], row: Mapping[str, Any]) -> str:
    return ",".join(_cell(row.get(key)) for key in keys) + "\n"


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _quoted(MEMBERS.join(str(member).replace(MEMBERS, " ") for member in value)) if value else ""
        case datetime.date() | datetime.datetime():
            return value.isoformat()
        case int() | float():
            return repr(value)
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
