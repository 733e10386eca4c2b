"""What looks like a relation and is none: partners at work, rivals in business, a thing that allows or leads to it."""

from __future__ import annotations

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest.befallen import PERSONS
from ingest.clauses import VOWING, is_negated
from ingest.event import Event
from ingest.language import Language
from ingest.parties import Parties
from ingest.party import Party
from ingest.reach import may_harm
from ingest.tokens import Token
from ingest.tree import children, has_mark, is_plural, obliques, prepositions

PUBLIC = frozenset(
    {
        ActorKind.STATE,
        ActorKind.BODY,
        ActorKind.ALLIANCE,
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.ORGANISATION,
    }
)
"""Who rules, or is somebody to those who rule."""

ALLOWING = frozenset({"allow", "permit", "let"})

COMMENTS = frozenset({"comment", "interview", "information", "clarification"})
"""What a reporter asks for."""

SUPPOSING = frozenset({"would", "could", "might", "may", "should", "can"})

MESSAGES = frozenset(
    {
        *(
            "campaign",
            "ad",
            "advert",
            "advertisement",
            "message",
            "content",
            "product",
            "service",
            "programme",
            "program",
        ),
        *("law", "bill", "legislation", "policy", "tax", "tariff", "sanction", "ban", "order", "investigation"),
    }
)
"""What targets somebody without arms."""

PICTURES = frozenset({"pic", "picture", "photo", "photograph", "film", "movie", "video", "footage", "portrait"})
"""What is shot without a gun."""

QUESTIONS = frozenset({"what", "who", "whom", "why", "how", "whether", "if", "where", "when", "which"})
"""Words that open a question: who asks one requests nothing."""

BETWEEN_BODIES = frozenset({"CLASHES_WITH", "ALLIED_WITH"})
"""What one person does with another only in a manner of speaking: "his PARTNER", "BATTLED the senator"."""


WITHIN = frozenset({"in", "on", "at", "into", "near"})
"""Prepositions of where something was done."""

CLOSE = frozenset({"associate", "confidant", "confidante", "henchman"})
"""What somebody is to a person in whose affairs he has a part: "a close ASSOCIATE of Hill"."""


