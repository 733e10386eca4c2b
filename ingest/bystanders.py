"""Bystanders: who is told near a deed and is not the one to whom it is done."""

from __future__ import annotations

from graph.actors import ActorKind
from graph.vocabulary import vocabulary
from ingest import roles, tree
from ingest.asked_to_free import asked_to_free
from ingest.called_on import is_asked_for
from ingest.frames import Frame
from ingest.language import Language
from ingest.losses import GLAD, without_losers
from ingest.mishaps import blamed_for, is_befallen, is_mishap
from ingest.noun_phrases import AGAINST
from ingest.parties import Parties
from ingest.party import UNNAMED, Party
from ingest.reach import HOSTILE, HURTFUL, harmed, is_against, may_harm
from ingest.senders import passed
from ingest.tokens import Token
from ingest.whereabouts import carried, is_only_place, is_town, stands_for_town

FOUGHT = frozenset({"CLASHES_WITH", "CEASES_FIRE_WITH", "FIGHTS_BESIDE"})

TO_ACTORS = frozenset({"REQUEST", "ACCUSE", "AGREE"})
"""What is said to somebody who can answer, and so to no town."""

ANSWERABLE = frozenset({ActorKind.STATE, ActorKind.PERSON, ActorKind.ARMED_GROUP, ActorKind.COMPANY})

MEDIA = frozenset({"reporter", "journalist", "correspondent", "interviewer", "newspaper", "radio", "agency"})
"""Those to whom it is only told what is demanded of others: "told REPORTERS that it must end"."""

ANSWERS = frozenset({"answer", "respond", "reply", "comment", "react"})
"""Verbs for what is said to somebody, whatever it is about."""

AGREEMENTS = frozenset({"accord", "agreement", "treaty", "deal", "pact", "convention", "protocol", "statute", "talk"})
"""What one withdraws from, and from no place that it is named after: "pulled out of the PARIS ACCORD"."""

STANDING = frozenset({"border", "frontier", "tie", "relation", "relationship", "tension", "dispute", "rift", "row"})
"""What two have with each other, of which others may speak: "discussed its BORDER with Libya"."""


