"""Articles: from an article to a report with its claims."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from graph.actors import Actor, ActorKind, actor_id
from graph.errors import Misuse, UnknownName
from graph.gazetteer import Gazetteer
from graph.names import Names
from graph.records import Record
from graph.reports import Report, text_hash
from ingest.article_files import Article
from ingest.dateline import agency
from ingest.extractor import Extractor, Reject

LONGEST_TITLE = 300
EARLIEST = datetime.date(1800, 1, 1)


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read.

    Attributes:
        record: what is written to the graph.
        rejects: sentences that could not be read.
    """

    record: Record
    rejects: tuple[Reject, ...]


def find_outlet(name: str, gazetteer: Gazetteer, *, new: bool = False) -> Actor:
    """The outlet of that name.

    Args:
        name: its id, name or alias.
        gazetteer: the known outlets.
        new: True makes a name that nobody knows a new outlet.

    Raises:
        UnknownName: if no outlet is called so, and it may not be new.
        Misuse: if the name belongs to an actor that is no outlet.
    """
    try:
        match = Names(gazetteer).find(name)
    except UnknownName as error:
        if not new:
            hint = " or ".join(f"{label} ({actor})" for actor, label in error.suggestions[:3])
            meant = f" Did you mean {hint}?" if hint else ""
            error.args = (f"No outlet is called '{name}'.{meant} With --new-outlet it becomes a new one.",)
            raise
        return Actor(id=actor_id(name), name=name, kind=ActorKind.OUTLET)
    if match.how == "fuzzy" and new:
        return Actor(id=actor_id(name), name=name, kind=ActorKind.OUTLET)
    entry = gazetteer.entries.get(match.actor.id)
    actor = entry.plain() if entry else match.actor
    if actor.kind is not ActorKind.OUTLET:
        raise Misuse(f"'{name}' is {actor.name}, which is no outlet; --outlet names who published the report.")
    return actor


def read(
    article: Article,
    extractor: Extractor,
    gazetteer: Gazetteer,
    *,
    retrieved: datetime.datetime | None = None,
    new_outlet: bool = False,
) -> ReadArticle:
    """Read one article.

    Args:
        article: its text, and what is known of it.
        extractor: what finds the claims.
        gazetteer: the known outlets.
        retrieved: when it was fetched; now where None.
        new_outlet: whether an unknown outlet becomes a new one.

    Raises:
        RapportError: if the outlet is unknown, or the day is impossible.
    """
    report, outlet = report_of(article, gazetteer, retrieved=retrieved, new_outlet=new_outlet)
    extraction = extractor.extract(article.text, report)
    return ReadArticle(extraction.record(report, outlet), extraction.rejects)


def report_of(
    article: Article,
    gazetteer: Gazetteer,
    *,
    retrieved: datetime.datetime | None = None,
    new_outlet: bool = False,
) -> tuple[Report, Actor | None]:
    """The report that an article is, and its outlet; arguments and errors as for ``read``."""
    now = retrieved or datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    check_day(article.published, now.date())
    told = article.outlet or agency(article.text, gazetteer, article.published or now.date())
    outlet = find_outlet(told, gazetteer, new=new_outlet) if told else None
    report = Report(
        sha256=text_hash(article.text),
        url=article.url,
        title=(article.title or headline(article.text))[:LONGEST_TITLE],
        published=article.published,
        retrieved=now,
        outlet=outlet.id if outlet else None,
    )
    return report, outlet


def headline(text: str) -> str:
    """The first line that holds words."""
    return next((line.strip() for line in text.splitlines() if any(map(str.isalpha, line))), "")


def check_day(day: datetime.date | None, today: datetime.date) -> None:
    """Refuse a day on which no report can have been published.

    Raises:
        Misuse: if it lies before 1800 or after tomorrow (the day may have begun east of here).
    """
    if day is not None and not EARLIEST <= day <= today + datetime.timedelta(days=1):
        when = "lies in the future" if day > today else "lies before newspapers"
        raise Misuse(f"{day} {when}: --published is the day on which the report appeared.")
