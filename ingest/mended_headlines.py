"""Headlines that the parser reads as names or as speech: "India, Pakistan TRADE fire"."""

from __future__ import annotations

from ingest.clauses import has_own_content
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children
from ingest.tree_mending import NOUNS, hang, raise_over

TRADED = frozenset({"fire", "blow", "barb", "accusation", "insult", "threat", "strike", "shot", "gunfire", "attack"})
"""What two give each other."""

TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "brief", "notify", "ask"})
"""Verbs whose object is the one to whom it is said."""


def mend_traded(word: Token) -> None:
    """Who is told before "trade" gives each other what stands behind: "Israel, Hezbollah TRADE fire"."""
    thing = word.head
    first = thing.head
    if thing is not word.behind or thing.lemma_.lower() not in TRADED or thing.dep_ != "conj" or first.dep_ != "ROOT":
        return
    second = word.before
    if first.pos_ not in NOUNS or second.head is not thing or second.pos_ not in NOUNS:
        return
    word.pos_, word.lemma_, word.morph = "VERB", "trade", {"VerbForm": ["Fin"]}
    raise_over(word, first)
    hang(thing, word, "obj")
    hang(first, word, "nsubj")
    hang(second, first, "conj")


def mend_speaker(speaker: Token) -> None:
    """Who stands before a colon does not do what stands behind it: "AMNESTY: Rebels committed crimes"."""
    if speaker.behind.text != ":":
        return
    verb = speaker.head
    others = [child for child in children(verb, *SUBJECTS) if child is not speaker]
    if others and others[0].i > speaker.i and verb.head is verb:
        raise_over(speaker, verb)
        hang(verb, speaker, "parataxis")


def mend_pair(second: Token) -> None:
    """Two whom a headline joins by a comma do it together: "XI, LULA MEET in Brasilia"."""
    first = second.head
    verb = first.head
    between = second.before.text == "," and second.before.i == first.i + 1 and first.i == first.sent.start
    alone = between and second.pos_ == "PROPN" and first.pos_ == "PROPN" and second.i + 1 == verb.i
    plural = verb.pos_ == "VERB" and verb.lower_ == verb.lemma_.lower() and first.dep_ == "nsubj"
    if alone and plural:
        second.dep_ = "conj"


def mend_clashing(verb: Token) -> None:
    """A verb is part of no name: "Kenya police CLASH with protesters"."""
    parts = [child for child in children(verb, "compound") if child.i < verb.i and child.pos_ in NOUNS]
    if verb.pos_ != "VERB" or not parts or children(verb, "det", *SUBJECTS) or parts[-1].i + 1 != verb.i:
        return
    for part in parts[:-1]:
        hang(part, parts[-1], "compound")
    hang(parts[-1], verb, "nsubj")
    for noun in children(verb, "nmod"):
        noun.dep_ = "obl"


def part_from_next(clause: Token) -> None:
    """Who does something of his own says nothing of what stands before: "Rebels take Gao, Mali VOWS REVENGE"."""
    verb = clause.head
    subject = next((child for child in children(verb, *SUBJECTS) if clause.i < child.i < verb.i), None)
    if subject is None or clause.i > verb.i or not children(clause, *SUBJECTS):
        return
    comma = verb.doc[subject.left_edge.i - 1].text == ","
    told = verb.lemma_.lower() in TELLING or children(verb, "ccomp") != [clause]
    if comma and not told and has_own_content(verb):
        raise_over(clause, verb)
        hang(verb, clause, "parataxis")
