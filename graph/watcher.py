"""The watcher beside the local Neo4j: ends it after a while with no connection, and keeps its start-up cache.

Started by ``graph.start`` as ``python -m graph.watcher HOME PID PORT IDLE_SECONDS CACHE JAVA``; it leaves when the
server does.
"""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

from graph import process, startup_cache
from graph.errors import StoreUnreachable
from graph.folder import StoreFolder


def watch(folder: StoreFolder, pid: int, port: int, idle: float) -> None:
    """Wait until the server is gone, and end it when nobody has used it for ``idle`` seconds.

    Args:
        folder: the store's.
        pid: of the server.
        port: of the server.
        idle: in seconds; counted from the last connection seen, or from the last command that asked for the server.
    """
    pause = min(max(idle / 10, 0.2), 10)
    seen = time.time()
    while server := process.find(pid, folder.argument):
        if process.connections(server, port):
            seen = time.time()
        elif _idle_since(folder, seen) > idle:
            with contextlib.suppress(StoreUnreachable), folder.locked():
                # A command that asks for the server meanwhile waits, and then starts it afresh.
                if _idle_since(folder, seen) > idle and not process.connections(server, port):
                    process.end(server, folder.data)
                    folder.set_running(None)
                    break
        time.sleep(pause)
    while process.find(pid, folder.argument):  # it may be making its start-up cache
        time.sleep(0.5)


def _idle_since(folder: StoreFolder, seen: float) -> float:
    """Seconds since the last use."""
    with contextlib.suppress(OSError):
        seen = max(seen, folder.used.stat().st_mtime)
    return time.time() - seen


def main(arguments: list[str]) -> None:
    """Watch until the server is gone, then take the start-up cache that it has made."""
    home, pid, port, idle, cache, java = arguments
    folder = StoreFolder(Path(home))
    watch(folder, int(pid), int(port), float(idle))
    if cache:
        startup_cache.adopt(Path(cache), Path(java), folder.java_arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
