"""Detection: what kind of file a source is, found out from its first row."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from graph.errors import Misuse
from ingest.feeds.layouts import SEPARATORS, Layout, layouts
from ingest.feeds.lines import decoded

PEEKED = 1 << 16
"""Bytes that are looked at; the first row of every known layout is much shorter."""


@dataclass(frozen=True, slots=True)
class Detected:
    """What a file was taken for.

    Attributes:
        layout: its layout.
        separator: what stands between two columns.
        width: how many columns its rows have.
        positions: in which column each field stands, counted from 0.
        header: its first row, where that names the columns.
    """

    layout: Layout
    separator: str
    width: int
    positions: Mapping[str, int]
    header: str | None


def detect(stream: IO[bytes], place: str, among: Sequence[Layout]) -> Detected:
    """What a file is; nothing of the stream is used up.

    Args:
        stream: of the file, at its beginning; it can be peeked into.
        place: how the file is called, for the error.
        among: the layouts that it may have.

    Raises:
        Misuse: if it has none of them; the message says what it looks like.
    """
    peeked: Any = stream
    head = peeked.peek(PEEKED)[:PEEKED]
    if not head.strip():
        raise Misuse(f"{place} is empty.")
    first = decoded(head.lstrip(b"\r\n").split(b"\n", 1)[0]).rstrip("\r")
    if "\0" in first:
        raise Misuse(f"{place} is no text; a packed file must end in .zip or .gz.")
    found = _fitting(first, among)
    if found:
        return found
    wanted = " or ".join(dict.fromkeys(layout.name.split(" (")[0] for layout in among))
    other = _fitting(first, layouts())
    if other:
        command = other.layout.reader.split("-")[0]
        hint = f"it looks like {other.layout.name}: use 'rapport ingest {command}'"
    else:
        hint = f"its first row has {max(len(split(first, mark)) for mark in SEPARATORS.values())} columns"
    raise Misuse(f"{place} is no file of {wanted}; {hint}.")


def object_of(row: str) -> dict[str, Any] | None:
    """The JSON object that a row is; None where it is none."""
    try:
        found = json.loads(row)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def split(row: str, separator: str, *, quoted: bool = True) -> list[str]:
    """The values of one row."""
    if not quoted:
        return row.split(separator)
    try:
        return next(csv.reader([row], delimiter=separator), [])
    except csv.Error:
        return row.split(separator)


def _fitting(first: str, among: Sequence[Layout]) -> Detected | None:
    for layout in among:
        if layout.form == "objects":
            keys = object_of(first)
            positions = layout.positions(list(keys)) if keys else None
            if positions is not None:
                return Detected(layout, "", 0, positions, None)
        for name in layout.separators:
            separator = SEPARATORS[name]
            columns = split(first, separator, quoted=layout.quoted)
            positions = layout.positions(columns) if len(columns) > 1 else None
            if positions is not None:
                return Detected(layout, separator, len(columns), positions, first if layout.header else None)
    return None
