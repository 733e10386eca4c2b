"""The local Neo4j: it starts once, serves every command, survives accidents and leaves when nobody needs it."""

from __future__ import annotations

import fcntl
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import neo4j
import psutil
import pytest

from graph import configuration, process, start
from graph.errors import Misuse, StoreUnreachable
from graph.local import DEFAULT_VERSION, LocalServer
from graph.settings import Address

pytestmark = pytest.mark.usefixtures("local_server")  # which skips them where there are no jars


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server for rough handling."""
    server = LocalServer(tmp_path_factory.mktemp("rough"), idle=10)
    yield server
    server.stop()


def ask(address: Address, query: str) -> list[object]:
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        return [record[0] for record in driver.execute_query(query).records]


def eventually(happens: Callable[[], bool], seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    while not happens():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


def test_a_second_start_finds_the_first_server(server: LocalServer) -> None:
    first = server.start()
    pid = server.status().pid
    assert server.start() == first
    assert server.status().pid == pid
    assert ask(first, "RETURN 1") == [1]


def test_the_server_listens_on_loopback_only(server: LocalServer) -> None:
    server.start()
    listening = psutil.Process(server.status().pid).net_connections("inet")
    assert {item.laddr.ip.removeprefix("::ffff:") for item in listening} == {"127.0.0.1"}


def test_the_password_is_random_and_only_its_owner_can_read_it(server: LocalServer) -> None:
    address = server.start()
    file = Path(server.info().password_file)
    assert file.read_text("ascii") == address.password
    assert file.stat().st_mode & 0o777 == 0o600
    assert address.password not in repr(address)
    with pytest.raises(neo4j.exceptions.AuthError):
        ask(Address(address.uri, "neo4j", "neo4j"), "RETURN 1")


def test_no_other_file_and_no_command_line_gives_the_password_away(server: LocalServer) -> None:
    password = server.start().password
    told = [path.name for path in server.folder.root.rglob("*") if path.is_file() and password in _text(path)]
    assert told == ["password"]
    assert password not in " ".join(psutil.Process(server.status().pid).cmdline())


def test_status_tells_where_the_server_runs_and_who_is_connected(server: LocalServer) -> None:
    address = server.start()
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        driver.verify_connectivity()
        status = server.status()
    assert (status.running, status.uri, status.version) == (True, address.uri, DEFAULT_VERSION)
    assert status.connections == 1
    assert 100e6 < (status.memory or 0) < 2e9


def test_a_killed_server_is_started_again_with_all_its_data(server: LocalServer) -> None:
    address = server.start()
    ask(address, "CREATE (:Kept {n: 1})")
    process.kill(psutil.Process(server.status().pid))
    assert ask(server.start(), "MATCH (k:Kept) RETURN k.n") == [1]


def test_a_server_that_nobody_noted_down_is_replaced(server: LocalServer) -> None:
    server.start()
    stray = server.status().pid
    server.folder.set_running(None)
    server.start()
    assert server.status().pid != stray
    assert process.find(stray or 0, server.folder.argument) is None


def test_a_stale_file_that_names_the_process_and_port_of_others_is_recovered(server: LocalServer) -> None:
    server.start()
    server.stop()
    with socket.create_server(("127.0.0.1", 0)) as listener, subprocess.Popen(["sleep", "60"]) as other:
        port = listener.getsockname()[1]
        note = {"pid": other.pid, "watcher": other.pid, "port": port, "version": DEFAULT_VERSION, "started": 0}
        (server.folder.root / "running.json").write_text(json.dumps(note | {"ready": True}))
        assert server.status().running is False
        assert not server.start().uri.endswith(f":{port}")
        assert other.poll() is None
        other.kill()


def test_a_port_that_somebody_takes_first_is_given_up_for_another(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.stop()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = listener.getsockname()[1]
        ports = iter([taken])
        free_port = start.free_port
        monkeypatch.setattr(start, "free_port", lambda: next(ports, None) or free_port())
        assert not server.start().uri.endswith(f":{taken}")


def test_a_server_that_ends_while_starting_is_explained_by_its_log(server: LocalServer) -> None:
    server.stop()
    with server.folder.store_lock.open("r+") as file:
        fcntl.lockf(file, fcntl.LOCK_EX)
        with pytest.raises(StoreUnreachable, match=r"ended while starting; \S*neo4j\.log says: .*locked by another"):
            server.start()
    assert server.status().running is False
    assert ask(server.start(), "RETURN 1") == [1]


def test_a_log_is_bounded(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.stop()
    monkeypatch.setattr(configuration, "LOG_MEGABYTES", 0.02)
    server.start()
    sizes = {path.name: path.stat().st_size for path in server.folder.logs.glob("debug.log*")}
    assert set(sizes) == {"debug.log", "debug.log.1"}
    assert sizes["debug.log"] < 40_000


def test_a_server_leaves_when_nobody_is_connected_but_not_before(server: LocalServer) -> None:
    server.stop()
    brief = LocalServer(server.folder.home, idle=1 / 60)
    address = brief.start()
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        driver.verify_connectivity()
        time.sleep(2.5)
        assert brief.status().running
    assert eventually(lambda: not brief.status().running)
    assert eventually(lambda: server.folder.running() is None)


def test_a_watcher_that_was_killed_is_replaced(server: LocalServer) -> None:
    server.start()
    running = server.folder.running()
    assert running
    process.kill(psutil.Process(running.watcher))
    server.start()
    again = server.folder.running()
    assert again
    assert again.pid == running.pid
    assert process.find(again.watcher, "graph.watcher")


def test_a_damaged_start_up_cache_hinders_no_start(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    server.stop()
    damaged = tmp_path / "damaged.aot"
    damaged.write_bytes(b"no cache at all" * 1000)
    monkeypatch.setattr("graph.startup_cache.cache_file", lambda *_: damaged)
    assert ask(server.start(), "RETURN 1") == [1]


def test_stop_says_whether_the_server_ran(server: LocalServer) -> None:
    server.start()
    assert server.stop() is True
    assert server.stop() is False


def test_two_starters_get_one_server(tmp_path: Path) -> None:
    code = "import sys, pathlib, graph.local as l; print(l.LocalServer(pathlib.Path(sys.argv[1]), idle=5).start().uri)"
    command = [sys.executable, "-c", code, str(tmp_path)]
    starters = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    uris = {starter.communicate(timeout=120)[0].strip() for starter in starters}
    server = LocalServer(tmp_path)
    assert uris == {server.status().uri}  # the server has outlived both
    server.stop()


def test_wipe_removes_the_store_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.yaml").write_text("mine")
    server = LocalServer(tmp_path, idle=5)
    first = server.start()
    ask(first, "CREATE (:Gone)")
    assert server.wipe() is True
    assert server.status().running is False
    assert not server.folder.root.exists()
    assert (tmp_path / "gazetteer.yaml").read_text() == "mine"
    assert server.wipe() is False


def test_a_folder_that_is_not_ours_is_neither_used_nor_wiped(tmp_path: Path) -> None:
    (tmp_path / "neo4j").mkdir()
    (tmp_path / "neo4j" / "thesis.txt").write_text("mine")
    server = LocalServer(tmp_path)
    with pytest.raises(Misuse, match="not Rapport's"):
        server.start()
    with pytest.raises(Misuse, match="does not remove it"):
        server.wipe()
    assert (tmp_path / "neo4j" / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("marker", "sentence"),
    [
        ({"layout": 1, "neo4j": "2099.01.0"}, r"written by Neo4j 2099\.01\.0, which .* cannot read"),
        ({"layout": 2, "neo4j": DEFAULT_VERSION}, "made by a newer Rapport"),
    ],
)
def test_a_store_made_by_a_newer_version_is_refused(tmp_path: Path, marker: dict[str, object], sentence: str) -> None:
    (tmp_path / "neo4j").mkdir()
    (tmp_path / "neo4j" / "rapport.json").write_text(json.dumps({"made_by": "rapport"} | marker))
    with pytest.raises(StoreUnreachable, match=sentence):
        LocalServer(tmp_path).start()


@pytest.mark.parametrize("under", ["file", "proc"])
def test_a_data_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, under: str) -> None:
    (tmp_path / "file").touch()
    home = {"file": tmp_path / "file", "proc": Path("/proc/1")}[under] / "rapport"
    with pytest.raises(StoreUnreachable, match=re.escape(f"The data folder {home} cannot be written")):
        LocalServer(home).start()


def test_a_lost_password_is_told_with_the_way_out(tmp_path: Path) -> None:
    folder = LocalServer(tmp_path).folder
    (folder.data / "databases").mkdir(parents=True)
    with pytest.raises(StoreUnreachable, match="rapport db wipe"):
        folder.password()


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
