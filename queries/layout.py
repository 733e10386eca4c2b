"""Layout: where each actor of the page stands. Seeded, so that the same graph always looks the same."""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import rustworkx

Point = tuple[float, float]
Pair = tuple[str, str]

SEED = 7
LINK_LENGTH = 190.0
"""Mean length of a line in a small graph, in pixels at full size: room for a word on it."""
ROOM = 150.0
"""Side of the square that an actor has to itself on average, in pixels at full size, at the least."""
CLEARANCE = 34.0
"""Nearer than this, in pixels, a line seems to touch an actor that it does not belong to."""
LANDSCAPE = 1.45
"""How much wider than high: the free part of a window beside the evidence."""
TRIALS = 24
"""How many seeds a small graph is laid out with; the one with the fewest crossings is kept."""
TRIAL_LIMIT = 90
"""Up to how many pairs of actors crossings are counted; above, it takes long and the eye sees no difference."""
GAP = 14.0
"""Free pixels between two boxes."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that an actor takes, its name included, in pixels at full size."""

    width: float
    height: float


def layout(
    boxes: Mapping[str, Box], links: Iterable[Pair], known: Mapping[str, Point] | None = None, seed: int = SEED
) -> dict[str, Point]:
    """Place actors so that linked ones stand together and no two boxes overlap.

    Args:
        boxes: the room of each actor, by id.
        links: pairs of actor ids that a relation joins; may repeat, both ends must have a box.
        known: positions to keep, by id, so that a later snapshot of a graph looks like the earlier one.
        seed: another seed gives another, equally stable picture.

    Returns:
        The centre of each box, in pixels at full size; y grows downwards.
    """
    pairs = sorted({(min(a, b), max(a, b)) for a, b in links if a != b})
    if known and any(actor in known for actor in boxes):
        return _beside_known(boxes, pairs, known, seed)
    parts = [_component(part, boxes, pairs, seed) for part in _components(sorted(boxes), pairs)]
    return _pack(parts, boxes)


