"""GraphML and GEXF: the graph for programs that draw and measure networks, such as Gephi, yEd and networkx."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx

from queries.exports.part import Part, Row, as_text
from queries.view import span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from graph.relations import Relation

GEXF = "http://gexf.net/1.3"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES = {bool: "boolean", int: "integer", float: "double"}


def network(held: Part) -> nx.MultiDiGraph[str]:
    """The part as a graph: nodes are ids of actors, the key of an edge is its relation's id; nothing is None.

    Args:
        held: the part.
    """
    drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in held.actors:
        drawn.add_node(actor["id"], **_plain({**actor, "label": actor["name"]}))
    for relation in held.relations:
        row = held.row(relation)
        drawn.add_edge(row["subject"], row["object"], key=row["id"], **_plain(row))
    return drawn


def write_graphml(held: Part, out: Path) -> None:
    """Write GraphML, which networkx reads back equal to ``network``.

    Args:
        held: what to write.
        out: the file.
    """
    nx.write_graphml(network(held), out, encoding="utf-8", named_key_ids=True, edge_id_from_attribute="id")


def write_gexf(held: Part, out: Path, lasting: Iterable[str]) -> None:
    """Write GEXF 1.3, in which each edge has the days on which it happened or held, for Gephi's timeline.

    Args:
        held: what to write.
        out: the file.
        lasting: names of the relation types that are states.
    """
    from xml.etree import ElementTree as Xml

    root = Xml.Element("gexf", {"xmlns": GEXF, "version": "1.3"})
    meta = Xml.SubElement(root, "meta")
    Xml.SubElement(meta, "creator").text = "Rapport"
    graph = Xml.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"})
    nodes = [_plain(actor) for actor in held.actors]
    edges = [(relation, _plain(_without_type(held.row(relation)))) for relation in held.relations]
    node_fields = _declare(graph, "node", nodes)
    edge_fields = _declare(graph, "edge", [row for _, row in edges])
    listed = Xml.SubElement(graph, "nodes")
    for row in nodes:
        node = Xml.SubElement(listed, "node", {"id": str(row["id"]), "label": str(row["name"])})
        _values(node, row, node_fields)
    listed = Xml.SubElement(graph, "edges")
    for relation, row in edges:
        edge = Xml.SubElement(
            listed,
            "edge",
            {
                "id": str(row["id"]),
                "source": relation.subject,
                "target": relation.object,
                "kind": relation.type,
                "label": relation.type,
                "weight": str(float(relation.origins)),
            },
        )
        _values(edge, row, edge_fields)
        spell = _spell(relation, tuple(lasting))
        if spell:
            Xml.SubElement(Xml.SubElement(edge, "spells"), "spell", spell)
    Xml.indent(root)
    Xml.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)


def _plain(row: Mapping[str, object]) -> Row:
    """A row without what is not known, in the types of these formats and with no sign that XML cannot hold."""
    told = {key: as_text(value) for key, value in row.items() if value is not None and value != []}
    return {key: _NOT_XML.sub("", value) if isinstance(value, str) else value for key, value in told.items()}


def _without_type(row: Row) -> Row:
    """A relation's row without its type, which stands as ``kind`` and ``label`` already.

    In values, Gephi 0.10 takes the INF of INFORMS for a number, and shows InfinityORMS.
    """
    return {key: value for key, value in row.items() if key != "type"}


def _declare(graph: Element, of: str, rows: Iterable[Row]) -> dict[str, str]:
    """Declare the attributes of nodes or edges; gives the id of each by its name."""
    from xml.etree import ElementTree as Xml

    kinds = {key: _TYPES.get(type(value), "string") for row in rows for key, value in row.items() if key != "id"}
    declared = Xml.SubElement(graph, "attributes", {"class": of, "mode": "static"})
    for number, (title, kind) in enumerate(kinds.items()):
        Xml.SubElement(declared, "attribute", {"id": str(number), "title": title, "type": kind})
    return {title: str(number) for number, title in enumerate(kinds)}


def _values(element: Element, row: Row, fields: Mapping[str, str]) -> None:
    from xml.etree import ElementTree as Xml

    values = Xml.SubElement(element, "attvalues")
    for key, number in fields.items():
        if key in row:
            told = str(row[key]).lower() if isinstance(row[key], bool) else str(row[key])
            Xml.SubElement(values, "attvalue", {"for": number, "value": told})


def _spell(relation: Relation, lasting: tuple[str, ...]) -> dict[str, str]:
    """The days of a relation; open sides are left out."""
    held = span(relation, lasting)
    if held is None:
        return {}
    found = {}
    if held[0].year > 1:
        found["start"] = held[0].isoformat()
    if held[1].year < 9999:
        found["end"] = held[1].isoformat()
    return found
