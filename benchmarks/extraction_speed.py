"""How much of the time of reading goes into the bare parse.

Usage: ``python -m benchmarks.extraction_speed [FILE ...]`` (the sample reports unless files are named)

Both are timed in one run on the same passages, several times in turn, because machines are noisy; what counts is
the ratio. The bare parse is spaCy alone, with the same pipeline and as many passages at a time.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from graph.reports import Report, text_hash
from ingest.english_pipeline import pipeline
from ingest.frame_extractor import FrameExtractor
from ingest.parsing import PASSAGES_AT_ONCE
from ingest.text import passages

ROUNDS = 7
REPEATS = 10


def main(files: list[Path]) -> None:
    """Time both and print sentences per second and their ratio."""
    texts = [path.read_text(encoding="utf8").split("---\n")[-1] for path in files] * REPEATS
    extractor = FrameExtractor()
    pieces = [passage.text for text in texts for passage in passages(text)]
    sentences = sum(len(list(doc.sents)) for doc in pipeline().pipe(pieces))
    bare, whole = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        for doc in pipeline().pipe(pieces, batch_size=PASSAGES_AT_ONCE):
            list(doc.sents)
        bare.append(time.process_time() - began)
        began = time.process_time()
        for _ in extractor.extract_all((text, Report(sha256=text_hash(text), outlet="reuters")) for text in texts):
            pass
        whole.append(time.process_time() - began)
    ratios = [one / other for one, other in zip(bare, whole, strict=True)]
    print(f"{sentences} sentences, {ROUNDS} rounds, processor time")
    print(f"bare parse      {sentences / statistics.median(bare):8.0f} sentences a second")
    print(f"with extraction {sentences / statistics.median(whole):8.0f} sentences a second")
    print(f"ratio           {statistics.median(ratios):8.2f}  (from {min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    main(named or sorted((Path(__file__).parents[1] / "ingest/samples").glob("*.txt")))
