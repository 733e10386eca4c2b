"""The processes of the local Neo4j: starting them so that they outlive the command, finding them again, ending them."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import psutil

_children: list[subprocess.Popen[bytes]] = []
"""What this process has started, so that it is reaped when it ends before us."""


def launch(command: Sequence[str], output: Path | None = None, environment: Mapping[str, str] | None = None) -> int:
    """Start a process that outlives this one, in a session of its own.

    Args:
        command: the program and its arguments.
        output: the file that takes what it prints, emptied first; None for nowhere.
        environment: instead of ours.

    Returns:
        Its process id.
    """
    with output.open("wb") if output else Path(subprocess.os.devnull).open("wb") as file:
        child = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            start_new_session=True,
        )
    _children.append(child)
    return child.pid


def find(pid: int, argument: str) -> psutil.Process | None:
    """The living process ``pid``, if one of its arguments is ``argument``: an id alone may have passed to a stranger."""
    for child in _children:
        child.poll()
    try:
        process = psutil.Process(pid)
        if process.status() != psutil.STATUS_ZOMBIE and argument in process.cmdline():
            return process
    except (psutil.Error, ValueError):
        pass
    return None


def with_argument(start: str) -> Iterator[psutil.Process]:
    """Every living process that has an argument which starts so."""
    for process in psutil.process_iter():
        try:
            if any(argument.startswith(start) for argument in process.cmdline()):
                yield process
        except psutil.Error:
            continue


def holds(process: psutil.Process, folder: Path) -> bool:
    """Whether the process has a file in ``folder`` open."""
    try:
        return any(Path(file.path).is_relative_to(folder) for file in process.open_files())
    except psutil.Error:
        return False


def connections(process: psutil.Process, port: int) -> int:
    """How many clients are connected to the process at ``port``."""
    try:
        found = process.net_connections(kind="tcp")
    except psutil.Error:
        return 0
    return sum(item.status == psutil.CONN_ESTABLISHED and item.laddr.port == port for item in found)


def memory(process: psutil.Process) -> int:
    """The resident memory of the process, in bytes; 0 once it is gone."""
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def end(process: psutil.Process, data: Path, seconds: float = 60) -> None:
    """Ask a server to end, and wait until it has let go of its data; kill it where it does not.

    A server that makes its start-up cache goes on for some seconds after that, and is left to it.

    Args:
        process: the server.
        data: the folder with the store.
        seconds: how long to wait before it is killed.
    """
    try:
        process.terminate()
        until = time.monotonic() + seconds
        while find(process.pid, process.cmdline()[-1]) and holds(process, data):
            if time.monotonic() > until:
                process.kill()
                process.wait(10)
            time.sleep(0.05)
    except (psutil.NoSuchProcess, psutil.TimeoutExpired, IndexError):
        return
