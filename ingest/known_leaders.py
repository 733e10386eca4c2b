"""Whose leader somebody is who is told by "its" and his name: "Israel killed ITS LEADER Hassan Nasrallah"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.language import Language
from ingest.party import Party
from ingest.tokens import Token

if TYPE_CHECKING:
    from ingest.parties import Parties

CONFIDENCE = 0.6
"""Of a pronoun whose actor is known from elsewhere."""


def known_as_led(pronoun: Token, parties: Parties, language: Language) -> Party | None:
    """The body that the person named behind an office is known to lead; None where nobody knows him as a leader.

    Args:
        pronoun: "its" or "their", before the office.
        parties: tell who is named, and what he led.
        language: the words for those who lead.
    """
    office = pronoun.head
    if pronoun.dep_ != "nmod:poss" or office.lemma_.lower() not in language.nouns.leads:
        return None
    name = parties.name_at(office.behind)
    led = {role.of for role in parties.roles_of(name.actor) if role.relation == "LEADS"} if name else set()
    before = (parties.name_at(token) for token in reversed(pronoun.doc.tokens[: pronoun.i])) if led else ()
    told = next((own.actor for own in before if own is not None and own.actor in led), None)
    return parties.at(pronoun, told, CONFIDENCE)
