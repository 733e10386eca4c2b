"""Roads: by which of two ways files come into the local graph, row by row over Bolt or all at once."""

from __future__ import annotations

from collections.abc import Sequence

from graph.errors import GraphTaken, Misuse
from graph.jars import Progress
from graph.loading import refuse_unless_empty
from graph.local import LocalServer
from ingest.feeds.detection import detect
from ingest.feeds.first_load import drop_kept
from ingest.feeds.layouts import Layout
from ingest.feeds.readers import ASKING
from ingest.feeds.sources import Source

LARGE = 16_000_000
"""Bytes of the files together from which making the graph at once is the quicker way; some 60,000 rows of GDELT."""


def made_at_once(
    server: LocalServer, sources: Sequence[Source], layouts: Sequence[Layout], progress: Progress | None = None
) -> bool:
    """Whether files are large, can be made the graph at once, and find it empty.

    Args:
        server: the local Neo4j.
        sources: the files.
        layouts: what they may be.
        progress: told what is being done, where the server must be started to be asked.
    """
    if sum(map(_at_least, sources)) < LARGE or not all(_fits(source, layouts) for source in sources):
        return False
    try:
        refuse_unless_empty(server, progress)
    except GraphTaken:
        drop_kept(server)
        return False
    return True


def _at_least(source: Source) -> int:
    """Bytes that will be read of a file; of a packed one whose size nobody knows, those that it takes."""
    return source.size or (source.path.stat().st_size if source.path else 0)


def _fits(source: Source, layouts: Sequence[Layout]) -> bool:
    """Whether a file can be read without asking the graph, and again if it must be."""
    if source.path is None:
        return False
    try:
        with source.open() as stream:
            return detect(stream, source.place, layouts).layout.reader not in ASKING
    except Misuse:
        return False
