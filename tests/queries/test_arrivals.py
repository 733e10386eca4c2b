"""The routes that arrive first, beside all routes in order."""

from __future__ import annotations

import datetime
import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from queries.pathfinding.arrivals import first_to_arrive
from queries.pathfinding.routes import Found
from queries.paths import traversable

if TYPE_CHECKING:
    from queries.view import View

FIRST = datetime.date(2024, 1, 1).toordinal()
MOST_HOPS = 6


def found(hops: int, day: int, number: int = 0) -> Found:
    """A route of so many hops that arrives on a day, counted from the first of 2024."""
    return Found(("start", *(f"{number}-{hop}" for hop in range(hops - 1)), "goal"), number / 1000, FIRST + day)


def asked(routes: list[Found], paths: int) -> list[Found]:
    """What is found where a search gives the shortest first, and of as many hops the first to arrive."""

    def search(view: View, number: int, fewest: int) -> list[Found]:
        last = view.until.toordinal() if view.until else FIRST + 1000
        fitting = [route for route in routes if len(route.actors) > fewest and route.arrives <= last]
        return sorted(fitting, key=lambda route: (len(route.actors), route.arrives, route.weakness))[:number]

    return first_to_arrive(search, traversable(), paths, MOST_HOPS)


def test_a_longer_way_may_arrive_before_the_shortest() -> None:
    assert asked([found(1, 30), found(4, 20), found(6, 10)], 1) == [found(6, 10)]


def test_of_those_that_arrive_on_one_day_the_shortest_comes_first() -> None:
    assert asked([found(3, 10), found(2, 10), found(1, 11)], 3) == [found(2, 10), found(3, 10), found(1, 11)]


def test_where_there_is_no_route_none_is_found() -> None:
    assert asked([], 2) == []


@given(
    st.lists(st.tuples(st.integers(1, MOST_HOPS), st.integers(0, 12)), max_size=12),
    st.integers(1, 5),
)
def test_they_are_those_that_sorting_all_routes_gives(told: list[tuple[int, int]], paths: int) -> None:
    routes = list(itertools.starmap(found, ((hops, day, number) for number, (hops, day) in enumerate(told))))
    routes = [route for route in routes if len(route.actors) > 2] + [
        route for route in routes if len(route.actors) == 2
    ][:1]
    ordered = sorted(routes, key=lambda route: (route.arrives, len(route.actors), route.weakness))
    assert asked(routes, paths) == ordered[:paths]
