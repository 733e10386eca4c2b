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
        low, high = 0, narrowest
        if not _new(search, views[low], found):
            break
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if _new(search, views[middle], found) else (low, middle)
        narrowest = low
        alike = [route for route in search(views[low], paths) if route.actors not in found]
        found.update({route.actors: route for route in alike[: paths - len(found)]})
    return list(found.values())


def _new(search: Search, view: View, found: Collection[tuple[str, ...]]) -> bool:
    """Whether a view holds a route that is not among those found."""
    return any(route.actors not in found for route in search(view, len(found) + 1))


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

    def __init__(self, widest: View, more: int, make: Callable[[int], View]) -> None:
        self._widest = widest
        self._more = more
        self._make = make

    def __len__(self) -> int:
        return max(self._more, 0) + 1

    def __getitem__(self, number):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204
        return self._make(number - 1) if number else self._widest
