"""Options that commands of several packages take, worded once."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from graph.errors import Misuse

AsJson = Annotated[
    bool | None,
    typer.Option("--json/--table", help="JSON, or a table; the default is a table in a terminal and JSON in a pipe."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Uri = Annotated[
    str | None,
    typer.Option("--uri", help="The Neo4j server to use; else NEO4J_URI, else Rapport's own.", show_default=False),
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
