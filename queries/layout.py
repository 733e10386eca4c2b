"""Layout: where each actor of the page stands. Seeded, so that the same graph always looks the same."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import rustworkx

from queries.spacing import GAP, Box, Pair, Point, off_lines, tangle, without_overlaps

SEED = 7
LINK_LENGTH = 190.0
"""Mean length of a line in a small graph, in pixels at full size: room for a word on it."""
ROOM = (150.0, 70.0)
"""Side of the square that an actor has to itself on average, in pixels at full size: up to 200 actors, and in large
graphs, which stand closer so that their shapes are still seen when the whole is in sight."""
LANDSCAPE = 1.45
"""How much wider than high: the free part of a window beside the evidence."""
SPRING_WORK = 400_000_000
"""How many pairs of actors the springs may look at, about a second's work; larger graphs get fewer rounds."""
TRIALS = 16
"""How many seeds a small graph is laid out with; the one with the fewest crossings is kept."""
TRIAL_LIMIT = 60
"""Up to how many pairs of actors crossings are counted; above, it takes long and the eye sees no difference."""


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
    drawn = [
        without_overlaps(_spread(_springs(actors, own, seed * TRIALS + trial), own), boxes) for trial in range(trials)
    ]
    if trials == 1:
        return drawn[0]
    drawn = [without_overlaps(off_lines(places, own), boxes, rounds=20) for places in drawn]
    return min(drawn, key=lambda places: tangle(places, own))


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
        num_iter=max(40, min(400, SPRING_WORK // len(actors) ** 2)),
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
    room = max(ROOM[1], min(ROOM[0], ROOM[0] * math.sqrt(200 / len(places))))
    by_room = room * math.sqrt(len(places) / (width * height))
    # Few actors in a row have room enough; they need no longer lines.
    scale = max(by_length, by_room if len(places) > 60 else min(by_room, 3 * by_length))
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
    return {a: (round(x, 1), round(y, 1)) for a, (x, y) in without_overlaps(full, boxes, frozenset(kept)).items()}
