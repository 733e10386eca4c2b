"""Work that is given out to several processes."""

from __future__ import annotations

import itertools
import time

from ingest.processes import in_order


def begin() -> None:
    """Nothing needs to be made ready."""


def slow_if_even(number: int) -> int:
    time.sleep(0.05 * (number % 2 == 0))
    return number


def test_what_is_done_first_waits_for_what_was_asked_first() -> None:
    assert list(in_order(slow_if_even, range(20), 2, begin)) == list(range(20))


def test_tasks_are_taken_only_a_few_ahead() -> None:
    taken = itertools.count()
    done = in_order(slow_if_even, (next(taken) for _ in range(1000)), 2, begin)
    next(done)
    assert next(taken) < 10
    done.close()  # type: ignore[attr-defined]
