"""Whose deed is asked to end, where a noun tells the end: "demanded an END to ISRAELI strikes on Lebanon"."""

from __future__ import annotations

from ingest import roles
from ingest.language import Language
from ingest.reach import may_harm
from ingest.tokens import Token
from ingest.tree import children, conjuncts, obliques, owners, prepositions

ENDED = frozenset({"to", "of", "in"})
"""What stands between an end and the deed that ends: "an end TO strikes", "a cessation OF strikes"."""

SUFFERED = ("on", "against", "at", "of")
"""Prepositions that bring in who suffers a deed, and is not asked to end it."""


def end_of(deed: Token, language: Language) -> Token | None:
    """The noun that tells the end of a deed; None where nothing ends."""
    above = deed.head
    ends = deed.dep_ == "nmod" and above.lemma_.lower() in language.modality.ends
    return above if ends and prepositions(deed) & ENDED else None


def asked_to_end(asking: Token, language: Language) -> list[Token]:
    """Whose deed it is that should end.

    Args:
        asking: who demands or calls for the end is told by this verb or noun.
        language: nouns for an end.

    Returns:
        who does the deed; the deed itself, which is nobody, where only those are told who suffer it.
    """
    asked = [*(roles.direct_objects(asking) if asking.pos_ == "VERB" else []), *obliques(asking, "for")]
    ends = [noun for noun in asked if noun.lemma_.lower() in language.modality.ends]
    below = (child for end in ends for child in children(end, "nmod") if prepositions(child) & ENDED)
    deeds = [deed for child in below for deed in conjuncts(child) if may_harm(deed, language)]
    doers = [doer for deed in deeds for doer in (*owners(deed), *obliques(deed, "by"))]
    return doers or [deed for deed in deeds if any(obliques(deed, word) for word in SUFFERED)]
