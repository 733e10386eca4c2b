"""Forms of verbs and nouns with the features that EWT gives them (package ``lemminflect``, for training only)."""

from __future__ import annotations

from functools import cache

from lemminflect import getInflection
from lexicon import shapes

VERB_FORMS = {
    "past": ("VBD", "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"),
    "present": ("VBZ", "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"),
    "infinitive": ("VB", "VerbForm=Inf"),
    "gerund": ("VBG", "VerbForm=Ger"),
    "ing": ("VBG", "Tense=Pres|VerbForm=Part"),
    "participle": ("VBN", "Tense=Past|VerbForm=Part"),
    "passive": ("VBN", "Tense=Past|VerbForm=Part|Voice=Pass"),
}
"""Each form with its Penn tag and its features."""
BE = {"past": "was", "present": "is", "gerund": "being", "ing": "being", "participle": "been"}
BE_MANY = {"past": "were", "present": "are"}
SAME = frozenset({"troops", "headquarters", "arms", "aircraft"})
"""Nouns whose lemma is their plural."""


@cache
def verb_form(lemma: str, form: str, many: bool) -> tuple[str, str]:
    """The form of a verb and its features, the third person where it is finite.

    Args:
        lemma: the verb.
        form: a key of ``VERB_FORMS``.
        many: whether its subject is in the plural.
    """
    tag, feats = VERB_FORMS[form]
    feats = feats.format("Plur" if many else "Sing")
    if lemma == "be":
        return (BE_MANY if many else {}).get(form, BE.get(form, "be")), feats
    if form == "infinitive" or (form == "present" and many):
        return lemma, feats
    if lemma == "hang" and tag in {"VBD", "VBN"}:
        return "hanged", feats
    found = getInflection(lemma, tag)
    return (found[0] if found else lemma), feats


@cache
def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun in SAME:
        return noun
    if noun.endswith("man"):
        return noun.removesuffix("man") + "men"
    found = getInflection(noun, "NNS")
    return found[0] if found else noun + "s"


@cache
def singular(noun: str) -> str:
    """The lemma of a noun that stands in a list in the plural."""
    if noun in SAME:
        return noun
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")


def is_plural(noun: str) -> bool:
    """Whether a word of the lists stands in the plural."""
    return noun in shapes().always_plural


def is_mass(noun: str) -> bool:
    """Whether a word of the lists takes neither a plural nor "a"."""
    return noun in shapes().mass
