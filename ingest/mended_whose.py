"""Relative clauses that the parser hangs on another word than the one of which they tell."""

from __future__ import annotations

from ingest.mended_relative_verbs import mend_whose_verb
from ingest.mended_relatives import MAIN, noun_before
from ingest.tokens import Token
from ingest.tree import CALLING, SUBJECTS, children, prepositions
from ingest.tree_mending import hang


def mend_whose(pronoun: Token) -> None:
    """What somebody of a body did tells of the body: "remains with the brigade, WHOSE COMMANDER visited Goma"."""
    mend_whose_verb(pronoun)
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


def mend_another(clause: Token) -> None:
    """What is told behind an apposition to a name is told of the name: "Jan Hart, another Swede, WHOM it ACCUSED"."""
    beside, name = clause.head, clause.head.head
    article = any(child.lower_ in {"a", "an", "another"} for child in children(beside, "det"))
    person = any(child.lower_ in {"who", "whom", "whose"} for child in clause.subtree)
    if beside.dep_ == "appos" and name.pos_ == "PROPN" and beside.pos_ == "PROPN" and article and person:
        hang(clause, name, "acl:relcl")


def mend_what(what: Token) -> None:
    """What something is called stands for it: "condemned WHAT it called a BREACH of the truce by Chad"."""
    calling = next(iter(children(what, "acl:relcl")), what)
    named = children(calling, "xcomp", "obj") if calling.lemma_.lower() in CALLING else []
    if calling.lemma_ == "describe":
        named = [noun for noun in children(calling, "obl") if "as" in prepositions(noun)]
    deed = next((noun for noun in named if noun.pos_ == "NOUN" and noun.i > calling.i), None)
    if deed is None or what.dep_ not in {"obj", "obl"} or not children(what.head, "nsubj"):
        return
    for case in children(what, "case"):
        hang(case, deed, "case")
    hang(deed, what.head, what.dep_)
    for child in children(calling, "obl"):
        # "called a crackdown ON A FIRM"
        hang(child, deed, "nmod")
    hang(what, deed, "dep")
