"""Whether what a frame makes of its words is an event: between two, and no contest, no letter, no former office."""

from __future__ import annotations

import re

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest import tree
from ingest.event import Event
from ingest.everyday import Everyday, is_brought_about, is_led_there, is_only_called, is_refusal
from ingest.language import Language
from ingest.members import JOINED
from ingest.noun_phrases import WHOLE, has_narrower_office, is_out_of_office, is_second
from ingest.office_types import is_of_another, leads_less, serves_state
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.tokens import Token
from ingest.whereabouts import is_land

ABROAD = frozenset({"THREATENS", "CEASES_FIRE_WITH", "AGREES_WITH", "VISITS", "HOSTS", "MEETS", "PRAISES"})
"""What nobody does with his own state as such: "visited US SOLDIERS", "promised to democratize SERBIA"."""

CONQUERING = frozenset({"OCCUPIES", "INVADES"})

AGAINST_STATE = frozenset({"opposition", "rebel", "guerrilla", "insurgent"})
"""People of a state that deal with it as others do."""

APART_FROM_STATE = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.COMPANY, ActorKind.ORGANISATION})
"""Who deals with the state that he comes from as others do."""

OFFICES = frozenset({"LEADS", "REPRESENTS"})

MEDIA = frozenset(
    {"agency", "radio", "television", "tv", "newspaper", "daily", "channel", "media", "press", "network", "broadcaster"}
)

WHERE = frozenset({"in", "at", "on", "near", "from", "within", "outside"})
"""Prepositions behind which a noun tells where somebody is, and not what he is."""

CONTESTS = frozenset({"defeat", "beat", "vanquish", "campaign"})
"""Words of war that tell of a game or an election as well."""

WINNING = frozenset({"capture", "take", "win", "regain", "retake", "seize"})

SENT_OUT = frozenset({"delegation", "team", "mission", "squad", "cell"})
"""Words for a few of those for whom they stand: who leads a HAMAS DELEGATION leads no Hamas."""

OPPONENTS = frozenset({"opponent", "rival", "candidate", "challenger", "incumbent", "champion"})

SCORE = re.compile(r"\b\d{1,2}\s?[-–]\s?\d{1,2}\b|\b(?:votes|[Ss]eats|points|goals|World Cup)\b")
"""What tells of a game or an election."""

BODIES = frozenset({ActorKind.STATE, ActorKind.ALLIANCE, ActorKind.ORGANISATION, ActorKind.BODY})

UNITS = frozenset({
    "unit", "team", "soldier", "officer", "army", "military", "navy", "police", "ministry", "delegation", "branch",
    "chapter", "office", "bureau", "contingent", "wing", "affiliate",
})  # fmt: skip
"""Words for a part of a state, or of what has a part there, also where they belong to a name."""


