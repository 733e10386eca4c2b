"""What the logs of the local Neo4j say about one start."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from pathlib import Path

from graph.terminal import printable

NAMES = ("neo4j.log", "console.log", "debug.log")
"""In the order in which they are read for a reason: Neo4j's own words, what Java printed, and the long one."""


def reason(logs: Path, started: float) -> str:
    """Which log tells why a start failed, and the last line of it that tells of an error.

    Args:
        logs: the folder with the logs.
        started: when the server was started, in seconds since 1970.
    """
    for name in NAMES:
        told = [line for line in _since(logs / name, started) if not line.lstrip().startswith(("at ", "... "))]
        errors = [line for line in told if any(word in line for word in ("ERROR", "Exception", "Error", "fatal error"))]
        if errors:
            return f"{logs / name} says: {last_line(errors[-1])}"
    return f"its logs in {logs} do not say why."


def port_was_taken(logs: Path, started: float) -> bool:
    """Whether the start failed because another program has the port.

    Args:
        logs: the folder with the logs.
        started: when the server was started, in seconds since 1970.
    """
    return any("PortBindException" in line for line in _since(logs / NAMES[0], started))


def last_line(text: str) -> str:
    """The last line of what a program printed, short and without control characters."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return printable((lines or ["nothing"])[-1])[:400]


def _since(log: Path, started: float) -> list[str]:
    """The lines of a log since then; a line that bears no time goes with the one before it."""
    since = datetime.fromtimestamp(started, UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    lines = log.read_text("utf-8", errors="replace").splitlines() if log.exists() else []
    if not any(line[:4].isdecimal() for line in lines):
        return lines  # of the console, which is emptied at each start
    return list(itertools.dropwhile(lambda line: not line[:4].isdecimal() or line < since, lines))
