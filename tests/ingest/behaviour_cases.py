"""The sentences of the behaviour suite, and the notation of their claims, which ``behaviour/README.md`` explains."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field

from graph.claims import Attribution, Claim, Modality
from graph.days import Precision
from graph.model import Model
from graph.reports import Report, text_hash
from graph.vocabulary import vocabulary
from ingest.frame_extractor import FrameExtractor

FOLDER = Path(__file__).parent / "behaviour"
KNOWN_FAILURES = FOLDER / "known_failures.txt"
OUTLET = "afp"
"""The outlet of every sentence; no sentence names it."""

WIDTH = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}


class Case(Model):
    """One sentence with what should be read from it."""

    text: str = Field(min_length=5)
    claims: tuple[str, ...]
    also: tuple[str, ...] = ()
    published: datetime.date = datetime.date(2024, 10, 8)

    @property
    def actors(self) -> set[str]:
        """Every actor id that its claims write."""
        written = [expected for line in (*self.claims, *self.also) for expected in read_expected(line)]
        ends = {actor for expected in written for actor in (*expected.subjects, *expected.objects)}
        links = {source for expected in written for link in expected.sources or () for source in link}
        return (ends | {link.split("*")[0] for link in links}) - {"*"}


class Group(Model):
    """Sentences that share one difficulty."""

    group: str = Field(pattern=r"^[a-z0-9-]+$")
    about: str = Field(min_length=10)
    sentences: tuple[Case, ...] = Field(min_length=5)


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim as the notation writes it; None is what it does not state.

    Attributes:
        subjects, types, objects: alternatives.
        standings: alternatives of modality and whether it is negated.
        on, until: alternatives, as ``day_of`` writes days.
        sources: alternatives of each link of the chain, as ``source_of`` writes them.
    """

    subjects: tuple[str, ...]
    types: tuple[str, ...]
    objects: tuple[str, ...]
    standings: tuple[tuple[Modality, bool], ...]
    on: tuple[str, ...] | None = None
    until: tuple[str, ...] | None = None
    sources: tuple[tuple[str, ...], ...] | None = None

    def fits(self, claim: Claim) -> bool:
        """Whether a claim is all that is stated."""
        return (
            bool({claim.type, "*"} & set(self.types))
            and self._has_the_ends_of(claim)
            and (claim.modality, claim.negated) in self.standings
            and (self.on is None or day_of(claim, claim.when.on) in self.on)
            and (self.until is None or day_of(claim, claim.when.until) in self.until)
            and (self.sources is None or self._has_the_sources_of(claim))
        )

    def _has_the_sources_of(self, claim: Claim) -> bool:
        links, told = sources_of(claim), self.sources or ()
        return len(links) == len(told) and all(link in names for link, names in zip(links, told, strict=True))

    def _has_the_ends_of(self, claim: Claim) -> bool:
        if claim.object is None:
            return False
        ends = [(claim.subject.actor, claim.object.actor)]
        if vocabulary()[claim.type].symmetric:
            ends.append((claim.object.actor, claim.subject.actor))
        return any(
            bool({one, "*"} & set(self.subjects)) and bool({other, "*"} & set(self.objects)) for one, other in ends
        )


def read_expected(line: str) -> tuple[Expected, ...]:
    """The alternatives that a line of the notation names.

    Raises:
        ValueError: if the line is not in the notation.
    """
    return tuple(_read_one(part) for part in re.split(r"\s+or\s+", line))


def _read_one(line: str) -> Expected:
    head, *details = [part.strip() for part in line.split(",")]
    words = head.split(maxsplit=3)
    if len(words) < 3:
        raise ValueError(f"'{line}' does not name a subject, a type and an object")
    for name in set(words[1].split("|")) - {"*"}:
        vocabulary()[name]
    told: dict[str, str] = {}
    for detail in details:
        word, _, value = detail.partition(" ")
        if word not in {"on", "until", "by"} or not value or word in told:
            raise ValueError(f"'{detail}' in '{line}' is none of on, until and by")
        told[word] = value
    subjects, types, objects = (tuple(word.split("|")) for word in words[:3])
    standings = tuple(_standing(part) for part in (words[3] if len(words) == 4 else "asserted").split("|"))
    days = {word: tuple(value.split("|")) for word, value in told.items() if word != "by"}
    return Expected(subjects, types, objects, standings, days.get("on"), days.get("until"), _chain(told.get("by")))


