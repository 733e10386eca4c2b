"""Spacing: room between the actors of a drawing, and between actors and lines."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Pair = tuple[str, str]
Table = NDArray[Any]

CLEARANCE = 34.0
"""Nearer than this, in pixels, a line seems to touch an actor that it does not belong to."""
GAP = 14.0
"""Free pixels between two boxes."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that an actor takes, its name included, in pixels at full size."""

    width: float
    height: float


def tangle(places: Mapping[str, Point], pairs: Sequence[Pair]) -> tuple[int, float]:
    """How hard a picture is to read: lines that cross, and, twice as bad, lines that run over a stranger.

    Among equals, the picture whose lines keep away furthest from strangers is the easiest.
    """

    def turn(a: str, b: str, c: str) -> float:
        (ax, ay), (bx, by), (cx, cy) = places[a], places[b], places[c]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    crossings = sum(
        turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
        for (a, b), (c, d) in combinations(pairs, 2)
        if len({a, b, c, d}) == 4
    )
    gaps = [_distance(places[c], places[a], places[b]) for (a, b), c in product(pairs, places) if c not in (a, b)]
    return crossings + 2 * sum(gap < CLEARANCE for gap in gaps), -min(gaps, default=0.0)


def off_lines(places: Mapping[str, Point], pairs: Sequence[Pair], rounds: int = 12) -> dict[str, Point]:
    """Push actors sideways off the lines that run over them."""
    moved = dict(places)
    for _ in range(rounds):
        for actor, (a, b) in product(sorted(moved), pairs):
            if actor in (a, b) or (gap := _distance(moved[actor], moved[a], moved[b])) >= CLEARANCE:
                continue
            (x, y), (ax, ay), (bx, by) = moved[actor], moved[a], moved[b]
            length = math.dist((ax, ay), (bx, by)) or 1.0
            side = math.copysign(1.0, (bx - ax) * (y - ay) - (by - ay) * (x - ax))
            push = side * (CLEARANCE * 1.1 - gap) / length
            moved[actor] = (x - push * (by - ay), y + push * (bx - ax))
    return moved


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the nearest of a line between two others."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    length = (bx - ax) ** 2 + (by - ay) ** 2 or 1e-9
    along = max(0.0, min(1.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length))
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))


def without_overlaps(
    places: Mapping[str, Point], boxes: Mapping[str, Box], held: frozenset[str] = frozenset(), rounds: int | None = None
) -> dict[str, Point]:
    """Push overlapping boxes apart along the side on which they overlap least, until none do.

    Args:
        places: the centre of each box.
        boxes: the room of each actor.
        held: actors that stay where they are.
        rounds: after how many rounds to leave it at that; by default fewer for larger graphs, some seconds' work.
    """
    actors = sorted(places)
    xy = np.array([places[actor] for actor in actors], dtype=float)
    half = np.array([(boxes[actor].width, boxes[actor].height) for actor in actors]) / 2
    loose = np.array([actor not in held for actor in actors], dtype=float)
    for _ in range(rounds or max(40, min(300, 150_000 // max(len(actors), 1)))):
        push = _pushes(xy, half, loose)
        if not push.any():
            break
        # All pushes of a round act at once; bounded, so that a crowd spreads and does not burst.
        xy += np.clip(push, -2 * GAP, 2 * GAP)
    return {actor: (float(x), float(y)) for actor, (x, y) in zip(actors, xy, strict=True)}


def _pushes(xy: Table, half: Table, loose: Table) -> Table:
    """How far each box wants to move; each is compared with those that follow it from left to right, while near."""
    order = np.argsort(xy[:, 0], kind="stable")
    push = np.zeros_like(xy)
    furthest = 2 * half[:, 0].max() + GAP
    for step in range(1, len(order)):
        one, other = order[:-step], order[step:]
        apart = xy[other] - xy[one]
        if apart[:, 0].min() > furthest:
            break
        over = half[one] + half[other] + GAP - np.abs(apart)
        hit = (over > 0.01).all(axis=1)
        if not hit.any():
            continue
        one, other, apart, over = one[hit], other[hit], apart[hit], over[hit]
        axis = over.argmin(axis=1)
        row = np.arange(len(axis))
        move = np.copysign(over[row, axis], apart[row, axis]) / np.maximum(loose[one] + loose[other], 1)
        push[one, axis] -= move * loose[one]
        push[other, axis] += move * loose[other]
    return push
