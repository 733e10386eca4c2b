"""The inner order of names: which word is the head of "United Nations Security Council" or "Bashar al-Assad"."""

from __future__ import annotations

import re
from dataclasses import replace

from lexicon import shapes
from trees import Tree, punct, word

SING, PLUR, POS = "Number=Sing", "Number=Plur", "Degree=Pos"


def proper(text: str, demonyms: frozenset[str]) -> Tree:
    """The tree of a name of something that is no person: its head is the last word before "of", "for" or "in".

    Args:
        text: the name, "United Nations Security Council".
        demonyms: adjectives of states.
    """
    for link in (" of the ", " of ", " for the ", " for ", " in the ", " in "):
        first, found, rest = text.partition(link)
        if found:
            preposition, *more = link.split()
            inner = proper(rest, demonyms).to("nmod")
            inner = inner.before(word(preposition, "ADP", "case"), *([article()] if more else []))
            return proper(first, demonyms).after(inner)
    *front, last = text.split()
    if front and (front[0] in shapes().flat_starts or {"and", "&"} & set(front)):
        return flat([*front, last])
    head = one(last)
    if last in shapes().name_plurals:
        head = replace(head, feats=PLUR, lemma=last[:-1])
    for token in reversed(front):
        if token in shapes().name_adjectives or token in demonyms:
            head = head.before(word(token, "ADJ", "amod", POS, token))
        elif token.lower() == "the":
            head = head.before(article(form=token))
        else:
            head = head.before(one(token).to("compound"))
    return head


def one(token: str) -> Tree:
    """One word of a name; "al-Qassam" is three tokens."""
    if not re.fullmatch(r"\w+(-\w+)+", token):
        return word(token, "PROPN", feats=SING)
    first, *rest = token.split("-")
    return word(first, "PROPN", feats=SING).after(
        *(word(part, "PROPN", "flat", SING).before(punct("-")) for part in rest)
    )


def flat(tokens: list[str]) -> Tree:
    """A name whose words have no inner order, as those of persons: the first is the head."""
    return one(tokens[0]).after(*(one(token).to("flat") for token in tokens[1:]))


def article(definite: bool = True, form: str | None = None) -> Tree:
    """The article "the" or "a"."""
    if definite:
        return word(form or "the", "DET", "det", "Definite=Def|PronType=Art", "the")
    return word(form or "a", "DET", "det", "Definite=Ind|PronType=Art", "a")


def genitive(tree: Tree, short: bool) -> Tree:
    """An owner: with "'s", or with "'" alone where it is ``short`` and ends in s."""
    sign = "'" if short and last_word(tree).form.endswith("s") else "'s"
    return tree.to("nmod:poss").after(replace(word(sign, "PART", "case", "", "'s"), touch="l"))


def last_word(tree: Tree) -> Tree:
    """The last word of a tree."""
    return last_word(tree.right[-1]) if tree.right else tree


def first_word(tree: Tree) -> Tree:
    """The first word of a tree."""
    return first_word(tree.left[0]) if tree.left else tree


def bare(tree: Tree) -> Tree:
    """A name without its article."""
    return replace(tree, left=tuple(child for child in tree.left if child.dep != "det"))
