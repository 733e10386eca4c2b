"""Who tells what a clause says: "BRITAIN said Libya must leave", "PENTAGON: Houthis attacked a ship"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.language import Language
from ingest.party import Party
from ingest.roles import agents
from ingest.tokens import Token

if TYPE_CHECKING:
    from ingest.parties import Parties

LONGEST_SPEAKER = 5
"""Tokens of the longest speaker before a colon: "UN human rights chief:"."""


def tellers(clause: Token, parties: Parties, language: Language) -> list[Party]:
    """Who says what a clause tells; empty where nobody is told to.

    Args:
        clause: its predicate.
        parties: resolves who speaks.
        language: verbs of saying.
    """
    headline = headline_teller(clause, parties)
    if headline is not None:
        return [headline]
    return parties.of_all(agents(clause.head)) if clause.head.lemma_.lower() in language.attribution.saying else []


def headline_teller(clause: Token, parties: Parties) -> Party | None:
    """Who tells what stands behind a colon; None where nobody does, for a place only tells where it was.

    Args:
        clause: the predicate of what is told.
        parties: resolves who speaks.
    """
    speaker = clause.head
    opens = speaker.head is speaker and speaker.i < speaker.sent.start + LONGEST_SPEAKER
    told = opens and clause.dep_ == "parataxis" and clause.i > speaker.i and speaker.behind.text == ":"
    party = parties.of(speaker) if told and speaker.pos_ in {"PROPN", "NOUN"} else None
    return None if party is None or parties.is_place(party.actor) else party
