"""What the language model has taken so far: requests, tokens and, where prices are given, money."""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.errors import Misuse

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What the endpoint asks, in one currency that the user knows.

    Attributes:
        prompt: for a million tokens that are sent.
        completion: for a million tokens that come back.
    """

    prompt: float
    completion: float

    def __post_init__(self) -> None:
        for price in (self.prompt, self.completion):
            if not math.isfinite(price) or price < 0:
                raise Misuse(f"'{price}' is no price of a million tokens; give a number that is not below zero.")


@dataclass(frozen=True, slots=True)
class Usage:
    """Requests that were answered, and their tokens as the endpoint counts them.

    Attributes:
        requests: how many were answered.
        uncounted: for how many of them the endpoint told no tokens.
        prompt_tokens: sent.
        completion_tokens: received.
    """

    requests: int = 0
    uncounted: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.requests + other.requests,
            self.uncounted + other.uncounted,
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
        )

    def cost(self, prices: Prices) -> float:
        """What the counted tokens cost, in the currency of ``prices``."""
        return (self.prompt_tokens * prices.prompt + self.completion_tokens * prices.completion) / MILLION

    def sentence(self, prices: Prices | None = None) -> str:
        """The sum in one sentence, for people; with the cost where prices are given."""
        told = (
            f"The language model answered {_counted(self.requests, 'request')}: {self.prompt_tokens:,} tokens sent, "
            f"{self.completion_tokens:,} received"
        )
        if prices is not None:
            told += f", cost {self.cost(prices):.4f}"
        if self.uncounted:
            told += f" (for {_counted(self.uncounted, 'request')} the endpoint told no tokens)"
        return told + "."


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}" + ("" if number == 1 else "s")
