"""First loads: files become the local graph at once, or nothing does."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph import loading
from graph.errors import Misuse, RapportError
from graph.import_files import FILES, make_folder, write_arguments
from graph.jars import JarsMissing
from graph.loading import load
from graph.local import LocalServer
from graph.settings import Address
from graph.store import Store
from tests.command import ROOT, rapport
from tests.conftest import missing
from tests.importing import whole
from tests.ingest.feeds.feed_rows import gdelt_row, written
from tests.ingest.feeds.test_bulk import rows

ONE_RUN = "MATCH (c:Claim) SET c.run = 'one'"


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalServer]:
    """A local Neo4j whose store stands and is empty."""
    server = LocalServer(tmp_path / "home", idle=10)
    try:
        server.start()
    except JarsMissing as error:
        missing(str(error))
    yield server
    server.stop()


def opened(server: LocalServer) -> Store:
    address = server.start()
    return Store(address.uri, address.username, address.password)


@pytest.mark.neo4j
def test_the_graph_is_that_of_the_same_files_over_bolt(
    newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    feed = written(tmp_path, "1.CSV", *rows(range(200), random.Random(5)), *rows(range(50), random.Random(6)))
    over_bolt = json.loads(rapport("ingest", "gdelt", str(feed), "--json", home=tmp_path, store=local_server).out)
    server = LocalServer(home)
    try:
        told = json.loads(rapport("ingest", "gdelt", str(feed), "--first-load", "--json", home=home).out)
        same = ("rows", "claims", "rejected", "new_claims", "new_relations", "new_actors", "new_reports")
        assert {name: told[name] for name in same} == {name: over_bolt[name] for name in same}
        newest_store.cypher(ONE_RUN, write=True)
        with opened(server) as store:
            store.cypher(ONE_RUN, write=True)
            assert whole(store) == whole(newest_store)
        assert rapport("db", "check", home=home).code == 0
        again = rapport("ingest", "gdelt", str(feed), "--first-load", home=home)
        assert (again.code, "is not empty" in again.sentence) == (2, True)
        assert not (home / "first-load").exists()
    finally:
        server.stop()


def test_a_named_server_is_never_loaded_so(tmp_path: Path) -> None:
    feed = written(tmp_path, "1.CSV", gdelt_row(1))
    result = rapport("ingest", "gdelt", str(feed), "--first-load", home=tmp_path, NEO4J_URI="bolt://127.0.0.1:1")
    assert result.code == 2
    assert "--first-load is for the local graph" in result.sentence


@pytest.mark.neo4j
def test_a_graph_that_another_program_uses_is_left_alone(local: LocalServer, tmp_path: Path) -> None:
    with opened(local), pytest.raises(Misuse, match="Another program is connected"):
        load(local, tmp_path)


@pytest.mark.neo4j
def test_files_that_cannot_be_imported_leave_the_empty_graph(local: LocalServer, tmp_path: Path) -> None:
    files = tmp_path / "files"
    make_folder(files)
    for file in FILES:
        (files / f"{file.name}.csv").write_text(file.header, "utf8")
    (files / "actors.csv").write_text("no header at all", "utf8")
    write_arguments(files)
    with pytest.raises(RapportError, match="as empty as before"):
        load(local, files)
    assert not local.folder.loading.exists()
    with opened(local) as store:
        assert store.cypher("MATCH (n) RETURN count(n) AS count") == [{"count": 0}]


@pytest.mark.neo4j
def test_a_load_that_was_killed_between_its_last_two_steps_left_the_empty_graph(local: LocalServer) -> None:
    local.stop()
    local.folder.data.rename(local.folder.data_before)
    with opened(local) as store:
        assert store.cypher("MATCH (n) RETURN count(n) AS count") == [{"count": 0}]
    assert loading.refuse_unless_empty(local) is not None


@pytest.mark.neo4j
def test_a_first_load_that_is_ended_leaves_no_process_and_no_file(local: LocalServer, tmp_path: Path) -> None:
    feed = written(tmp_path, "1.CSV", *(gdelt_row(number) for number in range(60_000)))
    home = local.folder.home
    command = [sys.executable, str(ROOT / "rapport.py"), "ingest", "gdelt", str(feed), "--first-load"]
    with subprocess.Popen(command, env={**_environment(), "RAPPORT_HOME": str(home)}, stderr=subprocess.PIPE) as ran:
        while not list(home.glob("first-load/sorting-*/*.items")):
            assert ran.poll() is None
            time.sleep(0.05)
        below = psutil.Process(ran.pid).children(recursive=True)
        ran.send_signal(signal.SIGTERM)
        ran.communicate(timeout=60)
    assert ran.returncode == 128 + signal.SIGTERM
    assert not psutil.wait_procs(below, timeout=20)[1]
    assert not (home / "first-load").exists()
    with opened(local) as store:
        assert store.cypher("MATCH (n) RETURN count(n) AS count") == [{"count": 0}]


def _environment() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if name != "NEO4J_URI"}
