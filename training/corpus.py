"""Turn Universal Dependencies treebanks (CoNLL-U) into spaCy's binary training format.

Usage: ``python training/corpus.py OUT.spacy IN.conllu [IN.conllu ...] [--alone HEADLINES.conllu]``

Spaces are taken from ``SpaceAfter=No``, also where words share a multiword token ("don't" is "do" + "n't"), so that the
tokeniser of the trained pipeline meets the very text that an article would hold. Sentences are packed six to a
document, because the parser also learns where sentences end. Those of files after ``--alone`` are documents of their
own: a headline has no full stop, and must not teach that sentences end without one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

SENTENCES_PER_DOCUMENT = 6


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """Yield each sentence of a CoNLL-U file as its rows of ten columns, comments left out."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            continue
        if line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


def words(rows: list[list[str]]) -> tuple[list[list[str]], list[bool]]:
    """The syntactic words of a sentence and whether a space follows each."""
    kept: list[list[str]] = []
    spaces: list[bool] = []
    last_of_range, range_space = 0, True
    for row in rows:
        index = row[0]
        if "." in index:
            continue
        space = "SpaceAfter=No" not in row[9]
        if "-" in index:
            last_of_range, range_space = int(index.split("-")[1]), space
            continue
        number = int(index)
        if number < last_of_range:
            space = False
        elif number == last_of_range:
            space = range_space
        kept.append(row)
        spaces.append(space)
    return kept, spaces


def document(vocab: spacy.Vocab, group: list[list[list[str]]]) -> Doc:
    """One spaCy document of several annotated sentences."""
    forms: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    lemmas: list[str] = []
    morphs: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    for rows in group:
        kept, follow = words(rows)
        offset = len(forms)
        follow[-1] = True
        for position, (row, space) in enumerate(zip(kept, follow, strict=True)):
            head = int(row[6])
            forms.append(row[1])
            spaces.append(space)
            lemmas.append(row[2])
            pos.append(row[3])
            morphs.append("" if row[5] == "_" else row[5])
            heads.append(offset + (head - 1 if head else position))
            deps.append(row[7] if head else "ROOT")
            starts.append(position == 0)
    return Doc(
        vocab,
        words=forms,
        spaces=spaces,
        pos=pos,
        lemmas=lemmas,
        morphs=morphs,
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )


def main(out: Path, sources: list[Path], alone: list[Path]) -> None:
    """Write every sentence of ``sources``, packed, and of ``alone``, one to a document, to ``out``."""
    vocab = spacy.blank("en").vocab
    packed = DocBin(store_user_data=False)
    count = 0
    for source in [*sources, *alone]:
        size = 1 if source in alone else SENTENCES_PER_DOCUMENT
        found = list(sentences(source))
        count += len(found)
        for start in range(0, len(found), size):
            packed.add(document(vocab, found[start : start + size]))
    packed.to_disk(out)
    print(f"{count} sentences in {out}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    names = sys.argv[2:]
    cut = names.index("--alone") if "--alone" in names else len(names)
    main(Path(sys.argv[1]), [Path(name) for name in names[:cut]], [Path(name) for name in names[cut + 1 :]])
