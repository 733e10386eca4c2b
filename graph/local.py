"""The local Neo4j that Rapport runs itself: started once, in the background, for every later command."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import process
from graph.errors import StoreUnreachable
from graph.folder import Running, StoreFolder
from graph.jars import Progress, versions
from graph.settings import Address, data_folder, idle_minutes
from graph.start import resume, start_anew, uri

DEFAULT_VERSION = "2026.08.1"
"""The Neo4j that Rapport runs where none is asked for."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the local Neo4j is doing.

    Args:
        running: whether it runs.
        uri: where it answers.
        version: of Neo4j.
        pid: its process id.
        started: when, in seconds since 1970.
        memory: resident, in bytes.
        connections: how many clients are connected.
    """

    running: bool
    uri: str | None = None
    version: str | None = None
    pid: int | None = None
    started: float | None = None
    memory: int | None = None
    connections: int | None = None


@dataclass(frozen=True, slots=True)
class Info:
    """Where the local Neo4j keeps what.

    Args:
        folder: with the store, its logs and its password.
        version: the Neo4j that wrote the store last; None where there is no store yet.
        size: of the folder, in bytes.
        log: the log to read first when something is wrong.
        password_file: with the password of the user neo4j.
        versions: the Neo4j versions that can be run.
    """

    folder: str
    version: str | None
    size: int
    log: str
    password_file: str
    versions: tuple[str, ...]


class LocalServer:
    """One local Neo4j.

    Args:
        home: the data folder; the server keeps all it has in ``home/neo4j``.
        version: of Neo4j; one that has a lock file.
        idle: after how many minutes with no connection it leaves; ``RAPPORT_IDLE_MINUTES`` where None.
    """

    def __init__(self, home: Path, version: str = DEFAULT_VERSION, idle: float | None = None) -> None:
        self.folder = StoreFolder(home.absolute())
        self.version = version
        self.idle = idle_minutes() if idle is None else idle

    def start(self, progress: Progress | None = None, failed: Address | None = None) -> Address:
        """Start the server, or do nothing where it runs.

        Args:
            progress: told what is being done; see ``graph.jars.Progress``.
            failed: where a server answered whose database takes no work any more; it is ended at once.

        Returns:
            Where it answers.

        Raises:
            StoreUnreachable: if it cannot be started; the sentence says why and what to do.
            Misuse: if the version is unknown, or the folder is not Rapport's.
        """
        with self.folder.locked():
            running = self._running()
            if running and running.version != self.version:
                self.folder.refuse_newer(self.version)
                self._end()
                running = None
            if running and failed and uri(running.port) == failed.uri:
                self._end(at_once=True)
                running = None
            if running:
                with contextlib.suppress(StoreUnreachable):  # it was ending, or never got up
                    return resume(self.folder, running, self.idle * 60)
            return start_anew(self.folder, self.version, self.idle * 60, progress)

    def stop(self) -> bool:
        """Stop the server; its connections are cut.

        Returns:
            Whether it was running.
        """
        if not self.folder.root.exists():
            return False
        with self.folder.locked():
            return self._end()

    @contextlib.contextmanager
    def stopped(self) -> Iterator[StoreFolder]:
        """Stop the server, and keep every other command from starting it."""
        with self.folder.locked():
            self._end()
            yield self.folder

    def wipe(self) -> bool:
        """Stop the server and remove the store with all that is in it, for good.

        Returns:
            Whether there was a store.

        Raises:
            Misuse: if the folder is not one that Rapport made.
        """
        if not self.folder.root.exists():
            return False
        with self.folder.locked():
            self.folder.claim()
            self._end()
            self.folder.remove()
        return True

    def status(self) -> Status:
        """What the server is doing; changes nothing."""
        running = self._running()
        server = running and process.find(running.pid, self.folder.argument)
        if not running or not server:
            return Status(running=False)
        return Status(
            running=True,
            uri=uri(running.port),
            version=running.version,
            pid=running.pid,
            started=running.started,
            memory=process.memory(server),
            connections=process.connections(server, running.port),
        )

    def info(self) -> Info:
        """Where the server keeps what; changes nothing."""
        folder = self.folder
        return Info(
            folder=str(folder.root),
            version=folder.last_version(),
            size=folder.size(),
            log=str(folder.logs / "neo4j.log"),
            password_file=str(folder.root / "password"),
            versions=tuple(versions()),
        )

    def _running(self) -> Running | None:
        """The process that serves the folder, if it lives and is ours."""
        running = self.folder.running()
        return running if running and process.find(running.pid, self.folder.argument) else None

    def _end(self, *, at_once: bool = False) -> bool:
        running = self.folder.running()
        server = running and process.find(running.pid, self.folder.argument)
        if server and at_once:  # a stop would wait a minute for a database that cannot write
            process.kill(server)
        elif server:
            process.end(server, self.folder.data)
        self.folder.set_running(None)
        return server is not None


def ensure_running(
    home: Path | None = None,
    version: str = DEFAULT_VERSION,
    progress: Progress | None = None,
    failed: Address | None = None,
) -> Address:
    """Where the local Neo4j answers; starts it where it does not run.

    Args:
        home: the data folder; the user's where None.
        version: of Neo4j.
        progress: told what is being done; where None, a bar is shown once it takes more than a second.
        failed: as for ``LocalServer.start``.

    Raises:
        StoreUnreachable: if it cannot be started; the sentence says why and what to do.
        Misuse: if the folder is not Rapport's.
    """
    server = LocalServer(home or data_folder(), version)
    if progress:
        return server.start(progress, failed)
    from graph.progress import shown

    with shown() as bar:
        return server.start(bar, failed)
