"""Interrupts: Ctrl-C is heeded at the next step also where Python passes over it.

It does where the signal falls into a destructor, such as that of the driver's sessions; in a long work of batches, of
which each ends with one, that was seen in half of the tries.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def heeded() -> Iterator[Callable[[], None]]:
    """Gives what is called between two steps; it raises KeyboardInterrupt where one was asked for and passed over.

    That one was passed over is not told on stderr meanwhile.

    Where the process ignores interrupts, or deals with them otherwise, it does nothing.
    """
    asked: list[int] = []

    def note(number: int, _: object) -> None:
        asked.append(number)
        raise KeyboardInterrupt

    def heed() -> None:
        if asked:
            raise KeyboardInterrupt

    in_main_thread = threading.current_thread() is threading.main_thread()
    if not in_main_thread or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield heed
        return
    told = sys.unraisablehook
    sys.unraisablehook = lambda passed_over: None if passed_over.exc_type is KeyboardInterrupt else told(passed_over)
    signal.signal(signal.SIGINT, note)
    try:
        yield heed
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.unraisablehook = told
