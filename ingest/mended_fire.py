"""Fire of several weapons, which the parser takes for weapons and fire."""

from __future__ import annotations

from ingest.tokens import Token
from ingest.tree import OBJECTS, OBLIQUES, SUBJECTS, children, climb
from ingest.tree_mending import hang

ARMS = frozenset(
    {"arms", "gun", "rocket", "mortar", "artillery", "tank", "missile", "grenade", "cannon", "rifle", "sniper"}
)
"""Weapons by which fire is told."""

BESIDE = ARMS | {"machine", "small", "heavy", "propelled", "-"}
"""What may stand among them: "ROCKET PROPELLED grenade fire"."""


def mend_fire(fire: Token) -> None:
    """Who receives the fire of two weapons receives no weapon: "received small ARMS and mortar FIRE"."""
    start = fire.i
    while start > fire.sent.start and fire.doc[start - 1].lower_ in BESIDE:
        start -= 1
    joins = fire.doc[start].before
    if start == fire.i or joins.lower_ != "and" or joins.before.lower_ not in ARMS:
        return
    first = climb(joins.before, lambda step: step.dep_ == "conj")
    if first.dep_ not in OBJECTS | OBLIQUES | SUBJECTS or fire.is_ancestor(first):
        return
    hang(fire, first.head, first.dep_)
    for word in fire.doc.tokens[start : fire.i]:
        if not fire.is_ancestor(word):
            hang(word, fire, "compound")
    for child in children(first, "case", "det"):
        hang(child, fire, child.dep_)
    hang(first, fire, "compound")
