"""Page: one HTML file that shows a subgraph with its evidence. It needs no network and runs nothing from the data."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.vocabulary import vocabulary
from queries.rendering import appearance
from queries.rendering.layout import layout, regions
from queries.rendering.page_data import page_data, plain, short_name
from queries.rendering.spacing import Box, Point
from queries.rendering.template import PAGE, environment
from queries.subgraph import Subgraph

if TYPE_CHECKING:
    from pyvis.network import Network

SCRIPTS = (
    "state",
    "narrowing",
    "permalink",
    "theme",
    "graph",
    "shores",
    "look",
    "labels",
    "pieces",
    "evidence",
    "actor",
    "path",
    "filters",
    "legend",
    "time",
    "search",
    "table",
    "vectors",
    "export",
    "page",
)
"""The page's own script, in the order in which its parts stand on one another; the last one starts it."""
NAMED_ACTORS = 160
"""Up to how many actors the layout keeps room for every name; above, a name shows where there happens to be room."""
FARTHEST = 2.6
"""How much larger names are at most, beside the drawing, than at full size."""
HIDE_LINES_ABOVE = 1500
"""From how many lines on they are left out while the drawing is dragged, so that it follows the hand."""


def page(
    subgraph: Subgraph, known: dict[str, Point] | None = None, islands: Sequence[Sequence[str]] | None = None
) -> str:
    """The HTML of a page.

    Args:
        subgraph: what it shows.
        known: positions to keep, by actor id, in pixels at full size.
        islands: who stands together there.
    """
    # pyvis brings IPython with it, which takes half a second to import.
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    library = Path(network.template_dir, "lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf8")
    grounds = list(islands or ()) if known else _islands(subgraph)
    data = page_data(subgraph) | {"chart": "graph", "pair": [], "islands": grounds}
    network.path = PAGE
    network.templateEnv = environment(plain(subgraph.title), data, SCRIPTS, library)
    _draw(network, subgraph, known, None if known else grounds)
    network.templateEnv.globals["drawing_options"] = network.options
    html: str = network.generate_html(PAGE)
    return html


def write(
    subgraph: Subgraph,
    file: Path | str,
    known: dict[str, Point] | None = None,
    islands: Sequence[Sequence[str]] | None = None,
) -> None:
    """Write the page to ``file``, in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes a question mark."""
    Path(file).write_text(page(subgraph, known, islands), encoding="utf8", errors="replace", newline="\n")


def _draw(
    network: Network, subgraph: Subgraph, known: dict[str, Point] | None, apart: Sequence[Sequence[str]] | None
) -> None:
    """Give pyvis the actors at their places and the lines between them."""
    degrees = Counter(end for relation in subgraph.relations for end in (relation.subject, relation.object))
    labels = {actor.id: short_name(actor) for actor in subgraph.actors}
    # The more actors, the farther the whole is seen from, while names keep their size and shapes lose half of it.
    named = len(labels) <= NAMED_ACTORS
    far = max(1.0, min(FARTHEST, math.sqrt(len(labels) / 18))) if named else 1.0
    sizes = {actor.id: round(appearance.size(degrees[actor.id]) * math.sqrt(far), 1) for actor in subgraph.actors}
    boxes = {key: _box(size, labels[key] if named else "", far) for key, size in sizes.items()}
    drawn = appearance.lines(subgraph.relations)
    places = layout(boxes, [(line.subject, line.object) for line in drawn], known, apart=apart)
    for actor in subgraph.actors:
        x, y = places[actor.id]
        shape = appearance.KINDS.get(actor.kind, appearance.KINDS["unknown"])["shape"]
        network.add_node(actor.id, label=" ", shape=shape, size=sizes[actor.id], x=x, y=y)
    for line in drawn:
        network.add_edge(line.subject, line.object, **_edge(line, far))
    large = len(drawn) > HIDE_LINES_ABOVE
    network.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {"chosen": False, "borderWidth": 1.5},
        "edges": {"chosen": False, "smooth": False, "arrows": "to", "hoverWidth": 0, "selectionWidth": 0},
        "interaction": {"hover": not large, "hideEdgesOnDrag": large, "hideEdgesOnZoom": large, "multiselect": False},
    }


def _islands(subgraph: Subgraph) -> list[list[str]]:
    """Who stands together, for the ground under them."""
    return regions([actor.id for actor in subgraph.actors], [(r.subject, r.object) for r in subgraph.relations])


def _box(size: float, label: str, far: float) -> Box:
    """The room of a shape with its name beneath, at 7.6 pixels a letter, seen from ``far`` times as far away."""
    return Box(max(2 * size, (7.6 * len(label) + 8) * far), 2 * size + (22 * far if label else 4))


def _edge(line: appearance.Line, far: float) -> dict[str, Any]:
    """What the page needs to draw a line; the colour follows the theme and is given there."""
    kind = vocabulary().types.get(line.type)
    # pyvis turns "curvedCW" about the way from subject to object, the bend about that from the lesser id.
    bend = line.bend if line.subject < line.object else -line.bend
    drawn: dict[str, Any] = {
        "id": line.id,
        "width": round(line.width * math.sqrt(far), 1),
        "both": kind is not None and kind.symmetric,
        "relations": line.relations,
    }
    if bend:
        turn = "curvedCW" if bend > 0 else "curvedCCW"
        drawn["smooth"] = {"enabled": True, "type": turn, "roundness": abs(bend)}
    return drawn
