"""Where actors stand on the page."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.rendering.layout import layout, regions
from queries.rendering.spacing import Box, Pair, Point

BOX = Box(90, 50)


def boxes(count: int, box: Box = BOX) -> dict[str, Box]:
    return {f"actor {number}": box for number in range(count)}


def star(count: int) -> list[Pair]:
    return [("actor 0", f"actor {number}") for number in range(1, count)]


def overlapping(places: dict[str, Point], room: dict[str, Box]) -> list[Pair]:
    return [
        (a, b)
        for a, b in combinations(places, 2)
        if abs(places[a][0] - places[b][0]) < (room[a].width + room[b].width) / 2
        and abs(places[a][1] - places[b][1]) < (room[a].height + room[b].height) / 2
    ]


def test_the_same_graph_always_looks_the_same() -> None:
    assert layout(boxes(12), star(12)) == layout(boxes(12), list(reversed(star(12))))


def test_another_seed_gives_another_picture() -> None:
    assert layout(boxes(12), star(12), seed=1) != layout(boxes(12), star(12), seed=2)


@settings(max_examples=15, deadline=None)
@given(
    st.integers(2, 25).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=40),
            st.lists(st.integers(20, 220), min_size=count, max_size=count),
        )
    )
)
def test_no_two_boxes_overlap(graph: tuple[int, list[tuple[int, int]], list[int]]) -> None:
    count, links, widths = graph
    room = {f"actor {number}": Box(widths[number], 50) for number in range(count)}
    places = layout(room, [(f"actor {a}", f"actor {b}") for a, b in links])
    assert places.keys() == room.keys()
    assert overlapping(places, room) == []


def test_linked_actors_stand_nearer_than_strangers() -> None:
    ring = [(f"actor {number}", f"actor {(number + 1) % 10}") for number in range(10)]
    places = layout(boxes(10), ring)
    linked = [math.dist(places[a], places[b]) for a, b in ring]
    strangers = [
        math.dist(places[a], places[b]) for a, b in combinations(places, 2) if (a, b) not in ring and (b, a) not in ring
    ]
    assert sum(linked) / len(linked) < 0.6 * sum(strangers) / len(strangers)


def test_a_drawing_is_as_wide_as_a_window_and_centred() -> None:
    places = layout(boxes(20), star(20))
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    assert max(xs) - min(xs) > max(ys) - min(ys)
    assert abs(max(xs) + min(xs)) < 1
    assert abs(max(ys) + min(ys)) < 1


def test_known_actors_keep_their_places_and_new_ones_stand_beside_their_neighbours() -> None:
    before = layout(boxes(12), star(12))
    after = layout(boxes(14), [*star(12), ("actor 3", "actor 12"), ("actor 12", "actor 13")], known=before)
    assert {actor: after[actor] for actor in before} == before
    assert overlapping(after, boxes(14)) == []


def test_a_large_graph_is_laid_out_in_seconds() -> None:
    room = boxes(600, Box(24, 24))
    links = [(f"actor {number}", f"actor {number * number % 97}") for number in range(600)]
    assert overlapping(layout(room, links), room) == []


def test_large_parts_that_nothing_joins_are_each_laid_out_as_if_alone() -> None:
    room = boxes(180, Box(24, 24))
    links = [
        (f"actor {number}", f"actor {number - 1 if number % 9 else max(number - 9, 0)}") for number in range(1, 180)
    ]
    parted = [link for link in links if link[0] != "actor 99"]
    first = {f"actor {number}": Box(24, 24) for number in range(99)}
    alone = layout(first, [link for link in parted if link[0] in first])
    together = layout(room, parted)
    assert layout(room, parted, apart=regions(room, parted)) == together
    shift = tuple(there - here for here, there in zip(alone["actor 0"], together["actor 0"], strict=True))
    for actor, (x, y) in alone.items():
        assert math.dist((x + shift[0], y + shift[1]), together[actor]) < 0.5
