"""The extractor that reads with frames over a dependency tree: no network, no key, the same answer every time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from graph.actors import ActorKind
from graph.batches import some_at_once
from graph.claims import Claim
from graph.entries import NOT_STATES
from graph.gazetteer import Gazetteer, load
from graph.reports import Report
from graph.vocabulary import vocabulary
from ingest.capitals import as_sentence, is_shouted
from ingest.dating import Dates
from ingest.events import Events
from ingest.explanation import Explanation, explain
from ingest.extractor import Extraction, Reject, named_by
from ingest.language import Language, english
from ingest.languages import foreign_language
from ingest.mentions import Names
from ingest.new_actors import NewActors
from ingest.parsing import parse
from ingest.parties import Parties
from ingest.readings import Found, Reading
from ingest.sourcing import Sources
from ingest.speakers import Speakers
from ingest.text import Passage, passages
from ingest.title_case import as_plain, is_titled
from ingest.tokens import Doc, Span
from ingest.transcripts import turns

VERSION = "frames-1"

LONGEST_SENTENCE = 400
"""Tokens. What is longer is a table or a list, and a parse of it means nothing."""

REPORTS_AT_ONCE = 64

SHOWN = 200
"""Characters of what was not read that are shown."""

REMEMBERED = 50
"""How many names back a word such as "the movement" may reach."""


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
        (extraction,) = self.extract_all([(text, report)])
        return extraction

    def extract_all(self, reports: Iterable[tuple[str, Report]]) -> Iterator[Extraction]:
        """The claims of many reports, one extraction each, in their order.

        Quicker than one by one, because the parser is at its best with many passages at a time; memory stays flat.
        """
        for batch in in_batches(reports):
            languages = [foreign_language(text) for text, _ in batch]
            pieces = [
                [] if language else self._pieces(text) for language, (text, _) in zip(languages, batch, strict=True)
            ]
            docs = parse(passage.text for found in pieces for passage in found)
            for language, (text, report), found in zip(languages, batch, pieces, strict=True):
                if language:
                    yield Extraction(rejects=(Reject(report.id, _not_english(language), text[:SHOWN]),))
                else:
                    # None that belongs to the next report is taken from the parser.
                    yield self._extract(text, report, found, list(islice(docs, len(found))))

    def explain(self, text: str, report: Report) -> list[Explanation]:
        """Why each sentence gives the claims that it gives, or none."""
        if language := foreign_language(text):
            return [Explanation(text[:SHOWN], (), (), _not_english(language))]
        made = NewActors(self._gazetteer, self._language, report.id)
        pieces = self._pieces(text)
        docs = list(parse(piece.text for piece in pieces))
        told = [explain(*read) for read in self._sentences(text, report, pieces, docs, made)]
        named = named_by(found.claim for explanation in told for found in explanation.found)
        actors = {actor: made.actor(actor) for actor in named}
        return [replace(explanation, actors=actors) for explanation in told]

    def _pieces(self, text: str) -> list[Passage]:
        """The passages of a text, headlines in capitals or with a capital at every word as sentences."""
        return [self._lowered(piece) for piece in passages(text)]

    def _lowered(self, piece: Passage) -> Passage:
        if is_shouted(piece.text):
            return replace(piece, text=as_sentence(piece.text, self._gazetteer))
        return replace(piece, text=as_plain(piece.text, self._gazetteer)) if is_titled(piece.text) else piece

    def _extract(self, text: str, report: Report, pieces: list[Passage], docs: list[Doc]) -> Extraction:
        claims: dict[str, Claim] = {}
        made = NewActors(self._gazetteer, self._language, report.id)
        rejects: list[Reject] = []
        try:
            for _, _, read in self._sentences(text, report, pieces, docs, made):
                if isinstance(read, Reject):
                    rejects.append(read)
                    continue
                for found in read:
                    claims.setdefault(found.claim.id, found.claim)
        except Exception as error:
            # A defect of ours must not take the other reports with it.
            rejects.append(Reject(report.id, f"The report was not read to its end ({_told(error)}).", text[:SHOWN]))
        actors = tuple(made.actor(actor) for actor in named_by(claims.values()))
        return Extraction(tuple(claims.values()), actors, tuple(rejects))

    def _sentences(
        self, text: str, report: Report, pieces: list[Passage], docs: list[Doc], made: NewActors
    ) -> Iterator[tuple[Reading, Span, list[Found] | Reject]]:
        """Each sentence with what was found in it, or why it could not be read; after the last, ``made`` is settled."""
        countries: set[str] = set()
        for reading in self._readings(text, report, pieces, docs, made):
            countries |= reading.countries
            for sentence in reading.doc.sents:
                read = _read(reading, sentence)
                for found in () if isinstance(read, Reject) else read:
                    if found.claim.object:
                        at_home = found.claim.type in self._language.nouns.at_home
                        abroad = vocabulary()[found.claim.type].event == "CONSULT"
                        ends = (found.claim.subject.actor, found.claim.object.actor)
                        made.settle(*ends, at_home=at_home, abroad=abroad)
                yield reading, sentence, read
        made.settle_in(countries)

    def _readings(
        self, text: str, report: Report, pieces: list[Passage], docs: list[Doc], made: NewActors
    ) -> Iterator[Reading]:
        day = report.published or datetime.date.today()
        names = Names(self._gazetteer, day)
        before: list[str] = []
        spoke = [report.outlet] if report.outlet else []
        voices: list[str] = []
        unheard: list[tuple[Speakers, Span]] = []
        speaking = turns([piece.label for piece in pieces], self._gazetteer, day)
        for passage, doc, turn in zip(pieces, docs, speaking, strict=True):
            here = names.find(doc)
            for name in here:
                if name.kind is None:
                    # "He" may take up a name of which nothing else was told.
                    made.name(name, None)
            parties = Parties(doc, here, before[-REMEMBERED:], self._gazetteer, self._language, day, made)
            known = {name.actor for name in here if name.kind is not None}
            told = {made.country_of(actor) for actor in known if made.kind_of(actor) is not ActorKind.OUTLET}
            told |= {name.state for name in here if name.state}
            named = tuple(here)
            sources = Sources(parties, self._language, report.outlet)
            speakers = Speakers(
                report.outlet, doc, named, parties, sources, spoke, voices, unheard, self._language, turn
            )
            yield Reading(
                report=report,
                text=text,
                passage=passage,
                doc=doc,
                names=named,
                parties=parties,
                events=Events(parties, self._language),
                sources=sources,
                dates=Dates(doc, report.published),
                countries=frozenset(country for country in told if country and country not in NOT_STATES),
                speakers=speakers,
                language=self._language,
                extractor=VERSION,
            )
            before += [name.actor for name in here]


def in_batches(reports: Iterable[tuple[str, Report]]) -> Iterator[list[tuple[str, Report]]]:
    """Reports, as many at a time as are parsed together."""
    return some_at_once(reports, REPORTS_AT_ONCE)


def _not_english(language: str) -> str:
    return f"The text is {language}, and frames read English only; translate it, or use --extractor llm."


def _read(reading: Reading, sentence: Span) -> list[Found] | Reject:
    """What is found in a sentence; one that is too long, or that shows a defect of ours, must not stop the rest."""
    if len(sentence) <= LONGEST_SENTENCE:
        try:
            if reading.doc.failure is not None:
                raise reading.doc.failure
            return list(reading.found(sentence))
        except Exception as error:
            reason = f"The sentence could not be read ({_told(error)})."
    else:
        reason = f"The sentence has {len(sentence)} words; more than {LONGEST_SENTENCE} are not read."
    start, _ = reading.passage.original(sentence.start_char, sentence.end_char)
    return Reject(f"{reading.report.id} at {start}", reason, sentence.text[:SHOWN])


def _told(error: Exception) -> str:
    """An error as a reason tells it: "IndexError: list index out of range"."""
    why = " ".join(str(error).split())[:SHOWN]
    return f"{type(error).__name__}: {why}"
