"""Files and folders that only their owner can read: what Rapport keeps of its own in the data folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone; one that stands is left as it is.

    Raises:
        OSError: if it cannot be made.
    """
    for folder in reversed((path, *path.parents)):
        folder.mkdir(exist_ok=True, mode=0o700)


@contextmanager
def all_private() -> Iterator[None]:
    """Whatever this process and those that it starts make meanwhile is their owner's alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def owner_only(path: str, flags: int) -> int:
    """An ``opener`` for ``open``: a file that it makes is its owner's alone."""
    return os.open(path, flags, 0o600)


def write_private(path: Path, text: str) -> None:
    """Write a file of its owner's alone, whole or not at all; its folder is made where it is missing.

    Raises:
        OSError: if it cannot be written.
    """
    private_folder(path.parent)
    beside = path.with_suffix(f".{os.getpid()}")
    with open(beside, "w", encoding="utf8", opener=owner_only) as file:
        file.write(text)
    beside.replace(path)