class EventCheck:
    """Tells events from what only looks like one.

    Args:
        parties: tell who the two are.
        language: words for units and for saying.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._everyday = Everyday(parties, language)
        self._never = {
            "HOSTS": (self._is_letter,),
            "APPEALS_TO": (is_only_called,),
            "PART_OF": (self._is_property, self._is_led_person),
            "MEMBER_OF": (self._is_beside,),
            "THREATENS": (is_refusal,),
            "LEADS": (is_brought_about, is_led_there, self._is_part, self._is_led_person),
            "FIGHTS_BESIDE": (self._is_one_of_people,),
            "OCCUPIES": (self._is_held_by_state,),
            "INVADES": (self._is_held_by_state,),
            "BACKS": (self._is_land,),
            "SUPPORTS": (self._is_land,),
            "RECOGNIZES": (self._is_land,),
            "REJECTS": (self._is_land,),
        }

    def holds(self, event: Event) -> bool:
        """Whether two actors are left, and it is done: nobody does it to himself.

        Args:
            event: as its frame has it.
        """
        if any(is_none(event) for is_none in self._never.get(event.type, ())):
            return False
        if self._everyday.is_one(event):
            return False
        if self._is_at_home(event) or self._is_told_to_media(event) or self._is_own(event) or self._is_contest(event):
            return False
        copula = event.frame.by == ("copula",)
        # "all three, founding MEMBERS of the bloc"
        own = event.subject.head == event.trigger.i if copula and event.type != "ALLIED_WITH" else _is_itself(event)
        if own and event.frame.part_of_speech == "noun":
            return False
        if copula and "with" not in event.frame.receivers and tree.prepositions(event.trigger) & WHERE:
            # "is IN the southern PART of Chad"
            return False
        if (event.type in OFFICES or copula) and is_out_of_office(event.trigger):
            # "a FORMER ally", "a PREVIOUS member"
            return False
        if event.type in OFFICES and (event.frame.part_of_speech == "noun" or event.type == "REPRESENTS"):
            person = self._parties.kind_of(event.subject.actor) in {ActorKind.PERSON, ActorKind.UNKNOWN}
            return person and not is_of_another(event.trigger, self._parties.token(event.object), self._parties)
        return event.subject.actor != event.object.actor

    def _is_at_home(self, event: Event) -> bool:
        """Whether it is done with one's own state; but a state's parties, opposition and rebels deal with it."""
        if event.type == "RELEASES" and event.carrier.lemma_ == "announce":
            # "announced the release of a FRENCH hostage in Yemen"
            return self._parties.state_of(event.subject.actor) == self._parties.state_of(event.object.actor)
        own = self._parties.state_of(event.subject.actor) == event.object.actor
        if event.type in CONQUERING:
            # An army that retakes a town of its own state occupies nothing.
            return own and self._parties.kind_of(event.subject.actor) is ActorKind.BODY
        if event.type not in ABROAD or not own:
            return False
        apart = self._parties.kind_of(event.subject.actor) in APART_FROM_STATE
        against = self._parties.token(event.subject).lemma_.lower() in AGAINST_STATE
        return event.type in {"VISITS", "HOSTS"} or not (apart or against)

    def _is_land(self, event: Event) -> bool:
        """Whether it is done for the sake of a part of a state's land, and not the state."""
        return is_land(self._parties.token(event.object), self._parties, self._language)

    def _is_held_by_state(self, event: Event) -> bool:
        """Whether a state controls or enters what is not told to be another's: "the Syrian army CONTROLS the town"."""
        holder = event.subject.actor
        state = self._parties.kind_of(holder) in {ActorKind.STATE, ActorKind.BODY}
        apart = self._parties.state_of(event.object.actor) not in {None, self._parties.state_of(holder)}
        return event.trigger.lemma_ in {"control", "enter"} and state and not apart

    def _is_letter(self, event: Event) -> bool:
        """Whether a letter is received, and no guest: "a statement RECEIVED by Reuters"."""
        outlet = self._parties.kind_of(event.subject.actor) is ActorKind.OUTLET
        return outlet or self._parties.token(event.object).lower_ == "it"

    def _is_one_of_people(self, event: Event) -> bool:
        """Whether it is not the state that fights: "another KENYAN has been fighting for the Taliban"."""
        return event.frame.to == ("for",) and self._parties.kind_of(event.subject.actor) is ActorKind.STATE

    def _is_property(self, event: Event) -> bool:
        """Whether what belongs is no part: "the offices BELONGING to the union"; a member is not the society."""
        belonging = event.trigger.lemma_ == "belong" and event.trigger.dep_ == "acl"
        return belonging or self._parties.token(event.subject).lemma_.lower() == "member"

    def _is_told_to_media(self, event: Event) -> bool:
        """Whether it is only said to an outlet, which makes him who says it a source."""
        ends = {self._parties.kind_of(party.actor) for party in (event.subject, event.object)}
        if event.type == "SPEAKS_WITH" and ActorKind.OUTLET in ends:
            return True
        asks = event.type == "APPEALS_TO" and event.trigger.lemma_ == "ask"
        if event.trigger.lemma_.lower() not in self._language.attribution.saying and not asks:
            return False
        outlet = self._parties.kind_of(event.object.actor) is ActorKind.OUTLET
        told = self._parties.token(event.object)
        return outlet or not MEDIA.isdisjoint((told.lemma_.lower(), told.before.lemma_.lower()))

    def _is_own(self, event: Event) -> bool:
        """Whether it is done to one's own people: who refuses to talk to HIS OWN guards does it to nobody else."""
        noun = self._parties.token(event.object)
        if noun.pos_ != "NOUN" or vocabulary()[event.type].event == "ASSAULT":
            return False
        own = any(child.lower_ == "own" for child in tree.children(noun, "amod"))
        return own and bool(tree.children(noun, "nmod:poss"))

    def _is_beside(self, event: Event) -> bool:
        """Whether who joins is only beside: a person, a state, troops; and "they WERE JOINED by Egyptians"."""
        if event.trigger.lemma_ != "join":
            return False
        met = self._parties.token(event.object)
        person = met.lower_ in self._language.syntax.persons | self._language.syntax.speaker
        kind = self._parties.kind_of(event.object.actor)
        if person or kind in {ActorKind.STATE, ActorKind.PERSON} or tree.is_passive(event.trigger):
            return True
        unnamed = event.object.confidence <= UNNAMED and met.lemma_.lower() not in JOINED
        return unnamed or self._are_units(met)

    def _are_units(self, met: Token) -> bool:
        # "joined the frigates NIVOSE and VENTOSE"
        met = tree.climb(met, lambda step: step.dep_ in {"conj", "appos"} and step.head.pos_ in {"NOUN", "PROPN"})
        return met.lemma_.lower() in self._language.nouns.units and tree.is_plural(met)

    def _is_contest(self, event: Event) -> bool:
        """Whether somebody is beaten at a game or an election: "defeated Korea 1-0", a person who defeats another."""
        if event.type == "SEIZES" and event.trigger.lemma_.lower() in WINNING:
            # "captured the SENATE, and gained 34 seats"
            return SCORE.search(event.trigger.sent.text) is not None
        if event.type == "OPPOSES" and event.trigger.head.lemma_.lower() in CONTESTS:
            # "defeated her OPPONENT, Bob Lane"
            return True
        if CONTESTS.isdisjoint({event.trigger.lemma_.lower(), *event.frame.object}):
            return False
        if self._parties.token(event.object).lemma_.lower() in OPPONENTS:
            return True
        stand = all(map(self._may_stand, (event.subject, event.object)))
        return stand or SCORE.search(event.trigger.sent.text) is not None

    def _may_stand(self, one: Party) -> bool:
        """Whether somebody can stand for election: a person, a party ("MACRON'S PARTY defeated Marine Le Pen")."""
        party = self._parties.kind_of(one.actor) is ActorKind.PARTY or self._parties.token(one).lemma_ == "party"
        return party or self._parties.may_be_person(one.actor)

    def _is_led_person(self, event: Event) -> bool:
        """Whether it is people who would be led: "his VICE PRESIDENT" leads nobody, nor do "UN MEDIATORS led by X"."""
        kind = self._parties.kind_of(event.object.actor)
        head = self._parties.token(event.object)
        many = tree.is_plural(head) and head.lemma_.lower() in self._language.nouns.represents
        return kind is ActorKind.PERSON or (many and kind in BODIES and self._parties.name_at(head) is None)

    def _is_part(self, event: Event) -> bool:
        """Whether only a part of a body is led: who leads a FRENCH BRIGADE, or is its COMMANDER, leads no state."""
        if has_narrower_office(event.trigger) or is_second(event.trigger):
            return True
        if event.trigger.lemma_ == "found" and (
            self._parties.is_place(event.object.actor) or not self._parties.may_be_person(event.subject.actor)
        ):
            # Who founds a town leads none, nor does a state lead the body that it founds.
            return True
        if leads_less(event.trigger, event.object, self._parties):
            return True
        head, noun = self._parties.token(event.object), event.frame.part_of_speech == "noun"
        if noun and head.lemma_.lower() in WHOLE and event.object.confidence <= UNNAMED:
            # "a head of STATE"
            return True
        if head.lemma_.lower() in SENT_OUT and event.object.confidence > UNNAMED:
            return True
        unit = self._parties.name_at(head) is None and head.lemma_.lower() in self._language.nouns.units
        if unit or head.lemma_.lower() in UNITS:
            led = event.object.actor
            return self._parties.kind_of(led) is ActorKind.ALLIANCE or self._parties.is_place(led)
        return noun and serves_state(event.trigger, event.object, self._parties, self._language)


def _is_itself(event: Event) -> bool:
    """Whether the word for the deed is taken for one of the two: "aid to the Syrian OPPOSITION" opposes nobody."""
    return event.trigger.i in {event.subject.head, event.object.head}
