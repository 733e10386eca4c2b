"""The extractor that asks a language model: an optional extra, whose every answer is checked against the text."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.claims import Attribution, Claim, Mention, Modality, without_repeats
from graph.days import When
from graph.errors import Misuse
from graph.gazetteer import Gazetteer, load
from graph.reports import Report
from graph.terminal import printable
from ingest.articles import EARLIEST
from ingest.extractor import Extraction, Reject, named_by
from ingest.llm_actors import ReportActors
from ingest.llm_client import Answer, ChatClient, Patience, Unanswered
from ingest.llm_endpoint import endpoint
from ingest.llm_prompt import messages, outlet_name, parts, request
from ingest.llm_quotes import LONGEST_QUOTE, Passages
from ingest.llm_schema import AnswerClaim, NamedActor, Source, items, read_claim, reason
from ingest.llm_usage import Prices, Usage

VERSION = "llm-1"

LONGEST_TEXT = 240_000
"""Characters that are sent of one report, in ten requests; what is longer is a book, and costs as one."""

PLAIN, INFERRED = 0.8, 0.6
"""Confidence where the quote itself names both actors, and where the model says whom "the movement" means. Ours, set
beside the frame extractor's; a model's own figure would not be worth more."""


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a report that is being read."""

    report: Report
    start: int
    passages: Passages
    actors: ReportActors


class LlmExtractor:
    """See ``ingest.extractor.Extractor``. It keeps a count of tokens, and nothing of what it has read.

    Args:
        base_url: of any endpoint that speaks the chat-completions protocol; ``RAPPORT_LLM_URL`` where None.
        model: as the endpoint calls it; ``RAPPORT_LLM_MODEL`` where None.
        key: ``RAPPORT_LLM_KEY`` where None; empty for a server that asks for none.
        prices: of a million tokens; without them no cost is told.
        gazetteer: the known actors; the shipped ones unless given.
        patience: how often and how long to try.

    Raises:
        Misuse: if no endpoint or model is named, or the extra ``llm`` is not installed.
    """

    def __init__(
        self,
        base_url: str | None = None,
        model: str | None = None,
        key: str | None = None,
        *,
        prices: Prices | None = None,
        gazetteer: Gazetteer | None = None,
        patience: Patience | None = None,
    ) -> None:
        try:
            named = endpoint(base_url, model, key)
        except ImportError:
            raise Misuse("The LLM extractor needs httpx; install Rapport with its extra: rapport[llm].") from None
        self._client = ChatClient(named, patience)
        self._endpoint = named
        self._name = named.hidden(f"{VERSION} {named.model}")[:100]
        self._prices = prices
        self._gazetteer = gazetteer or load()
        self._usage = Usage()

    @property
    def name(self) -> str:
        """Its version and the model."""
        return self._name

    @property
    def usage(self) -> Usage:
        """The requests and tokens of all reports so far."""
        return self._usage

    def spent(self) -> str:
        """Requests, tokens and cost so far, in one sentence."""
        return self._usage.sentence(self._prices)

    def extract(self, text: str, report: Report) -> Extraction:
        """The claims of a report, in the order of its text. What does not hold against the text is a reject.

        Raises:
            RapportError: if the endpoint refuses or cannot be reached; nothing of the report is given then.
        """
        claims: dict[str, Claim] = {}
        rejects: list[Reject] = []
        actors = ReportActors(self._gazetteer, report)
        for start, end in parts(text[:LONGEST_TEXT]):
            said = messages(text[start:end], report, outlet_name(report, self._gazetteer))
            answer = self._client.complete(request(self._endpoint.model, said))
            self._usage += answer.usage
            part = _Part(report, start, Passages(text[start:end], start), actors)
            for found in self._read(answer, part, text):
                if isinstance(found, Reject):
                    rejects.append(found)
                else:
                    claims.setdefault(found.id, found)
        if len(text) > LONGEST_TEXT:
            why = f"The report has {len(text):,} characters; what follows the first {LONGEST_TEXT:,} is not read."
            rejects.append(Reject(f"{report.id} at {LONGEST_TEXT}", why))
        ordered = tuple(sorted(claims.values(), key=lambda claim: claim.start))
        return Extraction(ordered, tuple(actors.actor(actor) for actor in named_by(ordered)), tuple(rejects))

    def extract_all(self, reports: Iterable[tuple[str, Report]]) -> Iterator[Extraction]:
        """The claims of many reports, in their order; one that is not answered is a reject and does not stop the rest.

        Raises:
            RapportError: if the endpoint would answer none.
        """
        for text, report in reports:
            try:
                yield self.extract(text, report)
            except Unanswered as error:
                yield Extraction(rejects=(Reject(report.id, str(error), text[:200]),))

    def _read(self, answer: Answer, part: _Part, text: str) -> Iterator[Claim | Reject]:
        place = f"{part.report.id} at {part.start}"
        content = answer.content or ""
        try:
            said = items(content)
        except ValueError as error:
            why = "the answer was cut off at the endpoint's limit of tokens" if answer.cut else str(error)
            why = why if content else "the model gave no answer"
            yield self._reject(place, f"Nothing was read: {why}.", content)
            return
        for item in said:
            try:
                yield self._claim(read_claim(item), part, text)
            except ValueError as error:
                yield self._reject(place, f"The claim was refused: {reason(error)}.", json.dumps(item))

    def _reject(self, place: str, why: str, content: str) -> Reject:
        hidden = self._endpoint.hidden
        return Reject(place, printable(hidden(why)), hidden(content)[:400])

    def _claim(self, said: AnswerClaim, part: _Part, text: str) -> Claim:
        """A claim, all of which was found in the text.

        Raises:
            ValueError: if anything of it does not hold; the message says what.
        """
        if len(said.quote) > LONGEST_QUOTE:
            raise ValueError(f"its quote has {len(said.quote):,} characters; more than {LONGEST_QUOTE:,} prove nothing")
        place = part.passages.find(said.quote)
        if place is None:
            raise ValueError("its quote does not stand in the text")
        _check_days(said, part.report)
        ends = [end for end in (said.subject, said.object) if end is not None]
        mentions = [_mention(end, part, place) for end in ends]
        plain = all(part.actors.is_plain(end, found.actor) for end, found in zip(ends, mentions, strict=True))
        return Claim(
            report=part.report.id,
            type=said.type,
            subject=mentions[0],
            object=mentions[1] if said.object is not None else None,
            when=said.when,
            modality=said.modality,
            negated=said.negated,
            quote=text[place[0] : place[1]],
            start=place[0],
            end=place[1],
            confidence=PLAIN if plain else INFERRED,
            extractor=self._name,
            attribution=_chain(said.sources, part),
        )


