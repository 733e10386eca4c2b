"""Words that count people who were hurt or taken, of whom no more is told."""

from __future__ import annotations

from ingest.language import english
from ingest.noun_phrases import CAPTIVES
from ingest.tokens import Token
from ingest.tree import children

MANY = frozenset({"scores", "dozens", "hundreds", "thousands"})
"""Numbers of others that nobody has counted."""

BESIDE = frozenset({"least", "most", "others"})
"""Words within a toll: "at LEAST 31", "scores of OTHERS"."""


def is_toll(word: Token) -> bool:
    """Whether a word counts people who were hurt or taken: "killed at least 31", "took 30 OTHERS hostage"."""
    if word.dep_ not in {"obj", "nsubj:pass"} or not (word.pos_ == "NUM" or _are_others(word)):
        return False
    taken = word.pos_ != "NUM" and any(child.lemma_ in CAPTIVES for child in children(word.head, "obj", "xcomp", "obl"))
    more = (child for child in children(word, "nmod", "flat", "compound") if child.lower_ not in BESIDE)
    return (taken or word.head.lemma_.lower() in english().syntax.hurting) and not any(more)


def _are_others(word: Token) -> bool:
    """Whether others are counted: "30 OTHERS", "SCORES of others"."""
    many = word.lower_ in MANY and any(child.lower_ == "others" for child in children(word, "nmod"))
    return many or (word.lower_ == "others" and bool(children(word, "nummod")))
