"""Clauses: what hangs on a verb as its complement, what only tells when or why, and what is negated."""

from __future__ import annotations

from ingest.language import english
from ingest.tokens import Token
from ingest.tree import SUBJECTS, children, conjuncts, prepositions

TIMING = frozenset(
    {"before", "after", "while", "when", "until", "unless", "if", "since", "although", "though", "because"}
)
"""Words that open a clause beside what a verb says, and not a part of it."""

NEVER = frozenset({"time", "way", "point", "moment", "circumstance", "circumstances", "account", "means"})
"""Nouns behind which nothing is so that is told: "AT NO TIME did it attack"."""

INSTEAD = frozenset({"instead", "rather"})
"""Words that open what is not done, with "of" or "than" behind."""


VOWING = frozenset({"vow", "swear"})
"""Verbs of who says that he will surely do something, for good or ill."""


def clauses(head: Token) -> list[Token]:
    """The predicates of the complement clauses of ``head``: "demanded that Israel WITHDRAW", "a plan to MEET"."""
    found = [c for c in children(head, "ccomp", "xcomp", "acl", "advcl") if c.i > head.i and not is_timed(c)]
    found = [clause for clause in found if not is_beside(clause)]
    return [member for child in found for member in conjuncts(child)]


def opens_with_comma(clause: Token) -> bool:
    """Whether a comma, over adverbs, stands before a clause."""
    first = clause.left_edge
    return "," in {first.text, first.before.text}


def is_beside(clause: Token) -> bool:
    """Whether a clause tells what somebody does beside another deed or in its place: "declined, SUGGESTING a truce"."""
    beside = clause.dep_ == "advcl" and clause.lower_.endswith("ing") and not children(clause, "mark")
    return beside and opens_with_comma(clause)


def is_timed(clause: Token) -> bool:
    """Whether a clause tells when or on what condition: "BEFORE allowing aid", "UNLESS they agree"."""
    marks = {child.lower_ for child in children(clause, "mark")}
    beside = "as" in marks and any(child.dep_ in SUBJECTS for child in clause.children)
    return clause.dep_ == "advcl" and (beside or bool(marks & TIMING))


def particle(verb: Token) -> str | None:
    """The particle of a phrasal verb: "carry OUT"."""
    for child in children(verb, "compound:prt", "advmod"):
        if child.lower_ == "up" and child.behind.lower_ == "to":
            continue
        if child.dep_ == "compound:prt" or child.lower_ in {"out", "down", "up", "off", "over", "back"}:
            return child.lower_
    return None


def with_particle(verb: Token) -> str:
    """A verb's lemma with its particle: "call off"."""
    said = particle(verb) if verb.pos_ == "VERB" else None
    lemma = verb.lemma_.lower()
    return f"{lemma} {said}" if said in {"off", "down"} else lemma


def is_marked_off(clause: Token) -> bool:
    """Whether a clause only tells when, why or beside what: "AFTER Israel attacked, …", "WHILE Iran warned"."""
    if clause.dep_ == "obl":
        # "rejected the charge, WITH envoys from both sides criticizing Chad"
        told = "with" in prepositions(clause) and clause.left_edge.text == ","
        return told and any(word.dep_ == "acl" and word.lower_.endswith("ing") for word in clause.subtree)
    if clause.dep_ != "advcl":
        return False
    marks = {child.lower_ for child in children(clause, "mark")} - {"that", "to"}
    return bool(marks) and any(child.dep_ in SUBJECTS for child in clause.children)


def has_own_content(verb: Token) -> bool:
    """Whether a verb has an object that is what is said, and nobody to whom: "Rebels take Gao, Mali VOWS REVENGE"."""
    persons = english().nouns.persons
    things = (noun for noun in children(verb, "obj") if noun.pos_ == "NOUN" and noun.i > verb.i)
    return any(noun.lemma_.lower() not in persons for noun in things)


def is_negated(predicate: Token) -> bool:
    """Whether a negation stands at the predicate itself or at its subject: "did NOT attack", "NO side attacked"."""
    negations = english().syntax.negations
    for child in predicate.children:
        if child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children):
            return True
        if child.dep_ in {"advmod", "det", "cc:preconj"} and child.lower_.replace("’", "'") in negations:
            return True
        if (child.dep_ in {"mark", "case"} and child.lower_ == "without") or child.lower_ == "nor":
            return True
        if child.lower_ in INSTEAD and child.i < predicate.i and any(c.dep_ == "fixed" for c in child.children):
            # "INSTEAD OF attacking it", "RATHER THAN attack it"
            return True
        if child.lower_ in NEVER and child.i < predicate.i and any(c.lower_ == "no" for c in child.children):
            # "AT NO TIME did it attack"
            return True
        if child.dep_ in SUBJECTS and (
            child.lower_ in {"none", "nobody", "neither"} or any(c.lower_ in {"no", "neither"} for c in child.children)
        ):
            return True
    return False


def is_cleft_away(trigger: Token) -> bool:
    """Whether it is said that it was another: "it was NOT HEZBOLLAH that attacked"."""
    head = trigger.head
    return trigger.dep_ == "acl:relcl" and bool(children(head, "cop")) and is_negated(head)
