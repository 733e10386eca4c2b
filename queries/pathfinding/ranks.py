"""Ranks: which path comes first, told by its weakest hop.

A path is as good as its worst hop: as well supported as the hop with the fewest origins, as recent as the one that lies
longest ago, as hostile as the least hostile. So the best path is found by asking for a path over good relations only,
and lowering the demand by halves until there is one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.vocabulary import vocabulary
from queries.pathfinding.walk import Rank
from queries.view import View

if TYPE_CHECKING:
    from graph.relations import Relation
    from queries.pathfinding.routes import Found

MOST_ORIGINS = 1024
"""A relation on more origins than these is not better supported than one on as many."""
OLDEST = datetime.date(1800, 1, 1)
"""What lies longer ago than this is not told apart by when it was."""
LATEST = datetime.date(2100, 1, 1)

Search = Callable[[View, int], list["Found"]]
"""Gives up to a number of routes over the relations of a view, those with the fewest hops first."""


def demands(view: View, rank: Rank) -> Sequence[View]:
    """Ever narrower views, the widest first; a path in a narrower one comes before all that are only in wider ones.

    Args:
        view: the widest.
        rank: which path comes first.
    """
    valences = sorted({vocabulary()[name].valence for name in view.types})
    if rank is Rank.SUPPORT:
        more = range(view.min_origins + 1, MOST_ORIGINS + 1)
        return _Views(view, len(more), lambda number: replace(view, min_origins=more[number]))
    if rank is Rank.RECENT:
        first = max(view.since or OLDEST, OLDEST)
        days = (min(view.last_day or LATEST, LATEST) - first).days + 1
        return _Views(view, days, lambda number: replace(view, since=first + datetime.timedelta(days=number)))
    if rank is Rank.EARLIEST:
        last = min(view.until or LATEST, LATEST)
        days = (last - max(view.since or OLDEST, OLDEST)).days + 1
        return _Views(
            view,
            days,
            lambda number: replace(view, until=last - datetime.timedelta(days=number)),
            lambda route: last.toordinal() - max(route.arrives, OLDEST.toordinal()) + 1,
        )
    if rank is Rank.HOSTILE:
        bounds = [bound for bound in reversed(valences) if view.lowest <= bound <= view.highest]
        return _Views(view, len(bounds), lambda number: replace(view, highest=bounds[number]))
    if rank is Rank.FRIENDLY:
        bounds = [bound for bound in valences if view.lowest <= bound <= view.highest]
        return _Views(view, len(bounds), lambda number: replace(view, lowest=bounds[number]))
    return [view]


def best(search: Search, views: Sequence[View], paths: int) -> list[Found]:
    """The best routes, best first.

    Args:
        search: finds routes in a view.
        views: as ``demands`` gives them.
        paths: how many at most.
    """
    if len(views) == 1:
        return search(views[0], paths)
    found: dict[tuple[str, ...], Found] = {}
    narrowest = len(views)
    while len(found) < paths and narrowest:
        # Between a view that is known to hold something new and one that is known not to, by halves.
        low, high = _reach(search, views, 0, found), narrowest
        if low is None:
            break
        while high - low > 1:
            middle = (low + high) // 2
            reach = _reach(search, views, middle, found)
            if reach is None:
                high = middle
            else:
                low = min(reach, high - 1)
        narrowest = low
        alike = [route for route in search(views[low], paths) if route.actors not in found]
        found.update({route.actors: route for route in alike[: paths - len(found)]})
    return list(found.values())


def _reach(search: Search, views: Sequence[View], number: int, found: Collection[tuple[str, ...]]) -> int | None:
    """The narrowest view known to hold a route that is not among those found; None where the view holds none."""
    new = [route for route in search(views[number], len(found) + 1) if route.actors not in found]
    if not new:
        return None
    return max([number, *(views.level(route) for route in new)]) if isinstance(views, _Views) else number


def strongest(rank: Rank) -> Callable[[Relation], tuple[object, ...]]:
    """Sorts the relations of one hop so that the one to show comes last: the best by rank, then the best supported."""

    def order(relation: Relation) -> tuple[object, ...]:
        day = relation.when.until or relation.when.on or datetime.date.min
        supported = (relation.origins, relation.claims, day, relation.id)
        if rank is Rank.RECENT:
            ongoing = vocabulary()[relation.type].lasts and relation.when.known and relation.when.until is None
            return (ongoing, day, *supported)
        if rank is Rank.HOSTILE:
            return (-relation.valence, *supported)
        if rank is Rank.FRIENDLY:
            return (relation.valence, *supported)
        return supported

    return order


class _Views(Sequence[View]):
    """Views that are made only when they are looked at, for there may be thousands."""

    def __init__(
        self, widest: View, more: int, make: Callable[[int], View], level: Callable[[Found], int] | None = None
    ) -> None:
        self._widest = widest
        self._more = more
        self._make = make
        self._level = level

    def __len__(self) -> int:
        return max(self._more, 0) + 1

    def __getitem__(self, number):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204
        return self._make(number - 1) if number else self._widest

    def level(self, route: Found) -> int:
        """The narrowest view of which a route tells by itself that it holds it; the widest where it tells nothing."""
        return min(self._level(route), len(self) - 1) if self._level else 0
