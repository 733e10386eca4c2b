"""Tables: rows of text as rows of values, by a layout; what is no row of it becomes a reject."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from ingest.extractor import Reject
from ingest.feeds.detection import Detected, object_of, split
from ingest.feeds.layouts import Layout
from ingest.feeds.lines import LONGEST_ROW, Chunk

SHOWN = 500
"""Characters of a rejected row that are kept beside the reason."""

BOUNDARY = 8
"""Bytes of a byte order mark and a line break, which a row has lost."""

TOO_LONG = f"The row is longer than a row can be ({LONGEST_ROW:,} bytes); a quotation mark may be open."

AS_WRITTEN = " as written"
"""Behind the name of a field: its text, before it was read as a day or a number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        place: the file and the line on which it begins.
        content: the row as it stands there.
        values: by field: text, a day, a number or a list; None where nothing is told.
    """

    place: str
    content: str
    values: dict[str, Any]


def parse(chunk: Chunk, detected: Detected, place: str) -> tuple[list[Row], list[Reject]]:
    """The rows of a chunk.

    A day or number that cannot be read makes a reject, and so does a row with more or fewer columns than its layout.
    Headers within the file and empty lines are no rows.

    Args:
        chunk: rows of text.
        detected: what the file was taken for.
        place: how the file is called.
    """
    layout = detected.layout
    fitting: list[int] = []
    cells: list[list[str]] = []
    rejects: list[Reject] = []
    for number, line in enumerate(chunk.lines):
        if not line.strip() or line == detected.header:
            continue
        if len(line) * 4 > LONGEST_ROW and len(line.encode("utf8", "surrogatepass")) >= LONGEST_ROW - BOUNDARY:
            rejects.append(Reject(f"{place}:{chunk.numbers[number]}", TOO_LONG, line[:SHOWN]))
            continue
        found = _fields(line, detected) if layout.form == "objects" else _columns(line, detected)
        if isinstance(found, str):
            rejects.append(Reject(f"{place}:{chunk.numbers[number]}", found, line[:SHOWN]))
        else:
            fitting.append(number)
            cells.append(found)
    if not cells:
        return [], rejects
    frame = _typed(_frame(cells, detected), layout)
    rows = []
    for number, values in zip(fitting, frame.iter_rows(named=True), strict=True):
        where = f"{place}:{chunk.numbers[number]}"
        unread = _unread(values, layout)
        if unread:
            rejects.append(Reject(where, unread, chunk.lines[number][:SHOWN]))
        else:
            rows.append(Row(where, chunk.lines[number], values))
    return rows, rejects


def _columns(line: str, detected: Detected) -> list[str] | str:
    """The values of a row of values, or what is wrong with it."""
    found = split(line, detected.separator, quoted=detected.layout.quoted)
    if len(found) > detected.width and not any(cell.strip() for cell in found[detected.width :]):
        return found[: detected.width]
    if len(found) != detected.width:
        return f"The row has {len(found)} columns and not {detected.width}."
    return found


def _fields(line: str, detected: Detected) -> list[str] | str:
    """The values of a JSON object, one for each field of the layout, or what is wrong with it."""
    told = object_of(line)
    positions = detected.layout.positions(list(told)) if told else None
    if told is None or positions is None:
        return "The row is no JSON object, or lacks a field that it needs."
    values = list(told.values())
    return [_text(values[positions[field]]) if field in positions else "" for field in detected.layout.fields]


def _frame(cells: Sequence[Sequence[str]], detected: Detected) -> pl.DataFrame:
    positions = detected.positions
    if detected.layout.form == "objects":
        positions = {field: number for number, field in enumerate(detected.layout.fields)}
    columns = {field: [row[position] for row in cells] for field, position in positions.items()}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    missing = [pl.lit(None, pl.String).alias(field) for field in detected.layout.fields if field not in columns]
    return frame.with_columns(missing)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _typed(frame: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    told = pl.col(pl.String).str.strip_chars()
    frame = frame.with_columns(pl.when(told.is_in(layout.nothing)).then(None).otherwise(told).name.keep())
    asked = [pl.col(field).alias(field + AS_WRITTEN) for field in (*layout.days, *layout.numbers)]
    days = [_day(field, formats) for field, formats in layout.days.items()]
    numbers = [_number(field) for field in layout.numbers]
    lists = [_list(field) for field in layout.lists]
    return frame.with_columns([*asked, *days, *numbers, *lists])


def _day(field: str, formats: Sequence[str]) -> pl.Expr:
    told = pl.coalesce(pl.col(field).str.to_date(written, strict=False) for written in formats)
    return (
        pl.when(told.dt.year().is_between(datetime.MINYEAR, datetime.MAXYEAR)).then(told).otherwise(None).alias(field)
    )


def _number(field: str) -> pl.Expr:
    told = pl.col(field).cast(pl.Float64, strict=False)
    return pl.when(told.is_finite()).then(told).otherwise(None).alias(field)


def _list(field: str) -> pl.Expr:
    each = pl.element().str.strip_chars()
    return pl.col(field).str.split(";").list.eval(each.filter(~each.is_in(["", "None"])))


def _unread(values: dict[str, Any], layout: Layout) -> str | None:
    for field, kind in (*((day, "day") for day in layout.days), *((number, "number") for number in layout.numbers)):
        written = values[field + AS_WRITTEN]
        if values[field] is None and written is not None:
            return f"The field {field.replace('_', ' ')} holds no {kind}."
    return None
