"""Springs: actors that are joined pull each other near, all others push each other away."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence

import rustworkx

from queries.rendering.spacing import Pair, Point

SPRING_WORK = 400_000_000
"""How many pairs of actors the springs may look at, about a second's work; larger graphs get fewer rounds."""


def springs(
    actors: Sequence[str],
    pairs: Iterable[Pair],
    seed: int,
    fixed: Mapping[str, Point] | None = None,
    weights: Mapping[Pair, float] | None = None,
) -> dict[str, Point]:
    """Fruchterman and Reingold's springs, from a start that depends on each actor's id alone.

    Args:
        actors: all that are placed.
        pairs: those of them that are joined.
        seed: another seed gives another, equally stable picture.
        fixed: positions to keep, in about the unit square.
        weights: how strongly a pair pulls; 1 where none is given.
    """
    index = {actor: number for number, actor in enumerate(actors)}
    start = {index[actor]: (fixed or {}).get(actor) or _scattered(actor, seed) for actor in actors}
    placed = rustworkx.spring_layout(
        joined(actors, pairs, weights),
        pos=start,
        fixed={index[actor] for actor in fixed} if fixed else None,
        k=1.6 / math.sqrt(len(actors)),
        num_iter=max(40, min(400, SPRING_WORK // len(actors) ** 2)),
        weight_fn=float if weights else None,
        seed=seed,
    )
    return {actor: (float(placed[number][0]), float(placed[number][1])) for actor, number in index.items()}


def joined(
    actors: Sequence[str], pairs: Iterable[Pair], weights: Mapping[Pair, float] | None = None
) -> rustworkx.PyGraph:
    """The graph of some actors, its nodes numbered in their order."""
    index = {actor: number for number, actor in enumerate(actors)}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(list(actors))
    graph.add_edges_from([(index[a], index[b], (weights or {}).get((a, b), 1.0)) for a, b in pairs])
    return graph


def levelled(places: Mapping[str, Point]) -> dict[str, Point]:
    """The same picture, centred, its principal axis lying level."""
    count = len(places)
    cx, cy = sum(x for x, _ in places.values()) / count, sum(y for _, y in places.values()) / count
    centred = {actor: (x - cx, y - cy) for actor, (x, y) in places.items()}
    xx, yy = sum(x * x for x, _ in centred.values()), sum(y * y for _, y in centred.values())
    angle = -0.5 * math.atan2(2 * sum(x * y for x, y in centred.values()), xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return {actor: (x * cos - y * sin, x * sin + y * cos) for actor, (x, y) in centred.items()}


def _scattered(actor: str, seed: int) -> Point:
    """A point in the unit square that only the actor's id and the seed decide."""
    digest = hashlib.sha256(f"{seed} {actor}".encode("utf8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") / 2**32, int.from_bytes(digest[4:8], "big") / 2**32
