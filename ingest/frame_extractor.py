"""The extractor that reads with frames over a dependency tree: no network, no key, the same answer every time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graph.actors import Actor
from graph.claims import Attribution, Claim, Mention, Modality
from graph.days import When
from graph.gazetteer import Gazetteer, load
from graph.reports import Report
from graph.vocabulary import Extent, vocabulary
from ingest.dating import Dates
from ingest.events import Event, Events
from ingest.extractor import Extraction, Reject
from ingest.language import Language, english
from ingest.mentions import Names
from ingest.modality import Standing, standing
from ingest.parsing import parse
from ingest.parties import Parties, Party
from ingest.sourcing import Sources
from ingest.structure import offices
from ingest.text import Passage, passages

VERSION = "frames-1"

LONGEST_SENTENCE = 400
"""Tokens. What is longer is a table or a list, and a parse of it means nothing."""

HOSTILE = -3.0
"""Valence below which what an actor "will" do is a threat and not a plan."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One parsed passage with all that reads it."""

    passage: Passage
    doc: Doc
    parties: Parties
    events: Events
    sources: Sources
    dates: Dates


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
        labels: dict[str, str] = {}
        rejects: list[Reject] = []
        for reading in self._readings(text, report, labels):
            for sentence in reading.doc.sents:
                if len(sentence) > LONGEST_SENTENCE:
                    start, _ = reading.passage.original(sentence.start_char, sentence.end_char)
                    reason = f"The sentence has {len(sentence)} words; more than {LONGEST_SENTENCE} are not read."
                    rejects.append(Reject(f"{report.id} at {start}", reason, sentence.text[:200]))
                    continue
                for claim in self._claims(reading, sentence, text, report):
                    claims.setdefault(claim.id, claim)
        actors = self._actors(claims.values(), labels)
        return Extraction(tuple(claims.values()), actors, tuple(rejects))

    def _readings(self, text: str, report: Report, labels: dict[str, str]) -> Iterator[_Reading]:
        day = report.published or datetime.date.today()
        found = list(passages(text))
        names = Names(self._gazetteer, day)
        before: list[str] = []
        for passage, doc in zip(found, parse(passage.text for passage in found), strict=True):
            here = names.find(doc)
            parties = Parties(doc, here, before[-50:], self._gazetteer, self._language, day)
            sources = Sources(parties, self._language, report.outlet)
            yield _Reading(
                passage, doc, parties, Events(parties, self._language), sources, Dates(doc, report.published)
            )
            before += [name.actor for name in here]
            labels.update({name.actor: name.text for name in here if name.kind is None})

    def _claims(self, reading: _Reading, sentence: Span, text: str, report: Report) -> Iterator[Claim]:
        self._hear(reading, sentence)
        for trigger in sentence:
            for event in reading.events.of(trigger):
                yield from self._claim(reading, sentence, text, report, event)
        for office in offices(sentence, reading.parties, self._language):
            yield self._make(
                    reading, sentence, text, report,
                    type_name=office.type, subject=office.person, target=office.body, when=When(),
                    standing=Standing(), attribution=self._outlet(report), mode=None,
                )  # fmt: skip

    def _hear(self, reading: _Reading, sentence: Span) -> None:
        """Find who says "we" in this sentence."""
        spoken = {t.i for t in sentence if t.lower_ in self._language.syntax.speaker}
        if spoken:
            speaker = reading.sources.speaker(sentence.root)
            if speaker:
                reading.parties.speakers = {**reading.parties.speakers, **dict.fromkeys(spoken, speaker)}

    def _claim(self, reading: _Reading, sentence: Span, text: str, report: Report, event: Event) -> Iterator[Claim]:
        stands = standing(event.trigger, event.carrier, self._language)
        if event.settled:
            stands = Standing(stands.modality, False, stands.cue)
        stands = _as_threat(event, stands)
        kind = vocabulary()[event.type]
        future = stands.modality in {Modality.PLANNED, Modality.THREATENED, Modality.DEMANDED}
        when = reading.dates.of(event.trigger, future=future)
        if kind.extent is Extent.STATE and when.until is None and when.known:
            when = When()
        yield self._make(
            reading, sentence, text, report,
            type_name=event.type, subject=event.subject, target=event.object, when=when, standing=stands,
            attribution=(*self._outlet(report), *reading.sources.of(event.trigger)), mode=event.frame.mode,
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

    def _actors(self, claims: Iterable[Claim], labels: dict[str, str]) -> tuple[Actor, ...]:
        named: dict[str, None] = {}
        for claim in claims:
            named.update(dict.fromkeys([claim.subject.actor, *(link.actor for link in claim.attribution)]))
            if claim.object:
                named[claim.object.actor] = None
        return tuple(self._actor(actor, labels) for actor in named)

    def _actor(self, actor: str, labels: dict[str, str]) -> Actor:
        entry = self._gazetteer.entries.get(actor)
        return entry.plain() if entry else Actor(id=actor, name=labels.get(actor, actor))


def _as_threat(event: Event, stands: Standing) -> Standing:
    """What an enemy plans is a threat: "Israel will strike Iran"."""
    if stands.modality is Modality.PLANNED and vocabulary()[event.type].valence < HOSTILE and stands.cue not in {"to"}:
        return Standing(Modality.THREATENED, stands.negated, stands.cue)
    return stands


def _mention(passage: Passage, party: Party) -> Mention:
    start, end = passage.original(party.start, party.end)
    return Mention(actor=party.actor, start=start, end=end)


def _once(links: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    found: dict[tuple[str, bool], Attribution] = {}
    for link in links:
        found.setdefault((link.actor, link.anonymous), link)
    return tuple(found.values())
