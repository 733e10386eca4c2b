"""What ``--param name=value`` gives."""

from __future__ import annotations

import json
from typing import Any

from graph.errors import Misuse

LONGEST_NUMBER = 20
"""Digits of the largest whole number of 64 bits, with its sign."""


def pairs(texts: list[str]) -> dict[str, str]:
    """What ``--param name=value`` gives, by name.

    Raises:
        Misuse: if a text has no name or no "=", or a name stands twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip()
        if not equals or not name:
            raise Misuse(f"'{text}' is no parameter: write --param name=value.")
        if name in found:
            raise Misuse(f"The parameter '{name}' is given twice: give it once.")
        found[name] = value
    return found


def json_value(text: str) -> Any:  # noqa: ANN401
    """A value as JSON reads it (``5``, ``true``, ``["ISR"]``), or the text itself where it is no JSON.

    Raises:
        Misuse: if it holds a whole number that Neo4j cannot.
    """
    try:
        return json.loads(text, parse_int=_whole_number)
    except (ValueError, RecursionError):
        return text


def _whole_number(digits: str) -> int:
    number = int(digits) if len(digits) <= LONGEST_NUMBER else None
    if number is None or not -(2**63) <= number < 2**63:
        raise Misuse(f"The number {digits[:40]} is too long for Neo4j; write it as text, in double quotes.")
    return number
