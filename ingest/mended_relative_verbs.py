"""Verbs behind a relative pronoun that the parser takes for plural nouns: "Iran, which ARMS the group, …"."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import children, climb
from ingest.tree_mending import NOUNS, hang, head_of_name, raise_over


def mend_relative_verb(pronoun: Token) -> None:
    """A word in "-s" that tells a deed is a verb: "Iran, which ARMS AND FUNDS the group, condemned it"."""
    doc, word = pronoun.doc, pronoun.behind
    verbs = [word]
    if word.behind.lower_ == "and" and _may_tell_deed(word.behind.behind):
        verbs.append(word.behind.behind)
    noun = head_of_name(pronoun.before.before, pronoun.i)
    told = pronoun.before.text == "," and noun.pos_ in NOUNS and all(map(_may_tell_deed, verbs))
    if not told or not any(_is_noun(verb) for verb in verbs):
        return
    end = next((i for i in range(verbs[-1].i + 2, pronoun.sent.end) if doc[i].text == ","), pronoun.i)
    main = doc[end].behind
    if main.pos_ == "AUX":
        main = main.head
    if end == pronoun.i or main.pos_ != "VERB" or main.i < end or doc[end - 1].pos_ not in NOUNS:
        return
    thing = climb(doc[end - 1], lambda step: verbs[-1].i < step.head.i < end)
    whole = climb(noun, lambda step: step.dep_ in {"nmod", "appos"} and step.head.i < noun.i)
    if main is whole.head or whole.is_ancestor(main):
        raise_over(main, whole)
    hang(whole, main, "nsubj")
    for verb in verbs:
        verb.pos_, verb.lemma_ = "VERB", verb.lower_.removesuffix("s")
        verb.morph = {"VerbForm": ["Fin"], "Tense": ["Pres"], "Number": ["Sing"]}
    hang(word, noun, "acl:relcl")
    hang(pronoun, word, "nsubj")
    hang(thing, word, "obj")
    if len(verbs) > 1:
        hang(verbs[1], word, "conj")
        hang(verbs[1].before, verbs[1], "cc")
        hang(thing, verbs[1], "obj")
    for child in children(main, "nsubj"):
        if noun.i < child.i < main.i:
            hang(child, noun, "dep")


def mend_whose_verb(whose: Token) -> None:
    """What somebody's does who is told before a comma is told of him: "Hill, WHOSE army ANSWERS to Chad, has left"."""
    own = whose.head
    word, noun = own.head, head_of_name(whose.before.before, whose.i)
    does = (
        own.dep_ == "nsubj" and word.pos_ == "NOUN" and word.lower_.endswith("s") and not children(word, "cop", "det")
    )
    if whose.before.text != "," or noun.head is not word or noun.dep_ != "nsubj" or not does:
        return
    word.pos_, word.lemma_, word.morph = "VERB", word.lower_.removesuffix("s"), {"VerbForm": ["Fin"], "Tense": ["Pres"]}
    hang(noun, word.head, "nsubj")
    hang(word, noun, "acl:relcl")


def _may_tell_deed(word: Token) -> bool:
    """Whether a word is the form of a verb that makes a frame: "ARMS", "FUNDS"."""
    return word.lower_.endswith("s") and ("verb", word.lower_.removesuffix("s")) in english().by_lemma


def _is_noun(word: Token) -> bool:
    """Whether the parser takes a word for a noun, or for a part of one."""
    return word.pos_ in NOUNS or word.dep_ == "compound"
