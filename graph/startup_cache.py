"""The start-up cache of the Java runtime (its AOT cache): it about halves the time that Neo4j takes to start.

Java writes it when a server ends that was started with ``-XX:AOTCacheOutput``, which takes some twenty seconds in the
background; every later start reads it with ``-XX:AOTCache``. It lies in the user's cache folder, shared by all data
folders, under a name that changes with the Java runtime, its options and the jars. It is only a cache: where there is
none, or Java finds it unusable, the server starts without.
"""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from graph.process import with_argument

OUTPUT = "-XX:AOTCacheOutput="

LEFT_BEHIND = 24 * 3600
"""Seconds after which nobody makes a cache any more; it takes some twenty."""

VERIFY = "-XX:+VerifySharedSpaces"
"""Java checks the cache's checksum in 0.1 s: a damaged cache was seen to crash it, a refused one does no harm."""


def cache_file(version: str, java: Path, arguments: Path, jars: Sequence[Path]) -> Path:
    """Where the cache for exactly this runtime with exactly these options and jars lies, whether or not it exists.

    Args:
        version: of Neo4j.
        java: the Java runtime's command.
        arguments: the file with Java's options and class path.
        jars: on the class path; Java refuses the cache when one was touched since.
    """
    import platformdirs

    parts = [str(java), str(java.stat().st_mtime_ns), arguments.read_text("utf-8")]
    parts += [f"{jar} {jar.stat().st_mtime_ns}" for jar in jars]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return platformdirs.user_cache_path("rapport", appauthor=False) / f"neo4j-{version}-{key}.aot"


def options(cache: Path) -> list[str]:
    """Java's options to read the cache, or to make it where no server makes it yet; none where it cannot be made."""
    if cache.exists():
        return [f"-XX:AOTCache={cache}", VERIFY]
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return []
    output = f"{OUTPUT}{cache.with_suffix('.new')}"
    return [] if any(with_argument(output)) else [output]


def discard(cache: Path) -> bool:
    """Remove the cache, because a start with it has failed.

    Returns:
        Whether there was one.
    """
    there = cache.exists()
    cache.unlink(missing_ok=True)
    return there


def adopt(cache: Path, java: Path, arguments: Path) -> bool:
    """Take a freshly made cache into use if Java accepts it, in the place of those for older jars of the same Neo4j.

    Args:
        cache: where it is to lie; Java wrote it beside, with the ending ``.new``.
        java: the Java runtime's command.
        arguments: the file with Java's options and class path.

    Returns:
        Whether there is a cache now.
    """
    fresh = cache.with_suffix(".new")
    if not fresh.exists():
        return False
    check = [str(java), f"@{arguments}", f"-XX:AOTCache={fresh}", VERIFY, "-XX:AOTMode=on", "-version"]
    try:
        accepted = subprocess.run(check, capture_output=True, timeout=60, check=False).returncode == 0  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        accepted = False
    if not accepted:
        fresh.unlink(missing_ok=True)
        return False
    Path(f"{fresh}.config").unlink(missing_ok=True)
    clear(cache)
    fresh.replace(cache)
    return True


def clear(cache: Path) -> None:
    """Remove the caches of the same Neo4j, and what servers left that were killed while they made theirs.

    Args:
        cache: one of them; what servers make now is left to them.
    """
    of_neo4j = cache.name.rpartition("-")[0]
    for older in cache.parent.glob(f"{of_neo4j}-*.aot"):
        older.unlink(missing_ok=True)
    for left in cache.parent.glob(f"{of_neo4j}-*.new*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > LEFT_BEHIND:
                left.unlink()
