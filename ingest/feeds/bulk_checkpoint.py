"""Checkpoints of the bulk road: how far files were read into a folder, so that a run that was stopped goes on there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graph.private import private_folder, write_private
from ingest.feeds.checkpoints import state_of
from ingest.feeds.scratch import Scratch, parts_for
from ingest.feeds.sources import Source
from ingest.feeds.spreading import Counted

FORM = 1
"""Of what is kept; to be counted up whenever the items of ``ingest.feeds.scratch.Scratch`` change."""

NAME = "read.json"


@dataclass(slots=True)
class BulkCheckpoint:
    """How far files were read.

    Attributes:
        sources: the state of each file, for what was read of other files is of no use.
        run: the run that began; those that go on are the same one.
        parts: into how many parts what was read is parted.
        read: rows of text that were read of each file, by its state.
        portions: how many portions they were.
        items: how many items were kept of them.
        retold: how many claims were told again within one portion.
        form: of what is kept.
    """

    sources: list[str]
    run: str
    parts: int
    read: dict[str, int] = field(default_factory=dict)
    portions: int = 0
    items: int = 0
    retold: int = 0
    form: int = FORM

    def count(self, state: str, counted: Counted) -> None:
        """Add a portion of the file of a state."""
        self.read[state] = self.read.get(state, 0) + counted.lines
        self.portions += 1
        self.items += counted.items
        self.retold += counted.retold

    def write(self, folder: Path) -> None:
        """Keep it; whole or not at all."""
        write_private(folder / NAME, json.dumps(asdict(self)))


def go_on(folder: Path, sources: Sequence[Source], run: str) -> tuple[BulkCheckpoint, Scratch]:
    """What was read of some files into a folder, without what was not read to the end of its portion.

    Where nothing was, or of other files, or something of it is missing, the folder is made new. What comes from
    standard input cannot be read again, so nothing of it is taken up.

    Args:
        folder: the folder.
        sources: the files.
        run: the run, if none began before.
    """
    states = [state_of(source) for source in sources]
    checkpoint = _kept(folder)
    if checkpoint and checkpoint.sources == states and all(states):
        scratch = Scratch(folder, checkpoint.parts, kept=True)
        if scratch.keep_until(checkpoint.portions) == checkpoint.items:
            return checkpoint, scratch
    shutil.rmtree(folder, ignore_errors=True)
    private_folder(folder)
    parts = parts_for(sources)
    return BulkCheckpoint(states, run, parts), Scratch(folder, parts, kept=True)


def _kept(folder: Path) -> BulkCheckpoint | None:
    """The checkpoint in a folder; None where there is none of today's form."""
    try:
        checkpoint = BulkCheckpoint(**json.loads((folder / NAME).read_text("utf8")))
    except (OSError, ValueError, TypeError):
        return None
    return checkpoint if checkpoint.form == FORM else None
