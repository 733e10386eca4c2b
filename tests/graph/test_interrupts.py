"""Ctrl-C, also where Python passes over it."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from graph.interrupts import heeded
from graph.progress import shown


@pytest.fixture(autouse=True)
def heeds_interrupts() -> Iterator[None]:
    """What starts the tests in the background may let them ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class InterruptedAsItGoes:
    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("quiet", [True, False])
def test_an_interrupt_that_fell_into_a_destructor_is_heeded_at_the_next_step(
    quiet: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyboardInterrupt), shown(quiet) as progress:  # noqa: PT012 - the first step must pass
        progress("Reading", 1, 2)
        InterruptedAsItGoes()
        progress("Reading", 2, 2)
    assert capfd.readouterr().err == ""


def test_an_interrupt_ends_the_step_in_which_it_falls() -> None:
    with pytest.raises(KeyboardInterrupt), heeded():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_process_that_ignores_interrupts_goes_on_to_do_so() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with heeded() as heed:
        signal.raise_signal(signal.SIGINT)
        heed()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
