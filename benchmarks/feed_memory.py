"""How much memory Rapport itself holds while it reads a long feed: its own process and the one that reads beside it.

Usage: ``python -m benchmarks.feed_memory [ROWS]`` (5,000,000 unless told)

The rows are made by a seeded generator in GDELT's layout and go into a local Neo4j that is thrown away; Neo4j's own
memory is not counted. Prints a line every 100,000 rows; what counts is whether it grows.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks import gdelt_rows
from benchmarks.write_speed import empty_store, read

EVERY = 100_000


def main(count: int) -> None:
    """Read the rows and print what is held."""
    with tempfile.TemporaryDirectory() as folder, empty_store() as store:
        path = Path(folder, "rows.CSV")
        gdelt_rows.write(path, count)
        began = time.monotonic()
        most = 0.0
        shown = 0

        def progress(doing: str, *_: int) -> None:
            nonlocal most, shown
            most = max(most, held())
            rows = int(doing.split(": ")[1].split(" rows")[0].replace(",", ""))
            if rows - shown >= EVERY or rows == count:
                shown = rows
                passed = time.monotonic() - began
                print(f"{passed:8.0f} s {rows:>10,} rows {held():6.0f} MB, {most:6.0f} MB at most", flush=True)

        print(read(store, path, progress).as_row())


def held() -> float:
    """Megabytes that this process and the Python processes below it hold."""
    me = psutil.Process()
    ours = [me, *(child for child in me.children(recursive=True) if "python" in child.name())]
    return sum(process.memory_info().rss for process in ours) / 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000)
