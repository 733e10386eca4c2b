"""The verb with its auxiliaries: tenses, modals, voice, negation, infinitives and participles."""

from __future__ import annotations

import random
from dataclasses import replace

from inflection import verb_form
from trees import Tree, word

FINITE = {
    "past": 46, "present": 9, "perfect": 10, "pluperfect": 12, "future": 8, "modal": 7, "progressive": 5, "negated": 6,
    "bound": 1,
}  # fmt: skip
"""Finite forms and how often each is drawn."""
MODALS = ("would", "could", "may", "might", "should", "must", "can")


def negation(short: bool = False) -> Tree:
    """Such as "not" or "n't"."""
    tree = word("n't" if short else "not", "PART", "advmod", "Polarity=Neg", "not")
    return replace(tree, touch="l") if short else tree


def auxiliary(lemma: str, form: str, many: bool, dep: str = "aux") -> Tree:
    """A form of "be", "have" or "do"."""
    text, feats = verb_form(lemma, form, many)
    return word(text, "AUX", dep, feats, lemma)


def verb_group(
    rng: random.Random, lemma: str, form: str, many: bool, passive: bool = False, to: bool = True
) -> tuple[list[Tree], Tree]:
    """Auxiliaries and main verb.

    Args:
        rng: where chance comes from.
        lemma: the verb.
        form: a key of ``FINITE``, or infinitive, gerund, ing, participle, having, to-have.
        many: whether the subject is in the plural.
        passive: whether the verb stands in the passive.
        to: whether an infinitive has "to".
    """
    front: list[Tree] = []
    main = form
    if form in {"future", "modal"}:
        front.append(word("will" if form == "future" else rng.choice(MODALS), "AUX", "aux", "VerbForm=Fin"))
        if rng.random() < 0.12:
            front.append(negation())
        main = "infinitive"
        if form == "modal" and rng.random() < 0.12:
            front.append(auxiliary("have", "infinitive", many))
            main = "participle"
    elif form in {"perfect", "pluperfect"}:
        front.append(auxiliary("have", "present" if form == "perfect" else "past", many))
        if rng.random() < 0.08:
            front.append(negation())
        main = "participle"
    elif form == "having":
        front.append(auxiliary("have", "gerund", many))
        main = "participle"
    elif form == "to-have":
        front += [word("to", "PART", "mark"), auxiliary("have", "infinitive", many)]
        main = "participle"
    elif form == "progressive":
        front.append(auxiliary("be", rng.choice(["present", "present", "past"]), many))
        main = "ing"
    elif form == "bound":
        front += [auxiliary("be", "present", many), word("to", "PART", "mark")]
        main = "infinitive"
    elif form == "negated" and not passive:
        front += [auxiliary("do", rng.choice(["past", "past", "present"]), many), negation(rng.random() < 0.3)]
        main = "infinitive"
    elif form == "negated":
        main = "past"
    elif form == "infinitive" and to:
        front += [negation()] if rng.random() < 0.05 else []
        front.append(word("to", "PART", "mark"))
    if passive:
        front.append(auxiliary("be", main, many, "aux:pass"))
        if form == "negated":
            front.append(negation())
        main = "passive"
    text, feats = verb_form(lemma, main, many)
    return front, word(text, "VERB", "root", feats, lemma)


def copula(rng: random.Random, subject: Tree, predicate: Tree) -> Tree:
    """Such as "X is …": the predicate is the head and the verb its copula."""
    form = rng.choice(["present", "present", "past", "future", "perfect", "negated"])
    many = subject.many
    if form == "future":
        front = [word("will", "AUX", "aux", "VerbForm=Fin"), auxiliary("be", "infinitive", many, "cop")]
    elif form == "perfect":
        front = [auxiliary("have", "present", many), auxiliary("be", "participle", many, "cop")]
    elif form == "negated":
        front = [auxiliary("be", "present", many, "cop"), negation()]
    else:
        front = [auxiliary("be", form, many, "cop")]
    return predicate.to("root").before(subject if subject.dep == "expl" else subject.to("nsubj"), *front)
