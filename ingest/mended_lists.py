"""Lists of names and things, of which the parser hangs some on another word: "sanctions on Iran, SYRIA and Chad"."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, climb, obliques
from ingest.tree_mending import NOUNS, hang, head_of_name, opening

NUMBERED = 4
"""Words of a number in brackets: "(DDG 70)"."""

ASTRAY = frozenset(
    {"appos", "parataxis", "conj", "dep", "list", "nmod", "nmod:unmarked", "obl", "obl:unmarked", "vocative"}
)
"""How the parser hangs what goes on with a list behind brackets."""

PARTS = frozenset({"det", "compound", "amod", "flat", "nmod:desc"})
"""What stands before the head of a name in its phrase."""

MAKING_UP = frozenset({"comprising", "including", "uniting", "grouping", "bringing", "gathering"})
"""Participles that tell who makes up a body."""

OF_MEMBERS = frozenset({"coalition", "alliance", "bloc", "grouping", "quartet", "quintet", "trio", "troika"})
"""Bodies of which it is told behind "of" who makes them up."""


def mend_names(name: Token) -> None:
    """A name with "and" behind it goes on with the list before its comma: "sanctions on Iran, SYRIA and Chad"."""
    joined = (other for other in children(name, "conj") if other.pos_ == "PROPN")
    goes_on = any(t.dep_ == "cc" and t.i < other.i for other in joined for t in other.subtree)
    last = next((other for other in children(name.head, "conj") if other.i > name.i), name)
    beside = name.dep_ == "conj" and name.head.pos_ == "NOUN" and bool(children(last, "cc"))
    if name.pos_ != "PROPN" or not (goes_on or beside):
        return
    start = min([name.i, *(child.left_edge.i for child in children(name, *PARTS) if child.i < name.i)])
    if start - 2 < name.sent.start or name.doc[start - 1].text != ",":
        return
    first = head_of_name(name.doc[start - 2], start - 1)
    fits = first.pos_ == "PROPN" or (beside and first.dep_ == "nmod" and first.head is name.head)
    if fits and first.i < name.i and name.head.i not in range(first.i, name.i):
        hang(name, first, "conj")
        if beside and last is not name:
            # "support for Chad, NIGER, and others"
            hang(last, first, "conj")


def mend_behind_clause(noun: Token) -> None:
    """A list goes on behind what is told of its first: "held talks with traders working in Chad, TEACHERS and nuns"."""
    verb = noun.head
    earlier = [child for child in children(verb, "obj") if child.i < noun.i]
    if len(earlier) != 1:
        return
    start = opening(noun)
    comma = noun.doc[start - 1]
    if comma.text != "," or start - 2 <= earlier[0].i or not _is_listed(noun):
        return
    word = noun.doc[start - 2]
    clause = climb(word, lambda step: step.dep_ != "acl" and step.i > earlier[0].i)
    first = clause.head
    if clause.dep_ == "acl" and first.dep_ in {"nmod", "obl"} and earlier[0].is_ancestor(first):
        hang(noun, first, "conj")


def _is_listed(noun: Token) -> bool:
    """Whether another stands behind a noun, or behind whose it is, by "and": "ALUMNI of schools and teachers"."""
    listed = (noun, *children(noun, "nmod"))
    return any(children(other, "cc") for member in listed for other in children(member, "conj"))


def mend_open_list(noun: Token) -> None:
    """The second of a list that goes on with others is not the first: "of Mali, NIGER and other states"."""
    second = noun.head
    first = second.head
    other = any(child.lower_ in {"other", "others"} for child in (noun, *children(noun, "amod")))
    if other and second.dep_ == "appos" and {first.pos_, second.pos_} == {"PROPN"} and first.i < second.i < noun.i:
        hang(second, first, "conj")
        hang(noun, first, "conj")


def mend_numbered(bracket: Token) -> None:
    """A list of names goes on behind the number of one: "USS Hopper (DDG 70), USS MAHAN and U.K. SHIPS"."""
    inside = bracket.doc.tokens[bracket.i : bracket.i + NUMBERED]
    if bracket.i == bracket.sent.start or [t.text for t in inside[3:]] != [")"] or bracket.before.pos_ != "PROPN":
        return
    if not (inside[1].text.isupper() and inside[1].text.isalpha() and inside[2].text.isdigit()):
        return
    name = head_of_name(bracket.before, bracket.i)
    for below in [child for t in inside for child in t.children if child not in inside]:
        hang(below, name, below.dep_)
    for word in inside:
        hang(word, name, "punct" if word.is_punct else "dep")
    step = inside[-1].behind
    while step.text == "," or step.lower_ == "and":
        step = step.behind
    following = head_of_name(step)
    if following.dep_ in ASTRAY and step.i > bracket.i + NUMBERED and step.pos_ == "PROPN":
        # "U.S. ships USS Hopper (DDG 70) and U.K. SHIPS": ships and ships.
        several = following.pos_ == "NOUN" and name.dep_ in {"appos", "nmod:desc"}
        hang(following, name.head if several else name, "conj")


def mend_included(noun: Token) -> None:
    """What goes on behind a comma is told with what is included: "targets, which include a base, a NODE and a road"."""
    opens = opening(noun)
    comma = noun.doc[max(0, opens - 1)]
    first = climb(head_of_name(comma.before, comma.i), lambda step: step.dep_ == "conj")
    included = first.dep_ == "obj" and first.head.lemma_.lower() in english().nouns.including
    goes_on = noun.pos_ == "NOUN" and bool(children(noun, "conj")) and not children(noun, "case", "cop", *SUBJECTS)
    if comma.text == "," and included and goes_on and first.i < noun.i:
        hang(noun, first, "conj")


def give_to_members(noun: Token) -> None:
    """A list behind the first who makes up a body is his: "the Group, COMPRISING Chad, TOGO and MALI"."""
    body = noun.head
    others = children(body, "conj")
    if len(others) < 2 or noun is not others[0] or body.pos_ not in NOUNS or children(noun, "cc"):
        return
    made_of = [
        child for clause in children(body, "acl") if clause.lower_ in MAKING_UP for child in children(clause, "obj")
    ]
    if body.lemma_.lower() in OF_MEMBERS:
        made_of += obliques(body, "of")
    first = next((member for member in made_of if member.pos_ == "PROPN" and body.i < member.i < noun.i), None)
    if first is not None and all(word.is_punct for word in body.doc.tokens[first.right_edge.i + 1 : opening(noun)]):
        for other in others:
            hang(other, first, "conj")
