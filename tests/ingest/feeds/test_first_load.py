"""First loads: files become the local graph at once, or nothing does."""

from __future__ import annotations

import json
import os
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
from ingest.feeds import calls
from ingest.feeds.bulk_checkpoint import NAME
from ingest.feeds.layouts import layouts_of
from ingest.feeds.roads import made_at_once
from ingest.feeds.sources import Source
from tests.command import ROOT, heed_interrupts, rapport
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
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_first_load_that_is_stopped_goes_on_where_it_was(
    local: LocalServer, tmp_path: Path, end: signal.Signals
) -> None:
    home, count = local.folder.home, 20_000
    feed = written(tmp_path, "1.CSV", *(gdelt_row(number) for number in range(count)))
    command = [sys.executable, str(ROOT / "rapport.py"), "ingest", "gdelt", str(feed), "--first-load"]
    with subprocess.Popen(
        command,
        env=_environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,
    ) as ran:
        while not (home / "first-load" / "read" / NAME).exists():
            assert ran.poll() is None
            time.sleep(0.01)
        below = psutil.Process(ran.pid).children(recursive=True)
        ran.send_signal(end)
        _, said = ran.communicate(timeout=60)
    assert ran.returncode == {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -9}[end]
    assert ("the same command goes on there" in said) == (end != signal.SIGKILL)
    assert not psutil.wait_procs(below, timeout=20)[1]
    assert not [path for path in (home / "first-load").rglob("*") if path.stat().st_mode & 0o077]
    with opened(local) as store:
        assert store.cypher("MATCH (n) RETURN count(n) AS count") == [{"count": 0}]
    again = rapport("ingest", "gdelt", str(feed), "--first-load", "--json", home=home)
    assert "going on behind its first" in again.err
    assert 0 < json.loads(again.out)["rows"] < count
    with opened(local) as store:
        assert store.cypher("MATCH (c:Claim) RETURN count(c) AS count") == [{"count": count}]
        assert store.cypher("MATCH (c:Claim) RETURN count(DISTINCT c.run) AS count") == [{"count": 1}]
    assert not (home / "first-load").exists()


@pytest.mark.neo4j
def test_large_files_are_made_an_empty_graph_at_once_and_written_into_one_that_stands(
    local: LocalServer, tmp_path: Path
) -> None:
    small = Source("small", written(tmp_path, "1.CSV", gdelt_row(1)))
    feed = Source("feed", written(tmp_path, "2.CSV", *(gdelt_row(number) for number in range(60_000))))
    gdelt = layouts_of(["gdelt"])
    assert made_at_once(local, [small, feed], gdelt)
    assert not made_at_once(local, [small], gdelt)
    assert not made_at_once(local, [feed], layouts_of(["acled"]))
    assert not made_at_once(local, [feed, Source("standard input")], gdelt)
    with opened(local) as store:
        assert not made_at_once(local, [feed], gdelt)
        store.cypher("CREATE (:Actor {id: 'x'})", write=True)
    (local.folder.home / "first-load" / "read").mkdir(parents=True)
    assert not made_at_once(local, [feed], gdelt)
    assert not (local.folder.home / "first-load").exists()


@pytest.mark.neo4j
def test_rows_are_written_over_bolt_where_the_graph_is_no_longer_empty_when_it_was_to_be_made(
    local: LocalServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAPPORT_HOME", str(local.folder.home))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    monkeypatch.setattr(calls, "made_at_once", lambda *_: True)  # as it was a moment ago
    with opened(local) as store:
        store.cypher("CREATE (:Actor {id: 'x'})", write=True)
    feed = Source("feed", written(tmp_path, "1.CSV", gdelt_row(1)))
    calls.Call([feed], layouts_of(["gdelt"]), tmp_path / "rejects", None, False, None, True, False).by_itself()
    told = capsys.readouterr()
    assert "written into it row by row" in told.err
    assert json.loads(told.out)["new_claims"] == 1
    with opened(local) as store:
        assert store.cypher("MATCH (a:Actor {id: 'x'}) RETURN count(a) AS count") == [{"count": 1}]


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "NEO4J_URI"}
    return {**kept, "RAPPORT_HOME": str(home)}
