"""Who does what a word says, and to whom it is done, in a Universal Dependencies tree."""

from __future__ import annotations

from ingest.language import english
from ingest.subjects import is_strayed, subjects
from ingest.tokens import Token
from ingest.tree import (
    OBJECTS,
    OBLIQUES,
    SUBJECTS,
    antecedent,
    children,
    conjuncts,
    first_joined,
    is_passive,
    is_plural,
    joined_before,
    obliques,
    prepositions,
)

EXEMPLIFYING = frozenset({"including", "such as"})
"""Prepositions that bring in some of those for whom a noun stands."""

CLAIMING = frozenset({"claim", "take", "assume", "admit", "accept"})
"""Verbs by which somebody says that he did it: "CLAIMED responsibility"."""

SERVING = frozenset({"act", "step"})
"""Verbs by which somebody is told to be what stands behind "as"."""

BEING = frozenset({"remain", "become", "stay"})
"""Verbs that say of their subject what a noun behind them tells: "Iran REMAINS an ally"."""

ADVERBIAL = frozenset({"where", "when", "why", "wherein", "whereby"})


def leaders(noun: Token, *words: str) -> list[Token]:
    """Who is told to lead by one of some words and a hyphen: "a SAUDI-led air strike", "VIETNAMESE-led forces"."""
    led = (word for word in children(noun, "amod", "acl") if word.lower_ in words)
    return [leader for word in led if (leader := joined_before(word)) is not None]


def examples(noun: Token) -> list[Token]:
    """What is told of a noun to be among it: "places such as HOSPITALS", "targets, which include a COMMAND NODE"."""
    told = [child for child in children(noun, "nmod") if prepositions(child) & EXEMPLIFYING]
    for clause in children(noun, "acl:relcl"):
        if clause.lemma_.lower() in english().nouns.including:
            told += children(clause, "obj")
    return [member for child in told for member in conjuncts(child)]


def of_which_it_is_said(noun: Token) -> list[Token]:
    """Of whom a noun is said: "IRAN is an ally", "IRAN, an ally of Russia", "allies including IRAN"."""
    if any(child.dep_ == "cop" for child in noun.children):
        return subjects(noun)
    if noun.dep_ == "xcomp" and noun.head.lemma_.lower() in BEING:
        return subjects(noun.head)
    if noun.dep_ == "obl" and noun.head.lemma_.lower() in SERVING and "as" in prepositions(noun):
        # "Angola has ACTED AS a mediator between Congo and Rwanda"
        return subjects(noun.head)
    if noun.dep_ == "appos":
        # "Russia and IRAN, allies of Syria"; "Russia and Iran, AN ALLY of Syria": the last of them
        told = [t for t in conjuncts(first_joined(noun.head)) if t.i < noun.i] or [noun.head]
        return told if is_plural(noun) else told[-1:]
    near = noun.dep_ == "nmod:desc" and all(t.pos_ == "PROPN" for t in noun.doc.tokens[noun.i + 1 : noun.head.i + 1])
    if near and any(child.dep_ == "nmod:poss" for child in noun.children):
        # "Syria's ally RUSSIA"
        return [noun.head]
    if noun.dep_ == "nmod" and noun.head.lower_ == "one" and "of" in prepositions(noun):
        # "JORDAN is one of the allies of Iraq"
        return of_which_it_is_said(noun.head)
    told = [child for child in noun.children if child.dep_ == "nmod" and prepositions(child) & EXEMPLIFYING]
    if told:
        return [member for child in told for member in conjuncts(child)]
    return [member for child in children(noun, "appos") if child.pos_ == "PROPN" for member in conjuncts(child)]


def objects(verb: Token) -> list[Token]:
    """What ``verb`` is done to, in the active or the passive voice."""
    if is_passive(verb):
        return subjects(verb)
    own = [child for child in verb.children if child.dep_ in OBJECTS or (child.dep_ in OBLIQUES and _is_counted(child))]
    if not own:
        clauses_below = children(verb, "ccomp")
        own = [t for c in clauses_below for t in children(c, *SUBJECTS) if t.i > verb.i and is_strayed(t, c)]
    if not own:
        # "armed and trained UKRAINE": the object stands at the last of the verbs.
        alone = all(c.dep_ in {"cc", "punct", "conj", "advmod"} for c in verb.children if c.i > verb.i)
        joined = [
            c
            for c in (children(verb, "conj") if alone else ())
            if c.pos_ == "VERB" and not any(g.dep_ in SUBJECTS for g in c.children)
        ]
        own = [child for other in joined for child in other.children if child.dep_ == "obj"]
    if (
        not own
        and verb.dep_ == "acl:relcl"
        and not _tells_beside(verb)
        and any(child.dep_ in SUBJECTS for child in verb.children)
    ):
        subject = [antecedent(child) for child in verb.children if child.dep_ in SUBJECTS]
        if verb.head not in subject:
            return conjuncts(verb.head)
    return [member for child in own for member in conjuncts(antecedent(child))]


def _tells_beside(clause: Token) -> bool:
    """Whether a relative clause tells where or whose, so that its noun is no object: "a town WHERE most back it"."""
    whose = any(word.lower_ == "whose" for noun in children(clause, *SUBJECTS) for word in noun.children)
    return whose or any(child.lower_ in ADVERBIAL for child in clause.children)


def _is_counted(noun: Token) -> bool:
    """Whether "to" only bounds a number: "kidnapped up TO 16 advisers"."""
    bounds = (case.i for case in children(noun, "case") if case.lower_ == "to")
    return any(i and noun.doc[i - 1].lower_ == "up" for i in bounds)


def direct_objects(verb: Token) -> list[Token]:
    """The direct objects alone, without those to whom something is given."""
    found = objects(verb)
    return [t for t in found if t.dep_ != "iobj"] or found


def agents(verb: Token) -> list[Token]:
    """Who does what ``verb`` says, in the active or the passive voice."""
    if not is_passive(verb):
        return subjects(verb)
    by = [child for child in verb.children if _is_agent(child)]
    if not by:
        # "were killed AT THE HANDS OF X"
        hands = (c for c in obliques(verb, "at") if c.lemma_.lower() == "hand")
        by = [t for hand in hands for t in hand.children if t.dep_ == "nmod:poss" or "of" in prepositions(t)]
    if not by:
        # "was sentenced to prison BY A COURT": what is behind "by" hangs on the noun before it now and then.
        between = (c for c in verb.children if c.dep_ in OBLIQUES and c.i > verb.i)
        between = (c for c in between if c.lemma_.lower() not in english().deeds)
        by = [t for c in between for t in c.children if t.dep_.startswith("obl") and "by" in prepositions(t)]
    if not by and all(c.dep_ in {"conj", "aux", "aux:pass", "nsubj:pass", "advmod", "punct"} for c in verb.children):
        # "trained and supported BY IRAN"
        by = [t for other in children(verb, "conj") if is_passive(other) for t in other.children if _is_agent(t)]
    if not by and verb.dep_ == "conj" and is_passive(verb.head):
        # "was bombed and KILLED BY FRENCH AIRCRAFT"
        by = [child for child in verb.head.children if child.i > verb.i and _is_agent(child)]
    return [member for child in by for member in conjuncts(child)]


def _is_agent(noun: Token) -> bool:
    return noun.dep_ in OBLIQUES and "by" in prepositions(noun)
