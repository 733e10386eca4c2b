"""What becomes of every row of a file, whatever stands in it: read, or rejected with a reason."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from functools import cache

from ingest.feeds.detection import detect
from ingest.feeds.layouts import SEPARATORS, Layout, layouts
from ingest.feeds.lines import chunks
from ingest.feeds.portions import Task, prepare
from ingest.feeds.readers import READERS, Reader
from tests.ingest.feeds.feed_rows import resolver

EVERYTHING = 1_000_000
"""Rows of a layout that is read in one piece."""


@cache
def readers() -> Mapping[str, Reader]:
    """Every reader that needs no store, by its name."""
    return {name: reader(resolver()) for name, reader in READERS.items()}


def forms() -> dict[str, tuple[Layout, str]]:
    """Every form in which a file may come, by name: its layout, and a first row by which it is known."""
    found: dict[str, tuple[Layout, str]] = {}
    for layout in layouts():
        for separator in layout.separators:
            found[f"{layout.name}, {separator}"] = layout, _first_row(layout, SEPARATORS[separator])
        if layout.form == "objects":
            keys = {field: str(names[0]) for field, names in layout.fields.items() if names}
            told = {"subject": "Iran", "relation": "attacks", "object": "Israel"}
            found[layout.name] = layout, json.dumps({key: told.get(field, "") for field, key in keys.items()})
    return found


def _first_row(layout: Layout, separator: str) -> str:
    """The header of a layout with every field that it knows, or a row as wide as it must be."""
    if not layout.header:
        return separator.join(["1"] * (layout.width or 0))
    named = [str(names[0]) for names in layout.fields.values() if names]
    return separator.join([*named, *(f"more {number}" for number in range((layout.width or 0) - len(named)))])


def account(layout: Layout, first: str, body: bytes, known: Mapping[str, Reader] | None = None) -> tuple[int, int, int]:
    """How many rows of a file are not empty, how many are read, and how many are rejected.

    Args:
        layout: what the file is.
        first: its first row.
        body: what follows.
        known: readers beside those that need no store.

    Raises:
        AssertionError: if a reader failed by a fault of its own.
    """
    stream = io.BufferedReader(io.BytesIO(first.encode() + b"\n" + body))
    detected = detect(stream, "a file", [layout])
    rows = read = rejected = 0
    at_once = EVERYTHING if layout.whole else 1000
    for chunk in chunks(stream, at_once, quoted=layout.quoted):
        portion = prepare(Task(chunk, detected, "a file", "run-1"), {**readers(), **(known or {})})
        rows += sum(1 for line in chunk.lines if line.strip() and line != detected.header)
        read += portion.rows - len(portion.rejects)
        rejected += len(portion.rejects)
        assert not any("Rapport itself failed" in reject.reason for reject in portion.rejects), portion.rejects
    return rows, read, rejected