def _components(actors: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """The connected parts, the largest first."""
    graph, _ = _graph(actors, pairs)
    parts = [sorted(actors[index] for index in part) for part in rustworkx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _graph(actors: Sequence[str], pairs: Iterable[Pair]) -> tuple[rustworkx.PyGraph, dict[str, int]]:
    index = {actor: number for number, actor in enumerate(actors)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(actors))
    graph.add_edges_from([(index[a], index[b], 1.0) for a, b in pairs])
    return graph, index


def _component(actors: Sequence[str], boxes: Mapping[str, Box], pairs: Sequence[Pair], seed: int) -> dict[str, Point]:
    """One connected part, around any centre."""
    if len(actors) == 1:
        return {actors[0]: (0.0, 0.0)}
    members = set(actors)
    own = [pair for pair in pairs if pair[0] in members]
    trials = TRIALS if len(own) <= TRIAL_LIMIT else 1
    drawn = [_without_overlaps(_spread(_springs(actors, own, seed + trial), own), boxes) for trial in range(trials)]
    if trials == 1:
        return drawn[0]
    drawn = [_without_overlaps(_off_lines(places, own), boxes, rounds=20) for places in drawn]
    return min(drawn, key=lambda places: _tangle(places, own))


def _springs(
    actors: Sequence[str], pairs: Sequence[Pair], seed: int, fixed: Mapping[str, Point] | None = None
) -> dict[str, Point]:
    """Fruchterman and Reingold's springs, from a start that depends on each actor's id alone."""
    graph, index = _graph(actors, pairs)
    start = {index[actor]: (fixed or {}).get(actor) or _scattered(actor, seed) for actor in actors}
    placed = rustworkx.spring_layout(
        graph,
        pos=start,
        fixed={index[actor] for actor in fixed} if fixed else None,
        k=1.6 / math.sqrt(len(actors)),
        num_iter=400,
        seed=seed,
    )
    return {actor: (float(placed[number][0]), float(placed[number][1])) for actor, number in index.items()}


def _scattered(actor: str, seed: int) -> Point:
    """A point in the unit square that only the actor's id and the seed decide."""
    digest = hashlib.sha256(f"{seed} {actor}".encode("utf8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") / 2**32, int.from_bytes(digest[4:8], "big") / 2**32


def _spread(places: Mapping[str, Point], pairs: Sequence[Pair]) -> dict[str, Point]:
    """Turn the longer axis level, and scale to the window's shape, with room for words on lines and around actors."""
    level = _levelled(places)
    xs, ys = sorted(x for x, _ in level.values()), sorted(y for _, y in level.values())
    width, height = (max(values[-1] - values[0], 1e-9) for values in (xs, ys))
    # A picture much longer than the window is left as it is: a chain of actors is a chain.
    widen = 1.0 if width > LANDSCAPE * height else math.sqrt(LANDSCAPE * height / width)
    lengths = [math.hypot((level[a][0] - level[b][0]) * widen, (level[a][1] - level[b][1]) / widen) for a, b in pairs]
    by_length = LINK_LENGTH / (sum(lengths) / len(lengths) or 1.0) / max(1.0, math.sqrt(len(places) / 40))
    by_room = ROOM * math.sqrt(len(places) / (width * height)) if len(places) > 4 else 0.0
    scale = max(by_length, min(by_room, 3 * by_length))
    return {actor: (x * scale * widen, y * scale / widen) for actor, (x, y) in level.items()}


def _levelled(places: Mapping[str, Point]) -> dict[str, Point]:
    """The same picture, centred, its principal axis lying level."""
    count = len(places)
    cx, cy = sum(x for x, _ in places.values()) / count, sum(y for _, y in places.values()) / count
    centred = {actor: (x - cx, y - cy) for actor, (x, y) in places.items()}
    xx, yy = sum(x * x for x, _ in centred.values()), sum(y * y for _, y in centred.values())
    angle = -0.5 * math.atan2(2 * sum(x * y for x, y in centred.values()), xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return {actor: (x * cos - y * sin, x * sin + y * cos) for actor, (x, y) in centred.items()}


def _tangle(places: Mapping[str, Point], pairs: Sequence[Pair]) -> tuple[int, float]:
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


def _off_lines(places: Mapping[str, Point], pairs: Sequence[Pair], rounds: int = 12) -> dict[str, Point]:
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


def _without_overlaps(
    places: Mapping[str, Point], boxes: Mapping[str, Box], held: frozenset[str] = frozenset(), rounds: int = 150
) -> dict[str, Point]:
    """Push overlapping boxes apart along the side on which they overlap least, until none do."""
    moved = {actor: [x, y] for actor, (x, y) in sorted(places.items())}
    cell = max(max(box.width, box.height) for box in boxes.values()) + GAP
    for _ in range(rounds):
        calm = True
        for one, other in _neighbours(moved, cell):
            if one in held and other in held:
                continue
            dx, dy = moved[other][0] - moved[one][0], moved[other][1] - moved[one][1]
            over_x = (boxes[one].width + boxes[other].width) / 2 + GAP - abs(dx)
            over_y = (boxes[one].height + boxes[other].height) / 2 + GAP - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            calm = False
            axis, push = (0, math.copysign(over_x, dx)) if over_x < over_y else (1, math.copysign(over_y, dy))
            share = 1.0 if one in held or other in held else 0.5
            if one not in held:
                moved[one][axis] -= push * share * 1.01
            if other not in held:
                moved[other][axis] += push * share * 1.01
        if calm:
            break
    return {actor: (x, y) for actor, (x, y) in moved.items()}


def _neighbours(places: Mapping[str, Sequence[float]], cell: float) -> list[Pair]:
    """Pairs of actors near enough to overlap, by a grid of ``cell`` pixels."""
    grid: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for actor, (x, y) in places.items():
        grid[math.floor(x / cell), math.floor(y / cell)].append(actor)
    near: list[Pair] = []
    for (column, row), members in grid.items():
        near.extend(combinations(members, 2))
        for step in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            near.extend(product(members, grid.get((column + step[0], row + step[1]), ())))
    return near


def _pack(parts: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Set the parts side by side in rows under the largest, and centre the whole."""
    frames = [_frame(part, boxes) for part in parts]
    if not frames:
        return {}
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in frames)
    row_width = max(frames[0][2] - frames[0][0], math.sqrt(area * LANDSCAPE))
    placed: dict[str, Point] = {}
    x = y = height = 0.0
    for part, (left, top, right, bottom) in zip(parts, frames, strict=True):
        if x and x + right - left > row_width:
            x, y, height = 0.0, y + height + 3 * GAP, 0.0
        placed.update({actor: (px - left + x, py - top + y) for actor, (px, py) in part.items()})
        x, height = x + right - left + 3 * GAP, max(height, bottom - top)
    left, top, right, bottom = _frame(placed, boxes)
    return {
        actor: (round(px - (left + right) / 2, 1), round(py - (top + bottom) / 2, 1))
        for actor, (px, py) in placed.items()
    }


def _frame(places: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of some boxes."""
    return (
        min(x - boxes[actor].width / 2 for actor, (x, _) in places.items()),
        min(y - boxes[actor].height / 2 for actor, (_, y) in places.items()),
        max(x + boxes[actor].width / 2 for actor, (x, _) in places.items()),
        max(y + boxes[actor].height / 2 for actor, (_, y) in places.items()),
    )


def _beside_known(
    boxes: Mapping[str, Box], pairs: Sequence[Pair], known: Mapping[str, Point], seed: int
) -> dict[str, Point]:
    """Keep what is known where it is and let springs find a place for what is new."""
    kept = {actor: known[actor] for actor in sorted(boxes) if actor in known}
    span = max([math.dist(a, b) for a, b in combinations(list(kept.values())[:200], 2)], default=0.0) or LINK_LENGTH
    unit = {actor: (x / span, y / span) for actor, (x, y) in kept.items()}
    placed = _springs(sorted(boxes), pairs, seed, unit)
    full = {actor: kept.get(actor) or (x * span, y * span) for actor, (x, y) in placed.items()}
    return {a: (round(x, 1), round(y, 1)) for a, (x, y) in _without_overlaps(full, boxes, frozenset(kept)).items()}
