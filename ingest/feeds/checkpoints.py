"""Checkpoints: how far a file has been read, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.private import write_private
from graph.settings import data_folder
from ingest.feeds.sources import Source


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The checkpoint of one file in one store; there is none for standard input.

    Attributes:
        path: where it is kept; None for standard input.
    """

    path: Path | None

    def read(self) -> int:
        """How many lines had been read when it was last written; 0 where the file is new.

        A checkpoint that is broken counts as none: reading a row again changes nothing.
        """
        try:
            told: Any = json.loads(self.path.read_text("utf8")) if self.path else None
        except (OSError, ValueError):
            return 0
        lines = told.get("lines") if isinstance(told, dict) else None
        return lines if isinstance(lines, int) and lines > 0 else 0

    def write(self, lines: int) -> None:
        """Keep how many lines have been read; whole or not at all."""
        if self.path:
            write_private(self.path, json.dumps({"lines": lines}))

    def remove(self) -> None:
        """Forget it, for the file has been read to its end."""
        if self.path:
            self.path.unlink(missing_ok=True)


def checkpoint_of(source: Source, store: str) -> Checkpoint:
    """The checkpoint of a file in a store.

    Args:
        source: the file; one that has changed since is another.
        store: the address of the store; Rapport's own, whose port changes, by any name that stays.
    """
    if source.path is None:
        return Checkpoint(None)
    key = json.dumps([*_state(source.path, source.member), store])
    return Checkpoint(data_folder() / "checkpoints" / f"{hashlib.sha256(key.encode()).hexdigest()[:24]}.json")


def state_of(source: Source) -> str:
    """Tells a file, as it is now, from every other and from itself when it has changed; empty for standard input."""
    return json.dumps(_state(source.path, source.member)) if source.path else ""


def _state(path: Path, member: str | None) -> list[str | int | None]:
    state = path.stat()
    return [str(path.absolute()), member, state.st_size, state.st_mtime_ns]
