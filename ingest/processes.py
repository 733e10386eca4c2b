"""Work that is given out to several processes, and comes back in its order."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any, Protocol, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

NEW_THINGS = 50_000
"""Objects that are made before Python looks among them for rings, of which ours make none; it would be every 700."""


class InOrder(Protocol):
    """Gives out work."""

    def __call__(self, work: Callable[[Task], Result], tasks: Iterable[Task], /) -> Iterator[Result]:
        """What ``work`` makes of each task, in the order of the tasks."""
        ...


def in_order(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    begin: Callable[..., object],
    *arguments: Any,
) -> Iterator[Result]:
    """What ``work`` makes of each task, in the order of the tasks.

    Args:
        work: done in another process, so it and what it takes and gives must be of the kind that can be sent there.
        tasks: taken lazily, a few ahead of what has been given back.
        workers: how many processes.
        begin: called once in each process, to make it ready.
        arguments: what ``begin`` takes.
    """
    with processes(workers, begin, *arguments) as gives_out:
        yield from gives_out(work, tasks)


@contextmanager
def processes(workers: int, begin: Callable[..., object], *arguments: Any) -> Iterator[InOrder]:
    """Processes to which work can be given out several times over.

    Few tasks wait at a time, so memory stays flat, and whoever stops asking ends the processes.

    Args:
        workers: how many; without any the work is done in this process.
        begin: as for ``in_order``.
        *arguments: what ``begin`` takes.
    """
    if workers == 0:
        yield map
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin, (begin, arguments)) as pool:

        def gives_out(work: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
            waiting: deque[Future[Result]] = deque()
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) > workers + 1:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

        try:
            yield gives_out
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def few_collections() -> Iterator[None]:
    """Let Python seldom look for rings among things, as long as very many are made that are in none."""
    before = gc.get_threshold()
    _collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def usual_workers() -> int:
    """How many processes read beside the one that writes: one is enough for two processors, and four for any number."""
    return max(1, min(4, (os.cpu_count() or 1) - 1))


def all_processors() -> int:
    """How many processes do the work where this one only gives it out."""
    return max(1, min(8, os.cpu_count() or 1))


def _begin(begin: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    """Make a process ready. Ctrl-C is for the one that gives out the work; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*arguments)
    _collect_seldom()


def _collect_seldom() -> None:
    """Leave alone what stands, and look among new things only where many were made."""
    gc.freeze()
    gc.set_threshold(NEW_THINGS, 10, 10)


def _end_with_parent() -> None:
    """End when the one that gives out the work does, be it killed: nobody else would tell."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
