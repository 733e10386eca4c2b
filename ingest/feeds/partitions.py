"""Partitions: more items than the memory holds, parted by a key over files that each fit into it."""

from __future__ import annotations

import os
import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Item = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """The files for items of one kind, to which several processes write.

    Attributes:
        folder: for the files.
        name: how they are called.
        parts: into how many parts the items fall.
    """

    folder: Path
    name: str
    parts: int

    def of(self, key: str) -> int:
        """The part into which items with a key fall."""
        return zlib.crc32(key.encode("utf8", "surrogatepass")) % self.parts

    def files(self, part: int) -> list[Path]:
        """Those of a part, one of each process that wrote items of it."""
        return sorted(self.folder.glob(f"{self.name}-{part}-*.items"))

    def take(self, part: int) -> Iterator[Item]:
        """The items of a part in no order; their files are removed."""
        for path in self.files(part):
            with path.open("rb") as file:
                while file.peek(1):
                    yield from pickle.load(file)  # noqa: S301  # a file of ours, of this run
            path.unlink()


class Parting:
    """Takes items and writes them all at once.

    Args:
        partition: where they go.
    """

    def __init__(self, partition: Partition) -> None:
        self._partition = partition
        self._held: defaultdict[int, list[Item]] = defaultdict(list)

    def add(self, part: int, item: Item) -> None:
        """Take an item of a part."""
        self._held[part].append(item)

    def write(self) -> None:
        """Write what was taken."""
        for part, items in self._held.items():
            path = self._partition.folder / f"{self._partition.name}-{part}-{os.getpid()}.items"
            with path.open("ab") as file:
                pickle.dump(items, file, pickle.HIGHEST_PROTOCOL)
        self._held.clear()
