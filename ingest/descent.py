"""Adjectives that tell where somebody in office comes from, and not whom he serves: "the FRENCH head of the IMF"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.actors import ActorKind
from graph.forms import FormKind
from ingest.language import Language
from ingest.noun_phrases import names_a_body, told_behind
from ingest.tokens import Token
from ingest.tree import owners, prepositions

if TYPE_CHECKING:
    from ingest.parties import Parties

BESIDE = frozenset({"amod", "compound"})
"""How an adjective hangs on the word for the office."""


def is_descent(owner: Token, office: Token, parties: Parties, language: Language) -> bool:
    """Whether a word tells where the holder of an office comes from, for the office is another's.

    Args:
        owner: the word before the office.
        office: the word for the office.
        parties: tell who has a name.
        language: words for offices.
    """
    name = parties.name_at(owner)
    if name is None or name.kind is not FormKind.DEMONYM or owner.dep_ not in BESIDE:
        return False
    return bool(bodies_behind(office, parties, language))


def bodies_behind(office: Token, parties: Parties, language: Language) -> list[Token]:
    """The bodies behind an office that are no states: "commander OF NATO", "leader of AL-SHABAB's fighters"."""
    nouns, lemma = language.nouns, office.lemma_.lower()
    if lemma not in nouns.leads | nouns.represents | nouns.officers:
        return []
    # An "envoy FOR the alliance" is a state's envoy to it.
    places = {"of", "for"} if lemma in nouns.officers else {"of"}
    behind = [noun for noun in told_behind(office) if prepositions(noun) & places]
    behind += [owner for noun in behind for owner in owners(noun) if parties.name_at(noun) is None]
    return [noun for noun in behind if _is_body(noun, parties)]


def _is_body(noun: Token, parties: Parties) -> bool:
    name = parties.name_at(noun)
    if name is None or parties.is_place(name.actor):
        return False
    kind = parties.kind_of(name.actor)
    if kind is ActorKind.UNKNOWN:
        return names_a_body(name.text)
    return kind not in {ActorKind.STATE, ActorKind.PERSON, ActorKind.OUTLET}
