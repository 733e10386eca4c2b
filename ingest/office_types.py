"""What an office makes of who holds it: leader, representative or member, and of whom."""

from __future__ import annotations

from graph.actors import ActorKind
from ingest.language import Language
from ingest.noun_phrases import ONE_OF_MANY, WHOLE, is_one_of_many, is_out_of_office, told_behind
from ingest.parties import Parties
from ingest.party import Party
from ingest.tokens import Token
from ingest.tree import children, obliques

MOVEMENTS = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY})
"""Those whose leaders of a lower rank are their members."""

EMPLOYERS = frozenset(
    {ActorKind.BODY, ActorKind.ORGANISATION, ActorKind.PARTY, ActorKind.ARMED_GROUP, ActorKind.COMPANY}
)
"""Whose people are told by a role, or by "of": "Navy PILOT John Hall", "Ann Hill OF the Red Cross"."""

COALITIONS = frozenset({"coalition", "alliance"})
"""Bodies that need no name where somebody leads or represents them: "the COALITION spokesman, Ann Hart"."""

OF_ALL = frozenset({"acting", "interim", "new", "current", "executive", "general", "managing", "longtime"})
"""Words before the one who heads a body that do not tell that it is a part of it."""


def office_type(title: Token, language: Language) -> str | None:
    """What an office makes of who holds it; None where it is none, or is not held any more."""
    made = _told_by(title, language)
    if made is None or is_out_of_office(title):
        return None
    before = title.doc[max(0, title.left_edge.i - 1) : title.i]
    return None if any(word.lower_ in language.syntax.not_in_office for word in before) else made


def _told_by(title: Token, language: Language) -> str | None:
    """What the word for an office makes of who holds it."""
    nouns = language.nouns
    word = title.lemma_.lower()
    before = title.before.lower_ if title.i else ""
    if f"{before}-{title.lower_}" in nouns.leads:
        return "LEADS"
    if word in nouns.represents or title.lower_ in nouns.represents:
        return "REPRESENTS"
    if word in nouns.leads or title.lower_ in nouns.leads or _is_the_head(title, language):
        return "LEADS"
    return "MEMBER_OF" if word in nouns.belongs or word in nouns.roles else None


def _is_the_head(title: Token, language: Language) -> bool:
    """Whether the one who has an office has all of it: "DIRECTOR of the CIA", but "a FILM director"."""
    if title.lemma_.lower() not in language.nouns.heads:
        return False
    before = [child for child in title.children if child.i < title.i]
    told = (child for child in before if child.text.islower() and child.dep_ in {"compound", "amod"})
    of_part = any(child.lower_ not in OF_ALL for child in told)
    # "director OF OPERATIONS"
    of_part = of_part or any(noun.text.islower() and not children(noun, "det") for noun in told_behind(title))
    one_of_many = any(child.lower_ in ONE_OF_MANY for child in before)
    return not of_part and not one_of_many


def is_one_of_leaders(title: Token, body: Party, parties: Parties) -> bool:
    """Whether a movement has others who are called so, so that one is a member: "the Hamas leader IN GAZA"."""
    return parties.kind_of(body.actor) in MOVEMENTS and is_one_of_many(title, group=True)


def serves_state(title: Token, body: Party, parties: Parties, language: Language) -> bool:
    """Whether an officer is a state's, whom he represents and does not lead: "the Kenyan COMMANDER"."""
    if any(noun.lemma_.lower() in WHOLE for noun in told_behind(title)):
        # "Chad's head OF STATE"
        return False
    return title.lemma_.lower() in language.nouns.officers and parties.kind_of(body.actor) is ActorKind.STATE


def has_members(title: Token, body: Party | None, parties: Parties, language: Language) -> bool:
    """Whether a body has people of such a role: a "British member" of a movement is no member of Britain."""
    kind = parties.kind_of(body.actor) if body is not None else None
    word = title.lemma_.lower()
    if word in language.nouns.belongs:
        return kind is not ActorKind.STATE or word not in language.nouns.fighters
    return kind in EMPLOYERS or (body is not None and parties.token(body).lower_ in COALITIONS)


def is_of_another(title: Token, body: Token, parties: Parties) -> bool:
    """Whether an office is not that of whom it is told with: "Chad's UN AMBASSADOR", "HIS defence MINISTER"."""
    if title.lemma_.lower() == "minister":
        party = parties.of(body)
        return party is not None and parties.kind_of(party.actor) is ActorKind.PERSON
    if title.lemma_.lower() != "ambassador" or body.i > title.i or obliques(title, "to"):
        return False
    return parties.kind_at(body) in {ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.BODY}
