"""Work that is given out to several processes, and comes back in its order."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def in_order(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    begin: Callable[..., object],
    *arguments: Any,
) -> Iterator[Result]:
    """What ``work`` makes of each task, in the order of the tasks.

    Few tasks wait at a time, so memory stays flat, and whoever stops asking ends the processes.

    Args:
        work: done in another process, so it and what it takes and gives must be of the kind that can be sent there.
        tasks: taken lazily, a few ahead of what has been given back.
        workers: how many processes.
        begin: called once in each process, to make it ready.
        arguments: what ``begin`` takes.
    """
    waiting: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(workers, get_context("spawn"), _begin, (begin, arguments)) as pool:
        try:
            for task in tasks:
                waiting.append(pool.submit(work, task))
                if len(waiting) > workers + 1:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _begin(begin: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    """Make a process ready. Ctrl-C is for the one that gives out the work; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin(*arguments)
