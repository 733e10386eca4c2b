"""One parsed passage, and the claims that each of its sentences makes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.actors import ActorKind
from graph.claims import LONGEST_QUOTE, Attribution, Claim, Mention, Modality, without_repeats
from graph.days import When
from graph.reports import Report
from graph.vocabulary import vocabulary
from ingest.appointments import appointments
from ingest.assistance import assistance
from ingest.commitments import blame, charges, name_calling, refusals, refused, said_act
from ingest.dating import UNDATED, Dates
from ingest.event import Event
from ingest.event_check import OFFICES
from ingest.event_standing import AS_IT_STANDS, above, as_event
from ingest.events import Events
from ingest.followers import followers
from ingest.language import Language
from ingest.members import as_member
from ingest.membership import memberships
from ingest.modality import Standing, standing
from ingest.name import Name
from ingest.obligations import obligations
from ingest.own_governments import own_governments
from ingest.parties import Parties
from ingest.party import Party
from ingest.people_of_bodies import at_war, people_of_bodies
from ingest.senders import claim_of
from ingest.set_against import set_against
from ingest.sourcing import Sources, link
from ingest.speakers import Speakers
from ingest.structure import Tie, between_names, hyphened, offices
from ingest.struggles import beside_each_other
from ingest.text import Passage
from ingest.tokens import Doc, Span
from ingest.unstopped import on_whose_word, unstopped
from ingest.whereabouts import country_here, country_of_leader

TIES = (
    offices,
    appointments,
    own_governments,
    memberships,
    people_of_bodies,
    followers,
    at_war,
    beside_each_other,
    hyphened,
    between_names,
    assistance,
    set_against,
    obligations,
    refusals,
    refused,
    blame,
    charges,
    name_calling,
)
"""What is read beside the frames: relations that the structure of a sentence tells."""

HALF_A_SIGN = re.compile("[\ud800-\udfff]")
"""Half of a pair of codes that stand for one sign, which no file can hold."""

SAID = frozenset({"DEMANDS_OF", "ACCUSES", "CRITICIZES"})
"""What is done by saying it; whose word it is stands above the one who says it."""


class Found(NamedTuple):
    """A claim, and what made it.

    Attributes:
        claim: the claim.
        word: the word that made it.
        cue: the word that decided how it stands; None where it is simply asserted.
    """

    claim: Claim
    word: str
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One parsed passage with all that reads it.

    Attributes:
        report: the report that it is part of, and ``text`` its text.
        passage: the passage, with the way back into the text.
        doc: its trees.
        names: its names.
        parties, events, sources, dates: what reads them.
        countries: whose actors are named.
        speakers: who says "we" in it.
        extractor: name and version that stand on its claims.
    """

    report: Report
    text: str
    passage: Passage
    doc: Doc
    names: tuple[Name, ...]
    parties: Parties
    events: Events
    sources: Sources
    dates: Dates
    countries: frozenset[str]
    speakers: Speakers
    language: Language
    extractor: str

    def found(self, sentence: Span) -> Iterator[Found]:
        """The claims of one sentence, in the order of its words; what its structure tells comes last."""
        self.speakers.hear(sentence)
        for event in self.events.all_of(sentence):
            yield from self._of_event(sentence, event)
        told = (read(sentence, self.parties, self.language) for read in TIES)
        for tie in itertools.chain.from_iterable(told):
            yield self._of_tie(sentence, tie)

    def _of_event(self, sentence: Span, told: Event) -> Iterator[Found]:
        event = as_member(self._as_war(told), self.parties)
        stands = standing(event.trigger, event.carrier, self.language)
        if event.settled:
            stands = stands._replace(negated=False)
        stands = as_event(event, stands, self.language)
        sources = self.sources.of(event.trigger)
        claims = event.trigger if "deed" in event.frame.receivers else claim_of(event.trigger)
        if claims is not None:
            # Who claims responsibility says that he did it.
            sources = (*sources, link(event.subject.actor, claims.text))
        ends = (event.subject, event.object)
        stopping = unstopped(event.trigger, event.carrier, self.language)
        if stopping is not None and stands.modality is not Modality.ASSERTED:
            # "promised to END its raids": what is promised is that there are none.
            modality = Modality.PLANNED if stands.modality is Modality.THREATENED else stands.modality
            stands = stands._replace(negated=True, modality=modality)
        act = said_act(event, stands, sources, self.parties, self.language)
        if act is not None and act != event.type:
            when = UNDATED if stands.governor is None else self.dates.of(stands.governor)
            claim = self._claim(sentence, act, ends, when=when, sources=sources)
            yield Found(claim, event.trigger.text, stands.cue)
        self._place(event)
        if stopping is not None:
            asked = (*sources, *on_whose_word(stopping, self.parties, self.language))
            claim = self._claim(sentence, event.type, ends, sources=asked, mode=event.frame.mode)
            yield Found(claim, event.trigger.text)
            if stopping.negated or stands.modality is Modality.ASSERTED:
                # Who does not stop it goes on with it.
                return
        when = self._when(event, stands)
        claim = self._claim(sentence, event.type, ends, stands, when, sources, event.frame.mode)
        yield Found(claim, event.trigger.text, stands.cue)

    def _place(self, event: Event) -> None:
        """Place people without a name with those who lead them, and else where they act."""
        ends = [end for end in (event.subject, event.object) if self.parties.state_of(end.actor) is None]
        for end in ends:
            self.parties.place(end.actor, country_of_leader(self.parties.token(end), self.parties))
        country = country_here(event.carrier, self.parties) if ends else None
        for end in ends:
            self.parties.place(end.actor, country)

    def _as_war(self, event: Event) -> Event:
        """An effort to destroy an armed group is a war on it: "committed to DESTROYING Boko Haram"."""
        strives = above(event.trigger).lemma_.lower() in self.language.modality.striving
        ending = event.trigger.lemma_.lower() in self.language.nouns.ending
        hostile = vocabulary()[event.type].valence < 0  # no "push to STRIKE a deal with Hamas"
        if strives and ending and hostile and self.parties.kind_of(event.object.actor) is ActorKind.ARMED_GROUP:
            return event._replace(type="CLASHES_WITH")
        return event

    def _of_tie(self, sentence: Span, tie: Tie) -> Found:
        sources = self.sources.of(tie.token.head) if tie.type in SAID else ()
        if not tie.as_told:
            return Found(self._claim(sentence, tie.type, (tie.subject, tie.object), sources=sources), tie.token.text)
        above = tie.token.head
        carried = above.pos_ == "VERB" and tie.token.dep_ in {"nsubj", "nsubj:pass", "obj"}
        stands = standing(tie.token, above if carried else tie.token, self.language)
        sources = self.sources.of(tie.token)
        claim = self._claim(sentence, tie.type, (tie.subject, tie.object), stands, sources=sources)
        return Found(claim, tie.token.text, stands.cue)

    def _when(self, event: Event, stands: Standing) -> When:
        """When it happened; of a state, a single day tells only that it was so then."""
        future = stands.modality in {Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED}
        when = self.dates.of(event.trigger, future=future)
        return UNDATED if vocabulary()[event.type].lasts and when.until is None else when

    def _claim(
        self,
        sentence: Span,
        type_name: str,
        ends: tuple[Party, Party],
        stands: Standing = AS_IT_STANDS,
        when: When = UNDATED,
        sources: tuple[Attribution, ...] = (),
        mode: str | None = None,
    ) -> Claim:
        start, end = self.passage.original(sentence.start_char, sentence.end_char)
        subject, target = ends
        if type_name in OFFICES and stands == AS_IT_STANDS:
            self.parties.serve(subject.actor, target.actor)
        outlet = (link(self.report.outlet),) if self.report.outlet else ()
        told = {
            "report": self.report.id,
            "type": type_name,
            "subject": self._mention(subject),
            "object": self._mention(target),
            "when": when,
            "mode": mode,
            "modality": stands.modality,
            "negated": stands.negated,
            "quote": self.text[start:end],
            "start": start,
            "end": end,
            "confidence": round(min(subject.confidence, target.confidence), 2),
            "extractor": self.extractor,
            "attribution": without_repeats((*outlet, *sources)),
            "provided": None,
        }
        # Its parts were checked when they were made; what may be off with the whole, the model refuses.
        whole = subject.actor != target.actor and _may_be_quoted(self.text[start:end])
        return Claim.trusted(told) if whole else Claim.model_validate(told)

    def _mention(self, party: Party) -> Mention:
        return _mention(party.actor, *self.passage.original(party.start, party.end))


def _may_be_quoted(text: str) -> bool:
    """Whether a claim may quote a text, as its model has it: no half of a sign, and no book."""
    return 0 < len(text) <= LONGEST_QUOTE and (text.isascii() or HALF_A_SIGN.search(text) is None)


@lru_cache(maxsize=1_000)
def _mention(actor: str, start: int, end: int) -> Mention:
    """One mention of an actor, which stands in many claims of its sentence."""
    return Mention(actor=actor, start=start, end=end)
