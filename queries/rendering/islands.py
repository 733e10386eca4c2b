"""Islands: in a large graph, actors that deal mostly with each other stand together, with water around them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np

from queries.rendering.spacing import Box, Pair, Point, Table, without_overlaps
from queries.rendering.springs import levelled, springs

WATER = 110.0
"""Free pixels between two islands, at full size."""
CLOSING, SETTLING = 160, 240
"""Rounds in which islands draw together, and in which they only make room for each other."""
TURNS = 24
"""In how many ways an island is turned, and as many mirrored, to bring its actors near those whom they deal with."""


def communities(actors: Sequence[str], pairs: Sequence[Pair], seed: int) -> list[list[str]]:
    """Actors parted by Louvain's method, so that most relations lie within a part; the largest part first.

    Louvain: Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large networks", 2008.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actors)
    graph.add_edges_from(pairs)
    parts = [sorted(part) for part in nx.community.louvain_communities(graph, seed=seed)]
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def islands(
    parts: Sequence[Sequence[str]],
    boxes: Mapping[str, Box],
    pairs: Sequence[Pair],
    room: float,
    landscape: float,
    seed: int,
) -> dict[str, Point]:
    """Places for some connected actors, around any centre.

    Args:
        parts: their communities, as ``communities`` gives them.
        boxes: the room of each.
        pairs: those that are joined.
        room: side of the square that an actor has to itself on average, in pixels at full size.
        landscape: how much wider than high the whole is to be.
        seed: as in ``queries.rendering.springs``.
    """
    home = {actor: number for number, part in enumerate(parts) for actor in part}
    inside: defaultdict[int, list[Pair]] = defaultdict(list)
    across: defaultdict[Pair, int] = defaultdict(int)
    for a, b in pairs:
        if home[a] == home[b]:
            inside[home[a]].append((a, b))
        else:
            ends = sorted((parts[home[a]][0], parts[home[b]][0]))
            across[ends[0], ends[1]] += 1
    drawn = [_island(part, inside[number], boxes, room, seed) for number, part in enumerate(parts)]
    centres = _set_out(parts, drawn, across, landscape, seed)
    turned = _turned(drawn, centres, home, pairs)
    return without_overlaps(turned, boxes, rounds=60)


def _island(
    part: Sequence[str], pairs: Sequence[Pair], boxes: Mapping[str, Box], room: float, seed: int
) -> dict[str, Point]:
    """One community around its own centre, about as wide as high."""
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    placed = levelled(springs(part, pairs, seed))
    xs, ys = [x for x, _ in placed.values()], [y for _, y in placed.values()]
    width, height = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    side = room * math.sqrt(len(part))
    # Half the way to a square: what is long stays a little long.
    squeeze = math.sqrt(math.sqrt(height / width))
    scale = side / math.sqrt(width * height)
    return without_overlaps(
        {actor: (x * scale * squeeze, y * scale / squeeze) for actor, (x, y) in placed.items()}, boxes, rounds=60
    )


def _set_out(
    parts: Sequence[Sequence[str]],
    drawn: Sequence[Mapping[str, Point]],
    across: Mapping[Pair, int],
    landscape: float,
    seed: int,
) -> list[Point]:
    """The centre of each island: those with much traffic between them lie side by side."""
    names = [part[0] for part in parts]
    if len(names) == 1:
        return [(0.0, 0.0)]
    weights = {pair: 1 + math.log(count) for pair, count in across.items()}
    placed = levelled(springs(names, list(across), seed, weights=weights))
    xy: Table = np.array([placed[name] for name in names])
    radii: Table = np.array([_reach(island) + WATER / 2 for island in drawn])
    stretch = np.array([math.sqrt(landscape), 1 / math.sqrt(landscape)])
    spread = xy / (np.abs(xy).max(axis=0) + 1e-9) * stretch * math.sqrt(float((radii**2).sum()))
    return [(float(x), float(y)) for x, y in _close(spread, radii, stretch)]


def _close(xy: Table, radii: Table, stretch: Table) -> Table:
    """Round islands drawn together towards the middle until they touch, and never over each other."""
    for step in range(CLOSING + SETTLING):
        if step < CLOSING:
            xy = xy * (1 - 0.02 / stretch)
        apart = xy[:, None, :] - xy[None, :, :]
        distance = np.hypot(apart[..., 0], apart[..., 1]) + 1e-9
        over = np.maximum(0, radii[:, None] + radii[None, :] - distance)
        np.fill_diagonal(over, 0)
        if step >= CLOSING and not over.any():
            break
        xy = xy + (apart / distance[..., None] * over[..., None]).sum(axis=1) * 0.4
    return xy


def _reach(island: Mapping[str, Point]) -> float:
    """How far an island reaches from its centre, but for the outermost of its actors, who may stand in the water."""
    distances = sorted(math.hypot(x, y) for x, y in island.values())
    return distances[int(0.94 * (len(distances) - 1))] + 24


def _turned(
    drawn: Sequence[Mapping[str, Point]], centres: Sequence[Point], home: Mapping[str, int], pairs: Sequence[Pair]
) -> dict[str, Point]:
    """All islands at their centres, each turned so that lines to other islands are short."""
    index = {actor: number for number, actor in enumerate(home)}
    local: Table = np.array([drawn[part][actor] for actor, part in home.items()])
    middle: Table = np.array([centres[part] for part in home.values()])
    where = local + middle
    leaving: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for a, b in pairs:
        if home[a] != home[b]:
            leaving[home[a]].append((index[a], index[b]))
            leaving[home[b]].append((index[b], index[a]))
    members: defaultdict[int, list[int]] = defaultdict(list)
    for actor, part in home.items():
        members[part].append(index[actor])
    for part in sorted(leaving):
        own, theirs = np.array(leaving[part]).T
        turns = [_turn(step, mirrored) for step in range(TURNS) for mirrored in (1.0, -1.0)]
        away = where[theirs] - middle[own]
        best = min(turns, key=lambda turn: float(np.hypot(*(local[own] @ turn - away).T).sum()))
        where[members[part]] = local[members[part]] @ best + middle[members[part]]
    return {actor: (float(where[number][0]), float(where[number][1])) for actor, number in index.items()}


def _turn(step: int, mirrored: float) -> Table:
    angle = 2 * math.pi * step / TURNS
    cos, sin = math.cos(angle), math.sin(angle)
    return np.array([[cos, sin], [-sin * mirrored, cos * mirrored]])
