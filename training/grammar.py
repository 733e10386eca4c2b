"""Compose news sentences together with their trees, so that the parser meets the verbs and shapes that treebanks lack.

Usage: ``python training/grammar.py OUT.conllu HEADLINES.conllu COUNT [SEED]``

The sentences say nothing true: actors, verbs and days are drawn at random. Their trees follow the English Web Treebank.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import spacy
from clauses import Clauses
from gazetteer import Gazetteer
from headlines import Headlines
from lexicon import lexicon
from nouns import Nouns
from rows import Rows, curly, spoken, text_of, tidy, title_case, upper, written
from speech import Speech
from statements import Statements
from trees import Tree, conllu, punct

SHARES = {"statement": 58, "speech": 25, "headline": 17}
"""Kinds of sentences in a hundred."""
LENGTHS = range(4, 61)
"""Words of a sentence; longer and shorter ones are thrown away."""


class Grammar:
    """Composes sentences.

    Args:
        seed: the same seed gives the same sentences.
    """

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        words = lexicon()
        clauses = Clauses(Nouns(self.rng, words, Gazetteer(self.rng, words.words)))
        self.statements, self.speech = Statements(clauses), Speech(clauses)
        self.headlines = Headlines(clauses, self.speech)

    def sentence(self) -> tuple[Rows, bool]:
        """One sentence, and whether it is a headline."""
        while True:
            kind = self.rng.choices(list(SHARES), list(SHARES.values()))[0]
            if kind == "headline":
                rows = self.headline()
            else:
                tree = self.statements.sentence() if kind == "statement" else self.speech.sentence()
                rows = spoken(tidy(conllu(closed(tree), capital=True)))
            if len(rows) in LENGTHS:
                return curly(rows) if self.rng.random() < 0.25 else rows, kind == "headline"

    def headline(self) -> Rows:
        """A headline, some in capitals."""
        rows = tidy(conllu(self.headlines.headline(), capital=True))
        roll = self.rng.random()
        if roll < 0.1:
            return upper(rows)
        return title_case(rows) if roll < 0.35 else rows


def closed(tree: Tree) -> Tree:
    """With a full stop, unless a quotation brings its own."""
    last = [row[1] for row in conllu(tree)[-2:]]
    return tree if last == [".", '"'] else tree.after(punct("."))


def main(out: Path, headlines: Path, count: int, seed: int) -> None:
    """Write ``count`` sentences that the tokeniser splits as their trees do, headlines to a file of their own."""
    grammar, tokenizer = Grammar(seed), spacy.blank("en").tokenizer
    kept: dict[Path, list[str]] = {out: [], headlines: []}
    number = off = 0
    while number < count:
        rows, is_headline = grammar.sentence()
        if [token.text for token in tokenizer(text_of(rows))] != [row[1] for row in rows]:
            off += 1
            continue
        number += 1
        kept[headlines if is_headline else out].append(written(rows, f"composed-{number}"))
    for path, sentences in kept.items():
        path.write_text("".join(sentences), encoding="utf8")
        print(f"{len(sentences)} sentences in {path}")
    print(f"{off} more were split otherwise by the tokeniser and left out")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 20241008)
