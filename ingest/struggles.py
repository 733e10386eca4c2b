"""Fights that are told beside something else: whose they are, and whether they are known to be under way."""

from __future__ import annotations

from ingest.language import Language
from ingest.tokens import Token
from ingest.tree import OBLIQUES, children, objects, obliques, owners, prepositions

HELPED = ("for", "of", "to", "with")
"""Prepositions that bring in who is helped."""


def helped_fighters(fight: Token, language: Language) -> list[Token]:
    """Who fights, where only help for him is told: "reiterated its support for CHAD in the fight against the rebels".

    Args:
        fight: a noun for a struggle.
        language: words for struggles and for help.
    """
    known = any(child.lower_ in {"the", "this"} for child in children(fight, "det"))
    told_beside = fight.dep_ in OBLIQUES and "in" in prepositions(fight)
    if not known or not told_beside or fight.lemma_.lower() not in language.nouns.struggles or owners(fight):
        return []
    above = fight.head
    if above.pos_ == "NOUN":
        return _helped(above, language) or _helped(above.head, language)
    if above.pos_ != "VERB" or above.i > fight.i:
        return []
    if above.lemma_.lower() in language.helping_verbs:
        return objects(above) or [t for place in ("with", "by") for t in obliques(above, place)]
    return [t for noun in children(above, "obj") for t in _helped(noun, language)]


def _helped(help_: Token, language: Language) -> list[Token]:
    if help_.pos_ != "NOUN" or help_.lemma_.lower() not in language.helping:
        return []
    return [t for place in HELPED for t in obliques(help_, place)]


def is_under_way(fight: Token, doer: int, language: Language) -> bool:
    """Whether a fight is told as known, whatever is planned beside it: "hopes to join CHAD'S FIGHT against the rebels".

    Args:
        fight: a noun for a struggle.
        doer: where its doer stands.
        language: words by which a struggle only comes to be.
    """
    own = next((owner for owner in owners(fight) if owner.i == doer), None)
    if own is None or children(fight, "cop"):
        return False
    known = own.dep_ == "nmod:poss" or any(child.lower_ in {"the", "this"} for child in children(fight, "det"))
    return known and fight.head.lemma_.lower() not in language.modality.beginning
