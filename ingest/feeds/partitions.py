"""Partitions: more items than the memory holds, parted by a key over files that each fit into it."""

from __future__ import annotations

import os
import pickle
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

Item = tuple[Any, ...]

HEAD = struct.Struct("<QQQ")


class Head(NamedTuple):
    """What stands before items that were written at once.

    Attributes:
        portion: number of the portion of rows of which they came; within a file it only grows.
        items: how many they are.
        size: bytes that they take.
    """

    portion: int
    items: int
    size: int


@dataclass(frozen=True, slots=True)
class Partition:
    """The files for items of one kind, to which several processes write.

    Attributes:
        folder: for the files.
        name: how they are called.
        parts: into how many parts the items fall.
        kept: whether the files stay when their items are taken.
    """

    folder: Path
    name: str
    parts: int
    kept: bool = False

    def of(self, key: str) -> int:
        """The part into which items with a key fall."""
        return zlib.crc32(key.encode("utf8", "surrogatepass")) % self.parts

    def files(self, part: int | str = "*") -> list[Path]:
        """Those of a part, one of each process that wrote items of it; of all parts unless told."""
        return sorted(self.folder.glob(f"{self.name}-{part}-*.items"))

    def take(self, part: int) -> Iterator[Item]:
        """The items of a part in no order; their files are removed unless they are kept."""
        for path in self.files(part):
            with path.open("rb") as file:
                while head := file.read(HEAD.size):
                    size = Head._make(HEAD.unpack(head)).size
                    yield from pickle.loads(file.read(size))  # noqa: S301  # a file of ours
            if not self.kept:
                path.unlink()

    def keep_until(self, portion: int) -> int:
        """Drop what came of a portion and those behind it, and what was half written; how many items are left."""
        left = 0
        for path in self.files():
            with path.open("r+b") as file:
                length, end = path.stat().st_size, 0
                while len(told := file.read(HEAD.size)) == HEAD.size:
                    head = Head._make(HEAD.unpack(told))
                    if head.portion >= portion or file.tell() + head.size > length:
                        break
                    end = file.seek(head.size, os.SEEK_CUR)
                    left += head.items
                file.truncate(end)
        return left

    def remove(self) -> None:
        """Remove its files."""
        for path in self.files():
            path.unlink()


class Parting:
    """Takes items and writes them all at once.

    Args:
        partition: where they go.
        portion: number of the portion of rows of which they come.
    """

    def __init__(self, partition: Partition, portion: int = 0) -> None:
        self._partition = partition
        self._portion = portion
        self._held: defaultdict[int, list[Item]] = defaultdict(list)

    def add(self, part: int, item: Item) -> None:
        """Take an item of a part."""
        self._held[part].append(item)

    def write(self) -> int:
        """Write what was taken; how many items that were."""
        written = 0
        for part, items in self._held.items():
            path = self._partition.folder / f"{self._partition.name}-{part}-{os.getpid()}.items"
            told = pickle.dumps(items, pickle.HIGHEST_PROTOCOL)
            with path.open("ab") as file:
                file.write(HEAD.pack(*Head(self._portion, len(items), len(told))) + told)
            written += len(items)
        self._held.clear()
        return written
