"""Reports as lines of JSON: ``{"id", "text", "published"}``, one a line."""

from __future__ import annotations

import datetime
import json
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from graph.errors import Misuse, RapportError
from graph.gazetteer import Gazetteer, load
from graph.jars import Progress
from graph.reports import Report, text_hash
from graph.terminal import printable
from ingest.article_files import parse_day
from ingest.claim_rows import claim_row
from ingest.dateline import agency
from ingest.extractor import Extractor


def claims_of_lines(
    source: str, outlet: str | None, extractor: Extractor, progress: Progress
) -> Iterator[dict[str, Any]]:
    """The claims of each line; a line that is not what it should be is told and passed over.

    Args:
        source: the file; ``-`` is standard input.
        outlet: of all the reports; who their datelines name where None.
        extractor: what finds the claims.
        progress: told how many lines of the file were read, and how many it has; of standard input nobody knows.
    """
    rejected: list[int] = []
    taken: deque[tuple[str, int]] = deque()
    count = _count(source)
    read = _read_lines(source, outlet, load(), taken, rejected)
    for extraction in extractor.extract_all(read):
        identifier, number = taken.popleft()
        progress("Reading", number, count)
        actors = {actor.id: actor for actor in extraction.actors}
        yield from (claim_row(claim, actors, identifier) for claim in extraction.claims)
        for reject in extraction.rejects:
            typer.echo(printable(f"Rejected in {identifier}: {reject.reason}"), err=True)
    if rejected:
        typer.echo(f"{len(rejected)} lines rejected.", err=True)
        raise typer.Exit(1)


def _read_lines(
    source: str, outlet: str | None, gazetteer: Gazetteer, taken: deque[tuple[str, int]], rejected: list[int]
) -> Iterator[tuple[str, Report]]:
    """The text and report of each good line; its id and its number go into ``taken``, in their order."""
    for number, line in enumerate(_lines(source), 1):
        if not line.strip():
            continue
        try:
            identifier, text, report = _read_line(line, outlet, gazetteer)
        except (ValueError, KeyError, TypeError, RecursionError, RapportError) as error:
            rejected.append(number)
            typer.echo(f"Rejected line {number}: {_reason(error)}", err=True)
        else:
            taken.append((identifier, number))
            yield text, report


def _count(source: str) -> int:
    """The lines of a file; 0 of what cannot be read twice."""
    path = Path(source)
    if source == "-" or not path.is_file():
        return 0
    with path.open("rb") as file:
        return sum(1 for _ in file)


def _lines(source: str) -> Iterator[bytes]:
    try:
        if source == "-":
            yield from sys.stdin.buffer
            return
        with Path(source).open("rb") as file:
            yield from file
    except OSError as error:
        raise Misuse(f"{source} cannot be read: {error.strerror}.") from None


def _read_line(line: bytes, outlet: str | None, gazetteer: Gazetteer) -> tuple[str, str, Report]:
    row = json.loads(line.decode("utf8"))
    identifier, text = str(row["id"]), row["text"]
    if not isinstance(text, str):
        raise TypeError("its text is not a string")
    day = _day(row.get("published"))
    source = outlet or agency(text, gazetteer, day)
    report = Report(sha256=text_hash(f"{identifier}\n{text}"), published=day, outlet=source)
    return identifier, text, report


def _day(value: object) -> datetime.date | None:
    return parse_day(str(value), "published") if value else None


def _reason(error: Exception) -> str:
    match error:
        case UnicodeDecodeError():
            return "it is not UTF-8 text."
        case json.JSONDecodeError():
            return "it is not JSON."
        case RecursionError():
            return "it nests too deep."
        case KeyError():
            return f"it has no {error}."
        case _:
            return str(error)
