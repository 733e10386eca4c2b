"""Timeline: what two actors are reported to have done to each other, and to be to each other, in the order of days."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from graph.days import Precision
from graph.errors import Misuse
from graph.model import Model
from graph.vocabulary import vocabulary
from queries.evidence import Told, surest, told_of
from queries.seen import names_of, see

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.view import View

ROWS_AT_MOST = 10_000


class TimelineRow(Model):
    """One relation of the two.

    Args:
        on, until, precision: its day or interval; ``on`` is None where no report tells it.
        subject, object: names of its ends; ``subject_id`` and ``object_id`` are their ids.
        type: relation type, ``phrase`` is how it reads.
        valence, claims, reports, origins, disputed: as in ``graph.relations.Relation``.
        quote: the words of its surest claim; ``who_says_so`` is that claim's chain with the day of the report.
        outlet, url, published: of that claim's report.
        id: the relation's.
    """

    on: datetime.date | None
    until: datetime.date | None = None
    precision: Precision = Precision.DAY
    subject: str
    phrase: str
    object: str
    type: str
    valence: float = 0.0
    claims: int = 1
    reports: int = 1
    origins: int = 1
    disputed: bool = False
    quote: str | None = None
    who_says_so: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    subject_id: str
    object_id: str
    id: str


def timeline(store: Store, one: str, other: str, view: View, *, limit: int = 500) -> list[TimelineRow]:
    """The relations between two actors, the earliest first; those without a day come last.

    Args:
        store: what is read.
        one: id of the one, as it stands in the view.
        other: id of the other.
        view: which relations count.
        limit: how many rows at most, the earliest.

    Raises:
        Misuse: if both are one actor, or the number is out of bounds.
    """
    if one == other:
        raise Misuse(f"Both names mean {one}: name two actors.")
    if not 1 <= limit <= ROWS_AT_MOST:
        raise Misuse(f"{limit} rows cannot be asked for; ask for 1 to {ROWS_AT_MOST:,}.")
    seen = see(store, view, pairs=[(one, other)])
    ordered = sorted(seen.relations, key=_order)[:limit]
    claims = told_of(store, seen, ordered)
    names = names_of(store, (one, other))
    return [_row(relation, seen.ids[relation.id], names, surest(claims[relation.id])) for relation in ordered]


def _order(relation: Relation) -> tuple[bool, datetime.date, str, str]:
    when = relation.when
    return (not when.known, when.on or when.until or datetime.date.min, relation.type, relation.id)


def _row(relation: Relation, key: str, names: dict[str, str], quoted: Told | None) -> TimelineRow:
    return TimelineRow(
        on=relation.when.on,
        until=relation.when.until,
        precision=relation.when.precision,
        subject=names[relation.subject],
        phrase=vocabulary()[relation.type].active,
        object=names[relation.object],
        type=relation.type,
        valence=relation.valence,
        claims=relation.claims,
        reports=relation.reports,
        origins=relation.origins,
        disputed=relation.disputed,
        quote=quoted.quote if quoted else None,
        who_says_so=quoted.who_says_so if quoted else None,
        outlet=quoted.outlet_name if quoted else None,
        url=quoted.url if quoted else None,
        published=quoted.published if quoted else None,
        subject_id=relation.subject,
        object_id=relation.object,
        id=key,
    )
