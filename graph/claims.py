"""Claims: what one report says, denies or imagines that one actor did to another, in which words, on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property

from pydantic import Field, model_validator

from graph.actors import ActorId
from graph.days import When
from graph.identity import content_id
from graph.model import Model
from graph.vocabulary import TypeName, vocabulary


class Modality(StrEnum):
    """How the relation stands in the report: only what is asserted (and not negated) draws an edge."""

    ASSERTED = "asserted"
    DENIED = "denied"
    THREATENED = "threatened"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"


class Attribution(Model):
    """One link of the chain of who says so.

    Args:
        actor: who speaks, or whose official speaks where no name is given.
        verb: the word that attributes: "said", "citing", "according to".
        anonymous: True for unnamed sources ("four US officials" of ``USA``).
        count: how many unnamed sources, where told.
    """

    actor: ActorId
    verb: str | None = Field(default=None, max_length=60)
    anonymous: bool = False
    count: int | None = Field(default=None, ge=1, le=10_000)


def without_repeats(chain: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """A chain with each source once, where it stands outermost; its named and its unnamed ones are two."""
    found: dict[tuple[str, bool], Attribution] = {}
    for link in chain:
        found.setdefault((link.actor, link.anonymous), link)
    return tuple(found.values())


def asserts(modality: Modality, negated: bool) -> bool:
    """Whether a claim that stands so says that the relation holds or happened."""
    return modality is Modality.ASSERTED and not negated


def disputes(modality: Modality, negated: bool) -> bool:
    """Whether a claim that stands so says that the relation does not hold or did not happen."""
    return modality is Modality.DENIED or (modality is Modality.ASSERTED and negated)


def origin_of(chain: Sequence[tuple[str, bool]], report: str) -> str:
    """The innermost source of a claim. Two claims with one origin are one witness.

    An unnamed source is told apart by the one who vouches for it: the officials that Axios cites are one origin,
    however many outlets cite Axios, but not the officials that another paper spoke to.

    Args:
        chain: who says so, outermost first, each with whether no name is given.
        report: id of the report.
    """
    if not chain:
        return f"report {report}"
    innermost, anonymous = chain[-1]
    if not anonymous:
        return innermost
    voucher = chain[-2][0] if len(chain) > 1 else f"report {report}"
    return f"unnamed of {innermost} through {voucher}"


def ends_of_edge(type_name: str, subject: ActorId, target: ActorId) -> tuple[ActorId, ActorId] | None:
    """The ends of the edge that a claim speaks of, in the order in which it is drawn; None where its type draws none.

    Args:
        type_name: one of the vocabulary's.
        subject: who does it.
        target: to whom.
    """
    kind = vocabulary()[type_name]
    if not kind.drawn:
        return None
    return (min(subject, target), max(subject, target)) if kind.symmetric else (subject, target)


class Mention(Model):
    """Where an actor is named in the report's text: character offsets, the end exclusive."""

    actor: ActorId
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=0)


class Provided(Model):
    """What the provider of a feed says of one row: enough to find the row again, and to weigh it as he does.

    Args:
        feed: which feed: "gdelt", "acled".
        row: the provider's id of the row; a row told anew under the same id replaces what it said before.
        code: the provider's code of the event or relation, as it is written: CAMEO "193", ACLED "Armed clash".
        score: the provider's score, on his own scale: Goldstein -10 to +10 in GDELT and ICEWS, fatalities in UCDP.
    """

    feed: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=40)
    row: str = Field(min_length=1, max_length=1000)
    code: str | None = Field(default=None, max_length=200)
    score: float | None = Field(default=None, allow_inf_nan=False)


LONGEST_QUOTE = 20_000
"""Characters."""


class Claim(Model):
    """One relation as one report tells it.

    Args:
        report: id of the report.
        type: relation type, one of the vocabulary's.
        subject: who is said to do it.
        object: to whom; None where the report names nobody. Such a claim draws no edge.
        when: the day or interval.
        mode: PLOVER mode, where it is told more exactly than the type's own.
        modality: asserted, denied, threatened …
        negated: True where the text says that it did not, does not or will not happen.
        quote: the words, verbatim.
        start, end: character offsets of the quote in the report's text, the end exclusive.
        confidence: 0 to 1, of the extractor.
        extractor: which extractor, with its version.
        attribution: who says so, outermost first; the outlet itself is the first link.
        provided: the row of a feed that it was read from; None for a report that was read itself.
    """

    report: str = Field(min_length=1)
    type: TypeName
    subject: Mention
    object: Mention | None = None
    when: When = When()
    mode: str | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    quote: str = Field(min_length=1, max_length=LONGEST_QUOTE)
    start: int = Field(default=0, ge=0)
    end: int = Field(default=0, ge=0)
    confidence: float = Field(default=1.0, ge=0, le=1)
    extractor: str = Field(min_length=1, max_length=100)
    attribution: tuple[Attribution, ...] = ()
    provided: Provided | None = None

    @model_validator(mode="after")
    def _speaks_of_a_known_type_and_two_actors(self) -> Claim:
        if self.type not in vocabulary().types:
            raise ValueError(f"'{self.type}' is not a relation type of the vocabulary")
        if self.object and self.object.actor == self.subject.actor:
            raise ValueError(f"{self.subject.actor} stands on both sides of {self.type}")
        return self

    @cached_property
    def id(self) -> str:
        """What is said, of whom, when, how surely, in which words and on whose word; not by which extractor."""
        row = self.provided and [self.provided.feed, self.provided.row, self.provided.code, self.provided.score]
        on, until = self.when.on, self.when.until
        return content_id(
            "claim",
            [
                self.report,
                self.type,
                self.subject.actor,
                self.object and self.object.actor,
                [on and on.isoformat(), until and until.isoformat(), self.when.precision],
                self.modality,
                self.negated,
                self.start,
                self.quote,
                [[link.actor, link.anonymous, link.count] for link in self.attribution],
                *([row] if row else []),
            ],
        )

    @property
    def asserts(self) -> bool:
        """Whether it says that the relation holds or happened."""
        return asserts(self.modality, self.negated)

    @property
    def disputes(self) -> bool:
        """Whether it says that the relation does not hold or did not happen."""
        return disputes(self.modality, self.negated)

    @property
    def actors(self) -> tuple[ActorId, ...]:
        """Every actor that it names, each once: who does it, to whom, and on whose word."""
        ends = (self.subject, self.object) if self.object else (self.subject,)
        return tuple(dict.fromkeys([*(end.actor for end in ends), *(link.actor for link in self.attribution)]))

    @property
    def pair(self) -> tuple[ActorId, ActorId] | None:
        """The relation's ends, in the order in which its edge is drawn; None where none can be."""
        return ends_of_edge(self.type, self.subject.actor, self.object.actor) if self.object else None

    @cached_property
    def origin(self) -> str:
        """The innermost source; see ``origin_of``."""
        return origin_of([(link.actor, link.anonymous) for link in self.attribution], self.report)
