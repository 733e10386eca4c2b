"""How quick reading is beside the bare parse.

Usage: ``python -m benchmarks.extraction_speed [FILE ...]`` (the sample reports unless files are named)

Three are timed in one run on the same passages, several times in turn, because machines are noisy; what counts are
the ratios. The bare parse is spaCy alone, as it comes, with the same pipeline and as many passages at a time. The
quicker parse is the same pipeline as Rapport runs it: its matrices are multiplied by numpy, on one processor. That
both tell the same trees is looked at first.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from spacy.tokens import Doc

from graph.reports import Report, text_hash
from ingest.english_pipeline import PASSAGES_AT_ONCE, loaded, parsed_together
from ingest.frame_extractor import FrameExtractor
from ingest.text import passages

ROUNDS = 7
REPEATS = 10


def main(files: list[Path]) -> None:
    """Time the three and print sentences per second and the ratios."""
    texts = [path.read_text(encoding="utf8").split("---\n")[-1] for path in files] * REPEATS
    pieces = [passage.text for text in texts for passage in passages(text)]
    extractor, plain = FrameExtractor(), loaded()
    kinds: dict[str, Callable[[], Iterable[object]]] = {
        "bare parse": lambda: [list(doc.sents) for doc in plain.pipe(pieces, batch_size=PASSAGES_AT_ONCE)],
        "quicker parse": lambda: [list(doc.sents) for doc in parsed_together(pieces)],
        "reading": lambda: list(extractor.extract_all((text, _report(text)) for text in texts)),
    }
    bare, quicker = _trees(plain.pipe(pieces)), _trees(parsed_together(pieces))
    sentences = sum(1 for tree in bare for _, head, *_ in tree if not head)
    other = sum(one != another for one, another in zip(bare, quicker, strict=True))
    print(f"{sentences} sentences, {ROUNDS} rounds, processor time; {other} of {len(pieces)} passages parsed otherwise")
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS):
        for kind, read in kinds.items():
            began = time.process_time()
            read()
            times[kind].append(time.process_time() - began)
    for kind, taken in times.items():
        print(f"{kind:13} {sentences / statistics.median(taken):8.0f} sentences a second")
    for kind in ["bare parse", "quicker parse"]:
        ratios = [one / whole for one, whole in zip(times[kind], times["reading"], strict=True)]
        print(f"reading / {kind:13} {statistics.median(ratios):8.2f}  (from {min(ratios):.2f} to {max(ratios):.2f})")


def _report(text: str) -> Report:
    return Report(sha256=text_hash(text), outlet="reuters")


def _trees(parsed: Iterable[Doc]) -> list[list[tuple[str, int, str, str, str]]]:
    """The words of each passage, with how far their head is, their relation, part of speech and features."""
    return [
        [(word.text, word.head.i - word.i, word.dep_, word.pos_, str(word.morph)) for word in doc] for doc in parsed
    ]


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    main(named or sorted((Path(__file__).parents[1] / "ingest/samples").glob("*.txt")))
