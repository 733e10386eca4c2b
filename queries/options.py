"""Options that several of the commands take, worded once."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

import typer

from graph.errors import Misuse

AsJson = Annotated[
    bool | None,
    typer.Option("--json/--table", help="JSON, or a table; the default is a table in a terminal and JSON in a pipe."),
]
Uri = Annotated[
    str | None,
    typer.Option("--uri", help="The Neo4j server to ask; else NEO4J_URI, else Rapport's own.", show_default=False),
]


def day(text: str | None, option: str) -> datetime.date | None:
    """The day that an option names.

    Args:
        text: as 2024-10-01; None where the option is not given.
        option: how the option is called, for the message.

    Raises:
        Misuse: if it is no day.
    """
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise Misuse(f"'{text}' is no day for {option}: write it as 2024-10-01.") from None


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
    """A value as JSON reads it (``5``, ``true``, ``["ISR"]``), or the text itself where it is no JSON."""
    import json

    try:
        return json.loads(text)
    except ValueError:
        return text
