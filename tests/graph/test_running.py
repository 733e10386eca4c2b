"""A question that the server breaks off because others wrote meanwhile is asked again; one that is wrong is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from neo4j.exceptions import TransientError

from graph.running import TIMES_ASKED, again_if_outdated


class OutdatedError(TransientError):
    @property
    def code(self) -> str:
        return "Neo.TransientError.Transaction.Outdated"


class OutOfMemoryError(TransientError):
    @property
    def code(self) -> str:
        return "Neo.TransientError.General.MemoryPoolOutOfMemoryError"


def failing(times: int, error: Exception) -> tuple[list[int], Callable[[], list[dict[str, Any]]]]:
    """A question that fails so many times before it is answered, and how often it was asked."""
    asked: list[int] = []

    def ask() -> list[dict[str, Any]]:
        asked.append(1)
        if len(asked) <= times:
            raise error
        return [{"answer": 42}]

    return asked, ask


def test_a_question_that_others_outdated_is_asked_again() -> None:
    asked, ask = failing(2, OutdatedError())
    assert again_if_outdated(ask) == [{"answer": 42}]
    assert len(asked) == 3


def test_it_is_not_asked_for_ever() -> None:
    asked, ask = failing(1000, OutdatedError())
    with pytest.raises(TransientError):
        again_if_outdated(ask)
    assert len(asked) == TIMES_ASKED


def test_what_failed_for_another_reason_is_not_asked_again() -> None:
    asked, ask = failing(1, OutOfMemoryError())
    with pytest.raises(TransientError):
        again_if_outdated(ask)
    assert len(asked) == 1
