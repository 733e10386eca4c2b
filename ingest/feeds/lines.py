"""Lines: a stream of bytes as rows of text that are still whole, a few thousand at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

LONGEST_ROW = 1_000_000
"""Bytes; a longer one is no row but a quotation mark that nobody closed."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a file, as they stand in it.

    Attributes:
        first: number of the line on which the first of them begins, counted from 1.
        lines: the rows, decoded, without their line breaks.
        numbers: the number of the line on which each begins.
        end: how many bytes of the file have been read when its last row is.
    """

    first: int
    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    end: int


def chunks(stream: IO[bytes], size: int, *, quoted: bool = False, skip: int = 0) -> Iterator[Chunk]:
    """The rows of a stream, in chunks.

    Text that is no UTF-8 is read as Windows-1252, row by row, for older files mix the two.

    Args:
        stream: read to its end.
        size: rows of one chunk.
        quoted: whether a value in quotation marks may hold line breaks.
        skip: rows that are passed over unread.
    """
    rows: list[str] = []
    numbers: list[int] = []
    read = skipped = number = length = marks = 0
    waiting: list[bytes] = []
    began = 1
    while line := stream.readline(LONGEST_ROW):
        number += 1
        read += len(line)
        if not line.endswith(b"\n"):
            read += _pass_over(stream)
        if not waiting:
            began, length, marks = number, 0, 0
        waiting.append(line)
        length += len(line)
        marks += line.count(b'"')
        if quoted and marks % 2 and length < LONGEST_ROW:
            continue
        row, waiting = b"".join(waiting), []
        if skipped < skip:
            skipped += 1
            continue
        rows.append(decoded(row).rstrip("\r\n"))
        numbers.append(began)
        if len(rows) == size:
            yield Chunk(numbers[0], tuple(rows), tuple(numbers), read)
            rows, numbers = [], []
    if waiting and skipped >= skip:
        rows.append(decoded(b"".join(waiting)).rstrip("\r\n"))
        numbers.append(began)
    if rows:
        yield Chunk(numbers[0], tuple(rows), tuple(numbers), read)


def _pass_over(stream: IO[bytes]) -> int:
    """Read on to the end of a line that is too long to be a row, and keep nothing; how many bytes that were."""
    passed = 0
    while rest := stream.readline(LONGEST_ROW):
        passed += len(rest)
        if rest.endswith(b"\n"):
            break
    return passed


def decoded(row: bytes) -> str:
    """The text of a row; a byte order mark at its beginning is dropped."""
    try:
        text = row.decode("utf8")
    except UnicodeDecodeError:
        text = row.decode("cp1252", "replace")
    return text.removeprefix("\ufeff")