def _mention(said: NamedActor, part: _Part, quote: tuple[int, int]) -> Mention:
    """The actor, and where it is named: in the quote, or where the quote leaves it out, elsewhere in the text."""
    actor = part.actors.find(said, part.passages)
    place = part.passages.find(said.words, quote, any_case=True) or part.passages.find(said.words, any_case=True)
    if place is None:
        raise ValueError(f"'{said.words[:80]}' does not stand in the text")
    return Mention(actor=actor, start=place[0], end=place[1])


def _check_days(said: AnswerClaim, report: Report) -> None:
    """Refuse days that nobody reports, and a future that is told as if it had happened."""
    when: When = said.when
    if any(day is not None and day < EARLIEST for day in (when.on, when.until)):
        raise ValueError(f"it is dated before {EARLIEST.year}")
    happened = said.modality is Modality.ASSERTED and not said.negated
    # The day may have begun east of the outlet.
    tomorrow = report.published and report.published + datetime.timedelta(days=1)
    if happened and when.on is not None and tomorrow and when.on > tomorrow:
        raise ValueError(f"it is told as having happened on {when.on}, after the report was published")


def _chain(sources: Iterable[Source], part: _Part) -> tuple[Attribution, ...]:
    """Who says so, outermost first: the outlet, then each source once."""
    outlet = part.report.outlet
    links = [Attribution(actor=outlet)] if outlet else []
    for source in sources:
        actor = part.actors.find(source.actor, part.passages) if source.actor else outlet
        # Officials of nobody in particular speak through the outlet; where that is not known either, nobody is named.
        if actor is not None and (source.actor or source.anonymous):
            verb = source.verb if source.verb and part.passages.find(source.verb, any_case=True) else None
            count = source.count if source.anonymous else None
            links.append(Attribution(actor=actor, verb=verb, anonymous=source.anonymous, count=count))
    return without_repeats(links)
