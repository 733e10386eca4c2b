"""A disk that fills up while a feed is read, and has room again afterwards.

Usage (as root, on Linux): ``python -m benchmarks.faults.disk_full FOLDER [MEGABYTES_LEFT] [ROWS]``

FOLDER is made a small disk of its own (tmpfs), on which the data folder lies. A file takes all but some megabytes of
it; the feed is read until the disk is full; the file goes; the same command is given again, and the graph is checked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import gdelt_rows

DISK = 1_500
"""Megabytes: an empty store takes about 250, its start-up cache lies elsewhere."""

COMMAND = str(Path(__file__).parents[2] / "rapport.py")


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the data folder, and print how it ended."""
    settings = {**os.environ, "RAPPORT_HOME": str(home)}
    ran = subprocess.run(
        [sys.executable, COMMAND, *arguments], env=settings, capture_output=True, text=True, check=False
    )
    print(f"rapport {arguments[0]} {arguments[1]} ended with {ran.returncode}")
    for line in ran.stderr.splitlines()[-3:]:
        print(f"  {line}")
    return ran


def main(folder: Path, left: int, rows: int) -> int:
    """Fill the disk and look at what is left; 0 where nothing was lost."""
    folder.mkdir(parents=True, exist_ok=True)
    feed = folder.with_name(f"{folder.name}.export.CSV")
    gdelt_rows.write(feed, rows)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}m", "tmpfs", str(folder)], check=True)
    try:
        home = folder / "home"
        run(home, "db", "start")
        ballast = folder / "ballast"
        taken = shutil.disk_usage(folder).free - left * 1_000_000
        with ballast.open("wb") as file:
            for _ in range(taken // 1_000_000):
                file.write(bytes(1_000_000))
        full = run(home, "ingest", "gdelt", str(feed), "--workers", "0", "--quiet")
        ballast.unlink()
        run(home, "db", "stop")
        again = run(home, "ingest", "gdelt", str(feed), "--workers", "0", "--quiet")
        checked = run(home, "db", "check")
        run(home, "cypher", "MATCH (c:Claim) RETURN count(c) AS claims")
        run(home, "db", "stop")
        return 0 if full.returncode and not again.returncode and not checked.returncode else 1
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)
        feed.unlink()


if __name__ == "__main__":
    sys.exit(
        main(
            Path(sys.argv[1]),
            int(sys.argv[2]) if len(sys.argv) > 2 else 20,
            int(sys.argv[3]) if len(sys.argv) > 3 else 20_000,
        )
    )
