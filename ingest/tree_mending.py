"""Hanging a word elsewhere in its tree."""

from __future__ import annotations

from ingest.tokens import Token


def hang(word: Token, head: Token, dep: str) -> None:
    """Hang a word, and all below it, elsewhere."""
    word.head.children = [child for child in word.head.children if child is not word]
    head.children = sorted([*head.children, word], key=lambda child: child.i)
    word.head, word.dep_ = head, dep
