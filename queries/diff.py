"""Diff: what began, ended and changed from one day to another.

By the clock of what happened, a relation begins when it happens or begins to hold, and ends when it holds no more. By
the clock of what was reported, it begins when it is first reported, and changes when more is reported of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.errors import Misuse
from graph.model import Model
from queries.evidence import surest, told_of
from queries.reprojection import Seen
from queries.seen import names_of, see

if TYPE_CHECKING:
    from graph.relations import Relation
    from graph.store import Store
    from queries.view import View


class Change(StrEnum):
    """What came of a relation."""

    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"


class DiffRow(Model):
    """What came of one relation.

    Args:
        change: what came of it.
        outlet: where changes are told by outlet, who tells of it; else None.
        on, until: its day or interval.
        subject, type, object: what it is, with the names of its ends.
        what: what changed: "origins 1 to 2", "disputed".
        claims, origins, disputed: as they are on the later day, or were on the earlier where it ended.
        quote: the words of its surest claim.
        id: the relation's.
    """

    change: Change
    outlet: str | None = None
    on: datetime.date | None
    until: datetime.date | None = None
    subject: str
    type: str
    object: str
    what: str = ""
    claims: int = 1
    origins: int = 1
    disputed: bool = False
    quote: str | None = None
    id: str


def diff(
    store: Store,
    view: View,
    earlier: datetime.date,
    later: datetime.date,
    *,
    reported: bool = False,
    by_outlet: bool = False,
) -> list[DiffRow]:
    """What came of the relations of a view from one day to another, in the order of their days.

    Args:
        store: what is read.
        view: which relations count.
        earlier: the one day.
        later: the other.
        reported: whether the clock is that of what was reported, and not of what happened.
        by_outlet: whether each change is told once for each outlet that tells of it.

    Raises:
        Misuse: if the days are not in order.
    """
    if earlier >= later:
        raise Misuse(f"{earlier} does not lie before {later}: give the earlier day first.")
    if reported:
        before, after = (see(store, replace(view, known_at=day)) for day in (earlier, later))
    else:
        before, after = (see(store, replace(view, as_of=day)) for day in (earlier, later))
    old = {relation.id: relation for relation in before.relations}
    new = {relation.id: relation for relation in after.relations}
    rows: list[DiffRow] = []
    began = [(Change.BEGAN, "", relation) for key, relation in new.items() if key not in old]
    ended = [(Change.ENDED, "", relation) for key, relation in old.items() if key not in new]
    both = [(old[key], relation) for key, relation in new.items() if key in old]
    changed = [(Change.CHANGED, what, relation) for known, relation in both if (what := _what(known, relation))]
    rows += _rows(store, after, [*began, *changed], by_outlet)
    rows += _rows(store, before, ended, by_outlet)
    return sorted(rows, key=lambda row: (row.on or datetime.date.min, row.change, row.id, row.outlet or ""))


def _what(old: Relation, new: Relation) -> str:
    told_so = [
        f"{name} {getattr(old, name)} to {getattr(new, name)}"
        for name in ("claims", "reports", "origins")
        if getattr(old, name) != getattr(new, name)
    ]
    told_so += ["disputed" if new.disputed else "no longer disputed"] if old.disputed != new.disputed else []
    told_so += ["its days"] if old.when != new.when else []
    return ", ".join(told_so)


def _rows(store: Store, seen: Seen, changes: list[tuple[Change, str, Relation]], by_outlet: bool) -> Iterator[DiffRow]:
    claims = told_of(store, seen, [relation for _, _, relation in changes])
    names = names_of(store, (end for _, _, relation in changes for end in (relation.subject, relation.object)))
    for change, what, relation in changes:
        listed = claims[relation.id]
        outlets = sorted({claim.outlet_name or "unknown" for claim in listed}) if by_outlet else [None]
        for outlet in outlets:
            quoted = surest(claim for claim in listed if outlet is None or (claim.outlet_name or "unknown") == outlet)
            yield DiffRow(
                change=change,
                outlet=outlet,
                on=relation.when.on,
                until=relation.when.until,
                subject=names[relation.subject],
                type=relation.type,
                object=names[relation.object],
                what=what,
                claims=relation.claims,
                origins=relation.origins,
                disputed=relation.disputed,
                quote=quoted.quote if quoted else None,
                id=seen.ids[relation.id],
            )