class Bystanders:
    """Leaves of the actors near a deed those to whom it can be done.

    Args:
        parties: resolves noun phrases.
        language: nouns for people, and deeds that do harm.
    """

    def __init__(self, parties: Parties, language: Language) -> None:
        self._parties = parties
        self._language = language
        self._nouns = language.nouns

    def is_of_topic(self, trigger: Token) -> bool:
        """Whether who is told behind "with" is part of what is discussed: "discussed the war WITH RUSSIA"."""
        topics = roles.direct_objects(trigger) if trigger.lemma_ == "discuss" else []
        topic = next((noun for noun in topics if noun.behind.lower_ == "with"), None)
        if topic is None:
            return False
        several = len(roles.agents(trigger)) > 1
        if topic.lemma_.lower() in STANDING | self._nouns.struggles:
            return several or self._parties.kind_at(topic.behind.head) is not ActorKind.PERSON
        return several and topic.lemma_.lower() in self._nouns.shared

    def among_nouns(self, frame: Frame, place: str, trigger: Token, nouns: list[Token]) -> list[Token]:
        """The nouns that can tell to whom it is done.

        Args:
            frame: the deed.
            place: where the frame has them.
            trigger: the word that makes the frame.
            nouns: found there.
        """
        meant = vocabulary()[frame.type]
        if frame.person:
            nouns = [noun for noun in nouns if self.is_person_or_state(noun)]
        if frame.type in GLAD:
            nouns = without_losers(nouns, self._language)
        if meant.valence < HURTFUL:
            nouns = [noun for noun in nouns if not self._is_beside(noun)]
        if meant.event == "ASSAULT":
            nouns = [one for noun in nouns for one in carried(noun)]
        if meant.event == "REQUEST":
            # "demanded the release of ANN HART": it is who holds her of whom it is demanded.
            nouns = [asked for noun in nouns for asked in asked_to_free(noun, self._parties)]
        if frame.type == "INVESTIGATES":
            # "looks into the crash OF A GERMAN PLANE": nobody looks into Germany, but into who did it.
            harms = [noun for noun in nouns if is_mishap(noun, self._language)]
            did = [doer for noun in harms for doer in (*tree.owners(noun), *tree.obliques(noun, "by"))]
            own = {*frame.object, trigger.lemma_.lower()}
            nouns = [noun for noun in nouns if noun not in harms and not is_befallen(noun, own, self._language)] + did
        if frame.type == "CRITICIZES" or meant.event == "REQUEST":
            nouns = [blamed for noun in nouns for blamed in blamed_for(noun, self._parties, self._language)]
        if frame.type == "EXPELS" and place == "object":
            return self._sent_by(trigger, nouns) or nouns
        if frame.type == "REJECTS" and place not in {"from", "by"}:
            if trigger.lemma_ == "dismiss":
                # Who dismisses a minister, or a batsman, turns down nothing of his.
                whom = [noun for noun in roles.objects(trigger) if self.is_person_or_state(noun)]
                nouns = [noun for noun in nouns if noun not in whom]
            return self._rejected(place, trigger, nouns)
        if frame.type == "BACKS" or meant.event == "AID":
            # Who sponsors an attack ON somebody, or sends vehicles to its border with him, gives him no aid.
            deeds = [noun for noun in roles.direct_objects(trigger) if may_harm(noun, self._language)]
            apart = {*deeds, *(noun for noun in nouns if noun.lemma_.lower() in self._nouns.borders)}
            return [noun for noun in nouns if noun not in apart and not (deeds and place == "reach")]
        if frame.type == "WITHDRAWS_FROM":
            nouns = [noun for noun in nouns if noun.lemma_.lower() not in AGREEMENTS]
        if frame.type == "PRAISES":
            nouns = [noun for noun in nouns if not self._may_be_against(noun)]
        if frame.type == "PRAISES" and place == "reach":
            # "endorsed the plan at a meeting IN SYDNEY", "welcomed sanctions that put pressure ON CHAD"
            nouns = [noun for noun in nouns if not tree.prepositions(noun) & {"in", "at"}]
            # "endorsed calls FOR CHAD to leave"
            nouns = [noun for noun in nouns if not is_asked_for(noun, trigger)]
            hurts = [noun for noun in roles.direct_objects(trigger) if self._hurts(noun)]
            return [noun for noun in nouns if not (hurts and tree.prepositions(noun) & {"on", "against", "to", "for"})]
        if frame.type == "SIGNS_WITH" and place == "owner":
            # "reached an agreement IN VIENNA"
            return [noun for noun in nouns if tree.owners(noun) or tree.obliques(noun, "of")]
        if frame.type == "SIGNS_WITH" and place == "reach":
            # "reached agreement ON A CABINET"
            return [noun for noun in nouns if not tree.prepositions(noun) & {"on", "for", "in", "at"}]
        return nouns

    def among_parties(self, frame: Frame, place: str, found: list[Party]) -> list[Party]:
        """The actors to whom it can be done.

        Args:
            frame: the deed.
            place: where the frame has them.
            found: for whom its nouns stand.
        """
        meant = vocabulary()[frame.type]
        if frame.type == "VISITS" and place in {"to", "in"}:
            # Girls who go to school visit nobody.
            found = [party for party in found if party.confidence > UNNAMED]
        if frame.type == "WITHDRAWS_FROM":  # "ordered the withdrawal of TROOPS"
            found = [party for party in found if self._is_somewhere(party)]
        if meant.valence < HOSTILE:
            found = [self._parties.apart.harmed(party) for party in found]
        if frame.type == "REPRESENTS" and frame.part_of_speech == "verb":  # "represents agents IN ONTARIO"
            found = [party for party in found if self._is_named_or_owned(party)]
        if place == "addressee":
            found = [party for party in found if self._parties.token(party).lemma_.lower() not in MEDIA]
        if frame.type in FOUGHT or meant.event in TO_ACTORS:
            # One fights for a town, and not with it; nor is a town asked or accused, though Texas may be sued.
            sued = "sue" in frame.verbs
            found = [party for party in found if sued or not is_only_place(party, self._parties, self._language)]
        if frame.verbs == ("clear",):
            # "clearing REBELS from Gao", and no town of rebels
            found = [party for party in found if self._is_armed(party)]
        if frame.type == "RELEASES" or (frame.type == "ATTACKS" and place == "from"):
            # "fought to free the TOWN": no captive
            found = [party for party in found if not is_only_place(party, self._parties, self._language)]
        if frame.type == "PROTESTS_AGAINST":
            # "rallied in Tahrir SQUARE"
            found = [party for party in found if self._parties.token(party).lower_ not in self._language.syntax.streets]
        if frame.type in {"PRAISES", "AGREES_WITH"}:
            # "welcomed the setting up of a COMMISSION"
            found = [party for party in found if party.confidence > UNNAMED or self._are_people(party)]
        if frame.type == "ACCUSES" and place in {"with", "to"}:
            # "filed a complaint WITH THE WTO against Chad"
            found = [party for party in found if self._parties.kind_of(party.actor) in ANSWERABLE]
        if frame.type in {"CRITICIZES", "INVESTIGATES"}:
            # Who is concerned at the situation in a town, or looks into a crash there, blames no town.
            found = [party for party in found if not stands_for_town(party, self._parties)]
        return found

    def _is_beside(self, noun: Token) -> bool:
        """Whether who is told behind a noun stands behind the deed or beside it: "on the ORDERS of Iran"."""
        lemma = noun.lemma_.lower()
        return any(lemma in self._nouns.beside.get(told, ()) for told in tree.prepositions(noun))

    def _is_somewhere(self, party: Party) -> bool:
        """Whether one can be left as a place or a body is, and not as people are: "abandoned THEM in the desert"."""
        if party.confidence <= UNNAMED:
            return False
        named = self._parties.name_at(self._parties.token(party)) is not None
        known = self._parties.kind_of(party.actor) is not ActorKind.UNKNOWN
        return named or known or self._parties.is_place(party.actor)

    def _is_named_or_owned(self, party: Party) -> bool:
        """Whether an actor is told by his name, or by what is his, and not by where others are."""
        noun = self._parties.token(party)
        whose = (noun, *tree.owners(noun), *tree.obliques(noun, "of"))
        return party.confidence <= UNNAMED or any(self._parties.name_at(token) for token in whose)

    def _is_armed(self, party: Party) -> bool:
        fights = self._parties.token(party).lemma_.lower() in self._nouns.fighters | {"rebel", "insurgent"}
        return fights or self._parties.kind_of(party.actor) is ActorKind.ARMED_GROUP

    def _are_people(self, party: Party) -> bool:
        lemma = self._parties.token(party).lemma_.lower()
        told = lemma in self._nouns.persons or lemma in self._nouns.relational or lemma in self._nouns.wholes
        return told or lemma in self._language.helping

    def _sent_by(self, verb: Token, nouns: list[Token]) -> list[Token]:
        """The states whose envoys are expelled: "expelled diplomats FROM CHAD", which is not the doer's own land."""
        envoys = [noun for noun in nouns if noun.lemma_.lower() in self._nouns.represents]
        told = (t for envoy in envoys for above in (envoy, verb) for t in tree.obliques(above, "from") if t.i > envoy.i)
        parties = ((token, self._parties.of(token)) for token in told)
        return [token for token, party in parties if party and self._parties.kind_of(party.actor) is ActorKind.STATE]

    def is_warned(self, noun: Token) -> bool:
        """Whether a clause's subject is who is warned; "warned that RUSSIA may invade Chad" warns others of Russia."""
        harms = noun.dep_ == "nsubj" and may_harm(noun.head, self._language, part="verb")
        # "warned that EASTERN ALEPPO could be destroyed"
        place = any(child.text in {"northern", "southern", "eastern", "western"} for child in noun.children)
        return self.is_person_or_state(noun) and not harms and not place

    def is_person_or_state(self, noun: Token) -> bool:
        """Whether a noun phrase is headed by people or a name, and not by a thing of theirs.

        Args:
            noun: its head; of "a number of ministers" the ministers count.
        """
        things, persons = self._language.syntax.named_things, self._nouns.persons_or_several
        return any(
            (word.pos_ in {"PROPN", "PRON"} and word.lower_ not in things) or word.lemma_.lower() in persons
            for word in passed(noun, self._nouns)
        )

    def _rejected(self, place: str, trigger: Token, nouns: list[Token]) -> list[Token]:
        """Who rejects an attack ON somebody, or criticism OF him, does not reject him."""
        near = [noun for noun in nouns if tree.owners(noun) or not is_against(noun, self._language)]
        own = {"from", "by"}  # "refused to answer a demand FROM Chad"
        near = [t for t in near if tree.prepositions(t) & own or not harmed(t, trigger, self._language, HURTFUL)]
        answers = [verb for verb in tree.children(trigger, "xcomp") if verb.lemma_.lower() in ANSWERS]
        if answers:
            # "refused to answer questions ABOUT CHAD"
            near = [t for t in near if t.head in answers or (t.head.head in answers and tree.prepositions(t) & own)]
        # "failed to agree at talks IN MELBOURNE"
        return near if place != "reach" else [noun for noun in near if not is_town(noun, self._parties)]

    def _hurts(self, noun: Token) -> bool:
        """Whether a noun is a deed that does harm, or a punishment: "welcomed the SENTENCE given to Hill"."""
        return may_harm(noun, self._language) or noun.lemma_.lower() in self._nouns.punishments

    def _may_be_against(self, deed: Token) -> bool:
        """Whether the name before a hostile deed may be of the one who suffers it: "welcomed the SYRIA sanctions"."""
        sorts = tree.children(deed, "compound")
        if not any(self._parties.name_at(sort) for sort in sorts) or tree.children(deed, "nmod:poss"):
            return False
        told = any(tree.obliques(deed, place) for place in (*AGAINST, "by"))
        return not told and any(may_harm(word, self._language) for word in (deed, *sorts))
