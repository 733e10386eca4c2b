"""Imports with neo4j-admin, and graphs compared as sets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.jars import JarsMissing
from graph.loading import import_files_into
from graph.local import LocalServer
from graph.store import Store
from tests.conftest import missing

WHOLE = {
    "nodes": "MATCH (n) WHERE NOT n:Rapport RETURN labels(n) AS labels, properties(n) AS properties",
    "links": "MATCH (a)-[r]->(b) RETURN a.id AS one, b.id AS other, type(r) AS type, properties(r) AS properties",
}


def whole(store: Store) -> dict[str, list[str]]:
    """The graph as text, in an order that does not depend on how it was written; an empty list is no property."""
    return {name: sorted(map(repr, map(_ordered, store.cypher(query)))) for name, query in WHOLE.items()}


def _ordered(row: dict[str, Any]) -> dict[str, Any]:
    properties = {key: value for key, value in sorted(row["properties"].items()) if value != []}
    return {**row, "properties": properties, **({"labels": sorted(row["labels"])} if "labels" in row else {})}


@contextmanager
def imported(files: Path, home: Path) -> Iterator[Store]:
    """The graph that neo4j-admin makes of some files, in a Neo4j of its own."""
    server = LocalServer(home, idle=10)
    try:
        server.start()
    except JarsMissing as error:
        missing(str(error))
    server.stop()
    assert import_files_into(server.folder, files) is None
    address = server.start()
    try:
        with Store(address.uri, address.username, address.password) as store:
            yield store
    finally:
        server.stop()
