"""Events in a sentence: which frames its words make, between which actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest import tree
from ingest.language import Frame, Language, PartOfSpeech
from ingest.parties import Parties, Party

PARTS: dict[str, PartOfSpeech] = {"VERB": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}

TAKEN_UP = 0.5
"""Confidence of an actor that is only taken up by a deed told before."""


@dataclass(frozen=True, slots=True)
class Event:
    """One relation as a sentence tells it.

    Attributes:
        type: relation type.
        subject, object: the two actors.
        trigger: the word that makes the frame.
        frame: the frame.
        carrier: the verb that carries the noun, or the trigger itself.
        settled: whether a negation is part of the type already ("did not notify" is WITHHOLDS_FROM).
    """

    type: str
    subject: Party
    object: Party
    trigger: Token
    frame: Frame
    carrier: Token
    settled: bool = False


class Events:
    """Finds events in one passage.

    Args:
        parties: resolves noun phrases.
        language: frames and nouns.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._last_deed: Event | None = None

    def of(self, trigger: Token) -> list[Event]:
        """The events that ``trigger`` makes: those of its most exact frame that has two actors."""
        part = PARTS.get(trigger.pos_)
        if part is None or self._parties.name_at(trigger) is not None:
            return []
        for frame in self._frames(part, trigger):
            carrier = self._carrier(trigger) if part == "noun" else trigger
            found = [event for event in self._pairs(frame, trigger, carrier) if self._holds(event)]
            if found:
                self._remember(found)
                return found
        return []

    def _holds(self, event: Event) -> bool:
        """Whether two actors are left: nobody does it to himself, and what an outlet is told is a source's word."""
        told = event.trigger.lemma_.lower() in self._language.attribution.saying
        if told and self._parties.kind_of(event.object.actor) is ActorKind.OUTLET:
            return False
        return event.subject.actor != event.object.actor

    def _remember(self, events: list[Event]) -> None:
        if vocabulary()[events[0].type].event == "ASSAULT":
            self._last_deed = events[0]

    def _frames(self, part: PartOfSpeech, trigger: Token) -> Iterator[Frame]:
        lemma = trigger.lemma_.lower()
        if part == "noun":
            for child in tree.children(trigger, "compound", "amod"):
                yield from self._language.by_lemma.get((part, f"{child.lemma_.lower()}-{lemma}"), ())
        particle = tree.particle(trigger) if part == "verb" else None
        for frame in self._language.by_lemma.get((part, lemma), ()):
            if part == "verb" and frame.particle != particle and (frame.particle or particle not in {"out", None}):
                continue
            if frame.object and part == "verb" and not self._has_object(frame, trigger):
                continue
            if frame.complement and not self._has_complement(frame, trigger):
                continue
            yield frame

    def _has_object(self, frame: Frame, verb: Token) -> bool:
        found = tree.direct_objects(verb)
        if "*" in frame.object:
            return bool(found)
        return any(lemma in frame.object for noun in found for lemma in self._passed_lemmas(noun))

    def _passed_lemmas(self, noun: Token) -> Iterator[str]:
        """The lemma of a noun, and of what it only passes on: "a SERIES of STRIKES"."""
        for passed in self._passed(noun):
            yield passed.lemma_.lower()
            if passed.pos_ == "PROPN":
                yield from (child.lemma_.lower() for child in tree.children(passed, "compound"))

    def _has_complement(self, frame: Frame, verb: Token) -> bool:
        return any(
            word.lemma_.lower() in frame.complement
            for child in verb.children
            if child.i > verb.i
            for word in (child, *child.children)
        )

    def _carrier(self, noun: Token) -> Token:
        """The verb that carries an event noun, over nouns that only pass it on; the noun itself where there is none."""
        step = noun
        while step.dep_ in {"nmod", "conj", "compound", "nmod:poss"} and step.head.i != step.i:
            above = step.head
            passes = above.lemma_.lower() in self._language.nouns.passing or step.dep_ == "conj"
            if not passes:
                break
            step = above
        if step.dep_ in {"obj", "nsubj:pass", "obl", "nsubj", "xcomp"} and step.head.pos_ in {"VERB", "ADJ"}:
            return step.head
        if step.dep_ == "nmod" and step.head.lemma_.lower() in self._language.nouns.suffering:
            return step.head
        return noun

    def _pairs(self, frame: Frame, trigger: Token, carrier: Token) -> Iterator[Event]:
        doers = self._doers(frame, trigger, carrier)
        type_name, settled = self._type(frame, trigger, carrier)
        if frame.reciprocal and len(doers) > 1:
            for index, one in enumerate(doers):
                for other in doers[index + 1 :]:
                    yield Event(type_name, one, other, trigger, frame, carrier, settled)
            return
        if not doers:
            return
        exclude = {party.actor for party in doers}
        receivers = self._receivers(frame, trigger, carrier, exclude) or self._taken_up(doers)
        for one in doers:
            for other in receivers:
                pair = (other, one) if frame.reverse else (one, other)
                yield Event(type_name, *pair, trigger, frame, carrier, settled)

    def _type(self, frame: Frame, trigger: Token, carrier: Token) -> tuple[str, bool]:
        negated = tree.is_negated(trigger) or (carrier.i != trigger.i and tree.is_negated(carrier))
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

    def _doers(self, frame: Frame, trigger: Token, carrier: Token) -> list[Party]:
        if trigger.pos_ in {"VERB"} and frame.part_of_speech == "verb":
            found = self._parties.of_all(tree.agents(trigger))
            return found or self._by_what(trigger)
        if frame.part_of_speech == "adjective":
            return self._parties.of_all(tree.subjects(trigger))
        for place in frame.by:
            tokens = tree.owners(trigger) if place == "owner" else self._by(frame, trigger, place)
            found = self._parties.of_all(tokens)
            if found:
                return found
        if carrier.i != trigger.i and carrier.lemma_.lower() in self._language.nouns.carriers:
            return self._parties.of_all(tree.agents(carrier))
        return []

    def _by_what(self, verb: Token) -> list[Party]:
        """Who sent what did it: "the STRIKE killed him", "he was killed in an Israeli STRIKE", "the MISSILES hit"."""
        things = tree.agents(verb)
        if tree.is_passive(verb):
            causing = self._language.syntax.causing
            things += [
                child for child in verb.children if child.dep_ in tree.OBLIQUES and tree.prepositions(child) & causing
            ]
        for thing in (deed for token in things for deed in self._passed(token)):
            lemma = thing.lemma_.lower()
            deed = any(
                vocabulary()[frame.type].event == "ASSAULT"
                for frame in self._language.by_lemma.get(("noun", lemma), ())
            )
            if not deed and lemma not in self._language.nouns.sent:
                continue
            owner = self._parties.of_all(tree.owners(thing)) or self._parties.of_all(tree.obliques(thing, "by"))
            if owner:
                return owner
            definite = any(child.lower_ in {"the", "this", "these", "those"} for child in tree.children(thing, "det"))
            if definite and self._last_deed is not None:
                return [replace(self._last_deed.subject, head=thing.i, confidence=TAKEN_UP)]
        return []

    def _passed(self, noun: Token) -> Iterator[Token]:
        """A noun, and what it only passes on: "ONE of the STRIKES", "90 % of the MISSILES"."""
        yield noun
        if noun.lemma_.lower() in self._language.nouns.passing or noun.pos_ in {"NUM", "SYM", "DET", "PRON"}:
            for child in tree.obliques(noun, "of"):
                yield from self._passed(child)

    def _by(self, frame: Frame, noun: Token, preposition: str) -> list[Token]:
        """A preposition brings in the doer only where it is not the one that brings in the receiver."""
        return [] if preposition in frame.receivers else tree.obliques(noun, preposition)

    def _receivers(self, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> list[Party]:
        for place in frame.receivers:
            found = self._parties.of_all(self._places(place, frame, trigger, carrier, exclude), exclude)
            if found:
                return found
        if frame.part_of_speech == "noun" and carrier.i != trigger.i:
            if carrier.lemma_.lower() in self._language.nouns.suffering:
                tokens = tree.subjects(carrier) if carrier.pos_ == "VERB" else tree.owners(carrier)
                return self._parties.of_all(tokens, exclude)
            if trigger.dep_ == "obl" and "with" in tree.prepositions(trigger):
                return self._parties.of_all(tree.objects(carrier), exclude)
        return []

    def _taken_up(self, doers: list[Party]) -> list[Party]:
        """To whom the last deed was done, where its doer is told only by what it sent: "the MISSILES hit"."""
        if self._last_deed and [doer.confidence for doer in doers] == [TAKEN_UP]:
            return [replace(self._last_deed.object, head=doers[0].head, confidence=TAKEN_UP)]
        return []

    def _places(self, place: str, frame: Frame, trigger: Token, carrier: Token, exclude: set[str]) -> list[Token]:
        if place == "object":
            return tree.objects(trigger)
        if place == "owner":
            return tree.objects(trigger) if frame.part_of_speech == "verb" else tree.owners(trigger)
        if place == "clause":
            return self._in_clause(trigger, exclude)
        if place == "addressee":
            return self._addressees(trigger)
        found = tree.obliques(trigger, place)
        if not found and frame.complement:
            found = [t for child in tree.children(trigger, "xcomp") for t in tree.obliques(child, place)]
        if not found and trigger.pos_ == "VERB":
            nouns = [passed for noun in tree.direct_objects(trigger) for passed in self._passed(noun)]
            found = [t for noun in nouns for t in tree.obliques(noun, place)]
        if not found and carrier.i != trigger.i and carrier.pos_ == "VERB" and place not in {"of", "by"}:
            found = tree.obliques(carrier, place)
        return found

    def _in_clause(self, trigger: Token, exclude: set[str]) -> list[Token]:
        """Actors in the complement clause: its own subject first, then whom its verb reaches."""
        for predicate in tree.clauses(trigger):
            own = [t for t in predicate.children if t.dep_ in tree.SUBJECTS]
            for token in [*own, *self._reached(predicate)]:
                party = self._parties.of(token, exclude)
                if party is not None and party.actor not in exclude:
                    return [token]
        return []

    def _reached(self, predicate: Token, depth: int = 4) -> Iterator[Token]:
        for child in predicate.children:
            if child.i > predicate.i and (child.dep_ in tree.OBJECTS or child.dep_ in tree.OBLIQUES):
                yield child
                yield from (t for t in child.children if t.dep_ == "nmod")
        if depth:
            for child in tree.children(predicate, "xcomp", "ccomp", "advcl", "acl"):
                yield from self._reached(child, depth - 1)
            for noun in tree.children(predicate, "obj", "obl"):
                for child in tree.children(noun, "acl"):
                    yield from self._reached(child, depth - 1)

    def _addressees(self, trigger: Token) -> list[Token]:
        """To whom the sentence around is spoken: "told DERMER that Washington expects …"."""
        for ancestor in trigger.ancestors:
            if ancestor.lemma_.lower() in {"tell", "inform", "warn", "assure", "remind"}:
                return [t for t in ancestor.children if t.dep_ in tree.OBJECTS]
        return []
