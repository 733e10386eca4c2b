"""Answers as networkx graphs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.reading import plain

if TYPE_CHECKING:
    from neo4j.graph import Graph


def network(found: Graph, bare: Mapping[str, Mapping[str, Any]]) -> nx.MultiDiGraph[str]:
    """The actors and relations of a driver's graph as a ``MultiDiGraph``.

    Nodes are actor ids with the actor's properties; an edge's key is its relation's id, its attributes are the
    relation's properties with ``type``, ``subject`` and ``object``. Claims and reports are left out.

    Args:
        found: what an answer held.
        bare: by element id, the properties of nodes that came without them, as the ends of a relationship do where only
            the relationship is returned.
    """
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    actors: dict[str, str] = {}
    for node in found.nodes:
        properties = bare.get(node.element_id) or plain(node)
        if "Actor" in properties["labels"]:
            actors[node.element_id] = properties["id"]
            drawn.add_node(properties["id"], **properties)
    for edge in found.relationships:
        ends = [actors.get(node.element_id) for node in edge.nodes if node is not None]
        match ends:
            case [str(subject), str(target)]:
                attributes = {**plain(edge), "subject": subject, "object": target}
                drawn.add_edge(subject, target, key=edge["id"], **attributes)
    return drawn
