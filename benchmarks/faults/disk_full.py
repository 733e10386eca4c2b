"""A disk that fills up while a feed is read, and has room again afterwards.

Usage (as root, on Linux): ``python -m benchmarks.faults.disk_full FOLDER [ROWS]``

FOLDER is made a small disk of its own (tmpfs), on which the data folder lies. Twice a feed is read into an empty graph:
once while room runs short, and once while another program takes all that is left in the midst of a transaction. Then
another command is given while the disk is full, the disk is made larger, the command is given again, and the graph is
checked and compared with that of an undisturbed run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks import gdelt_rows
from benchmarks.faults.crash import contents, transactions
from graph.checking import check
from graph.connection import connect
from graph.local import LocalServer
from graph.room import TO_WRITE, left

SMALL, LARGE = 250, 2_000
"""Megabytes of the disk, and of it once there is room."""

MEGABYTE = 1_000_000
SHORT = TO_WRITE + 20 * MEGABYTE
"""Bytes left before the feed is read: a transaction or two fit."""

COMMAND = str(Path(__file__).parents[2] / "rapport.py")


class SmallDisk:
    """A disk of its own, which can be filled, and made larger.

    Args:
        folder: at which it is mounted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self._ballast = folder / "ballast"

    def fill(self, leave: int = 0) -> None:
        """Take all of it but so many bytes."""
        with suppress(OSError), self._ballast.open("ab", buffering=0) as file:
            while (free := left(self.folder) - leave) > 0:
                file.write(bytes(min(free, MEGABYTE)))

    def enlarge(self) -> None:
        """Make room; what fills the disk stays."""
        _mount("-o", f"remount,size={LARGE}m", str(self.folder))


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """A small disk for a while; what is on it is lost, and a local Neo4j on it is stopped.

    Raises:
        subprocess.CalledProcessError: if this user may not mount one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={SMALL}m", "tmpfs", str(folder))
    disk = SmallDisk(folder)
    try:
        yield disk
    finally:
        LocalServer(disk.home).stop()
        subprocess.run(["umount", "-l", str(folder)], check=False)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended.

    Attributes:
        code: 0 where all went well.
        said: its errors.
        seconds: that it took.
    """

    code: int
    said: str
    seconds: float


def rapport(home: Path, *arguments: str) -> Ran:
    """Run a command on a data folder."""
    settings = {**os.environ, "RAPPORT_HOME": str(home)}
    settings.pop("NEO4J_URI", None)
    began = time.monotonic()
    ran = subprocess.run(
        [sys.executable, COMMAND, *arguments], env=settings, capture_output=True, text=True, check=False
    )
    return Ran(ran.returncode, ran.stderr, time.monotonic() - began)


def reading(home: Path, feed: Path) -> Ran:
    """Read a feed into the graph of a data folder."""
    return rapport(home, "ingest", "gdelt", str(feed), "--workers", "0", "--quiet")


def asking(home: Path) -> Ran:
    """Ask the graph of a data folder something."""
    return rapport(home, "query", "relations")


def filled_meanwhile(disk: SmallDisk, feed: Path) -> Ran:
    """Read a feed, and take all room in the midst of a transaction once its first rows are acknowledged."""
    ended: list[Ran] = []
    running = threading.Thread(target=lambda: ended.append(reading(disk.home, feed)))
    with transactions(disk.home) as writing:
        running.start()
        while running.is_alive() and not (list(disk.home.glob("checkpoints/*.json")) and writing()):
            time.sleep(0.05)
    since = time.monotonic()
    while running.is_alive():  # Neo4j makes room where it lets go of a log
        disk.fill()
        time.sleep(0.2)
    return Ran(ended[0].code, ended[0].said, time.monotonic() - since)


def graph(home: Path) -> tuple[frozenset[str], int]:
    """What stands in the graph of a data folder, and how many things are off in it."""
    os.environ["RAPPORT_HOME"] = str(home)
    with connect() as store:
        return contents(store), sum(1 for _ in check(store))


def main(folder: Path, rows: int) -> int:
    """Fill the disk and look at what is left; 0 where nothing was lost."""
    feed = folder.with_name(f"{folder.name}.export.CSV")
    gdelt_rows.write(feed, rows)
    undisturbed = folder.with_name(f"{folder.name}.undisturbed")
    reading(undisturbed, feed)
    wanted, _ = graph(undisturbed)
    LocalServer(undisturbed).stop()
    sound = True
    for how in ("room runs short", "another program takes the room"):
        with small_disk(folder) as disk:
            rapport(disk.home, "db", "start")
            if how == "room runs short":
                disk.fill(leave=SHORT)
                full = reading(disk.home, feed)
            else:
                full = filled_meanwhile(disk, feed)
            disk.fill()
            asked = asking(disk.home)
            disk.enlarge()
            again = reading(disk.home, feed)
            found, off = graph(disk.home)
        print(f"Where {how}:")
        for what, ran in (("the feed", full), ("another command", asked), ("the feed again", again)):
            print(f"  {what}: ended with {ran.code} after {ran.seconds:.1f} s: {' '.join(ran.said.split())}")
        print(f"  findings of db check: {off}; the same graph in the end: {found == wanted}")
        sound = sound and bool(full.code) and not again.code and not off and found == wanted
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute(), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000))
