"""How long waits are shown: on stderr, and only once they have taken a second."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from graph.interrupts import heeded
from graph.jars import Progress

PATIENCE = 1.0
"""Seconds of silence before anything is shown."""

LINE_EVERY = 10.0
"""Seconds between two lines where stderr is no terminal."""


@contextmanager
def shown(quiet: bool = False, unit: str = "MB") -> Iterator[Progress]:
    """A callback that shows what is being done: a bar on a terminal, a plain line now and then elsewhere.

    It heeds an interrupt that Python passed over (see ``graph.interrupts``).

    Args:
        quiet: show nothing.
        unit: what is counted, for the plain lines; of "MB" a million make one.
    """
    with _drawn(quiet, unit) as progress, heeded() as heed:

        def step(doing: str, done: int, total: int) -> None:
            heed()
            progress(doing, done, total)

        yield step


@contextmanager
def _drawn(quiet: bool, unit: str) -> Iterator[Progress]:
    if quiet:
        yield _silent
    elif sys.stderr.isatty():
        with _bar() as progress:
            yield progress
    else:
        yield _lines(unit)


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    # Else rich would write the command's own output to stderr, where it lives.
    with Bar(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None, visible=False)
        patience = threading.Timer(PATIENCE, bar.update, (task,), {"visible": True})
        patience.start()
        try:
            yield lambda doing, done, total: bar.update(task, description=doing, completed=done, total=total or None)
        finally:
            patience.cancel()


def _silent(*_: object) -> None:
    """Show nothing."""


def _lines(unit: str) -> Progress:
    scale = 1e6 if unit == "MB" else 1
    began = last = time.monotonic()

    def progress(doing: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if total and now - began > PATIENCE and (now - last > LINE_EVERY or done == total):
            last = now
            print(f"{doing}: {done / scale:.0f} of {total / scale:.0f} {unit}", file=sys.stderr)  # noqa: T201

    return progress
