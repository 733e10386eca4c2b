"""The processes of the local Neo4j: starting them so that they outlive the command, finding them again, ending them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import psutil

_children: list[subprocess.Popen[bytes]] = []
"""What this process has started, so that it is reaped when it ends before us."""


def launch(command: Sequence[str], folder: Path, environment: Mapping[str, str], output: Path | None = None) -> int:
    """Start a process that outlives this one, in a session of its own.

    Args:
        command: the program and its arguments.
        folder: to run in, so that it does not hold on to the folder of whoever started it.
        environment: its own, in the place of ours.
        output: the file that takes what it prints, emptied first; None for nowhere.

    Returns:
        Its process id.
    """
    with output.open("wb") if output else Path(os.devnull).open("wb") as file:
        child = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            cwd=folder,
            env=dict(environment),
            start_new_session=True,
        )
    _children.append(child)
    return child.pid


def find(pid: int, argument: str) -> psutil.Process | None:
    """The living process ``pid``, if it has ``argument``: an id alone may have passed to a stranger."""
    try:
        process = psutil.Process(pid)
        return process if lives(process) and argument in process.cmdline() else None
    except (psutil.Error, TypeError, ValueError):
        return None


def lives(process: psutil.Process) -> bool:
    """Whether the process has not ended."""
    for child in _children:
        child.poll()
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def with_argument(start: str) -> Iterator[psutil.Process]:
    """Every living process that has an argument which starts so."""
    for process in psutil.process_iter():
        try:
            if any(argument.startswith(start) for argument in process.cmdline()):
                yield process
        except psutil.Error:
            continue


def holds(process: psutil.Process, path: Path) -> bool:
    """Whether the process has a file open that is ``path``, or is in it."""
    try:
        return any(Path(file.path).is_relative_to(path) for file in process.open_files())
    except psutil.Error:
        return False


def connections(process: psutil.Process, port: int) -> int:
    """How many clients are connected to the process at ``port``."""
    try:
        found = process.net_connections(kind="tcp")
    except psutil.Error:
        return 0
    return sum(item.status == psutil.CONN_ESTABLISHED and item.laddr.port == port for item in found)


def listens(process: psutil.Process, port: int) -> bool:
    """Whether it is this process that takes connections at ``port``."""
    try:
        found = process.net_connections(kind="tcp")
    except psutil.Error:
        return False
    return any(item.status == psutil.CONN_LISTEN and item.laddr.port == port for item in found)


def memory(process: psutil.Process) -> int:
    """The resident memory of the process, in bytes; 0 once it is gone."""
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def kill(process: psutil.Process) -> None:
    """End a process at once."""
    with contextlib.suppress(psutil.Error):
        process.kill()
        process.wait(10)


def end(process: psutil.Process, data: Path, seconds: float = 60) -> None:
    """Ask a server to end, and wait until it has let go of its data; kill it where it does not.

    A server that makes its start-up cache goes on for some seconds after that, and is left to it.

    Args:
        process: the server.
        data: the folder with the store.
        seconds: how long to wait before it is killed.
    """
    with contextlib.suppress(psutil.NoSuchProcess):
        process.terminate()
        until = time.monotonic() + seconds
        while lives(process) and holds(process, data):
            if time.monotonic() > until:
                process.kill()
            time.sleep(0.05)
