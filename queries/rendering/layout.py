"""Layout: where each actor of the page stands. Seeded, so that the same graph always looks the same."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import rustworkx

from queries.rendering.islands import communities, islands
from queries.rendering.spacing import GAP, Box, Pair, Point, off_lines, tangle, without_overlaps
from queries.rendering.springs import joined, levelled, springs

SEED = 7
LINK_LENGTH = 190.0
"""Mean length of a line in a small graph, in pixels at full size: room for a word on it."""
ROOM = (150.0, 70.0)
"""Side of the square that an actor has to itself on average, in pixels at full size: up to 200 actors, and in large
graphs, which stand closer so that their shapes are still seen when the whole is in sight."""
ROOM_OF_BOX = 1.5
"""How many times its own area a box has to itself on average."""
LANDSCAPE = 1.45
"""How much wider than high: the free part of a window beside the evidence."""
ISLANDS_FROM = 70
"""From how many actors on communities are set apart; fewer are read better as one picture."""
PARTING = 3 * GAP
"""Free pixels between parts that no relation joins."""
TRIALS = 16
"""How many seeds a small graph is laid out with; the one with the fewest crossings is kept."""
TRIAL_LIMIT = 60
"""Up to how many pairs of actors crossings are counted; above, it takes long and the eye sees no difference."""


def layout(
    boxes: Mapping[str, Box],
    links: Iterable[Pair],
    known: Mapping[str, Point] | None = None,
    seed: int = SEED,
    apart: Sequence[Sequence[str]] | None = None,
) -> dict[str, Point]:
    """Place actors so that linked ones stand together and no two boxes overlap.

    Args:
        boxes: the room of each actor, by id.
        links: pairs of actor ids that a relation joins; may repeat, both ends must have a box.
        known: positions to keep, by id, so that a later snapshot of a graph looks like the earlier one.
        seed: another seed gives another, equally stable picture.
        apart: what ``regions`` gives for the same actors and links, where that is known already.

    Returns:
        The centre of each box, in pixels at full size; y grows downwards.
    """
    pairs = _pairs(links)
    if known and any(actor in known for actor in boxes):
        return _beside_known(boxes, pairs, known, seed)
    apart = regions(boxes, pairs, seed) if apart is None else apart
    parts = [_component(part, boxes, pairs, seed, apart) for part in _components(sorted(boxes), pairs)]
    return _pack(parts, boxes)


def regions(actors: Iterable[str], links: Iterable[Pair], seed: int = SEED) -> list[list[str]]:
    """The islands that ``layout`` sets apart, each as its actors; none in a graph that is read as one picture."""
    pairs = _pairs(links)
    found: list[list[str]] = []
    for part in _components(sorted(actors), pairs):
        if len(part) < ISLANDS_FROM:
            break
        members = set(part)
        found += communities(part, [pair for pair in pairs if pair[0] in members], seed)
    return found


def _pairs(links: Iterable[Pair]) -> list[Pair]:
    """Who is joined to whom, each pair once, in a fixed order."""
    return sorted({(min(a, b), max(a, b)) for a, b in links if a != b})


def _components(actors: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """The connected parts, the largest first."""
    graph = joined(actors, pairs)
    parts = [sorted(actors[index] for index in part) for part in rustworkx.connected_components(graph)]
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _component(
    actors: Sequence[str], boxes: Mapping[str, Box], pairs: Sequence[Pair], seed: int, apart: Sequence[Sequence[str]]
) -> dict[str, Point]:
    """One connected part, around any centre; ``boxes`` and ``apart`` are those of all parts."""
    if len(actors) == 1:
        return {actors[0]: (0.0, 0.0)}
    members = set(actors)
    own = [pair for pair in pairs if pair[0] in members]
    if len(actors) >= ISLANDS_FROM:
        own_islands = [island for island in apart if island[0] in members]
        return islands(own_islands, boxes, own, _room(len(actors)), LANDSCAPE, seed)
    trials = TRIALS if len(own) <= TRIAL_LIMIT else 1
    drawn = [
        without_overlaps(_spread(springs(actors, own, seed * TRIALS + trial), own, boxes), boxes)
        for trial in range(trials)
    ]
    if trials == 1:
        return drawn[0]
    drawn = [without_overlaps(off_lines(places, own), boxes, rounds=20) for places in drawn]
    return min(drawn, key=lambda places: tangle(places, own))


def _spread(places: Mapping[str, Point], pairs: Sequence[Pair], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Turn the longer axis level, and scale to the window's shape, with room for words on lines and around actors."""
    level = levelled(places)
    xs, ys = sorted(x for x, _ in level.values()), sorted(y for _, y in level.values())
    width, height = (max(values[-1] - values[0], 1e-9) for values in (xs, ys))
    # A picture much longer than the window is left as it is: a chain of actors is a chain.
    widen = 1.0 if width > LANDSCAPE * height else math.sqrt(LANDSCAPE * height / width)
    lengths = [math.hypot((level[a][0] - level[b][0]) * widen, (level[a][1] - level[b][1]) / widen) for a, b in pairs]
    by_length = LINK_LENGTH / (sum(lengths) / len(lengths) or 1.0) / max(1.0, math.sqrt(len(boxes) / 40))
    by_room = _room(len(places)) * math.sqrt(len(places) / (width * height))
    by_names = math.sqrt(
        ROOM_OF_BOX * sum(boxes[actor].width * boxes[actor].height for actor in places) / width / height
    )
    # Few actors in a row have room enough; they need no longer lines.
    scale = max(by_length, max(by_room, by_names) if len(places) > 40 else min(by_room, 3 * by_length))
    return {actor: (x * scale * widen, y * scale / widen) for actor, (x, y) in level.items()}


