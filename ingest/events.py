"""Events in a sentence: which frames its words make, between which actors."""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import vocabulary
from ingest import clauses, roles, tree
from ingest.apposition import listed_under
from ingest.arguments import Arguments
from ingest.event import Event
from ingest.event_check import EventCheck
from ingest.frame_matching import FrameMatching
from ingest.frames import Frame
from ingest.language import PARTS, Language
from ingest.parties import Parties
from ingest.party import Party
from ingest.reciprocity import each_other
from ingest.things_struck import things_struck
from ingest.tokens import Span, Token
from ingest.unstopped import unstopped
from ingest.whereabouts import lands_struck

OPPOSED = frozenset({"against", "about", "over", "amid"})
"""Prepositions of a deed that its doer is not told by: who rallies AGAINST a siege lays none."""

RAIDS = frozenset({"ATTACKS", "STRIKES", "BOMBS"})
"""Deeds of arms that may be told with no more than the land where they were done."""


class Events:
    """Finds events in one passage.

    Args:
        parties: resolves noun phrases.
        language: frames and nouns.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._arguments = Arguments(parties, language)
        self._frames = FrameMatching(parties, language)
        self._check = EventCheck(parties, language)

    def all_of(self, sentence: Span) -> Iterator[Event]:
        """The events of a sentence, in the order of its words."""
        for word in sentence:
            yield from self.of(word)

    def of(self, trigger: Token) -> list[Event]:
        """The events that ``trigger`` makes: of its most exact frame with two actors, and of those told beside it."""
        part = PARTS.get(trigger.pos_)
        if part is None or trigger.lemma_.lower() not in self._language.telling[trigger.pos_]:
            return []
        if _only_describes(trigger) or self._is_sort(trigger):
            return []
        if self._parties.name_at(trigger) is not None:
            return []
        carrier = self._carrier(trigger) if part == "noun" else trigger
        told: list[Event] = []
        exact = False
        for frame in self._frames.of(part, trigger):
            if (exact and not frame.beside) or (part == "noun" and self._is_undone(frame, trigger, carrier)):
                continue
            # "Iran's ALLY fought a war with Chad": of whom an ally is one is not told by the verb.
            bearer = trigger if frame.by == ("copula",) and trigger.dep_ in tree.SUBJECTS else carrier
            found = [event for event in self._pairs(frame, trigger, bearer) if self._check.holds(event)]
            if found and vocabulary()[found[0].type].event == "ASSAULT":
                self._arguments.senders.last_deed = (found[0].subject, found[0].object)
            told += found
            exact = exact or (bool(found) and not frame.beside)
        return told

    def _is_sort(self, noun: Token) -> bool:
        """Whether a noun only tells of what sort another is: "TRADE talks", "the TRADE war"."""
        return noun.dep_ == "compound" and noun.lemma_.lower() in self._language.nouns.only_sorts

    def _is_undone(self, frame: Frame, noun: Token, carrier: Token) -> bool:
        """Whether the verb makes the contrary of its noun: who "LIFTED its embargo" lays none, unless it is put off."""
        meant = vocabulary()[frame.type]
        held = not meant.lasts and (noun.dep_ == "nsubj" or (meant.valence > 0 and noun.dep_ in tree.SUBJECTS))
        if carrier.lemma_.lower() in self._language.modality.planned or held:
            # TALKS that have ended were held.
            return False
        if unstopped(noun, carrier, self._language) is not None:
            # "urged it to LIFT its embargo"
            return False
        carrying = self._language.by_lemma.get(("verb", carrier.lemma_.lower()), ()) if carrier is not noun else ()
        lemma = noun.lemma_.lower()
        made = [vocabulary()[other.type].valence for other in carrying if lemma in other.object]
        return bool(made) and all(valence * meant.valence < 0 for valence in made)

    def lacks(self, trigger: Token) -> str | None:
        """What is missing where a word makes a frame but no event; None where it makes no frame, or an event."""
        part = PARTS.get(trigger.pos_)
        if part is None or self._parties.name_at(trigger) is not None or self.of(trigger):
            return None
        carrier = self._carrier(trigger) if part == "noun" else trigger
        for frame in self._frames.of(part, trigger):
            doers = self._arguments.doers(frame, trigger, carrier)
            if not doers:
                return f"{frame.type}, but not who did it"
            return f"{frame.type} by {doers[0].actor}, but not to whom"
        return None

    def _carrier(self, noun: Token) -> Token:
        """The verb that carries an event noun, over nouns that only pass it on; the noun itself where there is none."""
        step = noun
        if any(word.lemma_.lower() == "blame" for word in (noun.head, *tree.children(noun.head, "obj"))):
            # "put the blame FOR THE ATTACK on Chad": who blames did not do it.
            return noun
        while step.dep_ in {"nmod", "conj", "compound", "nmod:poss"} and step.head.i != step.i:
            above = step.head
            passes = above.lemma_.lower() in self._language.nouns.passing or step.dep_ == "conj"
            if not passes:
                break
            step = above
        suffers = step.head.lemma_.lower() in self._language.nouns.suffering
        if step.dep_ == "obl":
            brought_by = tree.prepositions(step)
            if brought_by & self._language.syntax.apart_in_time or (brought_by & OPPOSED and not suffers):
                return noun
        if step.dep_ in {"obj", "nsubj:pass", "obl", "nsubj", "xcomp"} and step.head.pos_ in {"VERB", "ADJ"}:
            return step.head
        if step.dep_ == "nmod" and suffers:
            return step.head
        return noun

    def _pairs(self, frame: Frame, trigger: Token, carrier: Token) -> Iterator[Event]:
        doers = self._arguments.doers(frame, trigger, carrier)
        if not doers:
            return
        type_name, settled = self._type(frame, trigger, carrier)
        both_ways = frame.part_of_speech == "verb" and each_other(frame, trigger)
        exclude = {party.actor for party in doers}
        together = (both_ways or (frame.reciprocal and not _has_other_end(frame, trigger))) and len(doers) > 1
        if together and not self._arguments.others(frame, trigger, carrier, exclude):
            for index, one in enumerate(doers):
                for other in doers[index + 1 :]:
                    if self._are_listed(one, other):
                        continue
                    yield Event(type_name, one, other, trigger, frame, carrier, settled)
                    yield Event(type_name, other, one, trigger, frame, carrier, settled)
            return
        receivers = self._arguments.receivers(frame, trigger, carrier, exclude)
        if vocabulary()[frame.type].event == "ASSAULT":
            places = things_struck(frame, trigger, carrier, doers, self._parties, self._language)
            receivers = [*receivers, *places]
        if not receivers and vocabulary()[frame.type].event == "ASSAULT" and "deed" not in frame.to:
            receivers = self._arguments.senders.taken_up(doers)
            if not receivers and frame.part_of_speech == "noun" and frame.type in RAIDS:
                receivers = lands_struck(trigger, carrier, doers, self._parties)
        if not receivers and len(doers) > 1:
            receivers = self._among_doers(frame, trigger, carrier, exclude)
        if not receivers:
            apart = [party for doer in doers if (party := self._parties.apart.from_state(doer))]
            own = self._arguments.receivers(frame, trigger, carrier, {party.actor for party in apart}) if apart else []
            at_home = {self._parties.state_of(one.actor) for one in apart}
            doers, receivers = apart, [party for party in own if party.actor in exclude & at_home]
        if frame.not_by:
            doers = [one for one in doers if not self._frames.is_one_of(self._lemmas_at(one), frame.not_by)]
        for one in doers:
            for other in receivers:
                pair = (other, one) if frame.reverse else (self._parties.apart.acting_alone(one, other), other)
                yield Event(type_name, *pair, trigger, frame, carrier, settled)

    def _among_doers(self, frame: Frame, trigger: Token, carrier: Token, doers: set[str]) -> list[Party]:
        """One of several doers, whom the others help: "Kenya, Togo and Chad support CHADIAN forces"."""
        if vocabulary()[frame.type].valence <= 0:
            return []
        told = self._arguments.receivers(frame, trigger, carrier, set())
        return [one for one in told if one.actor in doers and self._is_named(self._parties.token(one))]

    def _is_named(self, noun: Token) -> bool:
        return any(self._parties.name_at(token) is not None for token in (noun, *tree.owners(noun)))

    def _are_listed(self, one: Party, other: Party) -> bool:
        """Whether two only stand in a list that tells who somebody is: "partners SUCH AS Chad and Niger"."""
        first, second = (self._parties.token(party) for party in (one, other))
        if (second.dep_ == "appos" and second.head is first) or second in roles.examples(first):
            # "forces loyal to Chad, mainly brigades from Mali", "talks between groups, including Hamas"
            return True
        wholes = [listed_under(noun) for noun in (first, second)]
        return wholes[0] is not None and wholes[0] is wholes[1]

    def _lemmas_at(self, party: Party) -> set[str]:
        return set(self._frames.passed_lemmas(self._parties.token(party)))

    def _type(self, frame: Frame, trigger: Token, carrier: Token) -> tuple[str, bool]:
        """The relation type, and whether a negation is part of it already."""
        negated = clauses.is_negated(trigger) or (carrier.i != trigger.i and clauses.is_negated(carrier))
        lessening = self._language.nouns.lessening
        if frame.lessened and (
            carrier.lemma_.lower() in lessening
            or any(child.lemma_.lower() in lessening for child in tree.children(trigger, "amod", "det"))
            or (trigger.dep_ == "nmod" and trigger.head.lemma_.lower() in lessening)
        ):
            return frame.lessened, negated
        if frame.negated and negated:
            return frame.negated, True
        return frame.type, False


def _only_describes(trigger: Token) -> bool:
    """Whether a participle before a noun tells no deed between two: "a VISITING minister"."""
    if trigger.pos_ != "VERB" or trigger.dep_ != "amod":
        return False
    # "CRISIS-HIT states" were hit by no actor.
    return tree.joined_before(trigger) is not None or trigger.lower_.endswith("ing")


def _has_other_end(frame: Frame, verb: Token) -> bool:
    """Whether a verb that needs no object has one, so that it is not done to each other: "X and Y fight POVERTY"."""
    if frame.part_of_speech != "verb" or "object" not in frame.receivers:
        return False
    return any(noun.pos_ in {"NOUN", "PROPN"} for noun in tree.children(verb, "obj"))
