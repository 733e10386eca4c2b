"""Losses of which somebody is glad: "welcomed the DEFEAT of Boko Haram", "supports Hill's REMOVAL"."""

from __future__ import annotations

from ingest.language import Language
from ingest.tokens import Token
from ingest.tree import children, obliques

GLAD = frozenset({"PRAISES", "SUPPORTS", "BACKS", "TRUSTS"})
"""What is for somebody, and so not for the one whose loss it is about."""


def without_losers(nouns: list[Token], language: Language) -> list[Token]:
    """Those of some nouns for whom it is no loss; of a loss, those who brought it about.

    Args:
        nouns: where somebody is looked for who is praised or supported.
        language: nouns for losses.
    """
    return [one for noun in nouns for one in _gladdening(noun, language)]


def _gladdening(noun: Token, language: Language) -> list[Token]:
    if noun in losers(noun.head, language):
        return []
    is_loss = losers(noun, language) and not (obliques(noun, "of") and children(noun, "nmod:poss"))
    return obliques(noun, "by") if is_loss else [noun]


def losers(loss: Token, language: Language) -> list[Token]:
    """Whose loss it is: "the defeat of BOKO HARAM", "HILL's removal"; of "Chad's defeat of BOKO HARAM" not Chad's."""
    if loss.pos_ != "NOUN" or loss.lemma_.lower() not in language.nouns.losses:
        return []
    return obliques(loss, "of") or children(loss, "nmod:poss")
