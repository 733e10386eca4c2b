"""Faults: each is told in one plain sentence that says what to do next, and what stood before stands afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks import gdelt_rows
from benchmarks.faults.crash import contents
from benchmarks.faults.disk_full import SmallDisk, asking, filled_meanwhile, reading, small_disk
from graph.checking import check
from graph.local import LocalServer
from graph.store import Store
from tests.command import rapport
from tests.conftest import missing
from tests.ingest.feeds.feed_rows import gdelt_row, written

if TYPE_CHECKING:
    from graph.settings import Address

HOUR = 3600
ROWS = 10_100
"""Three transactions."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """A server whose certificate is for another name: its port, and the certificate of the authority that signed it."""
    if not shutil.which("openssl"):
        missing("no openssl is installed, which makes the certificate of a test")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    ]
    command += ["-days", "2", "-subj", "/CN=elsewhere.example", "-addext", "subjectAltName=DNS:elsewhere.example"]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                try:
                    context.wrap_socket(connection, server_side=True).close()
                except OSError:
                    connection.close()

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1], certificate
        listener.shutdown(socket.SHUT_RDWR)


def test_a_certificate_for_another_name_is_told_and_not_trusted(elsewhere: tuple[int, Path], tmp_path: Path) -> None:
    port, authority = elsewhere
    uri = f"bolt+s://127.0.0.1:{port}"
    ran = rapport("cypher", "RETURN 1", home=tmp_path, NEO4J_URI=uri, NEO4J_PASSWORD="x", SSL_CERT_FILE=str(authority))
    assert ran.code == 5
    assert f"The server at {uri} is not trusted" in ran.sentence
    assert "name it as its certificate does" in ran.sentence


@pytest.mark.parametrize("command", [("cypher", "RETURN 1"), ("db", "status"), ("ingest", "gdelt", "FILE")])
def test_a_password_in_the_address_is_refused_and_not_repeated(command: tuple[str, ...], tmp_path: Path) -> None:
    path = written(tmp_path, "events.CSV", gdelt_row(1))
    words = [str(path) if word == "FILE" else word for word in command]
    ran = rapport(*words, home=tmp_path, NEO4J_URI="bolt://neo4j:swordfish@127.0.0.1:1")
    assert ran.code == 2
    assert "set NEO4J_USERNAME" in ran.sentence
    assert "swordfish" not in ran.out + ran.err
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"swordfish" in file.read_bytes()]


@pytest.mark.neo4j
def test_a_wrong_password_is_not_repeated(local_server: Address, tmp_path: Path) -> None:
    ran = rapport("cypher", "RETURN 1", home=tmp_path, store=local_server, NEO4J_PASSWORD="swordfish")
    assert ran.code == 5
    assert "set NEO4J_USERNAME and NEO4J_PASSWORD" in ran.sentence
    ran = rapport(
        "cypher", "RETURN 1", home=tmp_path, store=local_server, NEO4J_PASSWORD="swordfish", RAPPORT_TRACEBACK="1"
    )
    assert "swordfish" not in ran.out + ran.err


def test_no_option_takes_a_password() -> None:
    import typer

    import rapport as command
    from tests.test_rapport import commands

    every = dict(commands(typer.main.get_command(command.app)))
    names = {
        name for one in every.values() for parameter in one.params for name in parameter.opts if name.startswith("-")
    }
    assert "--uri" in names
    assert not [name for name in names if "pass" in name or "secret" in name or "key" in name]


@pytest.mark.neo4j
def test_what_rapport_keeps_is_its_owner_s_alone(newest_store: Store, local_server: Address, tmp_path: Path) -> None:
    home = tmp_path / "a" / "home"
    path = written(tmp_path, "events.CSV", gdelt_row(1), gdelt_row(2, code="99"))
    assert rapport("ingest", "gdelt", str(path), home=home, store=local_server).code == 0
    assert rapport("actors", "split", "USA", "IRN", home=home, store=local_server).code == 0
    kept = [one for one in (home, *home.rglob("*")) if one.suffix != ".lock"]
    assert {"rejects.jsonl", "decisions.jsonl", "checkpoints"} <= {one.name for one in kept}
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in kept}
    assert {name: mode for name, mode in modes.items() if mode & 0o077} == {}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with ExitStack() as mounted:
        try:
            disk = mounted.enter_context(small_disk(tmp_path / "disk"))
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("a small disk can be mounted by root on Linux alone")
        yield disk


@pytest.mark.neo4j
def test_a_disk_that_fills_up_is_told_and_once_it_has_room_the_same_command_completes(
    disk: SmallDisk, newest_store: Store, local_server: Address, tmp_path: Path
) -> None:
    feed = tmp_path / "made-up.CSV"
    gdelt_rows.write(feed, 7_000)
    assert rapport("ingest", "gdelt", str(feed), home=tmp_path, store=local_server).code == 0
    LocalServer(disk.home).start()
    for ran in (filled_meanwhile(disk, feed), reading(disk.home, feed), asking(disk.home)):
        assert ran.code == 5
        assert f"The disk that holds {disk.home} is full" in ran.said
        assert "make room, and give the same command again" in ran.said.splitlines()[-1]
        assert "Traceback" not in ran.said
    disk.enlarge()
    assert reading(disk.home, feed).code == 0
    address = LocalServer(disk.home).start()
    with Store(address.uri, address.username, address.password) as store:
        assert contents(store) == contents(newest_store)
        assert list(check(store)) == []


@pytest.fixture(scope="class")
def server(local_server: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    server = LocalServer(tmp_path_factory.mktemp("server") / "home", idle=5)
    yield server
    server.stop()


@pytest.mark.neo4j
class TestTheLocalServer:
    def test_its_folder_can_be_entered_by_its_owner_alone(self, server: LocalServer) -> None:
        server.start()
        for folder in (server.folder.home, server.folder.root, server.folder.data, server.folder.logs):
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    def test_a_clock_that_was_set_back_hinders_nothing(self, server: LocalServer, tmp_path: Path) -> None:
        address = server.start()
        later = time.time() + HOUR
        os.utime(server.folder.used, (later, later))
        running = server.folder.running()
        assert running
        server.folder.set_running(replace(running, started=later))
        assert server.start() == address
        server.stop()
        path = written(tmp_path, "events.CSV", gdelt_row(1))
        os.utime(path, (later, later))
        assert rapport("ingest", "gdelt", str(path), home=server.folder.home).code == 0
        assert rapport("db", "check", home=server.folder.home).code == 0

    def test_a_database_that_has_failed_is_started_anew_by_the_next_command(self, server: LocalServer) -> None:
        failed = server.start()
        process = server.status().pid
        assert server.start(failed=replace(failed, uri="bolt://127.0.0.1:1")) == failed
        assert server.status().pid == process
        server.start(failed=failed)
        assert server.status().pid not in (None, process)

    def test_a_server_that_is_stopped_while_a_feed_is_read_is_told_and_the_same_command_goes_on(
        self, server: LocalServer, tmp_path: Path
    ) -> None:
        server.start()
        path = written(tmp_path, "events.CSV", *(gdelt_row(number) for number in range(ROWS)))
        told: list[str] = []
        reading = threading.Thread(
            target=lambda: told.append(
                rapport("ingest", "gdelt", str(path), "--workers", "0", home=server.folder.home).err
            )
        )
        reading.start()
        while reading.is_alive() and not list(server.folder.home.glob("checkpoints/*.json")):
            time.sleep(0.05)
        server.stop()
        reading.join()
        assert "the same command goes on where this one stopped" in told[0]
        assert "Traceback" not in told[0]
        again = rapport("ingest", "gdelt", str(path), home=server.folder.home)
        assert again.code == 0
        assert "going on behind its first" in again.err
        address = server.start()
        with Store(address.uri, address.username, address.password) as store:
            assert store.cypher("MATCH (c:Claim) RETURN count(c) AS n") == [{"n": ROWS}]
        assert rapport("db", "check", home=server.folder.home).code == 0
