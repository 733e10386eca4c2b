"""Sources: the files that a command names, opened: single ones, folders, patterns, archives, standard input."""

from __future__ import annotations

import glob
import gzip
import io
import json
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph.errors import Misuse
from ingest.feeds.archives import BROKEN, Unpacked, members_of
from ingest.outside_yaml import outside_yaml

NOT_DATA = (".md", ".pdf", ".txt.sha256", ".md5", ".html", ".doc", ".docx")
"""Ends of the names of files that lie beside the data in a folder or an archive and are none."""

YAML = (".yaml", ".yml")

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a feed.

    Attributes:
        place: how it is called, for messages and rejects.
        path: the file; None for standard input.
        member: the name of the file within an archive.
    """

    place: str
    path: Path | None = None
    member: str | None = None

    @property
    def size(self) -> int:
        """Bytes that will be read, unpacked where that is known; 0 where nobody knows."""
        if self.path is None:
            return 0
        if self.member is not None:
            with zipfile.ZipFile(self.path) as archive:
                return archive.getinfo(self.member).file_size
        return 0 if self.path.suffix == ".gz" else self.path.stat().st_size

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """The bytes of the file, unpacked.

        Raises:
            Misuse: if it cannot be read, or is no archive although its name says so.
        """
        try:
            if self.path is None:
                yield sys.stdin.buffer
            elif self.member is not None:
                with zipfile.ZipFile(self.path) as archive, archive.open(self.member) as stream:
                    yield stream
            elif self.path.suffix == ".gz":
                with gzip.open(self.path) as stream:
                    unpacked = Unpacked(stream, self.path.stat().st_size, self.place)
                    yield io.BufferedReader(unpacked, 1 << 20)
            elif self.path.suffix in YAML:
                yield io.BufferedReader(io.BytesIO(_as_json_lines(self.path)))
            else:
                with self.path.open("rb") as stream:
                    yield stream
        except gzip.BadGzipFile as error:
            raise Misuse(f"{self.place} is broken or no archive: {error}.") from None
        except OSError as error:
            raise Misuse(f"{self.place} cannot be read: {error.strerror or error}.") from None
        except BROKEN as error:
            if self.path is None or (self.member is None and self.path.suffix != ".gz"):
                raise
            raise Misuse(f"{self.place} is broken or no archive: {error}.") from None


def find_sources(names: Sequence[str]) -> list[Source]:
    """Every file that some names stand for, each once, in the order of the names.

    Args:
        names: files, folders (every data file below), patterns such as ``2019*.CSV``, ``-`` for standard input.

    Raises:
        Misuse: if a name stands for nothing.
    """
    found: dict[str, Source] = {}
    for name in names:
        for source in [Source(STANDARD_INPUT)] if name == "-" else _named(name):
            found.setdefault(source.place, source)
    return list(found.values())


def _named(name: str) -> Iterator[Source]:
    path = Path(name)
    if path.is_dir():
        inside = [file for file in sorted(path.rglob("*")) if file.is_file() and _may_be_data(file.name)]
        if not inside:
            raise Misuse(f"The folder {name} holds no data files.")
        for file in inside:
            yield from _file(file)
    elif path.exists():
        yield from _file(path)
    else:
        matching = sorted(glob.glob(name, recursive=True))  # noqa: PTH207
        if not matching:
            raise Misuse(f"There is no file {name}.")
        for match in matching:
            yield from _named(match)


def _file(path: Path) -> Iterator[Source]:
    if path.suffix != ".zip":
        yield Source(str(path), path)
        return
    members = [name for name in members_of(path) if _may_be_data(name)]
    if not members:
        raise Misuse(f"The archive {path} holds no data files.")
    for member in members:
        yield Source(f"{path}/{member}", path, member)


def _may_be_data(name: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    return not base.startswith((".", "__MACOSX")) and not base.lower().endswith(NOT_DATA)


def _as_json_lines(path: Path) -> bytes:
    """A YAML list of mappings as one JSON object a line, every value as it is written there.

    Raises:
        Misuse: if the file holds something else.
    """
    try:
        rows = outside_yaml(path.read_text("utf8"), str(path))
    except UnicodeDecodeError:
        raise Misuse(f"{path} is not UTF-8 text.") from None
    if not isinstance(rows, list):
        raise Misuse(f"{path} holds no list of relations; begin each with '- subject:'.")
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf8", "surrogatepass")
