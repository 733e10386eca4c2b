"""Options that commands of several packages take, worded once."""

from __future__ import annotations

import datetime
import sys
from typing import Annotated

import typer

from graph.errors import Misuse

AsJson = Annotated[
    bool | None,
    typer.Option("--json/--table", help="JSON, or a table; the default is a table in a terminal and JSON in a pipe."),
]
AsJsonOnTerminal = Annotated[
    bool | None, typer.Option("--json/--no-json", help="Print JSON; the default where stdout is no terminal.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Uri = Annotated[
    str | None,
    typer.Option("--uri", help="The Neo4j server to use; else NEO4J_URI, else Rapport's own.", show_default=False),
]


def wants_json(as_json: bool | None) -> bool:
    """Whether to print JSON: as the option says, and where it says nothing, wherever no person looks on.

    Args:
        as_json: of ``AsJson`` or ``AsJsonOnTerminal``.
    """
    return not sys.stdout.isatty() if as_json is None else as_json


def confirm(question: str, unattended: str) -> None:
    """Go on only where the user says yes.

    Args:
        question: what is asked in the terminal.
        unattended: the error where there is nobody to ask.

    Raises:
        Misuse: if standard input is no terminal.
        typer.Abort: if the answer is no.
    """
    if not sys.stdin.isatty():
        raise Misuse(unattended)
    typer.confirm(question, abort=True, err=True)


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


def days(since: str | None, until: str | None) -> tuple[datetime.date | None, datetime.date | None]:
    """The days that ``--since`` and ``--until`` name.

    Raises:
        Misuse: if one is no day, or they are the wrong way round.
    """
    first, last = day(since, "--since"), day(until, "--until")
    if first and last and first > last:
        raise Misuse(f"--since {first} lies after --until {last}: exchange them.")
    return first, last
