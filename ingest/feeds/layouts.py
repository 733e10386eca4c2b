"""Layouts: how the columns of each feed's files lie, declared in ``data/layouts`` and checked when they are loaded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from graph.model import Model
from ingest.feeds.data_files import DATA, checked, load

LAYOUT_FILES = DATA / "layouts"

SEPARATORS: Mapping[str, str] = {"tab": "\t", "comma": ",", "semicolon": ";"}


def _as_columns(told: object) -> object:
    return told if isinstance(told, list) else [] if told is None else [told]


Columns = Annotated[tuple[int | str, ...], BeforeValidator(_as_columns)]
"""Where a field may stand: the number of its column, counted from 1, or any of the names that a header gives it."""


class Layout(Model):
    """The layout of one kind of file.

    Args:
        name: how Rapport calls it when it says what it took a file for.
        reader: which reader turns its rows into claims.
        form: rows of values, or one JSON object a line (YAML is made into these).
        separators: what may stand between two columns.
        quoted: whether a value may stand in quotation marks, with separators and line breaks in it.
        width: how many columns a row has; None where the header tells.
        header: whether the first row names the columns.
        whole: whether a file is read in one piece, for its rows speak of one another.
        fields: for each field that the reader asks for, its column; none where the layout lacks it.
        optional: fields that a file may lack.
        days: for each field that is a day, how it may be written, in the signs of ``strftime``.
        numbers: fields that are numbers.
        lists: fields that hold several values between semicolons.
        nothing: values that mean that nothing is told.
    """

    name: str
    reader: str
    form: Literal["rows", "objects"] = "rows"
    separators: tuple[Literal["tab", "comma", "semicolon"], ...]
    quoted: bool = False
    width: int | None = Field(default=None, ge=2)
    header: bool = False
    whole: bool = False
    fields: Mapping[str, Columns]
    optional: tuple[str, ...] = ()
    days: Mapping[str, tuple[str, ...]] = {}
    numbers: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ("",)

    @model_validator(mode="after")
    def _speaks_of_its_own_fields(self) -> Layout:
        strange = {*self.days, *self.numbers, *self.lists, *self.optional} - {*self.fields}
        if strange:
            raise ValueError(f"'{min(strange)}' is none of its fields")
        if not self.header and self.width is None:
            raise ValueError("without a header it needs a width")
        return self

    def positions(self, columns: Sequence[str]) -> dict[str, int] | None:
        """In which column each field stands, counted from 0; None where the columns do not fit the layout.

        Args:
            columns: of the first row of a file: its header, or for layouts without one any row.
        """
        if self.width is not None and len(columns) != self.width:
            return None
        names = {column_key(column): number for number, column in enumerate(columns)} if self.header else {}
        found: dict[str, int] = {}
        for field, places in self.fields.items():
            stands = [
                place - 1 if isinstance(place, int) else names[column_key(place)]
                for place in places
                if isinstance(place, int) or column_key(place) in names
            ]
            if stands:
                found[field] = stands[0]
            elif places and field not in self.optional:
                return None
        return found


def column_key(name: str) -> str:
    """The key under which two spellings of a column's name meet: "Event ID", "EVENT_ID" and "event id"."""
    return re.sub(r"[^a-z0-9]+", "", name.casefold())


@lru_cache(maxsize=1)
def layouts() -> tuple[Layout, ...]:
    """Every layout that Rapport knows.

    Raises:
        RapportError: if a row breaks the schema; the message names the file and the row.
    """
    return tuple(layout for path in sorted(LAYOUT_FILES.glob("*.yaml")) for layout in _read(path))


def layouts_of(readers: Sequence[str]) -> tuple[Layout, ...]:
    """The layouts whose rows some readers read."""
    return tuple(layout for layout in layouts() if layout.reader in readers)


def _read(path: Path) -> list[Layout]:
    return [
        checked(f"{path.name}: the layout {row.get('name', number)}", Layout, row)
        for number, row in enumerate(load(path), 1)
    ]
