"""Put the pipeline that Rapport ships together from the trained one, and score it.

Usage: ``python training/assemble.py TRAINED OUT TEST.conllu [TEST.conllu ...]``

The trained lemmatizer makes up lemmas of verbs that the treebanks do not hold ("condemned" gave "condemne"), so spaCy's
rules and tables (package ``spacy-lookups-data``, needed here and not where Rapport runs) take its place.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import spacy
from corpus import document, sentences
from spacy.training import Example

SCORES = ("pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")


def assemble(trained: Path) -> spacy.Language:
    """The pipeline with rules for lemmas."""
    nlp = spacy.load(trained, exclude=["trainable_lemmatizer"])
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    nlp.meta["name"] = "rapport_english"
    return nlp


def score(nlp: spacy.Language, source: Path) -> dict[str, float]:
    """Scores on a treebank, sentence by sentence, with the tokeniser's own tokens."""
    examples = []
    for rows in sentences(source):
        reference = document(nlp.vocab, [rows])
        examples.append(Example(nlp.make_doc(reference.text), reference))
    found = nlp.evaluate(examples)
    return {name: round(found[name], 4) for name in SCORES if found.get(name) is not None}


def main(trained: Path, out: Path, tests: list[Path]) -> None:
    """Write the pipeline to ``out`` and print its scores."""
    nlp = assemble(trained)
    scores = {test.stem: score(nlp, test) for test in tests}
    nlp.meta["performance"] = scores
    nlp.to_disk(out)
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
