"""Whether memory stays flat while many articles are read.

Usage: ``python -m benchmarks.extraction_memory [ARTICLES]`` (10,000 unless a number is named)

The articles are the sample reports in turn, each with a sentence of its own, so that no two are the same. What counts
is how much the process holds after the first thousand, and at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

from graph.reports import Report, text_hash
from ingest.frame_extractor import FrameExtractor

MEGABYTE = 1_000_000


def articles(number: int) -> Iterator[tuple[str, Report]]:
    """That many articles, made one by one."""
    samples = sorted((Path(__file__).parents[1] / "ingest/samples").glob("*.txt"))
    texts = [path.read_text(encoding="utf8").split("---\n")[-1] for path in samples]
    for index in range(number):
        text = f"{texts[index % len(texts)]}\n\nThe Varnak{index} Brigade attacked Iran."
        yield text, Report(sha256=text_hash(text), outlet="reuters")


def main(number: int) -> None:
    """Read them and print what the process holds, every thousand articles."""
    process = psutil.Process()
    claims = 0
    for index, extraction in enumerate(FrameExtractor().extract_all(articles(number)), 1):
        claims += len(extraction.claims)
        if index % 1000 == 0 or index == number:
            print(f"{index:6} articles {claims:7} claims {process.memory_info().rss / MEGABYTE:6.0f} MB", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
