"""Calls: what a command for feeds does, by each of the roads that files can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.connection import connect
from graph.errors import GraphTaken
from graph.local import LocalServer
from graph.progress import shown
from graph.settings import data_folder, named_server
from ingest.feeds.bulk_run import BulkRun
from ingest.feeds.first_load import first_load
from ingest.feeds.layouts import Layout
from ingest.feeds.reporting import (
    LOADING_STOPPED,
    READING_STOPPED,
    finish,
    finish_retraction,
    stopping,
    tell,
    tidied_up,
)
from ingest.feeds.retracting import take_back
from ingest.feeds.roads import made_at_once
from ingest.feeds.runs import Run
from ingest.feeds.sources import Source
from ingest.feeds.summary import Progress, Summary
from ingest.processes import all_processors, usual_workers


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a command.

    Attributes:
        sources: the files.
        layouts: what they may be.
        rejects: the file for what is rejected.
        workers: processes; as many as are good for the road where None.
        afresh: whether to begin anew with what was stopped.
        uri: the server, as ``graph.connect`` takes it.
        as_json, quiet: how what was done is told.
    """

    sources: Sequence[Source]
    layouts: Sequence[Layout]
    rejects: Path
    workers: int | None
    afresh: bool
    uri: str | None
    as_json: bool | None
    quiet: bool

    def to_files(self, folder: Path) -> None:
        """Write files for ``neo4j-admin``."""
        with shown(self.quiet, unit="%") as progress, tidied_up():
            summary = self._reading(folder, None, progress).ingest(self.sources)
        self._finish(summary, folder)

    def at_once(self) -> None:
        """Make the files the local graph."""
        self._finish(self._loaded())

    def by_itself(self) -> None:
        """Bring the files into the graph by the road that is the quicker one."""
        if not named_server(self.uri) and self._suits():
            try:
                self._finish(self._loaded())
            except GraphTaken:
                tell(self.quiet)("The graph is in use or no longer empty: the files are written into it row by row.")
            else:
                return
        self.row_by_row()

    def row_by_row(self) -> None:
        """Write the rows into the graph."""
        with self._run() as run:
            summary = run.ingest(self.sources)
        self._finish(summary)

    def take_back(self) -> None:
        """Take back what the rows said."""
        with self._run() as run:
            claims, changed = take_back(run, self.sources)
        finish_retraction(claims, changed, as_json=self.as_json, quiet=self.quiet)

    def _suits(self) -> bool:
        with shown(self.quiet, unit="%") as progress:
            return made_at_once(LocalServer(data_folder()), self.sources, self.layouts, progress)

    def _loaded(self) -> Summary:
        with shown(self.quiet, unit="%") as progress, tidied_up(), stopping(LOADING_STOPPED):
            return first_load(
                LocalServer(data_folder()),
                lambda folder, kept: self._reading(folder, kept, progress),
                self.sources,
                progress,
                afresh=self.afresh,
            )

    def _reading(self, folder: Path, kept: Path | None, progress: Progress) -> BulkRun:
        workers = all_processors() if self.workers is None else self.workers
        return BulkRun(folder, self.layouts, self.rejects, workers, tell(self.quiet), progress, kept)

    @contextmanager
    def _run(self) -> Iterator[Run]:
        address = named_server(self.uri)
        with connect(self.uri) as store, shown(self.quiet, unit="%") as progress, stopping(READING_STOPPED):
            yield Run(
                store=store,
                address=address.uri if address else "local",
                layouts=self.layouts,
                rejects=self.rejects,
                workers=usual_workers() if self.workers is None else self.workers,
                tell=tell(self.quiet),
                progress=progress,
                afresh=self.afresh,
            )

    def _finish(self, summary: Summary, files: Path | None = None) -> None:
        finish(summary, self.rejects, files=files, as_json=self.as_json, quiet=self.quiet)
