"""Work that is given out to several processes."""

from __future__ import annotations

import gc
import itertools
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress

import psutil

from ingest.processes import few_collections, in_order, processes
from tests.command import ROOT


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


def test_work_can_be_given_out_several_times_to_the_same_processes() -> None:
    with processes(2, begin) as gives_out:
        found = [set(gives_out(process_of, range(20))) for _ in range(3)]
    assert os.getpid() not in set.union(*found)
    assert len(set.union(*found)) <= 2


def test_processes_end_with_the_one_that_is_killed_and_gave_out_the_work() -> None:
    command = [sys.executable, "-c", "from tests.ingest.test_processes import wait_for_ever as w; w()"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as giver:
        assert giver.stdout
        worker = psutil.Process(int(giver.stdout.readline()))
        giver.send_signal(signal.SIGKILL)
        worker.wait(20)


def process_of(_: int) -> int:
    return os.getpid()


def wait_for_ever() -> None:
    for worker in in_order(process_of, itertools.count(), 1, begin):
        print(worker, flush=True)
        time.sleep(1000)


def test_python_looks_for_rings_as_before_once_the_many_things_are_made() -> None:
    before = gc.get_threshold()
    with suppress(ValueError), few_collections():
        meanwhile = gc.get_threshold()
        raise ValueError
    assert meanwhile[0] > before[0]
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)
