"""Reading in several processes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from graph.errors import Misuse
from graph.reports import Report, text_hash
from ingest.frame_extractor import FrameExtractor
from ingest.parallel_extractor import ParallelExtractor

TEXTS = ["Israel attacked Iran.", "Россия и Китай подписали соглашение.", "France praised Germany.", "It rained."]


def reports(number: int) -> Iterator[tuple[str, Report]]:
    for index, text in enumerate(itertools.islice(itertools.cycle(TEXTS), number)):
        told = f"{text} It was the {index}th time."
        yield told, Report(sha256=text_hash(told))


def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    assert list(ParallelExtractor(2).extract_all(reports(150))) == list(FrameExtractor().extract_all(reports(150)))


def test_no_process_reads_nothing() -> None:
    with pytest.raises(Misuse, match="at least 1"):
        ParallelExtractor(0)
