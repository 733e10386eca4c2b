"""Walking a Universal Dependencies tree: what hangs on a word, and how."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache

from ingest.language import english
from ingest.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})
OBJECTS = frozenset({"obj", "iobj"})
OBLIQUES = frozenset({"obl", "obl:agent", "obl:arg", "obl:unmarked", "obl:tmod", "nmod", "nmod:unmarked"})
NAMING = frozenset({"flat", "appos", "nmod:desc", "compound"})
BEFORE = frozenset({"amod", "compound", "nmod:desc"})
"""How the one whose something is stands before it, without a sign."""

SAME_FORM = frozenset({"hit", "hurt", "shut", "cut", "beat", "overrun", "upset"})
"""Verbs whose participle looks like their present, so that headlines do not tell the passive by its form."""

SENT_AWAY = frozenset({"expel", "oust", "remove", "dismiss", "ban", "bar", "evict", "deport", "exclude"})
"""Verbs that have an object unless they are passive."""

CALLING = frozenset({"call", "brand", "label", "dub", "term"})
"""Verbs behind which a noun tells what somebody is called: "BRANDED Hill a terrorist"."""

CAPTURING = frozenset({"capture", "recapture", "retake", "conquer", "seize"})
"""Verbs behind which "from" tells who held it: "CAPTURED the town from the rebels"."""

NO_PREPOSITIONS: frozenset[str] = frozenset()

HYPHENS = frozenset({"-", "–", "‑"})


def children(token: Token, *deps: str) -> list[Token]:
    """The dependents of ``token`` with one of these relations."""
    # No comprehension: asked some hundred times a sentence, this is twice as quick on a word or two.
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in deps:
            found.append(child)
    return found


def conjuncts(head: Token) -> list[Token]:
    """``head`` and what is joined to it: "A, B and C"."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj":
            found += conjuncts(child)
    return found


def climb(word: Token, goes_on: Callable[[Token], bool]) -> Token:
    """The word above that ends a way up the tree, at the latest the root, which hangs on itself.

    Args:
        word: where the way begins.
        goes_on: whether it leads on to the head of a word.
    """
    while word.head is not word and goes_on(word):
        word = word.head
    return word


def first_joined(word: Token) -> Token:
    """The first of those that a word is joined to; itself where it is joined to none: "CHAD and Mali"."""
    return climb(word, lambda step: step.dep_ == "conj")


def first_verb(verb: Token) -> Token:
    """The first of the verbs that one is joined to, itself where it is joined to none: "SHELLED and bombed it"."""
    return climb(verb, lambda step: step.dep_ == "conj" and step.head.pos_ == "VERB")


def is_plural(word: Token) -> bool:
    """Whether a word stands for more than one, as its form has it."""
    return word.morph.get("Number", []) == ["Plur"]


def has_mark(clause: Token, words: Collection[str]) -> bool:
    """Whether one of some words, in small letters, opens a clause: "TO attack", "THAT Iran attacked"."""
    return any(child.lower_ in words for child in clause.children if child.dep_ == "mark")


def joined_before(word: Token) -> Token | None:
    """The word that a hyphen joins to the front of another: "IRAN-backed"; None where there is none."""
    tokens = word.doc.tokens
    return tokens[word.i - 2] if word.i > 1 and tokens[word.i - 1].text in HYPHENS else None


def _is_joined(verb: Token) -> bool:
    """Whether a verb goes on with a passive: "was arrested and EXPELLED from the party"."""
    return (
        verb.head.pos_ == "VERB"
        and verb.head is not verb
        and is_passive(verb.head)
        and "from" in {case.lower_ for child in verb.children for case in children(child, "case")}
    )


