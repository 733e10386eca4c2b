"""Trying again where the network fails for a moment: a name that is not resolved, a connection that breaks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

Result = TypeVar("Result")

PAUSES = (0.5, 1.5, 4.0)
"""Seconds before each new try: six in all, so that who has no network is soon told."""


def tried(ask: Callable[[], Result], pauses: Sequence[float] = PAUSES) -> Result:
    """What ``ask`` gives, asked again where no connection was made or it broke, a last time after the last pause.

    Args:
        ask: asks the network for something.
        pauses: seconds before each new try.

    Raises:
        requests.RequestException: if the last try fails too, or nothing answered in time.
    """
    import requests

    for pause in pauses:
        try:
            return ask()
        except requests.ConnectionError as error:
            if isinstance(error, requests.Timeout):
                raise
            time.sleep(pause)
    return ask()
