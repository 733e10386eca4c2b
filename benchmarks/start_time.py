"""How long the local Neo4j takes to start and stop, with and without its start-up cache, and what memory it holds.

Run it with ``python -m benchmarks.start_time [VERSION]``. It uses folders of its own and leaves nothing behind.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from graph.local import DEFAULT_VERSION, LocalServer

CACHE_SECONDS = 180


def measure(version: str) -> None:
    """Print one line for each measured step."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        server = LocalServer(Path(folder, "home"), version, idle=5)
        _timed("first start, with the password set", server.start)
        _timed("start of a command while it runs", server.start)
        print(f"{(server.status().memory or 0) / 1e6:8.0f} MB resident")
        _timed("stop, the cache being made behind it", server.stop)
        _timed("start while the cache is being made", server.start)
        _timed("stop", server.stop)
        _timed("until the cache is there", lambda: _wait_for_cache(Path(folder)))
        _timed("start with the cache", server.start)
        print(f"{(server.status().memory or 0) / 1e6:8.0f} MB resident")
        _timed("stop", server.stop)


def _wait_for_cache(folder: Path) -> None:
    until = time.monotonic() + CACHE_SECONDS
    while not list(folder.rglob("*.aot")) and time.monotonic() < until:
        time.sleep(0.1)


def _timed(what: str, step: Callable[[], object]) -> None:
    began = time.monotonic()
    step()
    print(f"{time.monotonic() - began:8.2f} s  {what}")


if __name__ == "__main__":
    measure(*(sys.argv[1:] or [DEFAULT_VERSION]))
