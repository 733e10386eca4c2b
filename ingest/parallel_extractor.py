"""The frame extractor in several processes: many reports at once, given back in their order, with flat memory."""

from __future__ import annotations

import itertools
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from graph.errors import Misuse
from graph.gazetteer import Gazetteer
from graph.reports import Report
from ingest.extractor import Extraction
from ingest.frame_extractor import REPORTS_AT_ONCE, VERSION, FrameExtractor

AHEAD = 2
"""Batches that wait for each process, so that none is idle while the results of another are used."""

Batch = list[tuple[str, Report]]

_extractor: FrameExtractor | None = None


class ParallelExtractor:
    """See ``ingest.extractor.Extractor``. Each process loads the parser once (about 100 MB).

    Args:
        workers: how many processes read.
        gazetteer: the known actors; the shipped ones and the user's unless given.

    Raises:
        Misuse: if there are no workers.
    """

    def __init__(self, workers: int, gazetteer: Gazetteer | None = None) -> None:
        if workers < 1:
            raise Misuse("--workers is at least 1.")
        self._workers = workers
        self._gazetteer = gazetteer

    @property
    def name(self) -> str:
        """Its name and version: that of the extractor that the processes run."""
        return VERSION

    def extract(self, text: str, report: Report) -> Extraction:
        """The claims of a report."""
        (extraction,) = self.extract_all([(text, report)])
        return extraction

    def extract_all(self, reports: Iterable[tuple[str, Report]]) -> Iterator[Extraction]:
        """The claims of many reports, one extraction each, in their order."""
        batches = _batches(reports)
        context = get_context("spawn")
        with ProcessPoolExecutor(self._workers, context, _begin, (self._gazetteer,)) as pool:
            waiting: deque[Future[list[Extraction]]] = deque()
            for batch in batches:
                waiting.append(pool.submit(_extract, batch))
                if len(waiting) >= self._workers * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()


def _batches(reports: Iterable[tuple[str, Report]]) -> Iterator[Batch]:
    waiting = iter(reports)
    while batch := list(itertools.islice(waiting, REPORTS_AT_ONCE)):
        yield batch


def _begin(gazetteer: Gazetteer | None) -> None:
    """Make a process ready. Ctrl-C is for the one that gives out the work; it ends the others."""
    global _extractor
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _extractor = FrameExtractor(gazetteer)


def _extract(batch: Batch) -> list[Extraction]:
    extractor = _extractor or FrameExtractor()
    return list(extractor.extract_all(batch))
