"""The extractor that reads with frames over a dependency tree: no network, no key, the same answer every time."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from graph.actors import ActorKind
from graph.claims import Attribution, Claim, Mention, Modality
from graph.days import When
from graph.entries import NOT_STATES
from graph.gazetteer import Gazetteer, load
from graph.reports import Report
from graph.vocabulary import Extent, vocabulary
from ingest.commitments import HOSTILE, obligations, said_act
from ingest.dating import Dates
from ingest.events import Event, Events
from ingest.extractor import Extraction, Reject
from ingest.language import Language, english
from ingest.mentions import Names
from ingest.modality import Standing, standing
from ingest.new_actors import NewActors
from ingest.parsing import parse
from ingest.parties import Parties, Party
from ingest.sourcing import Sources
from ingest.structure import hyphened, offices
from ingest.text import Passage, passages

VERSION = "frames-1"

LONGEST_SENTENCE = 400
"""Tokens. What is longer is a table or a list, and a parse of it means nothing."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One parsed passage with all that reads it."""

    passage: Passage
    doc: Doc
    parties: Parties
    events: Events
    sources: Sources
    dates: Dates
    countries: set[str]


class FrameExtractor:
    """See ``ingest.extractor.Extractor``.

    Args:
        gazetteer: the known actors; the shipped ones unless given.
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer or load()
        self._language: Language = english()

    @property
    def name(self) -> str:
        """Its name and version."""
        return VERSION

    def extract(self, text: str, report: Report) -> Extraction:
        """The claims of a report, in the order of its text."""
        claims: dict[str, Claim] = {}
        made = NewActors(self._gazetteer, self._language, report.id)
        rejects: list[Reject] = []
        named: set[str] = set()
        for reading in self._readings(text, report, made):
            named |= reading.countries
            for sentence in reading.doc.sents:
                if len(sentence) > LONGEST_SENTENCE:
                    start, _ = reading.passage.original(sentence.start_char, sentence.end_char)
                    reason = f"The sentence has {len(sentence)} words; more than {LONGEST_SENTENCE} are not read."
                    rejects.append(Reject(f"{report.id} at {start}", reason, sentence.text[:200]))
                    continue
                for claim in self._claims(reading, sentence, text, report):
                    claims.setdefault(claim.id, claim)
                    if claim.object:
                        made.settle(claim.subject.actor, claim.object.actor)
        made.settle_in(named)
        actors = tuple(made.actor(actor) for actor in _named(claims.values()))
        return Extraction(tuple(claims.values()), actors, tuple(rejects))

    def _readings(self, text: str, report: Report, made: NewActors) -> Iterator[_Reading]:
        day = report.published or datetime.date.today()
        found = list(passages(text))
        names = Names(self._gazetteer, day)
        before: list[str] = []
        for passage, doc in zip(found, parse(passage.text for passage in found), strict=True):
            here = names.find(doc)
            parties = Parties(doc, here, before[-50:], self._gazetteer, self._language, day, made)
            known = {name.actor for name in here if name.kind is not None}
            told = {made.country_of(actor) for actor in known if made.kind_of(actor) is not ActorKind.OUTLET}
            yield _Reading(
                passage=passage,
                doc=doc,
                parties=parties,
                events=Events(parties, self._language),
                sources=Sources(parties, self._language, report.outlet),
                dates=Dates(doc, report.published),
                countries={country for country in told if country and country not in NOT_STATES},
            )
            before += [name.actor for name in here]

    def _claims(self, reading: _Reading, sentence: Span, text: str, report: Report) -> Iterator[Claim]:
        self._hear(reading, sentence)
        for trigger in sentence:
            for event in reading.events.of(trigger):
                yield from self._claim(reading, sentence, text, report, event)
        told = (read(sentence, reading.parties, self._language) for read in (offices, hyphened, obligations))
        for tie in itertools.chain.from_iterable(told):
            sources = reading.sources.of(tie.token.head) if tie.type == "DEMANDS_OF" else ()
            yield self._make(
                reading, sentence, text, report,
                type_name=tie.type, subject=tie.subject, target=tie.object, when=When(),
                standing=Standing(), attribution=(*self._outlet(report), *sources), mode=None,
            )  # fmt: skip

    def _hear(self, reading: _Reading, sentence: Span) -> None:
        """Find who says "we" in this sentence."""
        spoken = {t.i for t in sentence if t.lower_ in self._language.syntax.speaker}
        if spoken:
            speaker = reading.sources.speaker(sentence.root)
            if speaker:
                reading.parties.hear(speaker, spoken)

    def _claim(self, reading: _Reading, sentence: Span, text: str, report: Report, event: Event) -> Iterator[Claim]:
        stands = standing(event.trigger, event.carrier, self._language)
        if event.settled:
            stands = replace(stands, negated=False)
        stands = _as_threat(event, stands)
        kind = vocabulary()[event.type]
        future = stands.modality in {Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED}
        when = reading.dates.of(event.trigger, future=future)
        if kind.extent is Extent.STATE and when.until is None and when.known:
            when = When()
        sources = reading.sources.of(event.trigger)
        attribution = (*self._outlet(report), *sources)
        act = said_act(event, stands, sources, self._language)
        if act is not None and act != event.type:
            yield self._make(
                reading, sentence, text, report,
                type_name=act, subject=event.subject, target=event.object, when=When(), standing=Standing(),
                attribution=attribution, mode=None,
            )  # fmt: skip
        yield self._make(
            reading, sentence, text, report,
            type_name=event.type, subject=event.subject, target=event.object, when=when, standing=stands,
            attribution=attribution, mode=event.frame.mode,
        )  # fmt: skip

    def _outlet(self, report: Report) -> tuple[Attribution, ...]:
        return (Attribution(actor=report.outlet),) if report.outlet else ()

    def _make(
        self,
        reading: _Reading,
        sentence: Span,
        text: str,
        report: Report,
        *,
        type_name: str,
        subject: Party,
        target: Party,
        when: When,
        standing: Standing,
        attribution: tuple[Attribution, ...],
        mode: str | None,
    ) -> Claim:
        start, end = reading.passage.original(sentence.start_char, sentence.end_char)
        return Claim(
            report=report.id,
            type=type_name,
            subject=_mention(reading.passage, subject),
            object=_mention(reading.passage, target),
            when=when,
            mode=mode,
            modality=standing.modality,
            negated=standing.negated,
            quote=text[start:end],
            start=start,
            end=end,
            confidence=round(min(subject.confidence, target.confidence), 2),
            extractor=VERSION,
            attribution=_once(attribution),
        )


def _named(claims: Iterable[Claim]) -> Iterable[str]:
    """Every actor that claims name, each once."""
    found: dict[str, None] = {}
    for claim in claims:
        found.update(dict.fromkeys([claim.subject.actor, *(link.actor for link in claim.attribution)]))
        if claim.object:
            found[claim.object.actor] = None
    return found


def _as_threat(event: Event, stands: Standing) -> Standing:
    """What an enemy plans is a threat: "Israel will strike Iran"."""
    if stands.modality is Modality.PLANNED and vocabulary()[event.type].valence < HOSTILE and stands.cue not in {"to"}:
        return replace(stands, modality=Modality.THREATENED)
    return stands


def _mention(passage: Passage, party: Party) -> Mention:
    start, end = passage.original(party.start, party.end)
    return Mention(actor=party.actor, start=start, end=end)


def _once(links: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    found: dict[tuple[str, bool], Attribution] = {}
    for link in links:
        found.setdefault((link.actor, link.anonymous), link)
    return tuple(found.values())
