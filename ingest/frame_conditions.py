"""Whether the words that a frame asks for, or forbids, stand beside its verb."""

from __future__ import annotations

from ingest import tree
from ingest.clauses import is_negated
from ingest.frames import Frame
from ingest.open_clauses import is_purpose
from ingest.tokens import Token

STATING = frozenset({"is", "are", "was", "were", "has", "have", "had", "could", "can", "will", "may", "might"})

BESIDE = frozenset({"conj", "parataxis", "ccomp", "advcl"})
"""What hangs on a verb without being a part of what it says."""


APART = frozenset({"ccomp", "advcl", "acl:relcl"})
"""Clauses below what stands behind a verb, which tell something else: "failed to disclose THAT HE MET him"."""


def is_stated(clause: Token) -> bool:
    """Whether a clause tells that something is so, by a verb or an auxiliary with a tense."""
    verbs = (clause, *tree.children(clause, "aux", "cop", "aux:pass"))
    return any(
        (verb.morph.get("Tense", []) == ["Past"] and verb.lower_ != verb.lemma_.lower())
        or verb.lower_ in STATING
        or _ends_in_s(verb)
        for verb in verbs
    )


def _ends_in_s(verb: Token) -> bool:
    return verb.lower_.endswith("s") and verb.lower_ != verb.lemma_.lower()


def has_complement(frame: Frame, verb: Token) -> bool:
    """Whether the words that a frame asks for stand behind its verb: "make it CLEAR", "keep in the DARK"."""
    return any(
        word.lemma_.lower() in frame.complement and not (word.pos_ == "NOUN" and word.lemma_ == "leave")
        for child in verb.children
        if child.i > verb.i
        for word in (child, *(below for below in child.children if below.dep_ not in APART))
    )


def is_described(frame: Frame, noun: Token) -> bool:
    """Whether a frame's noun is as it asks: "STRAINED relations", "relations SOURED", "strengthened relations"."""
    above = noun.head
    said = tree.children(noun, "amod")
    if noun.dep_ in tree.SUBJECTS and not is_negated(above):
        # "relations hit a LOW"
        said += [word for verb in tree.conjuncts(above) for word in (verb, *tree.children(verb, "xcomp", "obj", "obl"))]
    elif noun.dep_ in tree.OBJECTS:
        said.append(above)
    return any({word.lemma_.lower(), word.lower_} & {*frame.described} for word in said)


def is_as_asked(frame: Frame, word: Token) -> bool:
    """Whether a word is described as its frame asks, and nothing beside it makes it mean something else."""
    if frame.described and not is_described(frame, word):
        return False
    return not ((frame.unless or frame.unless_to) and is_else(frame, word))


def is_else(frame: Frame, verb: Token) -> bool:
    """Whether a word beside the verb makes it mean something else."""
    if frame.unless:
        below = (word for child in verb.children if child.dep_ not in BESIDE for word in (child, *child.children))
        if any(word.lemma_.lower() in frame.unless for word in below):
            return True
    return any(child.lemma_.lower() in frame.unless_to and is_purpose(child) for child in verb.children)


def is_named_by(verb: Token) -> bool:
    """Whether a verb only tells a name: "the group CALLED the Sea Org", "CALLED him a liar"."""
    named = verb.dep_ == "acl" and not verb.lower_.endswith("ing")
    return named or len(tree.children(verb, "obj", "iobj")) > 1
