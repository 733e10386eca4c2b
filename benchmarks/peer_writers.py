"""Writers of other projects, timed on rows that Rapport's benchmark holds ready; run by ``benchmarks.write_speed``.

Usage: ``PYTHON benchmarks/peer_writers.py kgx|cartography URI USER PASSWORD WARM-UP.json ROWS.json``

PYTHON is that of an environment in which the project is installed as it is published (``pip install kgx``, ``pip
install cartography``); Rapport is not needed there. Both are called as their own code calls them: KGX's ``NeoSink``
record by record, cartography's ``load`` for nodes and ``load_matchlinks`` for relationships. KGX asks for its index in
words that Neo4j 5 no longer knows; it is given that index, without which it would read every node for each row.

Prints the seconds that writing the rows took; those of the warm-up are written first and taken away again.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import neo4j

EMPTY = "MATCH (n) WHERE NOT n:Rapport CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
Rows = dict[str, list[Any]]


def kgx(uri: str, user: str, password: str, nodes: Rows, links: list[Any]) -> float:
    """Write through KGX's sink."""
    _without_network()
    from kgx.sink.neo_sink import NeoSink

    with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
        driver.execute_query("CREATE CONSTRAINT IF NOT EXISTS FOR (n:`biolink:NamedThing`) REQUIRE n.id IS UNIQUE")
    began = time.perf_counter()
    sink = NeoSink(_Owner(), uri, user, password)
    for label, rows in nodes.items():
        for row in rows:
            sink.write_node({**row, "category": [label]})
    for _, one, kind, _, other, properties in links:
        sink.write_edge({**properties, "subject": one, "object": other, "predicate": kind})
    sink.finalize()
    sink.session.close()
    return time.perf_counter() - began


def _without_network() -> None:
    """Let KGX be imported where no network is: it fetches the Biolink model for checks that its sink does not make."""
    sys.modules["bmt"] = MagicMock()
    sys.modules["kgx.prefix_manager"] = MagicMock()


class _Owner:
    """Stands for KGX's Transformer, which fetches a model from the network; the sink tells it errors alone."""

    def log_error(self, **told: object) -> None:
        """Say what the sink could not write."""
        print(str(told)[:500], file=sys.stderr)


def cartography(uri: str, user: str, password: str, nodes: Rows, links: list[Any]) -> float:
    """Write through cartography's loader."""
    from cartography.client.core.tx import load, load_matchlinks

    schemas = {label: _node_schema(label, rows) for label, rows in nodes.items()}
    by_kind: dict[tuple[str, str, str], list[Any]] = {}
    for label, one, kind, other_label, other, properties in links:
        by_kind.setdefault((label, kind, other_label), []).append({**properties, "_one": one, "_other": other})
    with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver, driver.session() as session:
        began = time.perf_counter()
        for label, rows in nodes.items():
            load(session, schemas[label], rows, lastupdated=1)
        for (label, kind, other_label), rows in by_kind.items():
            schema = _link_schema(label, kind, other_label, rows)
            load_matchlinks(session, schema, rows, lastupdated=1, _sub_resource_label="Feed", _sub_resource_id="1")
        return time.perf_counter() - began


def _node_schema(label: str, rows: list[Any]) -> Any:  # noqa: ANN401
    from cartography.models.core.common import PropertyRef
    from cartography.models.core.nodes import CartographyNodeProperties, CartographyNodeSchema

    keys = sorted({key for row in rows for key in row})
    refs = {**{key: PropertyRef(key) for key in keys}, "lastupdated": PropertyRef("lastupdated", set_in_kwargs=True)}
    properties = _frozen(
        "Properties", CartographyNodeProperties, {name: (PropertyRef, ref) for name, ref in refs.items()}
    )
    fields = {"label": (str, label), "properties": (CartographyNodeProperties, properties())}
    return _frozen("Schema", CartographyNodeSchema, fields)()


def _link_schema(label: str, kind: str, other_label: str, rows: list[Any]) -> Any:  # noqa: ANN401
    from cartography.models.core import relationships as core
    from cartography.models.core.common import PropertyRef

    keys = sorted({key for row in rows for key in row if not key.startswith("_")})
    told = {key: PropertyRef(key) for key in keys}
    for own in ("lastupdated", "_sub_resource_label", "_sub_resource_id"):
        told[own] = PropertyRef(own, set_in_kwargs=True)
    properties = _frozen(
        "Properties", core.CartographyRelProperties, {name: (PropertyRef, ref) for name, ref in told.items()}
    )
    fields = {
        "source_node_label": (str, label),
        "source_node_matcher": (
            core.SourceNodeMatcher,
            core.make_source_node_matcher({"id": PropertyRef("_one")}),
        ),
        "target_node_label": (str, other_label),
        "target_node_matcher": (
            core.TargetNodeMatcher,
            core.make_target_node_matcher({"id": PropertyRef("_other")}),
        ),
        "direction": (core.LinkDirection, core.LinkDirection.OUTWARD),
        "rel_label": (str, kind),
        "properties": (core.CartographyRelProperties, properties()),
    }
    return _frozen("Link", core.CartographyRelSchema, fields)()


def _frozen(name: str, base: type, fields: dict[str, tuple[type, Any]]) -> Any:  # noqa: ANN401
    """A frozen dataclass with defaults, as cartography's models are written."""
    namespace: dict[str, Any] = {field: value for field, (_, value) in fields.items()}
    namespace["__annotations__"] = {field: kind for field, (kind, _) in fields.items()}
    return dataclasses.dataclass(frozen=True)(type(name, (base,), namespace))


if __name__ == "__main__":
    which, address, name, secret, warm_up, file = sys.argv[1:]
    warm, told = (json.loads(Path(path).read_text("utf8")) for path in (warm_up, file))
    writer = {"kgx": kgx, "cartography": cartography}[which]
    writer(address, name, secret, warm["nodes"], warm["links"])
    with neo4j.GraphDatabase.driver(address, auth=(name, secret)) as driver, driver.session() as session:
        session.run(EMPTY).consume()
    print(writer(address, name, secret, told["nodes"], told["links"]))
