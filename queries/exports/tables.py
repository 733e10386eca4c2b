"""Tables: actors, relations, claims and reports as CSV for spreadsheets, or as Parquet for data frames."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from queries.exports.part import Part, Row, as_text

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so is taken for a formula by spreadsheets, which may then run it."""

COLUMNS: dict[str, dict[str, type]] = {
    "actors": {"id": str, "name": str, "kind": str, "country": str, "wikidata": str, "aliases": list},
    "relations": {
        **dict.fromkeys(("id", "subject", "type", "object"), str),
        "on": datetime.date,
        "until": datetime.date,
        **dict.fromkeys(("precision", "mode"), str),
        "valence": float,
        "family": str,
        **dict.fromkeys(("claims", "reports", "origins"), int),
        "first_reported": datetime.date,
        "last_reported": datetime.date,
        "disputed": bool,
        **dict.fromkeys(("quote", "who_says_so", "url"), str),
    },
    "claims": {
        **dict.fromkeys(("id", "relation", "report"), str),
        "on": datetime.date,
        **dict.fromkeys(("modality", "quote"), str),
        **dict.fromkeys(("negated", "asserts", "disputes"), bool),
        "confidence": float,
        **dict.fromkeys(("origin", "who_says_so"), str),
    },
    "reports": {
        **dict.fromkeys(("id", "title", "url"), str),
        "published": datetime.date,
        **dict.fromkeys(("outlet", "outlet_name"), str),
    },
}
"""The columns of each table, with what they hold."""


def tables(held: Part) -> dict[str, list[Row]]:
    """The rows of each table; a claim stands once for each relation that it asserts or disputes.

    Args:
        held: what they hold.
    """
    claims, reports = [], {}
    for relation in held.relations:
        for claim in held.claims[relation.id]:
            fields = claim.model_dump(include=set(COLUMNS["claims"]) - {"relation", "who_says_so"})
            claims.append({**fields, "relation": held.ids[relation.id], "who_says_so": claim.who_says_so})
            reports[claim.report] = {
                "id": claim.report,
                **claim.model_dump(include=set(COLUMNS["reports"]) - {"id"}),
            }
    rows = {
        "actors": list(held.actors),
        "relations": [held.row(relation) for relation in held.relations],
        "claims": claims,
        "reports": [reports[key] for key in sorted(reports)],
    }
    return {name: [{key: row.get(key) for key in COLUMNS[name]} for row in listed] for name, listed in rows.items()}


def write_csv(held: Part, folder: Path) -> list[Path]:
    """Write a CSV file for each table, in UTF-8 with a mark that Excel knows it by.

    Texts that a spreadsheet would take for a formula get an apostrophe before them.

    Args:
        held: what to write.
        folder: where to; made if it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_csv(folder / f"{name}.csv", list(COLUMNS[name]), rows) for name, rows in tables(held).items()]


def write_parquet(held: Part, folder: Path) -> list[Path]:
    """Write a Parquet file for each table, with its types.

    Args:
        held: what to write.
        folder: where to; made if it is not there.
    """
    import polars

    folder.mkdir(parents=True, exist_ok=True)
    types: dict[type, Any] = {
        str: polars.String,
        float: polars.Float64,
        int: polars.Int64,
        bool: polars.Boolean,
        datetime.date: polars.Date,
        list: polars.List(polars.String),
    }
    written = []
    for name, rows in tables(held).items():
        path = folder / f"{name}.parquet"
        polars.DataFrame(rows, {key: types[kind] for key, kind in COLUMNS[name].items()}).write_parquet(path)
        written.append(path)
    return written


def _csv(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([_cell(row[key]) for key in columns] for row in rows)
    return path


def _cell(value: object) -> object:
    told = as_text(value)
    return f"'{told}" if isinstance(told, str) and told.startswith(FORMULA) else told
