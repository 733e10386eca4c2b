"""The files from which ``neo4j-admin database import`` builds a database without a server, faster than Bolt.

Each file has a header in the form that the tool asks for. Text stands in quotation marks, what is not told stands
empty, and lists have the unit separator (U+001F) between their members, which no name holds. The tool knows no empty
lists: what has one has none after it.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import Misuse

MEMBERS = "\x1f"
ARGUMENTS = "import.arguments"


@dataclass(frozen=True, slots=True)
class ImportFile:
    """One file.

    Attributes:
        name: of the file, without ``.csv``.
        columns: property, or column of the tool's own (with a colon before it), each with its type behind a colon where
            it is no text.
        node: whether its rows are nodes.
    """

    name: str
    columns: tuple[str, ...]
    node: bool = False

    @property
    def header(self) -> str:
        """Its first line."""
        return ",".join(self.columns) + "\n"

    def line(self, row: Mapping[str, Any]) -> str:
        """The line of a row, whose keys are properties and the tool's own columns."""
        return cells([row.get(key) for key in keys(self.columns)]) + "\n"


_WHEN = ("on:date", "until:date", "precision")

ACTORS = ImportFile(
    "actors", ("id:ID(Actor)", "name", "kind", "country", "wikidata", "aliases:string[]", ":LABEL"), node=True
)
REPORTS = ImportFile(
    "reports",
    ("id:ID(Report)", "sha256", "url", "title", "published:date", "retrieved:datetime", "language", ":LABEL"),
    node=True,
)
CLAIMS = ImportFile(
    "claims",
    (
        *("id:ID(Claim)", "type", "identity", "denies", *_WHEN, "modality", "negated:boolean", "asserts:boolean"),
        *("disputes:boolean", "mode", "origin", "quote", "start:long", "end:long", "confidence:double", "extractor"),
        *("feed", "row", "code", "score:double", "run", "relation:string[]", ":LABEL"),
    ),
    node=True,
)
SUBJECTS_AND_OBJECTS = ImportFile(
    "subjects_and_objects", (":START_ID(Claim)", ":END_ID(Actor)", "start:long", "end:long", ":TYPE")
)
ATTRIBUTIONS = ImportFile(
    "attributions",
    (":START_ID(Claim)", ":END_ID(Actor)", "position:long", "verb", "anonymous:boolean", "count:long", ":TYPE"),
)
MADE_IN = ImportFile("made_in", (":START_ID(Claim)", ":END_ID(Report)", ":TYPE"))
PUBLISHED_BY = ImportFile("published_by", (":START_ID(Report)", ":END_ID(Actor)", ":TYPE"))
RELATIONS = ImportFile(
    "relations",
    (
        *(":START_ID(Actor)", ":END_ID(Actor)", "id", "identity", *_WHEN, "mode", "valence:double", "claims:long"),
        *("reports:long", "origins:long", "first_reported:date", "last_reported:date", "disputed:boolean", ":TYPE"),
    ),
)

FILES = (ACTORS, REPORTS, CLAIMS, SUBJECTS_AND_OBJECTS, ATTRIBUTIONS, MADE_IN, PUBLISHED_BY, RELATIONS)


def make_folder(folder: Path) -> None:
    """Make the folder for the files.

    Raises:
        Misuse: if it is not empty, for a file that is left over would be imported too.
        OSError: if it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Misuse(f"The folder {folder} is not empty: name another.")


def write_arguments(folder: Path) -> None:
    """Write beside the files what the tool must be told of them, besides the name of the database."""
    files = [f"--{'nodes' if file.node else 'relationships'}={folder.absolute()}/{file.name}.csv" for file in FILES]
    told = [*files, f"--array-delimiter=U+{ord(MEMBERS):04X}", "--multiline-fields=true", "--input-encoding=UTF-8"]
    (folder / ARGUMENTS).write_text("".join(f"{line}\n" for line in told), "utf8")


def how_to_import(folder: Path) -> str:
    """The call of the tool."""
    return f"neo4j-admin database import full @{folder.absolute()}/{ARGUMENTS} neo4j"


@cache
def keys(columns: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a row by which its columns are filled."""
    return tuple(column if column.startswith(":") else column.split(":")[0] for column in columns)


def cells(values: Iterable[object]) -> str:
    """Values as they stand in a line of a file."""
    return ",".join([WRITERS.get(type(value), _named)(value) for value in values])


def _quoted(text: str) -> str:
    return f'"{text}"' if '"' not in text else '"' + text.replace('"', '""') + '"'


def _list(members: Sequence[object]) -> str:
    return _quoted(MEMBERS.join(str(member).replace(MEMBERS, " ") for member in members)) if members else ""


def _named(value: object) -> str:
    return _quoted(str(value))


WRITERS: Mapping[type, Callable[[Any], str]] = {
    type(None): lambda _: "",
    str: _quoted,
    bool: lambda value: "true" if value else "false",
    int: repr,
    float: repr,
    list: _list,
    tuple: _list,
    datetime.date: datetime.date.isoformat,
    datetime.datetime: datetime.datetime.isoformat,
}
"""How a value of each type is written; one of any other stands as its text."""
