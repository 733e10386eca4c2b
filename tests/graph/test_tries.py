"""What the network refuses for a moment is asked again."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from graph.tries import tried

SOON = (0.0, 0.0)


class Network:
    """A network that fails at first."""

    def __init__(self, *failures: requests.RequestException) -> None:
        self._failures = list(failures)
        self.asked = 0

    def ask(self) -> Path:
        """A file, once it no longer fails."""
        self.asked += 1
        if self._failures:
            raise self._failures.pop(0)
        return Path("jar")


def test_what_fails_for_a_moment_is_asked_again() -> None:
    network = Network(requests.ConnectionError("no such name"), requests.ConnectionError("reset"))
    assert tried(network.ask, SOON) == Path("jar")
    assert network.asked == 3


def test_what_goes_on_failing_is_told() -> None:
    network = Network(*[requests.ConnectionError("no such name")] * 3)
    with pytest.raises(requests.ConnectionError):
        tried(network.ask, SOON)
    assert network.asked == 3


@pytest.mark.parametrize("failure", [requests.ConnectTimeout("slow"), requests.HTTPError("404")])
def test_what_is_slow_or_not_there_is_not_asked_again(failure: requests.RequestException) -> None:
    network = Network(failure)
    with pytest.raises(type(failure)):
        tried(network.ask, SOON)
    assert network.asked == 1
