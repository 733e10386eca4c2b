"""What is kept of the Java runtime's start-up caches."""

from __future__ import annotations

import os
import time
from pathlib import Path

from graph.startup_cache import LEFT_BEHIND, clear


def made(folder: Path, name: str, seconds_ago: float = 0) -> Path:
    """A file that was last written so many seconds ago."""
    file = folder / name
    file.write_bytes(b"cache")
    then = time.time() - seconds_ago
    os.utime(file, (then, then))
    return file


def test_caches_of_the_same_neo4j_go_and_others_stay(tmp_path: Path) -> None:
    older, other = made(tmp_path, "neo4j-5.26.30-aa.aot"), made(tmp_path, "neo4j-2026.08.1-aa.aot")
    clear(tmp_path / "neo4j-5.26.30-bb.aot")
    assert not older.exists()
    assert other.exists()


def test_what_a_killed_server_left_goes_and_what_one_makes_now_stays(tmp_path: Path) -> None:
    left = [made(tmp_path, f"neo4j-5.26.30-aa.{ending}", LEFT_BEHIND + 60) for ending in ("new", "new.config")]
    making = made(tmp_path, "neo4j-5.26.30-cc.new", 60)
    clear(tmp_path / "neo4j-5.26.30-bb.aot")
    assert not any(file.exists() for file in left)
    assert making.exists()
