"""Inputs that led a fuzzer to branches not reached before are read again: none breaks a reader, or holds it up."""

from __future__ import annotations

import pytest

from benchmarks.faults.fuzz import TARGETS, kept
from tests.processor_time import processor_seconds

SECONDS = 5


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_every_input_that_is_kept_is_read_or_refused(target: str) -> None:
    inputs = kept(target)
    assert inputs
    TARGETS[target](b"")  # what is loaded at the first input is not its fault
    for content in inputs:
        with processor_seconds(SECONDS):
            TARGETS[target](content)
