"""What stands beside a clause between commas, which the parser often hangs on the wrong word."""

from __future__ import annotations

from ingest.tokens import Token
from ingest.tree import HELPED, OBLIQUES, SUBJECTS, children, is_passive, prepositions
from ingest.tree_mending import hang

TOGETHER = frozenset({"together", "along"})


def mend_aside(verb: Token) -> None:
    """What a participle between commas tells is told of a noun: "attacks, also CLAIMED by the rebels, killed ten"."""
    above = verb.head
    opens = children(verb, "obl:unmarked")
    # "Today, ATTACKS claimed by rebels killed ten": a day that opens the sentence is often taken for the subject.
    own = children(verb, "nsubj:pass") or [t for day in opens for t in children(day, "appos") if t.i < verb.i]
    if above.i <= verb.i or not own or children(verb, "aux:pass", "aux") or children(above, *SUBJECTS):
        return
    noun = own[0]
    first = next((t for t in verb.subtree if t.i > noun.i and t not in set(noun.subtree)), verb)
    if first.text == "," and any("by" in prepositions(child) for child in verb.children):
        hang(noun, above, "nsubj")
        hang(verb, noun, "acl")


def mend_helped(verb: Token) -> None:
    """Help behind a comma is for what was done: "took the town from rebels, AIDED by France"."""
    noun = verb.head
    before = verb.doc[verb.i - 1] if verb.i else verb
    if verb.lemma_.lower() not in HELPED or before.text != "," or noun.dep_ in SUBJECTS or not is_passive(verb):
        return
    above = noun
    while above.dep_ in {*OBLIQUES, "obj", "conj"} and above.head.i != above.i and above.pos_ != "VERB":
        above = above.head
    if above.pos_ == "VERB" and above.i < verb.i and above is not noun:
        hang(verb, above, "advcl")


def mend_together(noun: Token) -> None:
    """Who is told beside a subject does what it does: "France, TOGETHER with Chad, attacked the rebels"."""
    if "with" not in {case.lower_ for case in children(noun, "case")}:
        return
    if not any(child.lower_ in TOGETHER and child.i < noun.i for child in children(noun, "advmod", "case")):
        return
    above = noun.head if noun.dep_ == "nmod" else next(iter(children(noun.head, *SUBJECTS)), noun)
    if above.dep_ in SUBJECTS and above.i < noun.i < above.head.i:
        hang(noun, above, "conj")
        noun.children = [child for child in noun.children if child.dep_ not in {"case", "advmod"}]
