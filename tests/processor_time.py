"""A bound on the processor's time, which a busy machine does not use up."""

from __future__ import annotations

import faulthandler
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

WAITED_AT_MOST = 600
"""Seconds by the clock, after which the run is ended: what hangs outside Python cannot be interrupted."""


class TookTooLongError(AssertionError):
    """What was done took more of the processor than it may."""


@contextmanager
def processor_seconds(most: float) -> Iterator[None]:
    """Fails where what is done inside keeps the processor busy for longer.

    Args:
        most: seconds of the processor, of all threads of this process together.

    Raises:
        TookTooLongError: at once when they are over.
    """

    def over(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLongError(f"It took more than {most:g} s of the processor.")

    before = signal.signal(signal.SIGPROF, over)
    faulthandler.dump_traceback_later(WAITED_AT_MOST, exit=True)
    signal.setitimer(signal.ITIMER_PROF, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        faulthandler.cancel_dump_traceback_later()
