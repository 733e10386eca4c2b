"""Telling: what one row of a feed says, and the record that it becomes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pydantic import ValidationError

from graph.actors import Actor, ActorKind, actor_id
from graph.claims import Claim, Modality
from graph.days import When
from graph.errors import RapportError
from graph.model import first_fault
from graph.records import Record
from graph.reports import Report, text_hash
from graph.vocabulary import vocabulary
from ingest.feeds.claims_of_rows import LONGEST_QUOTE, claim_of

READ_BY = "feeds 1"
"""Stands as the extractor on claims of feeds, behind the name of the layout; raised when rows are read otherwise."""

WITHOUT_RELATION = "COMMENTS_ON"
"""The type of a row whose code makes no relation: the claim is kept and draws no edge."""

SHORTEST_CODE, LONGEST_CODE = 2, 4
"""Digits of CAMEO's codes."""


class Unreadable(Exception):
    """A row that cannot become a claim; the message is the reason, in one sentence."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands at one end of a row.

    Attributes:
        actor: the actor.
        state: the state for which it acts towards others, being an organ of it.
        how: "known" (of the gazetteer), "role" (a part of the people or the organs of a known state), "new", or
            "unnamed" (people without a name, who belong to one report).
    """

    actor: Actor
    state: Actor | None = None
    how: str = "known"


class Told(NamedTuple):
    """One relation as a row tells it.

    Attributes:
        row: the provider's id of the row.
        subject, object: its ends.
        type: the relation type.
        when: its day or interval.
        quote: the words of the row.
        code, score: the provider's.
        mode: PLOVER mode, where told more exactly than the type's own.
        modality, negated: as on a claim.
        confidence: 0 to 1, of the provider.
    """

    row: str
    subject: Party
    object: Party | None
    type: str
    when: When
    quote: str
    code: str | None = None
    score: float | None = None
    mode: str | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Source:
    """The report in which a row says something.

    Attributes:
        report: the report.
        chain: who says so, outermost first.
    """

    report: Report
    chain: tuple[Actor, ...] = field(default=())


def record(feed: str, layout: str, source: Source, told: Sequence[Told]) -> Record:
    """The record of one row.

    Args:
        feed: which feed, as on ``Provided``.
        layout: what the file was taken for.
        source: where the row says it.
        told: what it says.

    Raises:
        Unreadable: if nothing is told, or it breaks a rule of claims.
    """
    actors = {actor.id: actor for actor in source.chain}
    chain, extractor = tuple(actors), f"{layout}, {READ_BY}"
    claims: dict[str, Claim] = {}
    for one in told:
        subject, target = ends(one.subject, one.object)
        try:
            claim = claim_of(
                one,
                feed=feed,
                extractor=extractor,
                report=source.report.id,
                subject=subject.id,
                target=target.id if target else None,
                chain=chain,
            )
        except ValidationError as error:
            raise Unreadable(f"{first_fault(error).reason}.") from None
        claims[claim.id] = claim
        actors[subject.id] = subject
        if target:
            actors[target.id] = target
    if not claims:
        raise Unreadable("The row tells no relation.")
    found = {"report": source.report, "claims": tuple(claims.values()), "actors": tuple(actors.values())}
    is_whole = source.report.outlet is None or source.report.outlet in actors  # every other actor is described above
    return Record.trusted(found) if is_whole else Record.model_validate(found)


def ends(subject: Party, target: Party | None) -> tuple[Actor, Actor | None]:
    """The two actors of a claim: towards others, an organ acts for its state; within its state it is itself.

    So the army of one state that fires at another is that state, and the police that arrest their own citizens are the
    police.

    Raises:
        Unreadable: if both are one and the same.
    """
    if target is None:
        return subject.state or subject.actor, None
    one, other = _country(subject), _country(target)
    if one is None or one != other:
        pair = (subject.state or subject.actor, target.state or target.actor)
    else:
        pair = (subject.actor, target.actor)
    if pair[0].id == pair[1].id:
        raise Unreadable("One actor stands on both sides.")
    return pair


@lru_cache(maxsize=1000)
def relation_of_cameo(code: str) -> str:
    """The relation type of a CAMEO code; of a code that is not listed, that of the broader one.

    Raises:
        Unreadable: if it is no CAMEO code.
    """
    for length in range(min(len(code), LONGEST_CODE), min(len(code), SHORTEST_CODE) - 1, -1):
        with suppress(RapportError):
            kind = vocabulary().of_cameo(code[:length])
            return kind.name if kind else WITHOUT_RELATION
    raise Unreadable("The event code is not CAMEO's.")


def report_of(
    key: str,
    published: datetime.date | None,
    outlet: Actor | None,
    *,
    url: str | None = None,
    title: str | None = None,
) -> Report:
    """A report whose text a feed does not hold; a key that tells it apart stands for the text.

    Args:
        key: such as its address, or the provider's number of it.
        published: the day that it bears.
        outlet: who published it.
        url: where it stands.
        title: its headline.

    Raises:
        Unreadable: if its address or headline is longer than one can be.
    """
    try:
        return Report(
            sha256=text_hash(key), published=published, outlet=outlet.id if outlet else None, url=url, title=title
        )
    except ValidationError as error:
        raise Unreadable("Of its report: {}: {}.".format(*first_fault(error))) from None


@lru_cache(maxsize=10_000)
def on(day: datetime.date | None) -> When:
    """One day, or none."""
    return When(on=day)


def quote(*values: str | None) -> str:
    """The words of a row: its telling values, with a point between them."""
    return " · ".join(value for value in values if value)[:LONGEST_QUOTE]


_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "net", "nic", "org", "or", "ne", "go"})


@lru_cache(maxsize=50_000)
def site_of(url: str) -> str | None:
    """The site that an address belongs to: "https://www.bbc.co.uk/news" gives "bbc.co.uk"; None where it is none."""
    found = re.match(r"https?://(?:[^/@\s]*@)?([A-Za-z0-9.-]+\.[A-Za-z]{2,})(?:[:/?#]|$)", url)
    if not found:
        return None
    labels = found[1].lower().split(".")
    kept = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-kept:])


@lru_cache(maxsize=50_000)
def outlet_called(name: str) -> Actor | None:
    """A new outlet of that name; None where no id can be made of it."""
    try:
        return Actor(id=actor_id(name), name=name[:300], kind=ActorKind.OUTLET)
    except ValueError:
        return None


def _country(party: Party) -> str | None:
    return party.state.id if party.state else party.actor.state
