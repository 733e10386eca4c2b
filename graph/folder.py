"""The folder of the local Neo4j: what lies where in it, and the small files of ours beside Neo4j's own.

::

    RAPPORT_HOME/neo4j.lock          held by whoever starts, stops or wipes
    RAPPORT_HOME/neo4j/rapport.json  says that the folder is ours, and which Neo4j wrote it last
    RAPPORT_HOME/neo4j/running.json  the process that serves it now
    RAPPORT_HOME/neo4j/password      of the user neo4j; only its owner can read it
    RAPPORT_HOME/neo4j/used          touched by every command that connects
    RAPPORT_HOME/neo4j/loading       the home of a store that is being made to take the place of an empty one
    RAPPORT_HOME/neo4j/conf data logs ...
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graph.errors import Misuse, StoreUnreachable
from graph.private import private_folder

LAYOUT = 1
"""Raised when a later Rapport lays the folder out so that this one could not read it."""


@dataclass(frozen=True, slots=True)
class Running:
    """The server process that serves a folder.

    Args:
        pid: of the Java process.
        watcher: process id of the watcher beside it.
        port: of Bolt, on 127.0.0.1.
        version: of Neo4j.
        started: when, in seconds since 1970.
        ready: whether it was seen to let us in.
    """

    pid: int
    watcher: int
    port: int
    version: str
    started: float
    ready: bool = False


class StoreFolder:
    """The folder of one local Neo4j.

    Args:
        home: the data folder in which it lies.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.root = home / "neo4j"
        self.conf = self.root / "conf"
        self.data = self.root / "data"
        self.loading = self.root / "loading"
        self.data_before = self.root / "data.before"
        self.databases = self.data / "databases"
        self.store_lock = self.databases / "store_lock"  # held by Neo4j while it has the store open
        self.logs = self.root / "logs"
        self.used = self.root / "used"
        self.java_arguments = self.conf / "java.arguments"
        self.argument = f"--home-dir={self.root}"  # by which the server is known among all processes
        self._marker = self.root / "rapport.json"
        self._running = self.root / "running.json"
        self._password = self.root / "password"

    @contextmanager
    def locked(self, seconds: float = 180) -> Iterator[None]:
        """Hold the folder against every other starter, stopper and wiper.

        Args:
            seconds: how long to wait for another to finish; a first start with fetching takes about a minute.

        Raises:
            StoreUnreachable: if the other does not finish, or the data folder cannot be written.
        """
        import filelock

        with self.writable():
            private_folder(self.home)
            lock = filelock.FileLock(self.home / "neo4j.lock")
            try:
                lock.acquire(timeout=seconds)
            except filelock.Timeout:
                raise StoreUnreachable(
                    f"Another command has been starting or stopping the local Neo4j in {self.home} "
                    f"for {seconds:.0f} s; try again when it is done."
                ) from None
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def writable(self) -> Iterator[None]:
        """Turn the failure to write the folder into one sentence."""
        try:
            yield
        except OSError as error:
            raise StoreUnreachable(
                f"The data folder {self.home} cannot be written ({error.strerror or error}): "
                "let RAPPORT_HOME name a folder that can."
            ) from error

    def prepare(self, version: str) -> None:
        """Make the folder, or make sure that it is ours and not from a later Neo4j or Rapport than this.

        Raises:
            Misuse: if it is not ours.
            StoreUnreachable: if it was made by what is newer, or cannot be written.
        """
        with self.writable():
            self.root.mkdir(exist_ok=True, mode=0o700)
            if not self.is_ours() and any(self.root.iterdir()):
                raise Misuse(f"{self.root} holds files that are not Rapport's; let RAPPORT_HOME name another folder.")
            self.refuse_newer(version)
            if self.data_before.exists() and not self.data.exists():  # a load was killed between its last two steps
                self.data_before.rename(self.data)
            for folder in (self.conf, self.data, self.logs):
                folder.mkdir(exist_ok=True, mode=0o700)
            self.used.touch()
            if not self.is_ours():
                self.mark(version)

    def refuse_newer(self, version: str) -> None:
        """Make sure that neither a later Neo4j than ``version`` nor a later Rapport wrote the folder.

        Raises:
            StoreUnreachable: if one did.
        """
        marker = _read(self._marker)
        layout, wrote = marker.get("layout", LAYOUT), str(marker.get("neo4j", version))
        if layout != LAYOUT and not (isinstance(layout, int) and layout < LAYOUT):
            raise StoreUnreachable(
                f"The store in {self.root} was made by a newer Rapport; install that one to read it."
            )
        if _order(wrote) > _order(version):
            raise StoreUnreachable(
                f"The store in {self.root} was written by Neo4j {wrote}, which {version} cannot read: "
                "install the newer Rapport, or let RAPPORT_HOME name another folder."
            )

    def mark(self, version: str) -> None:
        """Note that the folder is ours, and that Neo4j ``version`` has opened it."""
        _write(self._marker, {"made_by": "rapport", "layout": LAYOUT, "neo4j": version})

    def claim(self) -> None:
        """Make sure that the folder is ours to remove.

        Raises:
            Misuse: if it does not say so.
        """
        if not self.is_ours():
            raise Misuse(f"{self.root} does not say that Rapport made it, so Rapport does not remove it.")

    def is_ours(self) -> bool:
        """Whether the folder says that Rapport made it."""
        return _read(self._marker).get("made_by") == "rapport"

    def last_version(self) -> str | None:
        """The Neo4j version that wrote the folder last."""
        version = _read(self._marker).get("neo4j")
        return str(version) if version else None

    def password(self) -> str:
        """The password of the user neo4j, made at the first call.

        Raises:
            StoreUnreachable: if it is lost while a store stands that was locked with it.
        """
        if self._password.exists():
            return self._password.read_text("ascii").strip()
        if (self.data / "databases").exists():
            raise StoreUnreachable(f"{self._password} is gone, and the store with it: rapport db wipe starts afresh.")
        password = secrets.token_hex(24)  # no sign that a command line could take for an option
        descriptor = os.open(self._password, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(password)
        return password

    def running(self) -> Running | None:
        """The process that the folder says serves it; it may be long gone."""
        try:
            return Running(**_read(self._running))
        except TypeError:
            return None

    def set_running(self, running: Running | None) -> None:
        """Note the process that serves the folder, or that none does."""
        if running:
            _write(self._running, asdict(running))
        else:
            self._running.unlink(missing_ok=True)

    def size(self) -> int:
        """What the folder takes on disk, in bytes."""
        total = 0
        for path in self.root.rglob("*"):
            with suppress(OSError):  # a running server removes files at any time
                total += path.lstat().st_size if path.is_file() else 0
        return total

    def remove(self) -> None:
        """Remove the folder with all that is in it.

        Raises:
            Misuse: if it is not ours.
        """
        self.claim()
        with self.writable():
            shutil.rmtree(self.root)


def _read(path: Path) -> dict[str, Any]:
    """A small file of ours; empty where it is missing or damaged."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write(path: Path, content: dict[str, Any]) -> None:
    """Write a small file of ours whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
    draft.replace(path)


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
