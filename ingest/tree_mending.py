"""Hanging a word elsewhere in its tree, and finding on what it hangs."""

from __future__ import annotations

from ingest.tokens import Token
from ingest.tree import SUBJECTS, children

NAMES = frozenset({"flat", "compound", "nmod:desc"})
"""How the parts of a name hang on its head."""

NOUNS = frozenset({"NOUN", "PROPN"})
"""What a list of people and things is made of."""


def hang(word: Token, head: Token, dep: str) -> None:
    """Hang a word, and all below it, elsewhere; never below itself, for a tree has no circles."""
    if word is head or word.is_ancestor(head):
        return
    word.head.children = [child for child in word.head.children if child is not word]
    head.children = sorted([*head.children, word], key=lambda child: child.i)
    word.head, word.dep_ = head, dep


def raise_over(word: Token, above: Token) -> None:
    """Hang a word where the one hangs on which it hung: that makes it the root where the other was."""
    if above.head is not above:
        hang(word, above.head, above.dep_)
        return
    word.head.children = [child for child in word.head.children if child is not word]
    word.head, word.dep_ = word, "ROOT"


def head_of_name(word: Token, end: int | None = None) -> Token:
    """The head of the name of which a word is part; the word itself where it is part of none.

    Args:
        word: the word.
        end: where the name must end, for the parser may hang it on what stands behind.
    """
    while word.dep_ in NAMES and word.head.i != word.i and (end is None or word.head.i < end):
        word = word.head
    return word


def opening(word: Token) -> int:
    """Where a phrase begins, behind the comma that is hung on it."""
    first = word
    while first.children and first.children[0].i < first.i:
        first = first.children[0]
    if not first.is_punct:
        return first.i
    return next((token.i for token in word.subtree if not token.is_punct), word.i)


def is_bare_infinitive(verb: Token) -> bool:
    """Whether a verb is told as what another is to do, without "to" and a subject: "demanded Togo LEAVE"."""
    return verb.pos_ == "VERB" and verb.lower_ == verb.lemma_ and not children(verb, "mark", "aux", *SUBJECTS)
