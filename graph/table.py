"""Rows as a table for a terminal, or as JSON for a program."""

from __future__ import annotations

import datetime
import json
import math
import re
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.options import wants_json
from graph.terminal import printable, printable_json

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Row = Mapping[str, Any]

NOTHING = "—"
ROWS_SHOWN = 1000
"""More than this many rows nobody reads in a terminal; the rest is counted, and ``--json`` gives all."""
SHORT = 18
"""Cells of up to this many characters are never broken; an id has 17."""
READABLE = 24
"""Text in a narrower column than this is a ladder of syllables."""
GAP = 3
"""Columns between two columns of a table, its own margin counted in."""
_ID = re.compile(r"^((?:claim|relation|report)-[0-9a-f]{8})[0-9a-f]{16}$")
"""An id of ``graph.identity``; its first eight digits tell it apart well enough to look at, and to ask with."""
WIDTH_UNSEEN = 200
"""Columns of a table that goes into a file or a pipe, where no window says how wide it may be."""


def show(rows: Sequence[Row], *, as_json: bool | None = None, title: str | None = None) -> None:
    """Print rows on standard output.

    Args:
        rows: each with the same keys, which head the columns.
        as_json: True for JSON, False for a table, None for a table where a person looks at it and JSON where not.
        title: stands over the table; not part of the JSON.
    """
    if wants_json(as_json):
        sys.stdout.write(as_json_text(rows) + "\n")
    else:
        show_table(rows, title)


def show_table(rows: Sequence[Row], title: str | None = None, console: Console | None = None) -> None:
    """Print rows as a table that fits the window; below it stands how many rows there are.

    Args:
        rows: as for ``show``.
        title: stands over the table.
        console: where to print; standard output unless given.
    """
    console = console or _console()
    if title:
        console.print(printable(title), style="bold", markup=False)
    if rows:
        shown = rows[:ROWS_SHOWN]
        console.print(_table(shown) if _room(shown) <= console.width else _blocks(shown))
    console.print(_count(len(rows)), style="dim", markup=False)


def as_json_text(rows: Sequence[Row]) -> str:
    """Rows as a JSON array, one row a line; days as ISO 8601, numbers that JSON cannot say as null."""
    if not rows:
        return "[]"
    lines = (json.dumps(_plain(row), ensure_ascii=False, allow_nan=False) for row in rows)
    return printable_json("[\n" + ",\n".join(lines) + "\n]")


def cell(value: object) -> str:
    """A value as a person reads it, on one line.

    Nodes are told by their name, relations by "Israel -[STRIKES]-> hezbollah", lists by their members.
    """
    match value:
        case None | "" | []:
            return NOTHING
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.10g}"
        case str():
            return printable(_ID.sub(r"\1", value))
        case {"labels": _, **properties}:
            telling = (properties.get(key) for key in ("name", "title", "quote", "id"))
            return cell(next(filter(None, telling), None))
        case {"type": str(type_name), "subject": subject, "object": target}:
            return printable(f"{subject or '?'} -[{type_name}]-> {target or '?'}")
        case Mapping():
            return ", ".join(f"{printable(str(key))}: {cell(item)}" for key, item in value.items()) or NOTHING
        case list() | tuple():
            return ", ".join(cell(item) for item in value) or NOTHING
        case _:
            return printable(str(value))


def heading(key: str) -> str:
    """A column's heading: ``first_reported`` reads "first reported"."""
    return printable(key).replace("_", " ")


def _console() -> Console:
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else WIDTH_UNSEEN, highlight=False, emoji=False)


def _table(rows: Sequence[Row]) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    columns = _columns(rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for key in columns:
        numeric = _is_numeric([row.get(key) for row in rows])
        short = all(len(cell(row.get(key))) <= SHORT for row in rows)
        table.add_column(
            Text(heading(key)),
            justify="right" if numeric else "left",
            no_wrap=short,
            overflow="ellipsis" if short else "fold",
        )
    for row in rows:
        table.add_row(*(Text(cell(row.get(key))) for key in columns))
    return table


def _blocks(rows: Sequence[Row]) -> Table:
    """Rows one below the other, each cell on a line of its own, for windows too narrow for a table."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        for key in _columns(rows):
            grid.add_row(Text(heading(key)), Text(cell(row.get(key))))
        grid.add_row()
    return grid


def _columns(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(key for row in rows for key in row))


def _room(rows: Sequence[Row]) -> int:
    """How wide a window must be for a table of these rows: short cells whole, long ones at least ``READABLE`` wide."""
    room = 0
    for key in _columns(rows):
        longest = max(len(cell(row.get(key))) for row in rows)
        word = max(map(len, heading(key).split()), default=0)
        room += max(longest if longest <= SHORT else min(longest, READABLE), word) + GAP
    return room


def _is_numeric(values: Sequence[object]) -> bool:
    told = [value for value in values if value is not None]
    return bool(told) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in told)


def _count(number: int) -> str:
    if number > ROWS_SHOWN:
        return f"{ROWS_SHOWN:,} of {number:,} rows shown; --json gives all."
    return "Nothing found." if not number else "1 row" if number == 1 else f"{number:,} rows"


def _plain(value: object) -> object:
    """A value in JSON's own types."""
    match value:
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case float():
            return value if math.isfinite(value) else None
        case None | bool() | int() | str():
            return value
        case datetime.date() | datetime.time():
            return value.isoformat()
        case bytes() | bytearray():
            return value.hex()
        case _:
            return str(value)
