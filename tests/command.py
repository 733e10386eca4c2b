"""Running ``rapport`` as its user does: a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
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