def _standing(words: str) -> tuple[Modality, bool]:
    rest = words.split()
    negated = rest[:1] == ["not"]
    named = rest[negated:] or ["asserted"]
    if len(named) != 1:
        raise ValueError(f"'{words}' is not a modality")
    return Modality(named[0]), negated


def _chain(text: str | None) -> tuple[tuple[str, ...], ...] | None:
    if text is None:
        return None
    return () if text == "nobody" else tuple(tuple(link.strip().split("|")) for link in text.split("<"))


def day_of(claim: Claim, day: datetime.date | None) -> str:
    """A day of a claim in the notation."""
    return day.isoformat()[: WIDTH[claim.when.precision]] if day else "nothing"


def source_of(link: Attribution) -> str:
    """A link of the chain in the notation."""
    return f"{link.actor}*{link.count or ''}" if link.anonymous else link.actor


def sources_of(claim: Claim) -> list[str]:
    """The chain of a claim in the notation, the report's outlet left out."""
    links = claim.attribution[1:] if claim.attribution and claim.attribution[0].actor == OUTLET else claim.attribution
    return [source_of(link) for link in links]


def written(claim: Claim) -> str:
    """A claim in the notation."""
    standing = [*(["not"] if claim.negated else []), *([] if claim.modality == "asserted" else [claim.modality])]
    parts = [" ".join([claim.subject.actor, claim.type, claim.object.actor if claim.object else "-", *standing])]
    if claim.when.on:
        parts.append(f"on {day_of(claim, claim.when.on)}")
    if claim.when.until:
        parts.append(f"until {day_of(claim, claim.when.until)}")
    if sources_of(claim):
        parts.append("by " + " < ".join(sources_of(claim)))
    return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sentence.

    Attributes:
        found: every claim that was found.
        missing: lines of the notation that nothing fits.
        wrong: claims that should not be there.
    """

    found: tuple[Claim, ...]
    missing: tuple[str, ...]
    wrong: tuple[Claim, ...]

    @property
    def passed(self) -> bool:
        """Whether all is as a careful reader would have it."""
        return not self.missing and not self.wrong


def outcome(case: Case) -> Outcome:
    """Read a sentence and compare."""
    report = Report(sha256=text_hash(case.text), published=case.published, outlet=OUTLET)
    found = _extractor().extract(case.text, report).claims
    missing = [line for line in case.claims if not any(_fits(line, claim) for claim in found)]
    allowed = (*case.claims, *case.also)
    own = report.id.rsplit("-", 1)[-1][:8]
    wrong = [
        claim
        for claim in found
        if claim.asserts
        and claim.object
        and not _is_of_nobody_named(claim, own)
        and not any(_fits(a, claim) for a in allowed)
    ]
    return Outcome(found, tuple(missing), tuple(wrong))


def _is_of_nobody_named(claim: Claim, report: str) -> bool:
    """Whether one side is people without a name ("the police"), who are actors of their report alone."""
    ends = (claim.subject.actor, claim.object.actor if claim.object else "")
    return any(actor.endswith(f"-{report}") for actor in ends)


def _fits(line: str, claim: Claim) -> bool:
    return any(expected.fits(claim) for expected in read_expected(line))


@lru_cache(maxsize=1)
def _extractor() -> FrameExtractor:
    return FrameExtractor()


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """Every group, by the name of its file."""
    return tuple(
        Group.model_validate(yaml.safe_load(path.read_text(encoding="utf8"))) for path in sorted(FOLDER.glob("*.yaml"))
    )


def known_failures() -> frozenset[str]:
    """Texts of the sentences that are known not to pass."""
    if not KNOWN_FAILURES.exists():
        return frozenset()
    lines = KNOWN_FAILURES.read_text(encoding="utf8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
