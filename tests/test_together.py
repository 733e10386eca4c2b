"""Together: several processes at one graph, or a process that is killed, leave what one undisturbed run leaves."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import neo4j
import pytest

from benchmarks import gdelt_rows
from benchmarks.faults.crash import VICTIMS, Crashes, contents
from graph.checking import check
from graph.local import LocalServer
from graph.store import Store
from tests.command import ROOT, rapport
from tests.graph.claim_samples import claim, record, report

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

    from graph.settings import Address

pytestmark = pytest.mark.neo4j

ROWS = 5_400
"""Two transactions."""

SHARED_ROWS = 1_800
BLOCKED = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*) AS many"
SUM_OF_COUNTS = "MATCH (:Actor)-[r]->(:Actor) RETURN sum(r.claims) AS claims"


@contextmanager
def transactions_blocked(store: Address) -> Iterator[Callable[[], bool]]:
    """Tells whether a transaction waits for another's locks."""
    driver = neo4j.GraphDatabase.driver(store.uri, auth=(store.username, store.password))
    with driver, driver.session(database="system") as session:
        yield lambda: session.run(BLOCKED).single(strict=True)["many"] > 0


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("feed") / "made-up.CSV"
    gdelt_rows.write(path, ROWS, seed=3)
    return path.read_text("utf8").splitlines(keepends=True)


def ingesting(path: Path, home: Path, store: Address) -> subprocess.Popen[bytes]:
    settings = {**os.environ, "RAPPORT_HOME": str(home), "NEO4J_URI": store.uri, "NEO4J_PASSWORD": store.password}
    command = [sys.executable, str(ROOT / "rapport.py"), "ingest", "gdelt", str(path), "--workers", "0", "--quiet"]
    return subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def written(folder: Path, name: str, lines: list[str]) -> Path:
    path = folder / name
    path.write_text("".join(lines), "utf8")
    return path


def test_four_processes_that_read_overlapping_rows_leave_the_graph_of_one(
    newest_store: Store, local_server: Address, feed: list[str], tmp_path: Path
) -> None:
    rows = feed[:SHARED_ROWS]
    whole = written(tmp_path, "whole.CSV", rows)
    assert rapport("ingest", "gdelt", str(whole), home=tmp_path, store=local_server).code == 0
    wanted = contents(newest_store)
    newest_store.cypher("MATCH (n) WHERE NOT n:Rapport DETACH DELETE n", write=True)
    parts = [rows[start : start + SHARED_ROWS // 2] for start in range(0, SHARED_ROWS // 2 + 1, SHARED_ROWS // 6)]
    running = [
        ingesting(written(tmp_path, f"{number}.CSV", lines), tmp_path / str(number), local_server)
        for number, lines in enumerate(parts)
    ]
    said = [process.communicate(timeout=280)[1] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0, 0], said
    assert contents(newest_store) == wanted
    assert list(check(newest_store)) == []


def test_two_that_lock_each_other_out_are_tried_again_and_both_complete(
    newest_store: Store, local_server: Address, caplog: pytest.LogCaptureFixture
) -> None:
    first, second = report(), report("reuters")
    newest_store.write(record(first, claim(first, "IRN", "STRIKES", "ISR")))
    locked = threading.Event()
    attempts: list[int] = []

    def against_the_order_of_the_writer(transaction: ManagedTransaction) -> None:
        attempts.append(len(attempts))
        transaction.run("MATCH (a:Actor {id: 'ISR'}) SET a.seen = true").consume()
        locked.set()
        while attempts == [0] and not blocked():
            time.sleep(0.02)
        transaction.run("MATCH (a:Actor {id: 'IRN'}) SET a.seen = true").consume()

    def write() -> None:
        locked.wait()
        newest_store.write(record(second, claim(second, "IRN", "STRIKES", "ISR")))

    writer = threading.Thread(target=write)
    with transactions_blocked(local_server) as blocked, caplog.at_level("WARNING", "neo4j"):
        writer.start()
        newest_store.in_transaction(against_the_order_of_the_writer)
        writer.join()
    assert "DeadlockDetected" in caplog.text
    seen = newest_store.cypher("MATCH (a:Actor {seen: true}) RETURN a.id AS id ORDER BY id")
    assert [row["id"] for row in seen] == ["IRN", "ISR"]
    assert newest_store.cypher(SUM_OF_COUNTS) == [{"claims": 2}]
    assert list(check(newest_store)) == []


def test_a_long_question_is_answered_while_a_feed_is_read(
    newest_store: Store, local_server: Address, feed: list[str], tmp_path: Path
) -> None:
    running = ingesting(written(tmp_path, "whole.CSV", feed), tmp_path, local_server)
    counts = []
    while running.poll() is None:
        counts += newest_store.cypher(SUM_OF_COUNTS)
        time.sleep(0.1)
    assert running.returncode == 0
    told = [row["claims"] for row in [*counts, *newest_store.cypher(SUM_OF_COUNTS)]]
    assert told == sorted(told)
    assert list(check(newest_store)) == []


def test_two_processes_that_find_no_server_start_one_and_both_write_to_it(
    local_server: Address, feed: list[str], tmp_path: Path
) -> None:
    home = tmp_path / "home"
    codes: list[int] = []

    def ingest(name: str, lines: list[str]) -> None:
        codes.append(rapport("ingest", "gdelt", str(written(tmp_path, name, lines)), home=home).code)

    threads = [threading.Thread(target=ingest, args=(f"{start}.CSV", feed[start : start + 200])) for start in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [0, 0]
    server = LocalServer(home)
    address = server.start()
    with Store(address.uri, address.username, address.password) as store:
        assert list(check(store)) == []
        assert store.cypher("MATCH (c:Claim) RETURN count(DISTINCT c.row) > 250 AS all") == [{"all": True}]
    server.stop()


@pytest.mark.usefixtures("local_server")
def test_what_is_killed_half_way_is_whole_and_goes_on(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path, ROWS, seed=5, undisturbed=1)
    ingest = crashes.ingest(VICTIMS)
    LocalServer(crashes.home).stop()
    assert ingest.sound, ingest
    assert not any("Traceback" in one for one in ingest.said)
