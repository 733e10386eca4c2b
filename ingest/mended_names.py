"""Names that the parser takes for adjectives."""

from __future__ import annotations

from ingest.lexicon import is_plain
from ingest.tokens import Token
from ingest.tree import children

LETTERS = 3
"""A word that is no longer may be letters that stand for a name, or a title."""

OF_NOUNS = frozenset({"obj", "nmod", "obl", "nsubj", "nsubj:pass"})
"""Relations in which nouns stand."""


def mend_name(word: Token) -> None:
    """A capital at a word that is in no dictionary is a name's: "attacked SARMIN", "raids in TALMENES"."""
    told = word.text[:1].isupper() and word.text[1:].islower() and len(word.text) > LETTERS
    stands = word.dep_ in OF_NOUNS or (word.dep_ == "conj" and word.head.pos_ == "PROPN")
    if told and stands and not children(word, "det", "advmod") and not is_plain(word.text):
        word.pos_, word.lemma_ = "PROPN", word.text