def is_passive(verb: Token) -> bool:
    """Whether the grammatical subject of ``verb`` suffers what it says."""
    deps = {child.dep_ for child in verb.children}
    if "aux:pass" in deps:
        return True
    if "nsubj:pass" in deps or "csubj:pass" in deps:
        # "The workers called off the strike" is read as a passive now and then; but a passive without an auxiliary
        # stands in headlines only, and has no object.
        return "obj" not in deps
    if verb.lower_ in SAME_FORM and "obj" not in deps and "aux" not in deps:
        # "Ukraine HIT by a wave of missiles"
        return has_agent(verb)
    if verb.dep_ == "conj" and verb.lemma_ in SENT_AWAY and not deps & {"obj", "aux", *SUBJECTS} and _is_joined(verb):
        return True
    if "Part" not in verb.morph.get("VerbForm", ()) or "Past" not in verb.morph.get("Tense", ()) or "aux" in deps:
        return False
    has_subject = not deps.isdisjoint(SUBJECTS)
    if verb.dep_ == "conj" and not has_subject:
        # "founded in Lebanon and SUPPORTED BY Iran"
        told = deps.isdisjoint(OBJECTS) and has_agent(verb)
        return verb.head.pos_ == "VERB" and verb.head.i != verb.i and (told or is_passive(verb.head))
    if verb.dep_ not in {"acl", "advcl", "ROOT", "xcomp"} or not deps.isdisjoint(OBJECTS):
        return False
    return not has_subject or has_agent(verb)


def has_agent(verb: Token) -> bool:
    """Whether "by" tells behind a verb who did it, or by what."""
    return any("by" in prepositions(child) for child in verb.children)


def prepositions(noun: Token) -> frozenset[str]:
    """The prepositions that bring ``noun`` in: {"on"}, {"according to", "according"}."""
    brought_by = children(noun, "case", "mark")
    if not brought_by:
        return NO_PREPOSITIONS
    if len(brought_by) == 1 and not brought_by[0].children:
        return _alone(brought_by[0].lower_)
    # "coordinated WITH and IN support of Iraq"
    joined = [child for case in brought_by if case.children for child in children(case, "conj") if child.pos_ == "ADP"]
    return frozenset(
        " ".join([case.lower_, *(child.lower_ for child in children(case, "fixed"))]) if case.children else case.lower_
        for case in (*brought_by, *joined)
    )


@lru_cache(maxsize=1_000)
def _alone(word: str) -> frozenset[str]:
    return frozenset((word,))


def antecedent(token: Token) -> Token:
    """What a relative pronoun takes up: in "Iran, which attacked Israel", ``which`` gives ``Iran``."""
    if token.lower_ in english().syntax.relative and token.pos_ in {"PRON", "SCONJ", "DET"}:
        for ancestor in token.ancestors:
            if ancestor.dep_ in {"acl:relcl", "acl"}:
                return ancestor.head
    return token


def owners(noun: Token) -> list[Token]:
    """Whose it is: "ISRAEL's raid", "the ISRAELI raid", "its raid", "US and BRITISH raids"."""
    if not noun.children:
        return []
    found = children(noun, "nmod:poss")
    found += [child for child in noun.children if child.dep_ in BEFORE and child.i < noun.i]
    return [member for child in found for member in conjuncts(child)]


def obliques(head: Token, preposition: str) -> list[Token]:
    """The nouns that hang on ``head`` with ``preposition``."""
    found: list[Token] = []
    for child in head.children:
        # An object has no preposition; one that has is an oblique that was read wrongly.
        if (child.dep_ in OBLIQUES or child.dep_ == "obj") and preposition in prepositions(child):
            found += _brought_in(conjuncts(antecedent(child)), preposition)
    return found


def _brought_in(nouns: list[Token], preposition: str) -> list[Token]:
    """Those of a list that another preposition does not bring in: "in RAIDS or by mines", "from Chad and to Mali"."""
    if len(nouns) == 1:
        return nouns
    told = [prepositions(noun) for noun in nouns[1:]]
    return [nouns[0], *(noun for noun, own in zip(nouns[1:], told, strict=True) if not own or preposition in own)]


def predicates(noun: Token, preposition: str) -> list[Token]:
    """The noun behind a preposition that is said of another: "our thoughts are WITH UKRAINE"."""
    return conjuncts(noun.head) if noun.dep_ in SUBJECTS and preposition in prepositions(noun.head) else []


def are_some(noun: Token) -> bool:
    """Whether several are meant of whom the text has not spoken: "21 countries in Europe"."""
    return is_plural(noun) and not any(c.lower_ in {"the", "these", "those", "both", "two"} for c in noun.children)
