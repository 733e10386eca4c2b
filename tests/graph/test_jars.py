"""The jars of Neo4j: what the lock files list, and what happens where they cannot be fetched."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from jgo.maven import MavenContext

from graph import jars
from graph.errors import Misuse
from graph.local import DEFAULT_VERSION, LocalServer


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with an empty cache folder whose only way out is a proxy that is not there."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, nobody)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("M2_REPO", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def two_jars(local_server: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[jars.Lock]:
    """Two jars to be fetched into a cache of their own, from a repository on this machine: the usual cache."""
    lock = jars.read_lock(DEFAULT_VERSION)
    lock = lock.model_copy(update={"jars": lock.jars[:2]})
    repository = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(MavenContext().repo_cache)))
    threading.Thread(target=repository.serve_forever, daemon=True).start()
    settings = tmp_path / "jgo.conf"
    settings.write_text(f"[repositories]\nhere = http://127.0.0.1:{repository.server_port}\n")
    monkeypatch.setenv("JGO_CONFIG_FILE", str(settings))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("M2_REPO", str(tmp_path / "cache"))
    monkeypatch.setattr(jars, "read_lock", lambda _: lock)
    yield lock
    repository.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_every_lock_file_can_be_read() -> None:
    assert jars.versions() == ["5.26.30", "2026.08.1"]
    for version in jars.versions():
        lock = jars.read_lock(version)
        assert lock.version == version
        assert lock.jars[0].coordinates == f"org.neo4j:neo4j:{version}"
        assert len({jar.coordinates for jar in lock.jars}) == len(lock.jars) > 200


def test_a_lock_file_names_no_address() -> None:
    for version in jars.versions():
        assert not re.search(r"://|\bwww\.", jars.lock_file(version).read_text("utf-8"))


def test_a_version_without_a_lock_file_is_misuse() -> None:
    with pytest.raises(Misuse, match=r"runs no Neo4j 3\.5\.0 of its own; it can run 5\.26\.30, 2026\.08\.1"):
        jars.read_lock("3.5.0")


def test_a_written_lock_file_reads_back_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = jars.read_lock("5.26.30")
    monkeypatch.setattr(jars, "lock_file", lambda _: tmp_path / "lock")
    jars.write_lock(lock)
    assert jars.read_lock("5.26.30") == lock


def test_without_network_one_sentence_names_both_ways_out(no_network: Path, tmp_path: Path) -> None:
    with pytest.raises(jars.JarsMissing) as caught:
        LocalServer(tmp_path / "home").start()
    sentence = str(caught.value)
    assert "connect to the network once" in sentence
    assert "NEO4J_URI" in sentence
    assert "\n" not in sentence
    assert "://" not in sentence
    assert not list(no_network.rglob("*.jar"))


@pytest.mark.usefixtures("no_network")
def test_a_cache_folder_that_cannot_be_written_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("M2_REPO", str(tmp_path / "file" / "cache"))
    with pytest.raises(jars.JarsMissing, match="file/cache cannot be written: Not a directory"):
        jars.class_path(DEFAULT_VERSION)


def test_missing_jars_are_fetched_with_progress_and_then_kept(two_jars: jars.Lock) -> None:
    seen: list[tuple[int, int]] = []
    paths = jars.class_path(DEFAULT_VERSION, lambda _, done, total: seen.append((done, total)))
    assert [path.stat().st_size for path in paths] == [jar.size for jar in two_jars.jars]
    assert seen[-1] == (sum(jar.size for jar in two_jars.jars),) * 2
    seen.clear()
    assert jars.class_path(DEFAULT_VERSION, lambda _, done, total: seen.append((done, total))) == paths
    assert not seen


@pytest.mark.usefixtures("two_jars")
def test_a_damaged_jar_is_fetched_again() -> None:
    path = jars.class_path(DEFAULT_VERSION)[0]
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"!")
    assert jars.class_path(DEFAULT_VERSION)[0].read_bytes() == whole


def test_a_jar_that_is_not_what_the_lock_file_says_is_refused(
    two_jars: jars.Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    altered = two_jars.jars[0].model_copy(update={"sha256": "0" * 64})
    monkeypatch.setattr(jars, "read_lock", lambda _: two_jars.model_copy(update={"jars": (altered,)}))
    with pytest.raises(jars.JarsMissing):
        jars.class_path(DEFAULT_VERSION)
