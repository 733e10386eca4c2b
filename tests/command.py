"""Running ``rapport`` as its user does: a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.settings import Address

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Result:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line of an error."""
        lines = self.err.strip().splitlines()
        assert "Traceback" not in self.err, self.err
        return lines[-1] if lines else ""


def heed_interrupts() -> None:
    """Heed Ctrl-C also where the tests run in the background, whose processes pass it over."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def rapport(*arguments: str, home: Path, store: Address | None = None, given: bytes = b"", **env: str) -> Result:
    """Run a command.

    Args:
        *arguments: behind ``rapport``.
        home: its data folder.
        store: the server that it uses; its own local one where None.
        given: its standard input.
        **env: further environment.
    """
    settings: Mapping[str, str] = {
        **os.environ,
        "RAPPORT_HOME": str(home),
        **(
            {"NEO4J_URI": store.uri, "NEO4J_USERNAME": store.username, "NEO4J_PASSWORD": store.password}
            if store
            else {}
        ),
        **env,
    }
    ran = subprocess.run(
        [sys.executable, str(ROOT / "rapport.py"), *arguments],
        input=given,
        capture_output=True,
        env=settings,
        timeout=300,
        check=False,
    )
    return Result(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def rapport_on_terminal(*arguments: str, home: Path) -> tuple[str, str]:
    """Run a command whose standard error is a terminal, and whose standard output is none.

    Returns:
        What it printed, and what stood on the terminal.
    """
    terminal, its_end = os.openpty()
    with os.fdopen(terminal, "rb", buffering=0) as seen:
        ran = subprocess.run(
            [sys.executable, str(ROOT / "rapport.py"), *arguments],
            stdout=subprocess.PIPE,
            stderr=its_end,
            env={**os.environ, "RAPPORT_HOME": str(home), "TERM": "xterm"},
            timeout=300,
            check=True,
        )
        # The terminal has ended only once nobody can write to it, and what was written to it waits in it.
        os.close(its_end)
        return ran.stdout.decode(), _all_of(seen)


def _all_of(terminal: RawIOBase) -> str:
    """What stands on a terminal that nobody writes to any more."""
    parts = []
    try:
        while part := terminal.read(65536):
            parts.append(part)
    except OSError:
        pass  # So Linux tells that its other end is closed.
    return b"".join(parts).decode()
