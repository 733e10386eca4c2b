"""Who holds an office that is told without his name: "the Israeli defence minister", "the leader of Hamas"."""

from __future__ import annotations

import datetime

from graph.actors import ActorKind
from graph.forms import normalised
from graph.gazetteer import Gazetteer
from ingest.noun_phrases import has_narrower_office, is_one_of_many, told_behind
from ingest.tokens import Doc, Token
from ingest.tree import children, is_plural, prepositions

SENT = frozenset({"delegation", "mission", "team", "embassy", "consulate"})
"""Whom a body has somewhere, and who are not the body: "the head of the UN DELEGATION in Nairobi"."""


class OfficeHolders:
    """Tells who held an office on one day.

    Args:
        doc: the parsed passage.
        gazetteer: the known offices.
        day: decides who held one.
    """

    def __init__(self, doc: Doc, gazetteer: Gazetteer, day: datetime.date) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._day = day

    def holder(self, token: Token, owner: str) -> str | None:
        """The person in an office on the day; none where one of many is meant, or one of a part.

        Args:
            token: the office.
            owner: whose office it is.
        """
        titles = self._gazetteer.titles
        if not titles.have_word(normalised(token.text)) or is_plural(token) or has_narrower_office(token):
            return None
        if self._is_one_of_many(token, owner) or _is_told_apart(token) or _heads_people_sent(token):
            return None
        # "the SECRETARY-GENERAL", "the chief OF STAFF"
        more = (child for child in token.children if "of" in prepositions(child) or child.dep_ == "flat")
        ends = {token.i + 1, *(child.right_edge.i + 1 for child in more)}
        for start in range(max(token.sent.start, token.i - 4), token.i + 1):
            for end in sorted(ends, reverse=True):
                title = normalised(self._doc[start:end].text)
                if titles.names_an_office(title):
                    holder = self._gazetteer.holder(title, owner, self._day)
                    return holder.id if holder else None
        return None

    def sole_holder(self, token: Token) -> str | None:
        """The person in an office of which the world has one: "the POPE"."""
        sole = self._gazetteer.titles.sole
        owner = sole.get(token.lower_) or sole.get(f"{token.before.lower_} {token.lower_}")
        definite = owner is not None and any(child.lower_ == "the" for child in token.children)
        return self.holder(token, owner) if owner is not None and definite else None

    def _is_one_of_many(self, office: Token, owner: str) -> bool:
        """Whether others of the owner are called so too; headlines have no article before any of a group's leaders."""
        entry = self._gazetteer.entries.get(owner)
        group = entry is not None and entry.kind is ActorKind.ARMED_GROUP
        definite = any(child.lower_ == "the" for child in office.children) or bool(children(office, "nmod:poss"))
        return is_one_of_many(office, group=group) or (group and not definite)


def _is_told_apart(office: Token) -> bool:
    """Whether a clause tells which of several is meant: "the Hamas leader WHO ORDERED the attack"."""
    clauses = children(office, "acl:relcl")
    return any("," not in {clause.left_edge.text, clause.left_edge.before.text} for clause in clauses)


def _heads_people_sent(office: Token) -> bool:
    """Whether somebody heads only those whom a body has somewhere: "the HEAD of the UN delegation in Nairobi"."""
    return any(noun.lemma_.lower() in SENT for noun in told_behind(office))
