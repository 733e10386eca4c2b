"""Relative clauses that the parser hangs on another word than the one of which they tell."""

from __future__ import annotations

from ingest.mended_relatives import MAIN, noun_before
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children
from ingest.tree_mending import hang, head_of_name


def mend_whose(pronoun: Token) -> None:
    """What somebody of a body did tells of the body: "remains with the brigade, WHOSE COMMANDER visited Goma"."""
    _mend_verb(pronoun)
    noun, number = pronoun.head, pronoun.before.before
    if noun.dep_ == "appos" and noun.head is number and number.pos_ == "NUM" and number.dep_ in SUBJECTS:
        # "with Task Force 51, WHOSE COMMANDER visited Goma"
        verb, name = number.head, number.before
        for child in children(number, "appos"):
            hang(child, verb if child is noun else noun, "nsubj" if child is noun else "appos")
        hang(number, name, "nummod")
    verb = noun.head
    strayed = verb.dep_ in MAIN or (verb.dep_ == "acl:relcl" and bool(children(verb.head, "cop")))
    if not strayed or noun.dep_ not in SUBJECTS or noun.i > verb.i or children(verb, "cc"):
        return
    body = noun_before(pronoun)
    if body is not None and pronoun.before.text == "," and not verb.is_ancestor(body):
        hang(verb, body, "acl:relcl")


def _mend_verb(whose: Token) -> None:
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


def mend_another(clause: Token) -> None:
    """What is told behind an apposition to a name is told of the name: "Jan Hart, another Swede, WHOM it ACCUSED"."""
    beside, name = clause.head, clause.head.head
    article = any(child.lower_ in {"a", "an", "another"} for child in children(beside, "det"))
    person = any(child.lower_ in {"who", "whom", "whose"} for child in clause.subtree)
    if beside.dep_ == "appos" and name.pos_ == "PROPN" and beside.pos_ == "PROPN" and article and person:
        hang(clause, name, "acl:relcl")
