"""Names that the parser takes for adjectives."""

from __future__ import annotations

from ingest.lexicon import can_only_be_name
from ingest.tokens import Token
from ingest.tree import children

OF_NOUNS = frozenset({"obj", "nmod", "obl", "nsubj", "nsubj:pass"})
"""Relations in which nouns stand."""


def mend_name(word: Token) -> None:
    """A capital at a word that is in no dictionary is a name's: "attacked SARMIN", "raids in TALMENES"."""
    stands = word.dep_ in OF_NOUNS or (word.dep_ == "conj" and word.head.pos_ == "PROPN")
    if stands and not children(word, "det", "advmod") and can_only_be_name(word.text):
        word.pos_, word.lemma_ = "PROPN", word.text
