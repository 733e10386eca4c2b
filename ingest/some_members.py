"""Some of those who make up an alliance, who do not act for all: "TWO EU countries", "the OPEC member"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.actors import ActorKind
from ingest.party import Party
from ingest.tokens import Token
from ingest.tree import children, is_plural

if TYPE_CHECKING:
    from ingest.parties import Parties

MAKING_UP = frozenset({"member", "country", "nation", "state", "government"})
"""Those who make up an alliance of states."""

COUNCILS = frozenset({"council", "assembly"})
"""Bodies in which states sit, where their members are told."""

SOME = frozenset({"several", "some", "few", "many", "most", "other", "certain", "two", "three"})


def is_some_of(noun: Token, whole: Party, parties: Parties) -> bool:
    """Whether a noun is for one or some of those who make up its owner, and not for the owner.

    Args:
        noun: the noun.
        whole: its owner: "members of NATO" are of NATO.
        parties: tells the kind of the owner.
    """
    if noun.lemma_.lower() not in MAKING_UP:
        return False
    kind = parties.kind_of(whole.actor)
    if is_plural(noun):
        of_states = kind is ActorKind.ALLIANCE or parties.token(whole).lemma_.lower() in COUNCILS
        return of_states and _is_counted(noun)
    return noun.lemma_.lower() == "member" and kind in {ActorKind.ALLIANCE, ActorKind.ORGANISATION}


def _is_counted(many: Token) -> bool:
    """Whether some of many are told, and not all: "SEVERAL members", "TWO countries", but "THE 27 countries"."""
    told = {child.lower_: child.dep_ for child in children(many, "nummod", "amod", "det")}
    return not SOME.isdisjoint(told) or ("nummod" in told.values() and "the" not in told)
