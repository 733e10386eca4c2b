"""Score a pipeline on the news probe, construction by construction.

Usage: ``python training/probe.py PIPELINE [PROBE.conllu] [--errors]``

``core`` is the share of sentences whose root, subjects, objects, obliques and complement clauses all stand right: what
the extraction of events rests on.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import spacy
from corpus import document, sentences
from spacy.tokens import Doc, Token

CORE = ("root", "nsubj", "obj", "iobj", "obl", "ccomp", "xcomp", "advcl", "acl", "csubj", "conj", "aux")
"""Relations, with their subtypes, that an event is read from."""


def constructions(path: Path) -> list[str]:
    """The construction that each sentence of the probe stands for."""
    lines = path.read_text(encoding="utf8").splitlines()
    return [line.partition("= ")[2] for line in lines if line.startswith("# construction")]


def arc(token: Token) -> tuple[str, int]:
    """Relation and head of a token."""
    return token.dep_.lower(), token.head.i


def is_core(token: Token) -> bool:
    """Whether a token is part of what an event is read from."""
    return token.dep_.lower().partition(":")[0] in CORE


def right(gold: Doc, found: Doc) -> tuple[int, int, int, bool, list[str]]:
    """Right parts of speech, right arcs, words, whether the core is right, and the faults."""
    pos = sum(a.pos_ == b.pos_ for a, b in zip(gold, found, strict=True))
    arcs = sum(arc(a) == arc(b) for a, b in zip(gold, found, strict=True))
    faults = [
        f"{b.text}: {b.pos_} {b.dep_} of {b.head.text}, not {a.pos_} {a.dep_} of {a.head.text}"
        for a, b in zip(gold, found, strict=True)
        if arc(a) != arc(b) and (is_core(a) or is_core(b))
    ]
    return pos, arcs, len(gold), not faults, faults


def main(pipeline: Path, probe: Path, errors: bool) -> None:
    """Print the scores."""
    nlp = spacy.load(pipeline)
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for construction, rows in zip(constructions(probe), sentences(probe), strict=True):
        gold = document(nlp.vocab, [rows])
        *counts, core, faults = right(gold, nlp(gold.text))
        for key in (construction, "all"):
            for place, value in enumerate((*counts, int(core), 1)):
                sums[key][place] += value
        if errors and faults:
            print(gold.text, *faults, sep="\n    ")
    for key, (pos, arcs, count, whole, number) in sums.items():
        print(f"{key:12} pos {pos / count:.3f}  las {arcs / count:.3f}  core {whole}/{number}")


if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if name != "--errors"]
    if not names:
        sys.exit(__doc__)
    main(
        Path(names[0]),
        Path(names[1]) if len(names) > 1 else Path(__file__).parent / "probe.conllu",
        "--errors" in sys.argv,
    )