class Everyday:
    """Tells what is no relation between those whom a text is about, but everyday life.

    Args:
        parties: tell who the two are.
        language: nouns for people and for a state itself.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._nouns = language.nouns
        self._denied = language.modality.denied

    def is_one(self, event: Event) -> bool:
        """Whether an event is a part of everyday life.

        Args:
            event: as its frame has it.
        """
        if event.type == "YIELDS_TO" and event.trigger.lemma_.lower() in ALLOWING:
            return not self._rules(event.subject)
        if event.type == "STRIKES" and event.trigger.lemma_ == "strike" and event.frame.part_of_speech == "noun":
            # Workers are on strike AT a company.
            return "at" in prepositions(self._parties.token(event.object))
        shot = children(event.trigger, "obj") if event.trigger.lemma_ == "shoot" else []
        if any(noun.lemma_.lower() in PICTURES for noun in shot):
            return True
        if event.type == "AIDS" and event.trigger.lemma_ == "pay":
            # Who pays people for their work gives no aid.
            return not (self._is_public(event.subject) and self._is_public(event.object))
        if event.frame.part_of_speech == "noun" and self._is_any(event.trigger):
            return True
        if event.type == "STRIKES" and event.trigger.lemma_ == "target" and event.trigger.dep_ == "acl":
            # A law or a campaign that targets somebody strikes him in a manner of speaking only.
            return event.trigger.head.lemma_.lower() in MESSAGES
        if event.type == "EXPELS" and any(has_mark(c, {"that"}) for c in children(event.trigger, "ccomp")):
            # "told Kenya THAT IT MUST leave the town"
            return True
        if event.type == "APPEALS_TO" and self._only_asks(event):
            return True
        if vocabulary()[event.type].event == "AID" and may_harm(self._parties.token(event.subject), self._language):
            # "Chad's INVASION provided Togo with an opening"
            return True
        if event.type == "CRITICIZES" and event.frame.reverse and self._is_befallen(event.object):
            # "Hill's ARREST angered Togo"
            return True
        if event.trigger.lower_ == "aides" or self._is_nobodys(event.trigger):
            # "Clinton AIDES Huma Abedin and …"; "IT is encouraging to see that China …"
            return True
        if event.type in BETWEEN_BODIES:
            # Who swears ALLEGIANCE to a person is his ally in arms.
            sworn = "allegiance" in (*event.frame.object, *event.frame.complement)
            sworn = sworn or event.trigger.lemma_.lower() in CLOSE
            return not sworn and (self._are_private(event.subject, event.object) or self._is_quarrel(event))
        return False

    def _is_befallen(self, party: Party) -> bool:
        """Whether somebody is told by what he suffered: "Hill's ARREST"."""
        person = self._parties.kind_of(party.actor) in PERSONS
        return person and self._parties.token(party).lemma_.lower() in self._nouns.befalling

    def _is_nobodys(self, trigger: Token) -> bool:
        """Whether "it" before a verb is nobody: "IT is encouraging to see that …"."""
        return trigger.pos_ == "VERB" and any(word.i < trigger.i for word in children(trigger, "expl"))

    def _is_any(self, deed: Token) -> bool:
        """Whether a deed is told of as one that might be: "ANY attack", "A DEAL between the two WOULD help both"."""
        told = {child.lower_ for child in children(deed, "det")}
        thought = deed.dep_ == "nsubj" and any(child.lower_ in SUPPOSING for child in children(deed.head, "aux"))
        denied = deed.head.lemma_.lower() in self._denied
        return ("any" in told and not denied) or (thought and bool(told & {"a", "an"}))

    def _only_asks(self, event: Event) -> bool:
        """Whether a question is asked, or a comment sought, or somebody called names: "CALLED the ruling absurd"."""
        trigger = event.trigger
        match trigger.lemma_.lower():
            case "ask":
                asked = children(trigger, "ccomp", "advcl", "xcomp")
                opened = (word for clause in asked for word in (clause, *clause.children))
                about = bool(obliques(trigger, "about")) and not asked
                return about or any(word.lower_ in QUESTIONS and word.i > trigger.i for word in opened)
            case "call":
                named = bool(children(trigger, "obj")) and not obliques(trigger, "on") and not obliques(trigger, "upon")
                return (named and event.object.head > trigger.i) or self._visits(event)
            case "request":
                sought = (*obliques(trigger, "for"), *obliques(trigger.head, "for"))
                return any(noun.lemma_.lower() in COMMENTS for noun in sought)
        return False

    def _visits(self, event: Event) -> bool:
        """Whether somebody only calls on a person, and asks for nothing: "CALLED ON Hill in Manila"."""
        asks = children(event.trigger, "xcomp", "ccomp", "advcl") or obliques(event.trigger, "for")
        person = self._parties.may_be_person(event.object.actor)
        return person and not asks and event.object.head in {t.i for t in obliques(event.trigger, "on")}

    def _is_quarrel(self, event: Event) -> bool:
        """Whether a person clashes with one in office, which is done in words: "CLASHED with the US envoy"."""
        noun = self._parties.token(event.object)
        office = noun.lemma_.lower() in self._nouns.represents | self._nouns.leads and not is_plural(noun)
        return office and event.type == "CLASHES_WITH" and self._parties.may_be_person(event.subject.actor)

    def _rules(self, party: Party) -> bool:
        """Whether it is somebody public himself, and no thing of his: what "its COMPANIES allow" it has not allowed."""
        if not self._is_public(party):
            return False
        noun = self._parties.token(party)
        if noun.pos_ != "NOUN" or self._parties.name_at(noun) is not None:
            return True
        return noun.lemma_.lower() in self._nouns.persons | self._nouns.state_itself | self._nouns.wholes

    def _is_public(self, party: Party) -> bool:
        known = self._parties.kind_of(party.actor) in PUBLIC
        return known or self._parties.state_of(party.actor) is not None

    def _are_private(self, one: Party, other: Party) -> bool:
        """Whether both are persons by their names, or one is an outlet."""
        kinds = {self._parties.kind_of(one.actor), self._parties.kind_of(other.actor)}
        if ActorKind.OUTLET in kinds:
            return True
        return all(self._parties.may_be_person(party.actor) for party in (one, other))


def is_brought_about(event: Event) -> bool:
    """Whether something leads somebody to do something, and nobody leads: "the murder LED GERMANY TO EXPEL him"."""
    clauses = children(event.trigger, "xcomp", "ccomp", "advcl")
    return event.trigger.lemma_ == "lead" and any(has_mark(clause, {"to"}) for clause in clauses)


def is_led_there(event: Event) -> bool:
    """Whether it is told where something was led, and not what: "a raid IN MALI, led by Ann Hill"."""
    led = event.trigger.head
    return event.trigger.dep_ == "acl" and not prepositions(led).isdisjoint(WITHIN)


def is_refusal(event: Event) -> bool:
    """Whether somebody only vows to do nothing: "vowed NOT to return the islands"."""
    vows = event.trigger.lemma_.lower() in VOWING
    return vows and any(is_negated(clause) for clause in children(event.trigger, "xcomp"))


def is_only_called(event: Event) -> bool:
    """Whether somebody calls a deed something: "what it CALLED a "crackdown" ON the firm" appeals to no firm."""
    named = (noun for noun in children(event.trigger, "xcomp", "obj") if noun.pos_ == "NOUN")
    return event.trigger.lemma_ == "call" and any(event.trigger.i < noun.i < event.object.head for noun in named)
