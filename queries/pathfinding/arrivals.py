"""Arrivals: the paths on which days do not go backwards that arrive first.

The shortest such path is found first; then the shortest of those that arrive before it, which has more hops: of as many
hops a search gives the first to arrive. So a few searches, each over fewer days, lead to the first of all.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from queries.view import View

if TYPE_CHECKING:
    from queries.pathfinding.routes import Found

Search = Callable[[View, int, int], list["Found"]]
"""Gives up to a number of routes of at least so many hops over the relations of a view, those with the fewest first,
and of as many hops those that arrive first."""


def first_to_arrive(search: Search, view: View, paths: int, most_hops: int) -> list[Found]:
    """The routes that arrive first, the first first; of those that arrive on one day that with the fewest hops.

    Args:
        search: finds routes in a view.
        view: which relations count.
        paths: how many routes at most.
        most_hops: how many hops a route has at most.
    """
    found: dict[tuple[str, ...], Found] = {}
    while len(found) < paths:
        first = _first(search, view, most_hops, found)
        if first is None:
            break
        alike = [first]
        if paths - len(found) > 1:
            alike = [route for route in search(_until(view, first.arrives), paths, 0) if route.actors not in found]
        found.update({route.actors: route for route in alike[: paths - len(found)]})
    return list(found.values())


def _first(search: Search, view: View, most_hops: int, found: Collection[tuple[str, ...]]) -> Found | None:
    """The first route that is not among those found."""
    first: Found | None = None
    hops = 0
    while hops <= most_hops:
        new = [route for route in search(view, len(found) + 1, hops) if route.actors not in found]
        if not new:
            break
        first = new[0]
        if first.arrives <= datetime.date.min.toordinal():
            break
        hops = len(first.actors)
        view = _until(view, first.arrives - 1)
    return first


def _until(view: View, day: int) -> View:
    return replace(view, until=datetime.date.fromordinal(day))
