"""What befell somebody, and who is blamed for it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ingest.befallen import sufferers
from ingest.language import Language
from ingest.reach import may_harm
from ingest.tokens import Token
from ingest.tree import obliques, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties


def blamed_for(noun: Token, parties: Parties, language: Language) -> list[Token]:
    """Who is blamed for what befell a person: "condemned HILL'S ARREST by Togo" blames Togo."""
    return obliques(noun, "by") if sufferers(noun, parties, language) else [noun]


def is_mishap(noun: Token, language: Language) -> bool:
    """Whether a noun tells what befell somebody: "the DEATH of a tourist", "the KILLING of a diplomat"."""
    return noun.lemma_.lower() in language.nouns.mishaps or may_harm(noun, language)


def is_befallen(noun: Token, looked: Collection[str], language: Language) -> bool:
    """Whether it is the one whom a mishap befell, and not the one looked into: "an investigation OF THE BANK".

    Args:
        noun: who is told behind a noun.
        looked: lemmas of the nouns that tell that something is looked into.
        language: nouns for mishaps.
    """
    above = noun.head
    return "of" in prepositions(noun) and above.lemma_.lower() not in looked and is_mishap(above, language)
