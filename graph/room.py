"""Room on the disk of the local Neo4j, looked at before it is gone: a database whose disk is full ends itself."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from graph.errors import StoreUnreachable

TO_START = 50_000_000
"""Bytes that a start asks for. With 2 MB left Neo4j was seen to hang as it came up; with 9 MB it came up."""

TO_WRITE = 100_000_000
"""Bytes that a transaction asks for. One of 5,000 rows of a feed takes about 15 MB, and a piece of the log 16."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
"""What the system says where a disk, or a user's part of it, is full."""


class DiskFull(StoreUnreachable):
    """The disk on which the local Neo4j keeps the graph has no room."""


def left(folder: Path) -> int:
    """How many bytes the disk has left for us that holds a folder, which may not exist yet."""
    return shutil.disk_usage(next(place for place in (folder, *folder.parents) if place.exists())).free


def require(folder: Path, needed: int) -> None:
    """Make sure that there is room for what comes next.

    Args:
        folder: on the disk.
        needed: in bytes.

    Raises:
        DiskFull: if there is less.
    """
    free = left(folder)
    if free < needed:
        raise DiskFull(
            f"The disk that holds {folder} is full ({free / 1e6:.0f} MB are left, and {needed / 1e6:.0f} are needed): "
            "make room, and give the same command again."
        )
