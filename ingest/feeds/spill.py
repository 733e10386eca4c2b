"""Spills: more items than the memory holds, sorted on disk."""

from __future__ import annotations

import heapq
import itertools
import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.batches import some_at_once

IN_MEMORY = 100_000
"""Items that are held before they are written; a claim with all that is told of it takes some two kilobytes."""

AT_ONCE = 500
"""Items that are written and read together."""

FILES_AT_ONCE = 32
"""Files that are open together; where there are more, they are made one."""

Item = tuple[Any, ...]
"""A key, by which items are sorted, then a number, which sorts those with one key, then anything."""


class Spill:
    """Takes items in any order and gives them back in that of their keys and numbers.

    Args:
        folder: for its files, which are removed once they are read.
        name: how they are called.
        in_memory: items that are held before they are written.
    """

    def __init__(self, folder: Path, name: str, in_memory: int = IN_MEMORY) -> None:
        self._folder = folder
        self._name = name
        self._in_memory = in_memory
        self._held: list[Item] = []
        self._levels: list[list[Path]] = []
        self._number = itertools.count()

    def add(self, item: Item) -> None:
        """Take an item."""
        self._held.append(item)
        if len(self._held) >= self._in_memory:
            self._held.sort(key=_order)
            self._write(self._held, 0)
            self._held = []

    def sorted(self) -> Iterator[Item]:
        """Every item, once; none can be added after that."""
        held, self._held = self._held, []
        held.sort(key=_order)
        files = [path for level in self._levels for path in level]
        self._levels = []
        yield from heapq.merge(held, *map(_read, files), key=_order)

    def _write(self, items: Iterable[Item], level: int) -> None:
        path = self._folder / f"{self._name}-{next(self._number)}.spill"
        with path.open("wb") as file:
            for part in some_at_once(items, AT_ONCE):
                pickle.dump(part, file, pickle.HIGHEST_PROTOCOL)
        if level == len(self._levels):
            self._levels.append([])
        self._levels[level].append(path)
        if len(self._levels[level]) == FILES_AT_ONCE:
            full, self._levels[level] = self._levels[level], []
            self._write(heapq.merge(*map(_read, full), key=_order), level + 1)


def _order(item: Item) -> tuple[Any, Any]:
    return item[0], item[1]


def _read(path: Path) -> Iterator[Item]:
    with path.open("rb") as file:
        while True:
            try:
                part = pickle.load(file)  # noqa: S301  # a file of ours, of this run
            except EOFError:
                break
            yield from part
    path.unlink()
