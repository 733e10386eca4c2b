"""The frame extractor in several processes: many reports at once, given back in their order, with flat memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.errors import Misuse
from graph.gazetteer import Gazetteer
from graph.reports import Report
from ingest.extractor import Extraction
from ingest.frame_extractor import VERSION, FrameExtractor, in_batches
from ingest.processes import in_order

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
        for extractions in in_order(_extract, in_batches(reports), self._workers, _begin, self._gazetteer):
            yield from extractions


def _begin(gazetteer: Gazetteer | None) -> None:
    global _extractor
    _extractor = FrameExtractor(gazetteer)


def _extract(batch: Batch) -> list[Extraction]:
    extractor = _extractor or FrameExtractor()
    return list(extractor.extract_all(batch))
