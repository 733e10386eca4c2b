"""Which frames a word makes: those whose objects, subjects and other words stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest import clauses, roles, tree
from ingest.frame_conditions import has_complement, is_as_asked, is_named_by, is_stated
from ingest.frames import Frame, PartOfSpeech
from ingest.language import Language
from ingest.parties import Parties
from ingest.reach import is_hostile
from ingest.senders import passed
from ingest.tokens import Token
from ingest.whereabouts import is_town

LOOSE = frozenset({"out", "over", "back", None})
"""Particles that need not be told in a frame; "banned them OVER it" is often read as a phrasal verb."""

NAMED = {"person": ActorKind.PERSON, "state": ActorKind.STATE}
"""Words of a frame's subject that stand for whoever has a name of that kind."""

BLOCS = frozenset({ActorKind.ALLIANCE, ActorKind.ORGANISATION})
"""What states can join and leave."""

REFUSING = frozenset({"decline", "refuse"})


class FrameMatching:
    """Finds the frames of the words of one passage.

    Args:
        parties: tell names of towns and of people.
        language: the frames.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._objects: dict[int, tuple[list[Token], set[str]]] = {}
        self._subjects: dict[int, set[str]] = {}

    def of(self, part: PartOfSpeech, trigger: Token) -> Iterator[Frame]:
        """The frames that a word makes with what stands beside it, those that ask for more first.

        Args:
            part: the word's part of speech.
            trigger: the word.
        """
        lemma = trigger.lemma_.lower()
        if part == "noun":
            for child in tree.children(trigger, "compound", "amod"):
                yield from self._language.by_lemma.get((part, f"{child.lemma_.lower()}-{lemma}"), ())
        particle = clauses.particle(trigger) if part == "verb" else None
        for frame in self._language.by_lemma.get((part, lemma), ()):
            if part == "verb" and frame.particle != particle and (frame.particle or particle not in LOOSE):
                continue
            if frame.object and part == "verb" and not self._has_object(frame, trigger):
                continue
            if frame.with_ and not self._has_with(frame, trigger):
                continue
            if frame.subject and not self._has_subject(frame, trigger):
                continue
            if not is_as_asked(frame, trigger):
                continue
            if frame.bare and (tree.children(trigger, "xcomp", "ccomp") or is_named_by(trigger)):
                continue
            if frame.type == "AGREES_WITH" and self._is_of_no_other(frame, trigger):
                continue
            if frame.type == "REJECTS" and lemma in REFUSING and self._is_meant_ill(trigger):
                continue
            if frame.type == "THREATENS" and lemma in clauses.VOWING and self._is_meant_well(trigger):
                continue
            if frame.intransitive and tree.children(trigger, "obj"):
                continue
            if frame.wish and any(is_stated(clause) for clause in clauses.clauses(trigger)):
                continue
            if frame.complement and not has_complement(frame, trigger):
                continue
            yield frame

    def _is_hostile_below(self, trigger: Token) -> bool:
        """Whether what somebody is ready to do is hostile: he agrees with nobody to whom it is done."""
        below = clauses.clauses(trigger)
        return any(is_hostile("verb", verb, self._language) or self._is_end_of_help(verb) for verb in below)

    def _is_end_of_help(self, verb: Token) -> bool:
        """Whether somebody stops what is good for another: "promised to STOP arming Ukraine"."""
        if verb.lemma_.lower() not in self._language.modality.ceasing:
            return False
        told: list[tuple[PartOfSpeech, Token]] = [("verb", clause) for clause in clauses.clauses(verb)]
        told += [("noun", noun) for noun in tree.children(verb, "obj")]
        frames = (f for part, word in told for f in self._language.by_lemma.get((part, word.lemma_.lower()), ()))
        return any(vocabulary()[frame.type].valence > 0 for frame in frames)

    def _is_meant_ill(self, trigger: Token) -> bool:
        """Whether what somebody will not do is meant against another: who "declined to CRITICIZE Chad"."""
        below = [verb for clause in tree.children(trigger, "xcomp") for verb in tree.conjuncts(clause)]
        if any(verb.lemma_.lower() in self._language.modality.ceasing for verb in below):
            # "refused TO STOP supporting Chad"
            return True
        frames = [frame for verb in below for frame in self._language.by_lemma.get(("verb", verb.lemma_.lower()), ())]
        return bool(frames) and all(vocabulary()[frame.type].valence < 0 for frame in frames)

    def _is_meant_well(self, trigger: Token) -> bool:
        """Whether what somebody vows does nobody harm, as far as is known: "vowed to STRENGTHEN ties with Chad"."""
        told = clauses.clauses(trigger)
        deeds = {noun.lemma_.lower() for verb in told for noun in roles.direct_objects(verb)}
        frames = [frame for deed in deeds for frame in self._language.by_lemma.get(("noun", deed), ())]
        # "vowed to continue its CONFRONTATION with Israel"
        harmed = any(vocabulary()[frame.type].valence < 0 for frame in frames if not frame.described)
        return bool(told) and not harmed and not any(map(self._may_harm, told))

    def _may_harm(self, verb: Token) -> bool:
        frames = self._language.by_lemma.get(("verb", verb.lemma_.lower()), ())
        valences = [vocabulary()[frame.type].valence for frame in frames]
        # "vowed to RESPOND to Israel"
        return min(valences, default=-1) < 0 and max(valences, default=0) <= 0

    def _is_of_no_other(self, frame: Frame, trigger: Token) -> bool:
        """Whether whoever is told behind is not the one agreed with: who is attacked, of whom something is stated."""
        told = frame.reciprocal or trigger.lemma_ == "accept"
        stated = told and any(map(_is_statement, tree.children(trigger, "ccomp")))
        willed = trigger.lemma_.lower() in self._language.modality.willed and not frame.reciprocal
        if willed and any(clauses.is_negated(clause) for clause in clauses.clauses(trigger)):
            # "pledged NOT to govern with the party"
            return True
        if not (stated or self._is_hostile_below(trigger)):
            return False
        if not frame.reciprocal or trigger.pos_ != "VERB":
            return True
        # "France and Germany agreed to fight the rebels": they agree with each other.
        return not tree.obliques(trigger, "with") and len(self._parties.of_all(roles.agents(trigger))) < 2

    def _has_object(self, frame: Frame, verb: Token) -> bool:
        if verb.i not in self._objects:
            nouns = roles.direct_objects(verb)
            # What "took place" was no town.
            self._objects[verb.i] = nouns, self._lemmas_of(nouns) - {"place"}
        nouns, found = self._objects[verb.i]
        if not nouns:
            return False
        if "place" in frame.object and any(self._is_ground(noun, verb) for noun in nouns):
            return True
        if "bloc" in frame.object and any(self._parties.kind_at(noun) in BLOCS for noun in nouns):
            return True
        return "*" in frame.object or not found.isdisjoint(frame.object)

    def _is_ground(self, noun: Token, verb: Token) -> bool:
        """Whether a noun is a town's name; what is captured from somebody and has a name that nobody knows is one."""
        if is_town(noun, self._parties):
            return True
        name = self._parties.name_at(noun) if verb.lemma_.lower() in tree.CAPTURING else None
        if name is None or name.kind is not None or not tree.obliques(verb, "from"):
            return False
        party = self._parties.of(noun)
        return party is not None and not self._parties.may_be_person(party.actor)

    def _has_subject(self, frame: Frame, verb: Token) -> bool:
        if verb.i not in self._subjects:
            self._subjects[verb.i] = self._lemmas_of(roles.agents(verb))
        lemmas = self._subjects[verb.i]
        if "place" in frame.subject and any(is_town(noun, self._parties) for noun in roles.agents(verb)):
            return True
        kinds = [kind for word, kind in NAMED.items() if word in frame.subject]
        if kinds and any(self._parties.kind_at(noun) in kinds for noun in roles.agents(verb)):
            return True
        if "person" in frame.subject and any(self._is_new_person(noun) for noun in roles.agents(verb)):
            return True
        return self.is_one_of(lemmas, frame.subject) or ("people" in frame.subject and self._are_people(verb))

    def _is_new_person(self, noun: Token) -> bool:
        """Whether a noun is a name that nobody knows and can be a person's: "ANN HILL landed in Togo"."""
        name = self._parties.name_at(noun)
        return name is not None and name.kind is None and self._parties.may_be_person(name.actor)

    def is_one_of(self, lemmas: set[str], words: tuple[str, ...]) -> bool:
        """Whether a frame's words have one of some lemmas; "people" stands for every noun for civilians."""
        return not lemmas.isdisjoint(words) or ("people" in words and not lemmas.isdisjoint(self._language.civilians))

    def _are_people(self, verb: Token) -> bool:
        """Whether the doers are people of a state, told by its name: "the ALGERIANS"."""
        return any(self._parties.are_people(noun) for noun in roles.agents(verb))

    def _has_with(self, frame: Frame, verb: Token) -> bool:
        found = [*tree.obliques(verb, "with"), *(t for o in roles.objects(verb) for t in tree.obliques(o, "with"))]
        return any("*" in frame.with_ or noun.lemma_.lower() in frame.with_ for noun in found)

    def _lemmas_of(self, nouns: Iterable[Token]) -> set[str]:
        return {lemma for noun in nouns for lemma in self.passed_lemmas(noun)}

    def passed_lemmas(self, noun: Token) -> Iterator[str]:
        """The lemma of a noun, and of what it only passes on: "a SERIES of STRIKES"."""
        for told in passed(noun, self._language.nouns):
            yield told.lemma_.lower()
            # "RESTRICTIVE measures"
            yield from (f"{child.lemma_.lower()}-{told.lemma_.lower()}" for child in tree.children(told, "amod"))
            name = self._parties.name_at(told)
            if told.pos_ == "PROPN" and (name is None or name.kind is None):
                yield from (child.lemma_.lower() for child in tree.children(told, "compound"))


def _is_statement(clause: Token) -> bool:
    """Whether a clause tells what is so: "agree THAT THE BOOK WAS written by Chad"."""
    return is_stated(clause) and tree.has_mark(clause, {"that"})
