"""What is joined to what, where the parser hangs a member of a list on something else."""

from __future__ import annotations

from ingest.language import english
from ingest.roles import EXEMPLIFYING
from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, SUBJECTS, children, is_plural, prepositions
from ingest.tree_mending import hang, head_of_name

NOUNS = frozenset({"NOUN", "PROPN"})

OPENING = frozenset(words.split()[0] for words in EXEMPLIFYING)

CLAUSES = frozenset({"acl", "advcl"})


def mend_as_well(joins: Token) -> None:
    """Who is told behind "as well as" is one more of the same: "met Iran's envoy, AS WELL AS the Omani minister"."""
    noun = joins.head
    if joins.lower_ != "as" or not joins.children or noun.pos_ not in NOUNS or noun.i < joins.i:
        return
    if noun.dep_ not in OBJECTS | OBLIQUES | SUBJECTS | {"dep", "appos"} or children(noun, "case"):
        return
    first = _noun_before(joins)
    if first is None or first.is_ancestor(noun):
        return
    clause = noun.head
    if noun.dep_ in SUBJECTS and (clause.dep_ not in CLAUSES or first is clause or not clause.is_ancestor(noun)):
        return
    is_subject = noun.dep_ in SUBJECTS
    hang(noun, first, "conj")
    if is_subject:
        # "as well as groups working in Gaza": who works there is no subject of a clause of its own.
        hang(clause, noun, "acl")


def mend_second_object(noun: Token) -> None:
    """A second object behind a comma goes on with a list: "met firms working here, STUDENTS and envoys"."""
    verb = noun.head
    first = next((child for child in verb.children if child.dep_ == "obj"), noun)
    if first is noun or noun.pos_ not in NOUNS or not children(noun, "conj", "cc"):
        return
    start = next((token.i for token in noun.subtree if not token.is_punct), noun.i)
    if start < verb.i + 2 or noun.doc[start - 1].text != ",":
        return
    member = _noun_before(noun.doc[start])
    while member is not None and member.head.dep_ in CLAUSES and member.head.i > first.i:
        member = member.head.head
    if member is None or member.pos_ not in NOUNS or member.i < first.i:
        return
    if member is first or first.is_ancestor(member):
        hang(noun, member, "conj")


def mend_example(noun: Token) -> None:
    """Who is told by "including" is one of the many just before: "talks with ministers INCLUDING ANN HART"."""
    case = next((child for child in noun.children if child.dep_ == "case"), noun)
    if case.lower_ not in OPENING or not prepositions(noun) & EXEMPLIFYING:
        return
    many = _noun_before(case)
    if many is None or many is noun.head or not is_plural(many) or not many.head.is_ancestor(noun):
        return
    hang(noun, many, "nmod")


def mend_alike(noun: Token) -> None:
    """People are joined to people: "students of the college and TEACHERS of the school" are not the college's."""
    body = noun.head
    people = body.head
    persons = english().nouns.persons
    if body.dep_ != "nmod" or noun.lemma_.lower() not in persons or people.lemma_.lower() not in persons:
        return
    told = "of" in prepositions(body) and any("of" in prepositions(child) for child in children(noun, "nmod"))
    if told and body.lemma_.lower() not in persons and not children(noun, "case"):
        hang(noun, people, "conj")


def mend_finite(verb: Token) -> None:
    """A verb with a tense goes on with another such: "accused Chad of lying and CALLED on Togo to act"."""
    gerund = verb.head
    above = gerund.head
    told = verb.morph.get("Tense", []) == ["Past"] and not any(c.dep_ in SUBJECTS | {"aux"} for c in verb.children)
    if not told or verb.pos_ != "VERB" or not gerund.lower_.endswith("ing") or gerund.dep_ not in CLAUSES | {"xcomp"}:
        return
    if above.pos_ == "VERB" and above.i < gerund.i and not above.lower_.endswith("ing"):
        hang(verb, above, "conj")


def mend_agent(noun: Token) -> None:
    """Who is told by "by" in a passive does it, however long the name: "held BY the 9th Border Guard BRIGADE"."""
    verb = noun.head
    if not any(child.dep_ == "aux:pass" for child in verb.children):
        return
    for part in children(noun, "compound", "nmod:desc", "amod"):
        by = next((case for case in children(part, "case") if case.lower_ == "by"), None)
        if by is not None and verb.i < by.i < noun.i:
            hang(by, noun, "case")
            noun.dep_ = "obl:agent"
            return


def _noun_before(word: Token) -> Token | None:
    """The noun phrase that ends before a word, over a comma."""
    place = word.i - 1
    if place > word.sent.start and word.doc[place].text == ",":
        place -= 1
    before = head_of_name(word.doc[place], word.i) if place >= word.sent.start else word
    return before if before.pos_ in NOUNS and before.i < word.i else None
