"""What an office makes of who holds it: leader, representative or member, and of whom."""

from __future__ import annotations

from graph.actors import ActorKind
from ingest.language import Language
from ingest.name import Name
from ingest.noun_phrases import (
    LED_WHOLE,
    ONE_OF_MANY,
    WHOLE,
    is_generic,
    is_one_of_many,
    is_out_of_office,
    names_a_body,
    told_behind,
)
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

DOUBTED = frozenset({"suspected", "alleged", "accused", "purported", "supposed"})
"""Words by which it is not told that somebody is what he is called: "a SUSPECTED Hamas member"."""

SENT = frozenset({"force", "mission", "command", "army", "military", "police"})
"""Whom an alliance has in the field, and who are not the alliance."""

RANKS = frozenset({"officer", "colonel", "major", "captain", "lieutenant", "commander", "pilot"})
"""What somebody is in the forces of a state, beside a general and an admiral."""

FORCES = frozenset({"army", "navy", "air force", "defence force", "defense force"})
"""Whose officers speak for their state."""


def office_type(title: Token, language: Language) -> str | None:
    """What an office makes of who holds it; None where it is none, or is not held any more."""
    made = _told_by(title, language)
    if made is None or is_out_of_office(title) or any(child.lower_ in DOUBTED for child in title.children):
        return None
    before = title.doc[max(0, title.left_edge.i - 1) : title.i]
    unfit = (language.syntax.not_in_office, DOUBTED)
    return None if any(word.lower_ in words for word in before for words in unfit) else made


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


def leads_less(title: Token, body: Party, parties: Parties) -> bool:
    """Whether somebody leads a part of a body, or is one of many who lead it somewhere."""
    return _is_one_of_leaders(title, body, parties) or _leads_part(title, body, parties)


def _is_one_of_leaders(title: Token, body: Party, parties: Parties) -> bool:
    """Whether a movement has others who are called so, so that one is a member: "the Hamas leader IN GAZA"."""
    return parties.kind_of(body.actor) in MOVEMENTS and is_one_of_many(title, group=True)


def whole_of_part(title: Token, parties: Parties) -> Party | None:
    """Whose office is only for where a name before it tells: "AMNESTY's Africa director", "HAMAS's Gaza leader"."""
    # "Hamas's Gaza LEADER Ann Hill": the parser hangs whose he is on his name.
    own = [*children(title, "nmod:poss"), *(children(title.head, "nmod:poss") if title.dep_ == "nmod:desc" else ())]
    owner = next((child for child in own if child.i < title.i and parties.name_at(child) is not None), None)
    if owner is None:
        return None
    beside = [child for child in children(title, "compound", "amod") if child.i > owner.i]
    where = any((name := parties.name_at(child)) is not None and not _is_body(name, parties) for child in beside)
    return parties.of(owner) if where else None


def _is_body(name: Name, parties: Parties) -> bool:
    kind = parties.kind_of(name.actor)
    return names_a_body(name.text) if kind is ActorKind.UNKNOWN else kind is not ActorKind.STATE


def serves_state(title: Token, body: Party, parties: Parties, language: Language) -> bool:
    """Whether an officer is a state's, whom he represents and does not lead: "the Kenyan COMMANDER"."""
    if any(noun.lemma_.lower() in WHOLE for noun in told_behind(title)):
        # "Chad's head OF STATE"
        return False
    return title.lemma_.lower() in language.nouns.officers and parties.kind_of(body.actor) is ActorKind.STATE


def _leads_part(title: Token, body: Party, parties: Parties) -> bool:
    """Whether somebody leads a body of a state, and not the state: "president of the Kenyan COUNCIL of Elders"."""
    noun, kind = parties.token(body), parties.kind_of(body.actor)
    noun = noun.head if noun.head in told_behind(title) else noun
    if parties.name_at(noun) is not None or noun not in told_behind(title) or not is_generic(noun):
        return False
    if kind is ActorKind.ALLIANCE or kind is ActorKind.ORGANISATION:
        # "the commander of the AU FORCE"
        return noun.lemma_.lower() in SENT
    return kind is ActorKind.STATE and noun.lemma_.lower() not in LED_WHOLE | {"kingdom", "union"}


def is_in_forces(title: Token, body: Party, parties: Parties) -> bool:
    """Whether somebody is an officer in the forces of a state: "Kenyan Navy CAPTAIN Ann Hill"."""
    if title.lemma_.lower() not in RANKS or parties.kind_of(body.actor) is not ActorKind.STATE or not title.i:
        return False
    forces = {title.before.lower_, f"{title.before.before.lower_} {title.before.lower_}"}
    return not forces.isdisjoint(FORCES)


def has_members(title: Token, body: Party | None, parties: Parties, language: Language) -> bool:
    """Whether a body has people of such a role: a "British member" of a movement is no member of Britain."""
    kind = parties.kind_of(body.actor) if body is not None else None
    word = title.lemma_.lower()
    if word in language.nouns.belongs:
        return kind is not ActorKind.STATE or word not in language.nouns.fighters
    if kind in EMPLOYERS or body is None:
        return kind in EMPLOYERS
    noun = parties.token(body)
    # "12th Infantry BRIGADE medic Ann Hill"
    unit = parties.name_at(noun) is not None and noun.lemma_.lower() in language.nouns.units
    return noun.lower_ in COALITIONS or (unit and kind is ActorKind.UNKNOWN)


def is_of_another(title: Token, body: Token, parties: Parties) -> bool:
    """Whether an office is not that of whom it is told with: "Chad's UN AMBASSADOR", "the UN's SUDAN envoy"."""
    whole = whole_of_part(title, parties)
    if whole is not None and title.lemma_.lower() != "ambassador":
        party = parties.of(body)
        return party is not None and party.actor != whole.actor
    if title.lemma_.lower() == "minister":
        party = parties.of(body)
        return party is not None and parties.kind_of(party.actor) is ActorKind.PERSON
    if title.lemma_.lower() != "ambassador" or body.i > title.i or obliques(title, "to"):
        return False
    return parties.kind_at(body) in {ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.BODY}
