"""Paths: how two actors are joined by relations, with what is said at each hop.

A path is a row of actors, no actor twice. That two actors are joined by twenty strikes makes one path, not twenty: each
hop shows its strongest relation, and counts the others. Fewest hops come first, then the strongest relations, unless
another rank is asked for. Where one path is wanted, it is the first that Neo4j finds of those that are equally short.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from graph.errors import NoPath
from queries.pathfinding.arrivals import first_to_arrive
from queries.pathfinding.at_once import fits, path_at_once
from queries.pathfinding.hops import Hop, Path, tell
from queries.pathfinding.legs import Legs, own_search
from queries.pathfinding.ranks import best, demands
from queries.pathfinding.routes import Found, routes
from queries.pathfinding.walk import Rank, Walk
from queries.standing import in_store
from queries.view import View, seen_types

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.store import Store

__all__ = ["Hop", "Path", "find_paths", "traversable"]

DETOUR = 2
"""Where there are fewer shortest paths than asked for, longer ones follow, but none more than this many hops longer:
nearly everybody is joined to everybody in a few more hops, which says nothing and reads half the graph."""


def traversable(only: Sequence[str] = (), never: Sequence[str] = ()) -> View:
    """The relations that paths may run over: those of the vocabulary's traversable types; see ``seen_types``."""
    return seen_types(only, never, traversable=True)


def find_paths(store: Store, start: str, goal: str, view: View, walk: Walk | None = None) -> list[Path]:
    """The best paths between two actors, best first.

    Args:
        store: what is asked.
        start: id of the actor where they begin, as it stands in the view.
        goal: id of the actor where they end.
        view: which relations they run over; see ``traversable``.
        walk: how they may run, and how many are wanted.

    Raises:
        Misuse: if both are one actor, or what is asked contradicts itself.
        NoPath: if nothing joins them.
    """
    walk = walk or Walk()
    walk.check(start, goal)
    if fits(view, walk):
        path = path_at_once(store, start, goal, view, walk)
        if path is None:
            raise NoPath(_no_path(store, start, goal, view, walk))
        return [path]

    def search(narrower: View, paths: int, fewest: int = 0) -> list[Found]:
        return _shortest(store, start, goal, narrower, walk, paths, fewest)

    if walk.rank is Rank.EARLIEST:
        found = first_to_arrive(search, view, walk.paths, int(walk.most_hops))
    else:
        found = best(search, demands(view, walk.rank), walk.paths)
    if not found:
        raise NoPath(_no_path(store, start, goal, view, walk))
    return tell(store, [route.actors for route in found], view, walk)


def _order(rank: Rank) -> Callable[[Found], tuple[float, float, tuple[str, ...]]]:
    """Sorts routes of as many hops, the best first."""
    return lambda route: (route.arrives if rank is Rank.EARLIEST else 0, route.weakness, route.actors)


def _no_path(store: Store, start: str, goal: str, view: View, walk: Walk) -> str:
    """Why there is no path, and what may help."""
    rows = store.cypher(
        "MATCH (a:Actor) WHERE a.id IN $ids RETURN a.id AS id", ids=in_store(view.standing, [start, goal])
    )
    known = {row["id"] for row in rows}
    strange = [actor for actor in (start, goal) if known.isdisjoint(view.standing.members(actor))]
    if strange:
        return f"No report in the graph speaks of {' or '.join(strange)}, so no path leads there."
    narrow = "allow either direction, " if walk.directed else ""
    return (
        f"No path of up to {walk.most_hops} hops joins {start} and {goal} as asked: {narrow}allow more hops, more "
        "relation types or more days."
    )


def _shortest(store: Store, start: str, goal: str, view: View, walk: Walk, paths: int, fewest: int = 0) -> list[Found]:
    """Up to a number of routes of at least so many hops, the shortest first.

    The graph around them grows only while too few are found.
    """
    if paths == 1 and not (view.asks_claims or walk.via or walk.in_time):
        route = own_search(store, start, goal, view, walk)
        return [Found(route, 0.0)] if route else []
    around = Legs(store, start, goal, view, walk)
    found: list[Found] = []
    longest = walk.most_hops
    hops = around.fewest if around.fewest is None else max(around.fewest, fewest)
    while hops is not None and hops <= longest and len(found) < paths:
        alike = routes(start, goal, hops, around.reaching(hops), walk)
        found += heapq.nsmallest(paths - len(found), alike, key=_order(walk.rank))
        if found and walk.rank is Rank.HOPS:
            longest = min(longest, len(found[0].actors) - 1 + DETOUR)
        hops += 1
    return found