def _room(actors: int) -> float:
    """Side of the square that each of so many actors has to itself."""
    return max(ROOM[1], min(ROOM[0], ROOM[0] * math.sqrt(200 / actors)))


def _pack(parts: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Set the smaller parts in rows under the largest or beside it, as fills a window best, and centre the whole."""
    if not parts:
        return {}
    frames = [_frame(part, boxes) for part in parts]
    wide, high = frames[0][2] - frames[0][0], frames[0][3] - frames[0][1]
    narrowest = max((right - left for left, _, right, _ in frames[1:]), default=0.0)
    under = [_rows(frames[1:], max(wide, narrowest, high * LANDSCAPE) * share, 0, high) for share in (0.8, 1, 1.2)]
    beside = [_rows(frames[1:], max(wide * share, narrowest), wide, 0) for share in (0.15, 0.3, 0.45, 0.6, 0.8, 1)]

    def frame_of(corners: Sequence[Point]) -> float:
        """The height of the smallest window that holds it all."""
        ends = [(x + f[2] - f[0], y + f[3] - f[1]) for (x, y), f in zip(corners, frames[1:], strict=True)]
        right, bottom = max([wide, *(x for x, _ in ends)]), max([high, *(y for _, y in ends)])
        return max(right / LANDSCAPE, bottom)

    corners = [(0.0, 0.0), *min([*under, *beside], key=frame_of)]
    placed: dict[str, Point] = {}
    for part, (left, top, _, _), (x, y) in zip(parts, frames, corners, strict=True):
        placed.update({actor: (px - left + x, py - top + y) for actor, (px, py) in part.items()})
    left, top, right, bottom = _frame(placed, boxes)
    return {
        actor: (round(px - (left + right) / 2, 1), round(py - (top + bottom) / 2, 1))
        for actor, (px, py) in placed.items()
    }


def _rows(frames: Sequence[tuple[float, float, float, float]], width: float, left: float, top: float) -> list[Point]:
    """Where the corners of some frames lie when they are set in rows of a width, away from what is left and above."""
    corners: list[Point] = []
    x, y, height = 0.0, top + (PARTING if top else 0), 0.0
    for near, high, far, low in frames:
        if x and x + far - near > width:
            x, y, height = 0.0, y + height + PARTING, 0.0
        corners.append((left + (PARTING if left else 0) + x, y))
        x, height = x + far - near + PARTING, max(height, low - high)
    return corners


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
    if len(kept) == len(boxes):
        return kept
    span = max([math.dist(a, b) for a, b in combinations(list(kept.values())[:200], 2)], default=0.0) or LINK_LENGTH
    unit = {actor: (x / span, y / span) for actor, (x, y) in kept.items()}
    placed = springs(sorted(boxes), pairs, seed, unit)
    full = {actor: kept.get(actor) or (x * span, y * span) for actor, (x, y) in placed.items()}
    return {a: (round(x, 1), round(y, 1)) for a, (x, y) in without_overlaps(full, boxes, frozenset(kept)).items()}
