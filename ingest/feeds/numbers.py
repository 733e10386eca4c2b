"""Numbers: whole numbers as tables write them, "200" or "200.0"."""

from __future__ import annotations

MOST_DIGITS = 9
"""Longer ones number no state and no year."""


def whole_number(told: str | None) -> int | None:
    """The whole number from 0 on that a cell holds; None where it holds none.

    Args:
        told: the cell's text.
    """
    plain = (told or "").removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= MOST_DIGITS else None


def year(told: str | None) -> int | None:
    """The year that a cell holds; None where it holds none that a calendar has.

    Args:
        told: the cell's text.
    """
    number = whole_number(told)
    return number if number and number <= 9999 else None
